import type { CaseView } from '../../api/contract/case.ts';
import type { CaseLine } from '../../api/contract/cases.ts';

/** "Mila de Boer" and "mentor"; only the function when nobody holds it. */
export function leadWords(lead: CaseLine['lead']): { main: string; more: string | undefined } {
  return lead.name ? { main: lead.name, more: lead.function } : { main: lead.function, more: undefined };
}

/** The same in one line: "Mila de Boer (mentor)". */
export function chargeWords(held: CaseLine['lead']): string {
  const { main, more } = leadWords(held);
  return more === undefined ? main : `${main} (${more})`;
}

/** "Zaak 2026-0001", or "Schooljaar 2026-2027" for the case of a school year's own steps. */
export const calledOf = (view: CaseView): string =>
  `${view.schoolYear === undefined ? 'Zaak' : 'Schooljaar'} ${view.number}`;

/** What makes a case more than a first report: "ronde 2, 3 meldingen". */
export function extraWords(line: CaseLine): string | undefined {
  const words = [
    line.round > 1 ? `ronde ${line.round}` : undefined,
    line.reports > 1 ? `${line.reports} meldingen` : undefined,
  ];
  return words.filter((w) => w !== undefined).join(', ') || undefined;
}

/** Late first, then by date; a case without a date comes last. */
export function byUrgency(a: CaseLine, b: CaseLine): number {
  if (a.late !== b.late) return a.late ? -1 : 1;
  const dates = (a.due?.by ?? '9999').localeCompare(b.due?.by ?? '9999');
  return dates || a.number.localeCompare(b.number, 'nl', { numeric: true });
}
