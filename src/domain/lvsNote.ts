/** The note for the pupil tracking system, ready to paste (K17): for one pupil, and no other one is named in it. */
import type { Calendar } from './calendar.ts';
import type { CaseState, Noted, StepKey } from './case.ts';
import { inRole, isNote, refKey } from './case.ts';
import type { Protocol } from './protocol.ts';
import type { School } from './school.ts';
import { pupilOf } from './school.ts';
import { answerFacts, participantName } from './words.ts';

/** What is entered at once: all headings that a step asks of one function, or person in it, for one pupil. */
export interface OpenNote extends Noted {
  key: StepKey;
  headings: string[];
  /** Of the last of them in the case's list, which only grows. */
  index: number;
}

/** What is still to be entered, in the order in which it was asked. */
export function openNotes({ registrations }: Pick<CaseState, 'registrations'>): OpenNote[] {
  const notes: OpenNote[] = [];
  registrations.forEach(({ at, heading, ...note }, index) => {
    if (at !== undefined) return;
    const same = notes.find((other) => isNote(other, note));
    if (same) Object.assign(same, { headings: [...same.headings, heading], index });
    else notes.push({ ...note, headings: [heading], index });
  });
  return notes;
}

const SOMEBODY = '[andere leerling]';

/** What to keep of a step. */
interface Scene {
  state: CaseState;
  protocol: Protocol;
  school: School;
  calendar: Calendar;
}

/**
 * When, what and how it ended, with what was answered. Of a talk that was not with this pupil only the agreements stand
 * in it: what one pupil told is not for the log of another. Who told the reporter is never in it (P4).
 * @param pupil refKey of the pupil whose log it is for
 */
export function lvsNote(key: StepKey, pupil: string, scene: Scene): string {
  const { state, protocol, school, calendar } = scene;
  const step = state.steps[key];
  const def = protocol.steps.find((s) => s.id === step?.step);
  if (!step || !def) return '';
  const own = step.for === undefined ? inRole(state, 'gepeste').includes(pupil) : step.for === pupil;
  // The day on which it took place stands in front.
  const asked = def.questions.filter((q) => !(q.type === 'date' && q.happened));
  const questions = asked.filter(
    ({ type }) => type === 'agreements' || (own && type !== 'pupils' && type !== 'consult'),
  );
  const outcome = def.outcomes.find((o) => o.id === step.outcome)?.label;
  const day = step.on ?? (step.endedAt && calendar.dateOf(step.endedAt));
  const facts = answerFacts({ ...def, questions }, step.answers ?? {}, protocol, school, calendar);
  const lines = [
    `${day ? `${calendar.say(day)}: ` : ''}${def.title}${outcome ? ` (${outcome})` : ''}`,
    ...facts.map(({ label, value }) => `${label}${/[?:.]$/.test(label) ? '' : ':'} ${value}`),
  ];
  return withoutOthers(lines.join('\n'), pupil, state, school);
}

/**
 * The text without the names of other pupils: everybody's full name, and the first names of who is in the case or in a
 * group with one of them.
 */
function withoutOthers(
  text: string,
  pupil: string,
  { participants, group }: CaseState,
  school: School,
): string {
  const inCase = participants.map(({ who }) => refKey(who)).filter((key) => key !== pupil);
  const near = new Set([group, ...inCase.map((key) => pupilOf(school, key)?.group)]);
  const others = school.pupils.filter((p) => p.id !== pupil);
  const full = [...others.map((p) => p.name), ...inCase.map((key) => participantName(key, school))];
  const own = firstName(participantName(pupil, school));
  const first = [
    ...others.filter((p) => near.has(p.group)).map((p) => firstName(p.name)),
    ...inCase.map((key) => firstName(participantName(key, school))),
  ].filter((name) => name !== own);
  return [full, first].reduce((masked, names) => without(names, masked), text);
}

export const firstName = (name: string): string => name.split(' ')[0]!;

/** Names as whole words with a capital, the longest first; also "Brams" and "Fenna’s". */
function without(names: readonly string[], text: string): string {
  if (names.length === 0) return text;
  const longest = [...new Set(names)].sort((a, b) => b.length - a.length);
  const any = longest.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?:['’]?s)?(?![\\p{L}\\p{N}])`, 'gu'),
    SOMEBODY,
  );
}
