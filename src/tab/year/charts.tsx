/** The charts of the figures, in the colours of the theme. */
import { tokens } from '@fluentui/react-components';
import {
  DonutChart,
  GroupedVerticalBarChart,
  HorizontalBarChart,
  HorizontalBarChartVariant,
} from '@fluentui/react-charts';
import type { Count, Row } from '../../api/contract/year.ts';
import { numberWords } from './words.ts';

const colours = { first: tokens.colorBrandForeground1, second: tokens.colorPaletteTealBorderActive };

/** What is hidden has no bar. */
const known = <T extends { count: Count }>(rows: readonly T[]) =>
  rows.flatMap(({ count, ...row }) => (count === 'few' ? [] : [{ ...row, count }]));

/** Two bars for each month. */
export function MonthBars(props: { months: { label: string; reports: Count; cases: Count }[] }) {
  const bar = (count: Count, key: string, legend: string, color: string) =>
    count === 'few' ? [] : [{ key, data: count, color, legend }];
  return (
    <GroupedVerticalBarChart
      culture="nl-NL"
      height={260}
      hideTooltip
      yAxisTickCount={4}
      data={props.months.map(({ label, reports, cases }) => ({
        name: label,
        series: [
          ...bar(reports, 'reports', 'Meldingen', colours.first),
          ...bar(cases, 'cases', 'Zaken', colours.second),
        ],
      }))}
    />
  );
}

/** A bar for each row, with its name and number above it. */
export function Bars({ rows, words = numberWords }: { rows: Row[]; words?: (count: number) => string }) {
  const bars = known(rows);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <HorizontalBarChart
      culture="nl-NL"
      hideTooltip
      hideLabels
      variant={HorizontalBarChartVariant.AbsoluteScale}
      data={bars.map(({ label, count }) => ({
        chartTitle: `${label}: ${words(count)}`,
        chartData: [
          { legend: label, horizontalBarChartdata: { x: count, total: most }, color: colours.first },
        ],
      }))}
    />
  );
}

/** Parts of a whole. */
export function Ring({ rows }: { rows: Row[] }) {
  const parts = known(rows);
  const [first] = parts;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <DonutChart
      culture="nl-NL"
      height={220}
      innerRadius={62}
      hideTooltip
      valueInsideDonut={first && total > 0 ? `${numberWords(Math.round((first.count / total) * 100))}%` : ''}
      data={{
        chartData: parts.map(({ label, count }, i) => ({
          legend: label,
          data: count,
          color: i === 0 ? colours.first : tokens.colorPaletteRedBorderActive,
        })),
      }}
    />
  );
}
