/** A message to one vertrouwenspersoon (P3): its form, the warning before it, and what takes its place. */
import type { Letter } from '../domain/confidential.ts';
import { limits } from '../domain/limits.ts';
import type { Person, School } from '../domain/school.ts';
import type { Setting } from './confidants.ts';
import { absenceOf, called, choosable, confidantsCard, MEANS } from './confidants.ts';
import { doorButton, screen } from './doors.ts';
import { formCard } from './form.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import { emergencyLines } from './report.ts';
import type { ReportFields } from './reportFields.ts';
import type { FormIds } from './settings.ts';
import type { Card } from './template.ts';
import { plainText } from './template.ts';

const approaches: Record<Letter['approach'], string> = {
  ja: 'Ja, spreek me gerust aan',
  bericht: 'Stuur me liever eerst een bericht',
  nee: 'Nee, ik kom zelf langs',
};
export const SAFE: Record<Letter['safe'], string> = { ja: 'Ja', nee: 'Nee', onbekend: 'Weet ik niet' };
const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

/** @param warned whether the writer saw whom to call now (P2): they are not asked about it again */
export function confidentialForm(
  setting: Setting,
  ids: FormIds,
  fields: ReportFields,
  { error, warned }: { error?: string; warned: boolean },
): Card {
  const confidants = choosable(setting);
  if (confidants.length === 0) return confidantsCard(setting, fields);
  const value = (id: string) => fields[id] ?? '';
  const only = confidants.length === 1 ? confidants[0]!.id : '';
  return formCard({
    title: 'Bericht aan de vertrouwenspersoon',
    lines: MEANS,
    error,
    inputs: [
      input({
        id: 'to',
        type: 'choice',
        label: 'Aan wie?',
        required: true,
        errorMessage: 'Kies aan wie je schrijft.',
        value: value('to') || only,
        choices: confidants.map((person) => {
          const away = absenceOf(person, setting);
          return { value: person.id, title: called(person, setting.protocol) + (away && ` (${away})`) };
        }),
      }),
      input({
        id: 'aboutName',
        type: 'line',
        label: 'Over wie gaat het? (mag leeg blijven)',
        value: value('aboutName'),
      }),
      input({
        id: 'story',
        type: 'text',
        label: 'Wat zag of hoorde je?',
        placeholder: 'Wat er gebeurde, zo precies als je weet',
        required: true,
        errorMessage: 'Vertel wat je zag of hoorde.',
        max: limits.story,
        value: value('story'),
      }),
      input({
        id: 'safe',
        type: 'choice',
        label: 'Is de leerling nu veilig?',
        required: true,
        errorMessage: 'Kies of de leerling nu veilig is.',
        value: value('safe'),
        choices: choicesOf(SAFE),
      }),
      input({
        id: 'approach',
        type: 'choice',
        label: 'Mag de vertrouwenspersoon je aanspreken?',
        required: true,
        errorMessage: 'Kies of de vertrouwenspersoon je mag aanspreken.',
        value: value('approach'),
        choices: choicesOf(approaches),
      }),
      input({
        id: 'contact',
        type: 'line',
        label: 'Hoe en wanneer ben je te bereiken? (mag leeg blijven)',
        value: value('contact'),
      }),
    ],
    buttons: [{ title: 'Versturen', style: 'positive', data: sending(ids, warned) }],
  });
}

const sending = (ids: FormIds, warned: boolean) => ({
  verb: 'confidential.send',
  ...ids,
  ...(warned ? { warned: 'ja' } : {}),
});

/** Before a message is sent that says, or whose words may mean, that a pupil is not safe now (P2): once, with all typed. */
export const confidentialDangerCard = (school: School, ids: FormIds, carried: ReportFields): Card =>
  screen({
    title: 'Lees dit eerst: is er gevaar?',
    warning: ['**Wacht niet op Teams. Bel nu:**', ...emergencyLines(school)],
    lines: [
      carried.safe === 'nee'
        ? 'Je schrijft dat de leerling nu niet veilig is. **Je bericht is nog niet verstuurd.**'
        : 'In je bericht staan woorden die op levensgevaar kunnen wijzen. **Je bericht is nog niet verstuurd.**',
      'Alleen de vertrouwenspersoon leest je bericht, en misschien pas de volgende schooldag. De mentor en de coördinator weten van niets. Moeten zij nu iets doen? Maak dan een gewone melding.',
      'Heb je gebeld, of is dit niet nodig? Verstuur dan je bericht. Er is niets weg.',
    ],
    carried,
    buttons: [
      { title: 'Gebeld of niet nodig: versturen', style: 'positive', data: sending(ids, true) },
      doorButton('Gewone melding maken', 'melding', { warned: 'ja' }),
      { title: 'Terug naar het formulier', data: { verb: 'confidential.form', warned: 'ja' } },
    ],
  });

/** Takes the place of the form: to whom it went, and what comes of it; nothing of what was typed (P17). */
export function confidentialSentCard(
  { number, to, unsafe }: { number: string; to: Person; unsafe: boolean },
  setting: Pick<Setting, 'school' | 'calendar' | 'today'>,
): Card {
  const away = absenceOf(to, setting);
  return notice({
    title: '✓ Je bericht is verstuurd',
    lines: away === '' ? [] : [plainText(`Let op: ${to.name} ${away}.`)],
    warning: unsafe
      ? [
          'De leerling is nu niet veilig. Wacht niet op Teams, bel nu:',
          ...emergencyLines(setting.school),
        ].join('\n\n')
      : '',
    facts: [
      { label: 'Aan', value: plainText(to.name) },
      { label: 'Nummer', value: number },
    ],
    subtle: [
      'Je hoort van mij als het gelezen is. Is dat na één schooldag niet zo, dan vraag ik je om iemand anders te kiezen.',
      'De mentor weet van niets en doet dus niets.',
    ],
  });
}
