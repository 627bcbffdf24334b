/** The list of open cases as a spreadsheet: functions instead of people, and nothing of a pupil but the group. */
import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from 'write-excel-file/node';
import type { CaseLine } from './contract/cases.ts';

interface Column {
  title: string;
  width: number;
  value: (line: CaseLine) => Cell;
}
const columns: Column[] = [
  { title: 'Zaak', width: 12, value: (line) => line.number },
  { title: 'Groep', width: 10, value: (line) => line.group },
  { title: 'Kernteam', width: 16, value: (line) => line.team },
  { title: 'Stap', width: 32, value: (line) => line.step },
  { title: 'Aan zet', width: 24, value: (line) => line.lead.function },
  { title: 'Uiterlijk', width: 12, value: (line) => dateCell(line.due?.by) },
  { title: 'Waarom dan', width: 48, value: (line) => line.due?.why },
  { title: 'Te laat', width: 8, value: (line) => (line.late ? 'ja' : 'nee') },
  { title: 'Ronde', width: 8, value: (line) => line.round },
  { title: 'Meldingen', width: 10, value: (line) => line.reports },
  { title: 'Gedrag', width: 40, value: (line) => line.behaviours.map(({ label }) => label).join(', ') },
];

const dateCell = (date: string | undefined): Cell =>
  date === undefined ? undefined : { type: Date, value: new Date(`${date}T00:00:00Z`), format: 'dd-mm-yyyy' };

/** The lines in the order given. */
export const sheetOf = (lines: readonly CaseLine[]): Promise<Buffer> =>
  writeXlsxFile(
    [
      columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const })),
      ...lines.map((line) => columns.map(({ value }) => value(line))),
    ],
    { sheet: 'Open zaken', columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer();
