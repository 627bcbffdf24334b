import {
  Card,
  Radio,
  RadioGroup,
  Switch,
  Text,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import {
  AlertRegular,
  ArrowCircleUpRegular,
  CheckmarkCircleRegular,
  CircleSmallRegular,
  LockClosedRegular,
  LockOpenRegular,
  MegaphoneRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { CaseView } from '../../api/contract/case.ts';
import { dayOf, timeOf } from '../dates.ts';

type Entry = CaseView['chronology'][number];

const icons: Record<Entry['kind'], typeof AlertRegular> = {
  report: MegaphoneRegular,
  step: CheckmarkCircleRegular,
  reminder: AlertRegular,
  escalation: ArrowCircleUpRegular,
  closed: LockClosedRegular,
  reopened: LockOpenRegular,
  other: CircleSmallRegular,
};

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  title: { margin: 0 },
  days: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalL },
  entry: {
    display: 'grid',
    gridTemplateColumns: '1.25rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
  },
  icon: { fontSize: '1.25rem', color: tokens.colorNeutralForeground2 },
  text: { display: 'grid', rowGap: tokens.spacingVerticalXXS },
  more: { color: tokens.colorNeutralForeground2 },
  facts: { margin: 0, marginTop: tokens.spacingVerticalXS, display: 'grid', rowGap: tokens.spacingVerticalS },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  value: { ...typographyStyles.body1, margin: 0, whiteSpace: 'pre-line' },
});

/** What one looks for in a long history. */
const filters = { alles: 'Alles', talk: 'Gesprekken', decision: 'Besluiten' } as const;
type Filter = keyof typeof filters;

/** What happened, by day; the newest day on top until the reader turns it round. */
export function Timeline({ entries }: { entries: Entry[] }) {
  const styles = useStyles();
  const [oldestFirst, setOldestFirst] = useState(false);
  const [filter, setFilter] = useState<Filter>('alles');
  const shown = filter === 'alles' ? entries : entries.filter((entry) => entry.about === filter);
  return (
    <section className={styles.part} aria-label="Wat er gebeurde">
      <div className={styles.top}>
        <RadioGroup
          layout="horizontal"
          aria-label="Wat wil je zien?"
          value={filter}
          onChange={(_, { value }) => setFilter(value as Filter)}
        >
          {Object.entries(filters).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
        <Switch
          label="Oudste eerst"
          checked={oldestFirst}
          onChange={(_, data) => setOldestFirst(data.checked)}
        />
      </div>
      <Card>
        {shown.length === 0 && (
          <Text>
            {filter === 'talk' ? 'Er is nog geen gesprek vastgelegd.' : 'Er is nog niets besloten.'}
          </Text>
        )}
        <div className={styles.days}>
          {byDay(oldestFirst ? shown : shown.toReversed()).map(([day, ofDay]) => (
            <div key={day} className={styles.part}>
              <Text as="h3" weight="semibold" size={300} className={styles.title}>
                {day}
              </Text>
              <ol className={styles.list}>
                {ofDay.map((entry, index) => (
                  <TimelineEntry key={index} entry={entry} />
                ))}
              </ol>
            </div>
          ))}
        </div>
      </Card>
    </section>
  );
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const styles = useStyles();
  const Icon = icons[entry.kind];
  return (
    <li className={styles.entry}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <Text weight={entry.kind === 'other' ? 'regular' : 'semibold'}>{entry.text}</Text>
        <Text size={200} className={styles.more}>
          <time dateTime={entry.at}>{timeOf(entry.at)}</time> · {entry.who}
        </Text>
        {entry.facts.length > 0 && (
          <dl className={styles.facts}>
            {entry.facts.map((fact, index) => (
              <div key={index}>
                <dt className={styles.label}>{fact.label}</dt>
                <dd className={styles.value}>{fact.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** Entries that stand together on one day, in the order given. */
function byDay(entries: Entry[]): [string, Entry[]][] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
