/** The open steps, each in its place. What is being filled in stays, whatever happens to the case meanwhile. */
import { MessageBar, MessageBarBody, Subtitle1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CaseView } from '../../api/contract/case.ts';
import { dayOf, shortDay } from '../dates.ts';
import type { Wanted } from './actForms.ts';
import { StepForm } from './StepForm.tsx';
import type { Placed } from './StepPlace.tsx';
import { StepPlace } from './StepPlace.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0 },
});

/** So many steps are told in full: what to do first. The others by name and date. */
const IN_FULL = 3;

type OpenStep = CaseView['openSteps'][number];

interface Props {
  view: CaseView;
  /** The step whose form an address asks for. */
  asked: string | undefined;
  /** Steps that were begun by hand. */
  begun: CaseView['begin'];
  onEndBegun: (step: string) => void;
  onAct: (wanted: Wanted) => void;
  onDone: () => void;
}

export function Steps({ view, asked, begun, onEndBegun, onAct, onDone }: Props) {
  const styles = useStyles();
  /** Steps whose form was opened, by key. */
  const [held, setHeld] = useState<readonly string[]>([]);
  /** How often each place was closed: it is a new one when its step comes back. */
  const [closed, setClosed] = useState<Readonly<Record<string, number>>>({});
  const seen = useRef<OpenStep[]>([]);
  seen.current = kept(seen.current, view.openSteps, held);
  const isOpen = (key: string) => view.openSteps.some((s) => s.key === key);
  const byHand = view.begin.find((s) => s.step === asked);
  const linked = byHand && !closed[byHand.step] && !begun.some((s) => s.step === asked);
  const hand = linked ? [byHand, ...begun] : begun;
  const elsewhere =
    asked !== undefined && !byHand && !seen.current.some((s) => s.ref === asked || s.key === asked);
  const close = (key: string) => {
    setHeld((now) => now.filter((k) => k !== key));
    setClosed((now) => ({ ...now, [key]: (now[key] ?? 0) + 1 }));
  };
  const placeOf = (key: string) => `${key} ${closed[key] ?? 0}`;
  const none = seen.current.length === 0 && hand.length === 0;
  const many = seen.current.length > IN_FULL;
  if (none && !elsewhere && view.status === 'closed') return <Closed view={view} />;
  return (
    <section className={styles.part} aria-labelledby="stappen">
      <Subtitle1 as="h2" id="stappen" className={styles.title}>
        Open stappen{many && ` (${seen.current.length})`}
      </Subtitle1>
      {elsewhere && <StepForm caseId={view.id} step={asked} gone={false} onDone={onDone} />}
      {hand.map((step) => (
        <StepPlace
          key={placeOf(step.step)}
          caseId={view.id}
          step={toPlace(step)}
          gone={false}
          begins
          byHand
          onHold={() => undefined}
          onDone={onDone}
          onAct={() => undefined}
          onClose={() => {
            onEndBegun(step.step);
            close(step.step);
          }}
        />
      ))}
      {seen.current.map((step, i) => (
        <StepPlace
          key={placeOf(step.key)}
          caseId={view.id}
          step={step}
          gone={!isOpen(step.key)}
          brief={many && i >= IN_FULL && !step.late}
          begins={step.mine && (step.ref === asked || step.key === asked)}
          onHold={() => setHeld((now) => (now.includes(step.key) ? now : [...now, step.key]))}
          onDone={onDone}
          onAct={(act, parent) => onAct({ act, step, parent })}
          onClose={() => close(step.key)}
        />
      ))}
      {none && (
        <Text>{view.status === 'closed' ? 'Deze zaak is gesloten.' : 'Er staan nu geen stappen open.'}</Text>
      )}
      {view.waitsUntil && (
        <Text>Geen stap heeft een datum. Meldpunt vraagt het weer op {shortDay(view.waitsUntil)}.</Text>
      )}
    </section>
  );
}

/** In the place of the steps of a case that asks nothing more. */
function Closed({ view }: { view: CaseView }) {
  const at = view.chronology.findLast(({ kind }) => kind === 'closed')?.at;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <Text block weight="semibold">
          Deze zaak is gesloten.
        </Text>
        {at !== undefined && `Sinds ${dayOf(at)}. `}
        {view.acts.includes('case.reopen') &&
          'Begint het opnieuw? Open de zaak dan weer bij ‘Wat wil je doen?’.'}
      </MessageBarBody>
    </MessageBar>
  );
}

/** The steps as they are now, and those that are held at the place where they stood. */
function kept(before: readonly OpenStep[], now: readonly OpenStep[], held: readonly string[]): OpenStep[] {
  const places = [...now];
  before.forEach((step, i) => {
    if (held.includes(step.key) && !now.some((s) => s.key === step.key)) places.splice(i, 0, step);
  });
  return places;
}

/** A step that nobody asked for yet has no date, and nothing else can be done with it. */
const toPlace = ({ step, title, why }: CaseView['begin'][number]): Placed => ({
  key: step,
  ref: step,
  title,
  why,
  how: [],
  late: false,
  norm: false,
  parents: [],
  mine: true,
  acts: [],
});
