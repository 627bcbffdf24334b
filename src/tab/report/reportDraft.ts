/** What is filled in on the form of a report, and how it is sent. It stands in memory only: others use this computer too. */
import type { ReportAnswer, ReportBody, ReportForm } from '../../api/contract/report.ts';
import type { Chosen } from '../components/PupilPicker.tsx';
import { asTyped } from '../components/PupilPicker.tsx';

/** The fields with one value; all text, empty where nothing was filled in. */
type Text =
  | 'story'
  | 'source'
  | 'happened'
  | 'safe'
  | 'pupilKnows'
  | 'doneSoFar'
  | 'where'
  | 'toldBy'
  | ReportForm['threes'][number]['id'];

export interface Draft {
  about: Chosen[];
  aboutTyped: string;
  involved: (Chosen & { part: string })[];
  involvedTyped: string;
  behaviours: string[];
  text: Partial<Record<Text, string>>;
  /** Who types saw whom to call now (P2). */
  warned: boolean;
}

/** What outlives the page while the tab is open. */
export interface KeptReport {
  draft?: Draft;
  /** To what was sent last: its receipt, or that its words tell of danger and nothing was taken in yet. */
  answer?: ReportAnswer;
}

export const emptyDraft = (): Draft => ({
  about: [],
  aboutTyped: '',
  involved: [],
  involvedTyped: '',
  behaviours: [],
  text: {},
  warned: false,
});

/** Whether there is something in it that one would not want to lose. */
export const isTyped = ({ about, aboutTyped, involved, behaviours, text }: Draft): boolean =>
  about.length + involved.length + behaviours.length > 0 ||
  [aboutTyped, ...Object.values(text)].some((value) => value.trim() !== '');

/** Without a part, nobody knows what they did. */
export const UNKNOWN_PART = 'onbekend';

/** As it is sent: what was left empty is left out, a name that was typed and not chosen counts. */
export function bodyOf(draft: Draft, today: string): ReportBody {
  const { about, aboutTyped, involved, involvedTyped, behaviours, text, warned } = draft;
  const typed = (name: string) => (name.trim() ? [asTyped(name)] : []);
  const filled = Object.fromEntries(
    Object.entries({ happened: today, ...text }).flatMap(([id, value]) =>
      value.trim() ? [[id, value.trim()]] : [],
    ),
  ) as Draft['text'];
  return {
    ...filled,
    story: filled.story ?? '',
    about: [...about, ...typed(aboutTyped)].map(({ whom }) => whom),
    involved: [
      ...involved.map(({ whom, part }) => ({ who: whom, part })),
      ...typed(involvedTyped).map(({ whom }) => ({ who: whom, part: UNKNOWN_PART })),
    ],
    behaviours,
    warned,
  };
}

/** The id of a field's input, to bring the focus there. */
export const fieldId = (field: string): string => `melding-${field}`;
