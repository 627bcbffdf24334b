/** The scores of one pupil over time; loaded only where there is more than one. */
import { tokens } from '@fluentui/react-components';
import { LineChart } from '@fluentui/react-charts';

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
              data: scores.map(({ on, score }) => ({ x: new Date(`${on}T00:00:00Z`), y: score })),
            },
          ],
        }}
        height={180}
        hideLegend
        yMinValue={0}
        yMaxValue={10}
        yAxisTickValues={[0, 2, 4, 6, 8, 10]}
        culture="nl-NL"
        useUTC
      />
    </div>
  );
}
