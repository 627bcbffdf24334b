/** The scores of one pupil over time; loaded only where there is more than one. */
import { tokens } from '@fluentui/react-components';
import { LineChart } from '@fluentui/react-charts';
import { shortDay } from '../dates.ts';

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

export function VoiceChart({ scores }: { scores: { on: string; score: number }[] }) {
  return (
    <div style={{ height: 180 }}>
      <LineChart
        data={{
          chartTitle: 'Hoe veilig de leerling zich voelt, van 0 tot 10',
          lineChartData: [
            {
              legend: 'Veilig',
              color: tokens.colorBrandForeground1,
              data: scores.map(({ on, score }) => ({ x: dayOf(on), y: score })),
            },
          ],
        }}
        height={180}
        hideLegend
        yMinValue={0}
        yMaxValue={10}
        yAxisTickValues={[0, 2, 4, 6, 8, 10]}
        // The first and the last; the table beside it has them all.
        tickValues={[...new Set([scores[0]!.on, scores.at(-1)!.on])].map(dayOf)}
        margins={{ top: 12, right: 32 }}
        customDateTimeFormatter={(date) => shortDay(date.toISOString().slice(0, 10))}
        useUTC
      />
    </div>
  );
}
