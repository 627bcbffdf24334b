/** All that the protocol says of one step. */
import { Badge, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { StepText } from '../../api/contract/protocol.ts';
import { Lines } from './Block.tsx';

const useStyles = makeStyles({
  all: { display: 'grid', rowGap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalXS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXS },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { marginTop: tokens.spacingVerticalS },
  },
  value: { margin: 0, minWidth: 0 },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  own: { marginLeft: tokens.spacingHorizontalS },
});

export const OWN = 'afspraak van onze school';

export function StepDetails({ step, lvs }: { step: StepText; lvs: string }) {
  const styles = useStyles();
  const own = (
    <Badge appearance="outline" className={styles.own}>
      {OWN}
    </Badge>
  );
  const labelled = ({ label, more }: { label: string; more: string[] }) => (
    <>
      {label}
      {more.length > 0 && (
        <Text size={200} className={styles.more}>
          {more.map(sentence).join(' ')}
        </Text>
      )}
    </>
  );
  const facts: [string, ReactNode][] = [
    ['Wie', sentence(step.who)],
    ['Begint', sentence(step.opens)],
    [
      'Wanneer klaar',
      step.due.length > 0
        ? listed(
            step.due.map(({ text, own: isOwn }) => (
              <>
                {sentence(text)}
                {isOwn && own}
              </>
            )),
          )
        : 'Zonder vaste datum.',
    ],
    ['Zo doe je het', step.how.length > 0 && <Lines lines={step.how} />],
    ['Let op', step.notes.length > 0 && listed(step.notes)],
    ['Je vult in', step.questions.length > 0 && <Lines lines={step.questions.map(labelled)} />],
    ['Zo kan het aflopen', <Lines key="outcomes" lines={step.outcomes.map(labelled)} />],
    [
      'Wie hoort het',
      step.tells.length > 0 && (
        <Lines
          lines={step.tells.map(({ to, when, says }) =>
            labelled({ label: `${upperFirst(to)}, ${when}`, more: [`“${says}”`] }),
          )}
        />
      ),
    ],
    ['Ouders', step.parents],
    [`In ${lvs}`, step.registers.length > 0 && listed(step.registers)],
  ];
  return (
    <div className={styles.all}>
      <Text>
        {step.why}
        {step.own && own}
      </Text>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== undefined && value !== false)
          .map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** With a capital and a full stop, unless it ends a sentence by itself. */
const sentence = (text: string) => `${upperFirst(text)}${/[.?!”]$/.test(text) ? '' : '.'}`;
/** One line as it is, more of them as a list. */
const listed = (lines: ReactNode[]) => (lines.length === 1 ? lines[0] : <Lines lines={lines} />);
