/** The parts of the protocol page, by their word in the address. */
import { hrefOf } from '../route.ts';

export const sections = [
  { id: 'overzicht', title: 'Overzicht' },
  { id: 'herkennen', title: 'Herkennen' },
  { id: 'stappen', title: 'Stappen' },
  { id: 'afspraken', title: 'Afspraken' },
  { id: 'opzoeken', title: 'Opzoeken' },
  { id: 'wie', title: 'Wie is wie' },
  { id: 'versies', title: 'Versies' },
] as const;
export type SectionId = (typeof sections)[number]['id'];

export const sectionIn = (id: string | undefined): SectionId =>
  sections.find((section) => section.id === id)?.id ?? 'overzicht';

export const sectionHref = (id: SectionId, at?: string): string =>
  hrefOf('protocol', id, at === undefined ? undefined : new URLSearchParams({ bij: at }));
export const stepHref = (id: string): string => sectionHref('stappen', id);
