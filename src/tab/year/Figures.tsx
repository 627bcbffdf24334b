/** The first figures of a school year (A7): without names, each chart with its table. */
import {
  Link,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Count, Row, YearFigures } from '../../api/contract/year.ts';
import { hrefOf } from '../route.ts';
import { Bars, MonthBars, Ring } from './charts.tsx';
import { Figure } from './Figure.tsx';
import {
  casesWords,
  countWords,
  daysWords,
  monthWords,
  numberWords,
  shortMonth,
  yearWords,
} from './words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  title: { margin: 0 },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function Figures({ figures }: { figures: YearFigures }) {
  const styles = useStyles();
  const { cases, open } = figures;
  const none = cases === 0;
  return (
    <section className={styles.part} aria-labelledby="cijfers">
      <div>
        <Subtitle1 as="h2" id="cijfers" className={styles.title}>
          Cijfers
        </Subtitle1>
        <Text className={styles.more}>
          {none ? (
            <>
              In schooljaar {yearWords(figures.year)} is er nog niets gemeld, dus er valt nog niets te tellen.{' '}
              <Link href={hrefOf('melden')}>Melding maken</Link>
            </>
          ) : (
            'Over alle zaken die in dit schooljaar begonnen. Er staan geen namen in.'
          )}
        </Text>
      </div>
      {!none && (
        <>
          {!open && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>
                Getallen onder {figures.smallest} zijn verborgen, zodat niemand een leerling kan herkennen.
                Soms is ook het getal ernaast verborgen, omdat je het kleine anders kunt uitrekenen. In een
                tekening ontbreekt dan de balk.
              </MessageBarBody>
            </MessageBar>
          )}
          <Tiles figures={figures} />
          <Charts figures={figures} />
        </>
      )}
    </section>
  );
}

const total = (count: Count, smallest: number) =>
  count === 'few' ? `minder dan ${smallest}` : String(count);

function Tiles({ figures }: { figures: YearFigures }) {
  const styles = useStyles();
  const { reports, cases, smallest, firstTalk, close, safety } = figures;
  const tiles: [string, string | undefined][] = [
    ['Meldingen', total(reports, smallest)],
    ['Zaken', total(cases, smallest)],
    ['Tot het eerste gesprek', firstTalk && daysWords(firstTalk.median)],
    ['Tot het sluiten', close && daysWords(close.median)],
    ['Cijfer voor veiligheid', safety && `${numberWords(safety.start)} → ${numberWords(safety.end)}`],
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.flatMap(([name, value]) =>
        value === undefined
          ? []
          : [
              <div key={name} className={styles.tile}>
                <dt className={styles.more}>{name}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>,
            ],
      )}
    </dl>
  );
}

function Charts({ figures }: { figures: YearFigures }): ReactNode {
  const { months, steps, firstTalk, close, safety, rounds } = figures;
  const onTime: Row[] = [
    { label: 'Op tijd', count: steps.inTime },
    { label: 'Te laat', count: steps.late },
  ];
  const times = [
    { label: 'Van melding tot het eerste gesprek', middle: firstTalk },
    { label: 'Van melding tot sluiten', middle: close },
  ].flatMap(({ label, middle }) => (middle ? [{ label, ...middle }] : []));
  return (
    <>
      <Figure
        title="Meldingen en zaken per maand"
        caption={busiest(months)}
        chart={<MonthBars months={months.map((m) => ({ ...m, label: shortMonth(m.month) }))} />}
        head={['Maand', 'Meldingen', 'Zaken']}
        rows={months.map(({ month, reports, cases }) => [
          monthWords(month),
          countWords(reports),
          countWords(cases),
        ])}
      />
      <Counted
        title="Wat er gemeld is"
        what="Gedrag"
        rows={figures.behaviours}
        note="Eén zaak kan meer soorten hebben."
      />
      <Counted
        title="Waar het gebeurde"
        what="Plaats"
        rows={figures.places}
        note="Eén zaak kan meer plaatsen hebben."
      />
      <Counted title="In welke groep" what="Groep" rows={figures.groups} />
      <Counted title="Hoeveel rondes het kostte" what="Rondes" rows={rounds} />
      {times.length > 0 && (
        <Figure
          title="Hoe lang het duurde"
          caption="De middelste zaak: de helft ging sneller, de helft duurde langer. In dagen, vrije dagen meegeteld."
          chart={
            <Bars rows={times.map(({ label, median }) => ({ label, count: median }))} words={daysWords} />
          }
          head={['Hoe lang', 'Duur', 'Van']}
          rows={times.map(({ label, median, of }) => [label, daysWords(median), casesWords(of)])}
        />
      )}
      {(steps.inTime !== 0 || steps.late !== 0) && (
        <Figure
          title="Stappen op tijd of te laat"
          caption={onTimeWords(steps)}
          chart={drawable(onTime) && <Ring rows={onTime} />}
          head={['Stappen', 'Aantal']}
          rows={onTime.map(({ label, count }) => [label, countWords(count)])}
        />
      )}
      {safety && (
        <Figure
          title="Hoe veilig de leerling zich voelt"
          caption={`Het middelste cijfer, van 0 tot 10, van ${casesWords(safety.of)} die een cijfer aan het begin en aan het eind hebben.`}
          chart={
            <Bars
              rows={[
                { label: 'Aan het begin', count: safety.start },
                { label: 'Bij het sluiten', count: safety.end },
              ]}
            />
          }
          head={['Wanneer', 'Cijfer']}
          rows={[
            ['Aan het begin', numberWords(safety.start)],
            ['Bij het sluiten', numberWords(safety.end)],
          ]}
        />
      )}
    </>
  );
}

/** How often each thing of a kind is there. */
function Counted({
  title,
  what,
  rows,
  note,
}: {
  title: string;
  what: string;
  rows: Row[];
  note?: string;
}): ReactNode {
  if (rows.length === 0) return undefined;
  const [first] = rows;
  const most = first && first.count !== 'few' ? `Vaakst: ${first.label} (${first.count}).` : undefined;
  return (
    <Figure
      title={title}
      caption={[most, note].filter(Boolean).join(' ') || 'De aantallen zijn te klein om te tekenen.'}
      chart={drawable(rows) && <Bars rows={rows} />}
      head={[what, 'Zaken']}
      rows={rows.map(({ label, count }) => [label, countWords(count)])}
    />
  );
}

const drawable = (rows: readonly Row[]) => rows.some(({ count }) => count !== 'few' && count > 0);

function busiest(months: YearFigures['months']): string {
  const counts = months.flatMap(({ month, reports }) => (reports === 'few' ? [] : [{ month, reports }]));
  const [most] = counts.toSorted((a, b) => b.reports - a.reports);
  if (!most || most.reports === 0) return 'Per maand zijn het er weinig.';
  return `De meeste meldingen kwamen in ${monthWords(most.month)} (${most.reports}).`;
}

function onTimeWords({ inTime, late }: YearFigures['steps']): string {
  if (inTime === 'few' || late === 'few') return 'Van de stappen met een datum die klaar zijn.';
  const share = Math.round((inTime / (inTime + late)) * 100);
  return `Van de stappen met een datum die klaar zijn, was ${share}% op tijd.`;
}
