/** Where one step stands: the step, its form once it is asked for, and what it led to once it was done. */
import {
  Button,
  Card,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleFilled, MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { StepAct } from '../../api/contract/case.ts';
import type { StepDone } from '../../api/contract/step.ts';
import type { Shown } from './StepCard.tsx';
import { StepCard } from './StepCard.tsx';
import { shortDay } from '../dates.ts';
import { stepActTitles } from './actTitles.ts';
import { StepForm } from './StepForm.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hidden: { display: 'none' },
  place: { outlineStyle: 'none' },
  head: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  icon: { color: tokens.colorStatusSuccessForeground1, fontSize: '1.5rem', flexShrink: 0 },
  title: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  more: { color: tokens.colorNeutralForeground2 },
});

/** What the place of a step knows of it. */
export interface Placed extends Shown {
  key: string;
  ref: string;
  mine: boolean;
  acts: StepAct[];
}

interface Props {
  caseId: string;
  step: Placed;
  /** Somebody else ended it meanwhile. */
  gone: boolean;
  /** Its form stands open from the start, as for a link to it. */
  begins: boolean;
  /** It is begun by hand: it can be put away as if it was not. */
  byHand?: boolean;
  /** It stands among many: only what and before when, until more is asked. */
  brief?: boolean;
  /** A form was opened, or something was done: the place must stay. */
  onHold: () => void;
  onDone: () => void;
  /** `parent`: the pupil whose parents it is about. */
  onAct: (act: StepAct, parent?: Shown['parents'][number]) => void;
  /** The place can go. */
  onClose: () => void;
}

export function StepPlace(props: Props) {
  const { caseId, step, gone, begins, byHand, brief, onHold, onDone, onAct, onClose } = props;
  const styles = useStyles();
  const [form, setForm] = useState<'none' | 'open' | 'folded'>('none');
  const [done, setDone] = useState<StepDone>();
  const [more, setMore] = useState(false);
  const short = brief === true && !more && !gone && form === 'none';
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!begins) return;
    setForm('open');
    onHold();
    place.current?.scrollIntoView({ block: 'start' });
    // Once for each time that it is asked for, not for each new `onHold`.
  }, [begins]);
  const does = step.mine && !gone && !byHand;
  const others = step.acts.length > 0 && !gone && !short;
  const goes = gone || byHand === true;
  const showMore = () => {
    setMore(true);
    // The button goes; the place stays.
    place.current?.focus();
  };
  if (done) return <Result done={done} onClose={onClose} />;
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      <StepCard step={step} brief={short}>
        {form !== 'none' && (
          <div className={form === 'folded' ? styles.hidden : undefined}>
            <StepForm
              caseId={caseId}
              step={step.ref}
              gone={gone}
              onDone={(result) => {
                setDone(result);
                onDone();
              }}
            />
          </div>
        )}
        {(does || others || short || goes) && (
          <div className={styles.buttons}>
            {does && (
              <Button
                appearance={form === 'open' || short ? 'secondary' : 'primary'}
                aria-expanded={form === 'open'}
                onClick={() => {
                  setForm(form === 'open' ? 'folded' : 'open');
                  onHold();
                }}
              >
                {form === 'open' ? 'Formulier inklappen' : 'Doen'}
              </Button>
            )}
            {others && (
              <Menu>
                <MenuTrigger disableButtonEnhancement>
                  <Button appearance="subtle" icon={<MoreHorizontalRegular />}>
                    Iets anders
                  </Button>
                </MenuTrigger>
                <MenuPopover>
                  <MenuList>
                    {step.acts
                      .filter((act) => act !== 'step.parents')
                      .map((act) => (
                        <MenuItem key={act} onClick={() => onAct(act)}>
                          {stepActTitles[act]}
                        </MenuItem>
                      ))}
                    {step.acts.includes('step.parents') &&
                      step.parents.map((parent) => (
                        <MenuItem key={parent.key} onClick={() => onAct('step.parents', parent)}>
                          {`Contact met de ouders van ${parent.name}`}
                        </MenuItem>
                      ))}
                  </MenuList>
                </MenuPopover>
              </Menu>
            )}
            {short && (
              <Button appearance="subtle" aria-label={`Meer over ${step.title}`} onClick={showMore}>
                Meer
              </Button>
            )}
            {goes && <Button onClick={onClose}>{byHand ? 'Toch niet' : 'Sluiten'}</Button>}
          </div>
        )}
      </StepCard>
    </div>
  );
}

/** What was done and what comes next, in the place of the form; the focus goes there. */
function Result({ done, onClose }: { done: StepDone; onClose: () => void }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="status" className={styles.place}>
      <Card>
        <div className={styles.head}>
          <CheckmarkCircleFilled className={styles.icon} aria-hidden />
          <Subtitle2 as="h3" className={styles.title}>
            {done.title}
          </Subtitle2>
        </div>
        <Text>
          Vastgelegd: {done.outcome}.{done.closed && ' Deze zaak is gesloten.'}
        </Text>
        {done.next.length > 0 && (
          <div>
            <Text weight="semibold">Dit komt nu:</Text>
            <ul className={styles.list}>
              {done.next.map((next) => (
                <li key={next.title}>
                  <Text>
                    {next.title}
                    {next.by && <span className={styles.more}>, uiterlijk {shortDay(next.by)}</span>}
                  </Text>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>Sluiten</Button>
        </div>
      </Card>
    </div>
  );
}
