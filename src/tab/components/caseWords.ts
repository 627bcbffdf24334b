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

/** "3 meldingen"; nothing for the first. */
export const reportsWords = ({ reports }: CaseLine): string | undefined =>
  reports > 1 ? `${reports} meldingen` : undefined;

/** What makes a case more than a first report: "ronde 2, 3 meldingen". */
export function extraWords(line: CaseLine): string | undefined {
  const words = [line.round > 1 ? `ronde ${line.round}` : undefined, reportsWords(line)];
  return words.filter((w) => w !== undefined).join(', ') || undefined;
}
