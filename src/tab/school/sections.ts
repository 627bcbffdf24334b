/** The parts of the school, by their word in the address. */
export const sections = {
  personen: 'Mensen',
  groepen: 'Groepen en kernteams',
  leerlingen: 'Leerlingen',
  dagen: 'Vakanties en studiedagen',
  kanalen: 'Kanalen',
  dagopening: 'Dagopening',
  noodnummers: 'Noodnummers',
  afspraken: 'Afspraken van onze school',
  privacy: 'Privacy',
  protocol: 'Protocol',
} as const;
export type Section = keyof typeof sections;

export const sectionIn = (id: string | undefined): Section =>
  id !== undefined && Object.hasOwn(sections, id) ? (id as Section) : 'personen';
