/** The charts of a school year's figures, and what each says in words. */
import type { ReactNode } from 'react';
import type { Row, YearFigures } from '../../api/contract/year.ts';
import { Bars, MonthBars, Ring } from './charts.tsx';
import { Figure } from './Figure.tsx';
import { casesWords, countWords, daysWords, monthWords, numberWords, shortMonth } from './words.ts';

export function FigureCharts({ figures }: { figures: YearFigures }): ReactNode {
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
      {months.length > 0 && (
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
      )}
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
