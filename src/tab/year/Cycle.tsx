/** What the protocol asks of a school year, by month: done, late, open and to come (K21, M12, Z10–Z12). */
import {
  Card,
  Link,
  Subtitle1,
  Subtitle2,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleHintRegular,
  CircleRegular,
  ErrorCircleFilled,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { YearStep, YearView } from '../../api/contract/year.ts';
import { WhyThen } from '../components/WhyThen.tsx';
import { longDay, shortDay } from '../dates.ts';
import { useMe } from '../me.ts';
import { caseHref, hrefOf } from '../route.ts';
import { monthWords } from './words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0 },
  months: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 20rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  now: { outline: `2px solid ${tokens.colorBrandStroke1}` },
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  step: {
    display: 'grid',
    gridTemplateColumns: '1.5rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
  },
  icon: { fontSize: '20px', display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  late: { color: tokens.colorPaletteRedForeground1 },
  open: { color: tokens.colorBrandForeground1 },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  lateText: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function Cycle({ view }: { view: YearView }) {
  const styles = useStyles();
  const { today } = useMe();
  const steps = view.months.flatMap((month) => month.steps);
  const count = (state: YearStep['state']) => steps.filter((step) => step.state === state).length;
  return (
    <section className={styles.part} aria-labelledby="jaarplanning">
      <div>
        <Subtitle1 as="h2" id="jaarplanning" className={styles.title}>
          Jaarplanning
        </Subtitle1>
        {view.planned ? (
          <Text className={styles.more}>
            {count('done')} van {steps.length - count('missed')} gedaan, {count('late') || 'niets'} te laat.
            {view.lead && ` De ${view.lead} houdt dit bij.`}{' '}
            {view.case && <Link href={caseHref(view.case)}>Naar de taken van dit schooljaar</Link>}
          </Text>
        ) : (
          <Text className={styles.more}>
            Er is geen jaarplanning van dit schooljaar.{' '}
            <Link href={hrefOf('protocol', 'stappen')}>Kijk wat het protocol vraagt</Link>
          </Text>
        )}
      </div>
      <ul className={styles.months}>
        {view.months.map(({ month, steps: list }) => (
          <li key={month ?? ''}>
            <Card className={mergeClasses(month === today.slice(0, 7) && styles.now)}>
              <Subtitle2 as="h3" className={styles.title}>
                {month === undefined ? 'Nog zonder datum' : monthWords(month)}
                {month === today.slice(0, 7) && ' (nu)'}
              </Subtitle2>
              <ul className={styles.steps}>
                {list.map((step) => (
                  <Step key={step.key} step={step} />
                ))}
              </ul>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

const icons = {
  done: { icon: <CheckmarkCircleFilled />, title: 'Gedaan' },
  late: { icon: <ErrorCircleFilled />, title: 'Te laat' },
  open: { icon: <CircleRegular />, title: 'Open' },
  later: { icon: <CircleHintRegular />, title: 'Komt nog' },
  skipped: { icon: <SubtractCircleRegular />, title: 'Overgeslagen' },
  lapsed: { icon: <SubtractCircleRegular />, title: 'Hoeft niet meer' },
  missed: { icon: <SubtractCircleRegular />, title: 'Niet gevraagd' },
};

function Step({ step }: { step: YearStep }) {
  const styles = useStyles();
  const { state, due } = step;
  const { icon, title } = icons[state];
  const colour =
    state === 'done' ? styles.done : state === 'late' ? styles.late : state === 'open' && styles.open;
  return (
    <li className={styles.step}>
      <span role="img" aria-label={title} className={mergeClasses(styles.icon, colour)}>
        {icon}
      </span>
      <div>
        <Text weight="semibold">{step.title}</Text>
        <Text size={200} className={mergeClasses(styles.more, state === 'late' && styles.lateText)}>
          {whenWords(step)}
          {due && ahead(state) && <WhyThen date={shortDay(due.by)} why={due.why} />}
        </Text>
        {ahead(state) && (
          <Text size={200} className={styles.more}>
            Door: {step.who}
          </Text>
        )}
      </div>
    </li>
  );
}

/** Whether somebody still has to do it. */
const ahead = (state: YearStep['state']) => state === 'late' || state === 'open' || state === 'later';

function whenWords({ state, due, opens, on, by }: YearStep): string {
  const until = due ? `uiterlijk ${shortDay(due.by)}` : 'zonder vaste datum';
  switch (state) {
    case 'done':
      return `Gedaan${on ? ` op ${longDay(on)}` : ''}${by ? ` door de ${by}` : ''}`;
    case 'late':
      return `Te laat: ${until}`;
    case 'open':
      return `Open, ${until}`;
    case 'later':
      return opens ? `Begint ${shortDay(opens)}, ${until}` : `Komt nog, ${until}`;
    case 'skipped':
      return `Overgeslagen${on ? ` op ${longDay(on)}` : ''}`;
    case 'lapsed':
      return 'Hoeft niet meer';
    case 'missed':
      return 'Niet gevraagd: dit was al voorbij toen Meldpunt begon';
  }
}
