import { readdirSync, readFileSync } from 'node:fs';
import { fold } from '../../src/domain/evolve.ts';
import { limits } from '../../src/domain/limits.ts';
import type { School } from '../../src/domain/school.ts';
import { helpCard, notUnderstood } from '../../src/teams/commands/help.ts';
import { confidantsCard } from '../../src/cards/confidants.ts';
import { doorsCard } from '../../src/cards/doors.ts';
import { reportForm } from '../../src/cards/report.ts';
import { receiptCard, stepDoneCard, stepGoneCard } from '../../src/cards/results.ts';
import { stepCard } from '../../src/cards/step.ts';
import { plainText } from '../../src/cards/template.ts';
import type { Card } from '../../src/cards/template.ts';
import { cantWaitCard, dangerCard, pageCard } from '../../src/cards/urgent.ts';
import { elements, faultsOf } from './checks.ts';
import {
  at,
  calendar,
  complete,
  history,
  openCase,
  protocol,
  report,
  school,
  when,
} from '../support/world.ts';

const nonce = '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11';
const today = '2026-10-05';
const person = school.persons[0]!;
const link = { title: 'Bekijk de zaak', url: 'https://example.test/zaak' };
const involved = [{ who: { pupil: 'p-bram' }, part: 'deed' as const }];
const given = history(
  openCase({ report: report({ story: 'é'.repeat(limits.story), involved, behaviours: ['online'] }) }),
);
const taken = [...given, ...when(given, complete('2026-10-05T10:00', 'beoordelen.1', 'oppakken'))];

/** A school as large as they come, with long names. */
const large: School = {
  ...school,
  pupils: Array.from({ length: 1500 }, (_, i) => ({
    id: `p-${i}`,
    name: `Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk ${i}`,
    group: '2B',
  })),
};
const step = (key: string) => {
  const state = fold(taken)!;
  return stepCard({ state, step: state.steps[key]!, protocol, school, calendar, nonce, today, link });
};
const receipt = {
  number: '2026-0001',
  lead: { function: 'mentor', name: 'Mila' },
  next: { title: 'Melding bekijken', by: today, why: 'x' },
};

const cards: Record<string, Card> = {
  help: helpCard('Hallo'),
  'not understood': notUnderstood(),
  'report form': reportForm({ school, protocol, person, today, nonce }),
  'report form with everything typed and an error': reportForm({
    school: large,
    protocol,
    person,
    today,
    nonce,
    fields: {
      story: 'x'.repeat(limits.story),
      doneSoFar: 'y'.repeat(limits.text),
      aboutName: 'z'.repeat(limits.line),
      where: 'ergens',
      behaviours: 'online',
    },
    error: 'Kies over wie je je zorgen maakt.',
  }),
  doors: doorsCard({ story: 'Tas afgepakt.' }),
  'only the vertrouwenspersoon': confidantsCard({ school, protocol, calendar, person, today }, {}),
  'can’t wait': cantWaitCard(school, calendar, at('2026-10-04T12:00')),
  'page on suicidality': pageCard('zelfdoding', school, {}),
  'page on violence at home': pageCard('thuis', school, {}),
  'page on abuse by staff': pageCard('personeel', school, {}),
  'page on bullying by a colleague': pageCard('collega', school, {}),
  'words that point to danger': dangerCard(
    school,
    calendar,
    at('2026-10-05T08:20'),
    { nonce, day: today },
    { about: 'p-fenna', story: 'Hij heeft een mes.' },
  ),
  receipt: receiptCard([receipt, receipt, receipt], calendar, []),
  'receipt of a pupil who is not safe': receiptCard([receipt], calendar, ['Bel **112**.']),
  'first step with the longest report': (() => {
    const state = fold(given)!;
    return stepCard({
      state,
      step: state.steps['beoordelen.1']!,
      protocol,
      school,
      calendar,
      nonce,
      today,
      link,
      banner: { text: 'Herinnering', late: false },
    });
  })(),
  'step today safe': step('veilig.1'),
  'step talk': step('gesprek.1'),
  'step done': stepDoneCard(
    {
      number: '2026-0001',
      title: 'Melding bekijken',
      outcome: 'Ik pak dit op',
      closed: false,
      next: [receipt.next],
    },
    { case: 'case-1', step: 'beoordelen.1' },
    calendar,
    link,
  ),
  'step gone': stepGoneCard(fold(taken)!, 'beoordelen.1', protocol, school, calendar, link),
};

test.each(Object.entries(cards))('the card "%s" is one that Teams takes and shows whole', (_name, card) => {
  expect(faultsOf(card)).toStrictEqual([]);
});

describe('the cards', () => {
  it('look as they did', () => {
    const long = ['report form with everything typed and an error', 'first step with the longest report'];
    const kept = Object.fromEntries(Object.entries(cards).filter(([name]) => !long.includes(name)));
    expect(kept).toMatchSnapshot();
  });

  it('P4: the report form asks the required questions, in this order, and folds the rest', () => {
    const form = cards['report form']!;
    const asked = (form.body as Record<string, unknown>[]).flatMap((e) =>
      String(e.type).startsWith('Input.') ? [`${String(e.label)}${e.isRequired ? ' *' : ''}`] : [],
    );
    expect(asked).toStrictEqual([
      'Over wie maak je je zorgen?',
      'Staat de naam er niet bij? Typ hem dan hier',
      'Wat zag of hoorde je? *',
      'Hoe weet je dit? *',
      'Wanneer? *',
      'Is de leerling nu veilig? *',
      'Weet de leerling dat je dit meldt? (mag leeg)',
      'Wat heb je al gedaan? (mag leeg)',
    ]);
    const safe = elements(form).find((e) => e.id === 'safe');
    expect(safe?.value).toBe('');
    expect(elements(form).find((e) => e.id === 'happened')?.value).toBe(today);
  });

  it('K3: the form names the seven kinds of behaviour, the nine signals at school and the fifteen at home', () => {
    const form = cards['report form']!;
    expect(elements(form).find((e) => e.id === 'behaviours')?.choices).toHaveLength(7);
    expect(protocol.report.signals.school).toHaveLength(9);
    expect(protocol.report.signals.home).toHaveLength(15);
    for (const signal of [...protocol.report.signals.school, ...protocol.report.signals.home])
      expect(JSON.stringify(form)).toContain(signal);
  });

  it('the own group comes first in the list of pupils', () => {
    const mentor = school.persons.find((p) => p.posts.some((post) => post.group === '3A'))!;
    const form = reportForm({ school, protocol, person: mentor, today, nonce });
    const choices = elements(form).find((e) => e.id === 'about')?.choices as { title: string }[];
    expect(choices.map((c) => c.title)).toStrictEqual([
      'Ties Toneel (3A)',
      'Bram Bedacht (2B)',
      'Fenna Fictief (2B)',
      'Noor Nergens (2B)',
      'Zoë Zomaar (2B)',
    ]);
  });

  it('the form holds as many pupils as fit beside what was typed, and always the one that was chosen', () => {
    const choices = (fields: Record<string, string>) =>
      elements(reportForm({ school: large, protocol, person, today, nonce, fields })).find(
        (e) => e.id === 'about',
      )?.choices as { value: string }[];
    expect(choices({}).length).toBeGreaterThan(20);
    const full = choices({
      story: '\u00e9'.repeat(limits.story),
      doneSoFar: 'x'.repeat(limits.text),
      about: 'p-1499',
    });
    expect(full.length).toBeGreaterThan(0);
    expect(full[0]).toMatchObject({
      value: 'Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk 1499 (2B)',
    });
  });

  it('what people typed is shown as typed, never as markup or as a template', () => {
    expect(plainText('**vet** [link](http://x) `code`')).toBe(
      '\\*\\*vet\\*\\* \\[link\\](http://x) \\`code\\`',
    );
    const state = fold(history(openCase({ report: report({ story: '${1+1} **x**' }) })))!;
    const card = stepCard({
      state,
      step: state.steps['beoordelen.1']!,
      protocol,
      school,
      calendar,
      nonce,
      today,
    });
    expect(elements(card).find((e) => e.type === 'TextRun')?.text).toBe('${1+1} **x**');
  });

  it('every template in adaptiveCards/ is used', () => {
    const sources = readdirSync('src/cards').map((file) => readFileSync(`src/cards/${file}`, 'utf8'));
    for (const file of readdirSync('adaptiveCards'))
      expect(sources.join('')).toMatch(new RegExp(`defineCard(<.*>)?\\('${file.replace('.json', '')}'\\)`));
  });
});
