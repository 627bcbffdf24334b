/** What a case holds once it is there; one dialog at a time stands over it. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { CaseView } from '../../api/contract/case.ts';
import { CaseNotes } from './CaseNotes.tsx';
import { Participants } from './Participants.tsx';
import { Timeline } from './Timeline.tsx';
import type { Place } from '../route.ts';
import { setQuery } from '../route.ts';
import { ActDialog } from './ActDialog.tsx';
import type { Wanted } from './actForms.ts';
import { CaseHead } from './CaseHead.tsx';
import { Conformance } from './Conformance.tsx';
import { HandoverAsk } from './HandoverAsk.tsx';
import { Path } from './Path.tsx';
import { Steps } from './Steps.tsx';
import { VersionDialog } from './VersionDialog.tsx';
import { Voice } from './Voice.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 20rem)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXXL,
    alignItems: 'start',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  main: { display: 'grid', rowGap: tokens.spacingVerticalXXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  // In sight wherever on the page it was done.
  said: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 2 },
  tabs: { overflowX: 'auto' },
});

const parts = { verloop: 'Verloop', pad: 'Pad door het protocol', tijd: 'Op tijd?' } as const;
type Part = keyof typeof parts;

interface Props {
  view: CaseView;
  place: Place;
  /** Asks for the newest. */
  look: () => void;
}

export function CaseContent({ view, place, look }: Props) {
  const styles = useStyles();
  const [said, setSaid] = useState<string>();
  const [dialog, setDialog] = useState<Wanted | 'version'>();
  const opener = useRef<HTMLElement>(null);
  const [begun, setBegun] = useState<CaseView['begin']>([]);
  const asked = place.query.get('deel');
  const part: Part = asked === 'pad' || asked === 'tijd' ? asked : 'verloop';
  const ask = (wanted: Wanted | 'version') => {
    opener.current = openerNow();
    setDialog(wanted);
  };
  const close = () => {
    setDialog(undefined);
    // Where it was opened; that may be gone by what was done.
    window.setTimeout(() => {
      const back = opener.current?.isConnected ? opener.current : document.querySelector('h1');
      back?.focus();
    });
  };
  const done = (words: string) => {
    setSaid(words);
    if (dialog) close();
    look();
  };
  const show = (next: Part) => {
    const query = new URLSearchParams(place.query);
    if (next === 'verloop') query.delete('deel');
    else query.set('deel', next);
    setQuery(place, query);
  };
  return (
    <>
      <CaseHead
        view={view}
        onBegin={(step) => setBegun((now) => [step, ...now.filter((s) => s.step !== step.step)])}
        onAct={(act) => ask({ act })}
        onVersion={() => ask('version')}
      />
      {said !== undefined && (
        <MessageBar intent="success" layout="multiline" role="status" className={styles.said}>
          <MessageBarBody>{said}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label="Melding sluiten"
                onClick={() => setSaid(undefined)}
              />
            }
          />
        </MessageBar>
      )}
      {view.askedOfMe && (
        <HandoverAsk caseId={view.id} onDone={done} onDecline={() => ask({ act: 'case.answer' })} />
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Steps
            view={view}
            asked={place.query.get('stap') ?? undefined}
            begun={begun}
            onEndBegun={(id) => setBegun((now) => now.filter((s) => s.step !== id))}
            onAct={ask}
            onDone={look}
          />
          <div className={styles.part}>
            <TabList
              className={styles.tabs}
              aria-label="Meer over de zaak"
              selectedValue={part}
              onTabSelect={(_, { value }) => show(value as Part)}
            >
              {Object.entries(parts).map(([value, label]) => (
                <Tab key={value} value={value}>
                  {label}
                </Tab>
              ))}
            </TabList>
            {part === 'verloop' && <Timeline entries={view.chronology} />}
            {part === 'pad' && <Path path={view.path} />}
            {part === 'tijd' && <Conformance view={view} onAct={ask} />}
          </div>
        </div>
        <div className={styles.main}>
          {view.schoolYear === undefined && <Participants view={view} onAct={ask} />}
          {view.voice.length > 0 && <Voice voice={view.voice} />}
          <CaseNotes view={view} onDone={done} />
        </div>
      </div>
      {dialog === 'version' && <VersionDialog caseId={view.id} onClose={close} onDone={done} />}
      {dialog && dialog !== 'version' && (
        <ActDialog view={view} wanted={dialog} onClose={close} onDone={done} />
      )}
    </>
  );
}

/** What opens a dialog, to come back to: the button that has the focus, or that of the menu in which it is. */
function openerNow(): HTMLElement | null {
  const now = document.activeElement;
  const menu = now?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menu ? document.getElementById(menu) : now instanceof HTMLElement ? now : null;
}
