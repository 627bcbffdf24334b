import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Card,
  Subtitle2,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CaseView } from '../../api/contract/case.ts';
import { dueWords } from '../dates.ts';
import { chargeWords } from '../components/caseWords.ts';
import { LateBadge } from '../components/LateBadge.tsx';

type Step = CaseView['openSteps'][number];

const OWN = 'afspraak van onze school';

const useStyles = makeStyles({
  card: { borderLeft: '3px solid transparent' },
  late: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  title: { margin: 0 },
  brief: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  named: { display: 'grid', flex: '1 1 16rem' },
  more: { color: tokens.colorNeutralForeground2 },
  // In line with the text above it.
  how: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What a step shows wherever it stands; one that is begun by hand has no date. */
export type Shown = Pick<
  Step,
  'title' | 'for' | 'why' | 'how' | 'due' | 'late' | 'norm' | 'parents' | 'talk' | 'by'
>;

interface Props {
  step: Shown;
  /** Only what and before when: it stands among many. */
  brief?: boolean;
  children?: ReactNode;
}

/** A step that waits: what, before when and why then, why at all, and how (folded); under it what can be done with it. */
export function StepCard({ step, brief, children }: Props) {
  const styles = useStyles();
  const title = (
    <Subtitle2 as="h3" className={styles.title}>
      {step.title}
      {step.for && ` met ${step.for}`}
    </Subtitle2>
  );
  const by = step.by && <Text>Aan zet: {chargeWords(step.by)}</Text>;
  if (brief)
    return (
      <Card className={styles.card}>
        <div className={styles.brief}>
          <div className={styles.named}>
            {title}
            {step.due && <Text className={styles.more}>{dueWords(step.due)}</Text>}
            {by}
          </div>
          {children}
        </div>
      </Card>
    );
  // The reason of a date that rests on a norm says so itself.
  const own = step.norm && !step.due?.why.includes(OWN);
  return (
    <Card className={mergeClasses(styles.card, step.late && styles.late)}>
      <div className={styles.top}>
        {title}
        {step.late && <LateBadge />}
      </div>
      {(step.due || own) && (
        <div className={styles.top}>
          {step.due && (
            <Text>
              <Text weight="semibold">{dueWords(step.due)}</Text>
              <span className={styles.more}>: {step.due.why}</span>
            </Text>
          )}
          {own && (
            <Badge appearance="outline" color="informative">
              {OWN}
            </Badge>
          )}
        </div>
      )}
      {by}
      <Text>{step.why}</Text>
      {step.talk && <Text>{step.talk}</Text>}
      {step.parents.length > 0 && (
        <Text>Nog inlichten: de ouders van {step.parents.map((p) => p.name).join(', ')}</Text>
      )}
      {step.how.length > 0 && (
        <Accordion collapsible className={styles.how}>
          <AccordionItem value="how">
            <AccordionHeader as="h4" size="small">
              Zo doe je dit
            </AccordionHeader>
            <AccordionPanel>
              <ul className={styles.list}>
                {step.how.map((line, index) => (
                  <li key={index}>
                    <Text>{line}</Text>
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      {children}
    </Card>
  );
}
