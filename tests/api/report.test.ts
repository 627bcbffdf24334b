import { randomUUID } from 'node:crypto';
import { PupilsFound, ReportAnswer, ReportForm } from '../../src/api/contract/report.ts';
import { limits } from '../../src/domain/limits.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, startBot } from '../support/bot.ts';
import { person, protocol, school } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const filled = {
  about: [{ pupil: 'p-fenna' }],
  story: 'Haar tas werd afgepakt.',
  source: 'zelf',
  happened: '2026-10-05',
  safe: 'ja',
  behaviours: [],
  involved: [],
  warned: false,
};
const send = (change: object = {}, who: string = person.docent, key?: string) =>
  bot.post('/api/report', { ...filled, ...change }, who, { key });

test('P4: the form asks what the chat asks, with the protocol’s words, and says whom to call (P2)', async () => {
  const form = ReportForm.parse((await bot.get('/api/report', person.docent)).body);
  expect(form.behaviours).toStrictEqual(protocol.report.behaviours);
  expect(form).toMatchObject({
    definition: protocol.report.definition,
    signals: protocol.report.signals,
    limits: { story: limits.story, targets: limits.targets },
    urgent: { call: school.settings.emergency },
  });
  expect(form.urgent.pages.map((page) => page.id)).toStrictEqual([
    'zelfdoding',
    'thuis',
    'personeel',
    'collega',
  ]);
});

describe('pupils found while typing', () => {
  const found = async (q: string, who: string = person.otherMentor) =>
    PupilsFound.parse((await bot.get(`/api/pupils?q=${encodeURIComponent(q)}`, who)).body).pupils;

  it('begin with the own groups', async () => {
    const [first, second] = await found('');
    expect(first).toStrictEqual({ id: 'p-ties', name: 'Ties Toneel', group: '3A' });
    expect(second!.group).toBe('2B');
  });

  it('have what was typed in their name or group, whatever its accents', async () => {
    expect((await found('zoe zo')).map(({ name }) => name)).toStrictEqual(['Zoë Zomaar']);
    expect(await found('niemand')).toStrictEqual([]);
  });

  it('are for staff only', async () => {
    expect((await bot.get('/api/pupils?q=fe', 'a-pupil')).status).toBe(403);
  });
});

describe('a report from the tab', () => {
  it('A1: is answered with its number, who is in charge and what happens next, and counts once', async () => {
    const key = `2026-10-05.${randomUUID()}`;
    const first = await send({}, person.docent, key);
    expect(ReportAnswer.parse(first.body)).toMatchObject({
      receipts: [
        {
          number: '2026-0001',
          lead: { function: 'mentor', name: 'Mila Mentor' },
          next: { title: 'Melding bekijken', by: '2026-10-06' },
        },
      ],
      unsafe: false,
    });
    expect(await send({}, person.docent, key)).toStrictEqual(first);
    expect(await bot.cases()).toHaveLength(1);
    await bot.settled();
    expect(bot.connector.to(chatOf(person.docent))).toHaveLength(0);
  });

  it('P6: about a pupil with an open case reads as a first one', async () => {
    const again = await send();
    expect(again.body).toMatchObject({ receipts: [{ number: '2026-0002', lead: { name: 'Mila Mentor' } }] });
    expect(await bot.cases()).toHaveLength(1);
  });

  it('of a pupil who is not safe says so', async () => {
    expect((await send({ about: [{ pupil: 'p-ties' }], safe: 'nee' })).body).toMatchObject({ unsafe: true });
  });

  it('recognises a typed name, and opens a case for each pupil', async () => {
    const before = (await bot.cases()).length;
    const about = [{ name: 'bram bedacht' }, { name: 'Kim Buiten' }];
    const { body } = await send({ about, behaviours: ['online'] });
    expect((body as { receipts: unknown[] }).receipts).toHaveLength(2);
    const cases = await bot.cases();
    expect(cases).toHaveLength(before + 2);
    expect(cases.map((row) => row.about)).toContainEqual(['p-bram']);
    expect(cases.find((row) => row.about[0] === 'p-bram')!.behaviours).toStrictEqual(['online']);
  });

  it.each([{ story: 'Hij wil niet meer leven.' }, { doneSoFar: 'Gevraagd of zij dood wil.' }])(
    'P2: with words of danger to life is not sent until its writer saw whom to call: %j',
    async (words) => {
      const change = { about: [{ pupil: 'p-zoe' }], ...words };
      const before = (await bot.cases()).length;
      expect((await send(change)).body).toStrictEqual({ danger: true });
      expect(await bot.cases()).toHaveLength(before);
      expect((await send({ ...change, warned: true })).body).toHaveProperty('receipts');
    },
  );

  it.each([
    ['about', { about: [] }],
    ['about', { about: [{ pupil: 'p-niemand' }] }],
    ['about', { about: [{ name: '  ' }] }],
    ['about', { about: Array.from({ length: limits.targets + 1 }, (_, i) => ({ name: `Kim ${i}` })) }],
    ['story', { story: '' }],
    ['story', { story: 'a'.repeat(limits.story + 1) }],
    ['source', { source: undefined }],
    ['source', { source: 'gerucht' }],
    ['happened', { happened: 'gisteren' }],
    ['safe', { safe: undefined }],
    ['involved', { involved: [{ who: { pupil: 'p-niemand' }, part: 'zag' }] }],
    ['behaviours', { behaviours: ['weg'] }],
  ])('is refused with what to mend: %s %j', async (field, change) => {
    const { status, body } = await send(change);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid', field } });
    expect((body as { message: string }).message).toMatch(/\.$/);
  });

  it.each([{ extra: 1 }, { story: 3 }, { about: [{ id: 'p-fenna' }] }, { about: 'p-fenna' }])(
    'of another shape is refused: %j',
    async (change) => expect((await send(change)).status).toBe(400),
  );
});
