/** Which row of the contract is shown by which part of which protocol, and by which scenarios. */
import { protocolIds, protocolNamed, scenariosOf } from './harness.ts';

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
/** The rows of each protocol's own table, and those of practice and of all protocols that ask something of a running case. */
const contract: Record<string, string[]> = {
  kiim: [...numbered('K', 22), 'A2', 'A3', 'A5', 'A6', 'P5', 'P6', 'P7', 'P8', 'P9', 'P11', 'P19', 'P23'],
  mijnplein: numbered('M', 12),
  zevenstappen: numbered('S', 8),
  zevensprong: numbered('Z', 12),
  handelingsplan: numbered('H', 7),
};
/** Rows that a running case alone can't show, and where they are shown. */
const elsewhere: Record<string, string> = {
  K2: 'chat: the report form shows the three questions and the difference',
  K3: 'chat: the report form, its behaviours and signals',
  K19: 'chat: the confidential door',
  K20: 'chat and tab: advice for parents, from knowledge',
  K22: 'chat: looking up, from knowledge',
  H7: 'documents: the plan as a Word file',
};

/** Every part of a protocol that carries a row: "step", "step.outcome", "lead", "norm.name". */
function partsWith(row: string, value: unknown, path: string[] = []): string[] {
  if (Array.isArray(value))
    return value.flatMap((inner, i) => partsWith(row, inner, [...path, nameOf(inner, i)]));
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'rows' in value && Array.isArray(value.rows) && value.rows.includes(row) ? [path.join('.')] : [];
  const inner = Object.entries(value).filter(([name]) => name !== 'rows');
  const skip = ['steps', 'outcomes'];
  return [
    ...own,
    ...inner.flatMap(([name, v]) => partsWith(row, v, skip.includes(name) ? path : [...path, name])),
  ];
}
const nameOf = (value: unknown, i: number) =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(i);

test('each row of the contract is covered by a part of the protocol and by a scenario, or is shown elsewhere', () => {
  const lines = protocolIds.flatMap((id) => {
    const protocol = protocolNamed(id);
    const scenarios = scenariosOf(id);
    return contract[id]!.map((row) => ({
      row,
      parts: partsWith(row, protocol),
      scenarios: scenarios.filter((s) => s.scenario.rows.includes(row)).map((s) => s.name),
    }));
  });
  const table = lines.map(({ row, parts, scenarios }) => {
    const where = elsewhere[row] ?? `${parts.join(', ') || '–'} → ${scenarios.join(', ') || '–'}`;
    return `${row.padEnd(4)} ${where}`;
  });
  console.info(table.join('\n'));
  const engine = lines.filter(({ row }) => !elsewhere[row]);
  const ofAll = (row: string) =>
    /^[AP]/.test(row) && !['P7', 'P8', 'P9', 'P11', 'P19', 'P23', 'P6'].includes(row);
  expect(engine.filter((l) => l.scenarios.length === 0).map((l) => l.row)).toEqual([]);
  expect(engine.filter((l) => !ofAll(l.row) && l.parts.length === 0).map((l) => l.row)).toEqual([]);
});
