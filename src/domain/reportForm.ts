/** What the form of a report asks (P4), in the words of every place where one fills it in. */
import type { Report } from './case.ts';
import { limits } from './limits.ts';

interface Choice<T extends string = string> {
  title: string;
  value: T;
}

export const unsure: Choice<Report['safe']>[] = [
  { title: 'Ja', value: 'ja' },
  { title: 'Nee', value: 'nee' },
  { title: 'Weet ik niet', value: 'onbekend' },
];
export const sources: Choice<Report['source']>[] = [
  { title: 'Zelf gezien', value: 'zelf' },
  { title: 'Van een leerling', value: 'leerling' },
  { title: 'Van een ouder', value: 'ouder' },
  { title: 'Van een collega', value: 'collega' },
  { title: 'Online gezien', value: 'online' },
];
export const parts: Choice<Report['involved'][number]['part']>[] = [
  { title: 'Deed mogelijk iets', value: 'deed' },
  { title: 'Deed mee', value: 'deed-mee' },
  { title: 'Zag het', value: 'zag' },
  { title: 'Weet ik niet', value: 'onbekend' },
];

/** What makes it bullying (K2), and whether it plays beyond the team (K4); each may be left open. */
export const threes = [
  { id: 'often', label: 'Gebeurt dit vaker?' },
  { id: 'onPurpose', label: 'Is het met opzet?' },
  { id: 'unequal', label: 'Is de ander sterker, of zijn ze met meer?' },
  { id: 'beyond', label: 'Speelt het ook buiten de klas of het kernteam?' },
] as const;

/** What is said of a field that is missing or wrong. */
export const missing: Record<string, string> = {
  about: 'Kies over wie je je zorgen maakt, of typ de naam.',
  story: `Vertel wat je zag of hoorde, in hooguit ${limits.story} tekens.`,
  source: 'Kies hoe je dit weet.',
  happened: 'Kies wanneer het was.',
  safe: 'Kies of de leerling nu veilig is: ja, nee of weet ik niet.',
};
