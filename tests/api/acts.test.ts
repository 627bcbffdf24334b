import type { ActSent } from '../../src/api/contract/acts.ts';
import { Colleagues, lengths } from '../../src/api/contract/acts.ts';
import { CaseView } from '../../src/api/contract/case.ts';
import { paths } from '../../src/api/contract/paths.ts';
import { limits } from '../../src/domain/limits.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { opened, reported } from '../support/reported.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let id: string;
beforeAll(async () => {
  bot = await startBot();
  id = await reported(bot);
});
afterAll(() => bot.stop());

const view = async (who: string = person.mentor) => CaseView.parse((await bot.get(paths.case(id), who)).body);
const send = (body: object, who: string = person.mentor, key?: string) =>
  bot.post(paths.acts(id), body, who, { key });
const texts = async () => (await view(person.coordinator)).chronology.map((e) => e.text);
let count = 0;
const freshKey = () => `2026-10-05.00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
const step = 'gesprek.1';

test('what fits an input is what the server takes', () => {
  expect(lengths).toStrictEqual({ line: limits.line, text: limits.text });
});

test('a person is offered what they may do now, and only that', async () => {
  const { acts, openSteps, begin, steps } = await view();
  expect(acts).toEqual(
    expect.arrayContaining([
      'case.note',
      'case.agree',
      'case.role',
      'case.correct',
      'case.bar',
      'case.handover',
      'case.help',
    ]),
  );
  expect(acts).not.toContain('case.reopen');
  expect(acts).not.toContain('case.takeover');
  expect(openSteps.find((s) => s.key === step)).toMatchObject({
    mine: true,
    acts: expect.arrayContaining(['step.later', 'step.talk', 'step.skip']) as unknown,
  });
  expect(begin.map((s) => s.title)).toContain('Meer hulp vragen');
  expect(steps.every((s) => !s.reopens)).toBe(true);
  expect((await view(person.leerlingencoordinator)).acts).toEqual(
    expect.arrayContaining(['case.note', 'case.takeover']),
  );
});

test('every act counts once, is told in the history and leaves the case as it should', async () => {
  const acts: [sent: ActSent, told: string][] = [
    [{ act: 'case.note', text: 'Belde net.' }, 'Notitie'],
    [{ act: 'case.agree', text: 'Fenna zit vooraan.' }, 'Afspraak: Fenna zit vooraan.'],
    [{ act: 'case.role', who: { pupil: 'p-bram' }, role: 'betrokken' }, 'Bram Bedacht: betrokken'],
    [{ act: 'case.role', who: { name: 'Kim Buiten' }, role: 'omstander' }, 'Kim Buiten: omstander'],
    [
      { act: 'case.roleTaken', who: { pupil: 'p-bram' }, role: 'betrokken' },
      'Bram Bedacht: geen betrokken meer',
    ],
    [{ act: 'case.apart', who: { pupil: 'p-zoe' }, because: '' }, 'Beter niet samen plaatsen met Zoë Zomaar'],
    [
      { act: 'step.parents', step, contact: { of: 'p-fenna', how: 'phone', reached: false } },
      'Ouders van Fenna Fictief: niet bereikt (telefoon)',
    ],
    [
      { act: 'step.later', step, to: '2026-10-09', because: 'De leerling is ziek.' },
      'Nieuwe datum voor ‘Gesprek met de gepeste’: uiterlijk vrijdag 9 oktober. De leerling is ziek.',
    ],
    [
      { act: 'step.talk', step, on: '2026-10-05', line: 'Het ging goed.' },
      '‘Gesprek met de gepeste’ was op maandag 5 oktober: Het ging goed.',
    ],
    [
      { act: 'step.skip', step: 'veilig.1', because: 'Is al veilig.' },
      '‘Vandaag veilig’ overgeslagen: Is al veilig.',
    ],
    [{ act: 'step.reopen', step: 'veilig.1', because: '' }, '‘Vandaag veilig’ staat weer open'],
    [
      { act: 'case.help', to: person.otherMentor, word: '' },
      'Gevraagd om mee te helpen: Omar Mentor (mentor)',
    ],
    [
      { act: 'case.bar', person: person.docent, because: 'Is de oom.' },
      'Dirk Docent mag deze zaak niet zien. Is de oom.',
    ],
  ];
  for (const [sent, told] of acts) {
    const key = freshKey();
    const first = await send(sent, person.mentor, key);
    expect([sent.act, first.status, first.body]).toEqual([sent.act, 200, expect.anything()]);
    expect(await send(sent, person.mentor, key)).toStrictEqual(first);
    expect((await texts()).filter((text) => text.startsWith(told))).toHaveLength(1);
  }
  const unbar = { act: 'case.unbar', person: person.docent, because: 'Toch niet.' };
  expect((await send(unbar, person.mentor)).status).toBe(403);
  expect((await send(unbar, person.coordinator)).status).toBe(200);
  expect((await view()).steps.find((s) => s.key === 'veilig.1')).toMatchObject({ became: 'open' });
});

test('K5: a case is handed over by asking; who is asked answers, and of two at once the second is told', async () => {
  const { charge } = await view();
  const ask = { act: 'case.handover', to: person.leerlingencoordinator, word: '', ...charge };
  const key = freshKey();
  expect((await send(ask, person.mentor, key)).status).toBe(200);
  expect((await send(ask, person.mentor, key)).status).toBe(200);
  const late = await send({ ...ask, to: person.directeur }, person.coordinator);
  expect(late).toMatchObject({ status: 409, body: { message: 'Iemand anders was je net voor.' } });
  expect(await send({ act: 'case.answer', accept: true, because: '' }, person.mentor)).toMatchObject({
    status: 409,
  });
  expect((await view(person.leerlingencoordinator)).askedOfMe).toBe(true);
  const yes = await send({ act: 'case.answer', accept: true, because: '' }, person.leerlingencoordinator);
  expect(yes.status).toBe(200);
  const after = await view(person.coordinator);
  expect(after.lead).toEqual({ function: 'leerlingencoördinator', name: 'Lot Coördinator' });
  const taken = { act: 'case.takeover', because: 'Het wordt te groot.', ...after.charge };
  expect((await send({ ...taken, because: ' ' }, person.coordinator)).body).toMatchObject({
    field: 'because',
  });
  expect((await send(taken, person.coordinator)).status).toBe(200);
  expect((await view(person.coordinator)).lead.name).toBe('Ans Antipest');
});

test('K17: what is still to be noted is ticked off', async () => {
  await bot.post(
    paths.steps(id),
    { step, outcome: 'gedaan', answers: {}, contacts: [], opened },
    person.coordinator,
  );
  const todo = (await view(person.coordinator)).registrations;
  expect(todo[0]).toMatchObject({ pupil: 'Fenna Fictief', stepTitle: 'Gesprek met de gepeste', mine: true });
  const { step: after, key: pupil, doer, person: only } = todo[0]!;
  const sent = { act: 'step.register', step: after, pupil, doer, person: only };
  expect((await send(sent, person.coordinator)).status).toBe(200);
  expect((await view(person.coordinator)).registrations).toHaveLength(todo.length - 1);
  expect((await send(sent, person.coordinator)).status).toBe(409);
});

test('what can’t be done is refused at its input, and a case that may not be seen is not there', async () => {
  const wrong: [object, object][] = [
    [{ act: 'case.note', text: ' ' }, { status: 400 }],
    [
      { act: 'case.role', who: { pupil: 'p-bram' }, role: 'dader' },
      { status: 400, field: 'role' },
    ],
    [
      { act: 'case.role', who: { name: ' ' }, role: 'pester' },
      { status: 400, field: 'who' },
    ],
    [
      { act: 'case.correct', from: { pupil: 'p-fenna' }, to: { pupil: 'nobody' } },
      { status: 400, field: 'to' },
    ],
    [
      { act: 'step.later', step: 'veilig.1', to: '', because: 'x' },
      { status: 400, field: 'to' },
    ],
    [
      { act: 'case.help', to: 'nobody', word: '' },
      { status: 400, field: 'to' },
    ],
    [
      { act: 'step.later', step: 'veilig.1', to: '2026-11-31', because: 'x' },
      { status: 400, field: 'to' },
    ],
    [
      { act: 'step.talk', step: 'veilig.1', on: '2026-02-30', line: 'x' },
      { status: 400, field: 'on' },
    ],
    [{ act: 'case.apart', who: { pupil: 'p-noor' }, because: 'x'.repeat(2001) }, { status: 400 }],
    [{ act: 'case.reopen', because: 'x' }, { status: 409 }],
    [{ act: 'case.version', hash: 'x' }, { status: 409 }],
    [{ act: 'case.delete' }, { status: 400, code: 'invalid' }],
    [
      { act: 'case.note', text: 'x', more: 1 },
      { status: 400, code: 'invalid' },
    ],
  ];
  const before = await view(person.coordinator);
  for (const [body, told] of wrong) {
    const { status, body: said } = await send(body, person.coordinator);
    expect({ body, status, ...(said as object) }).toMatchObject(told);
  }
  expect(await view(person.coordinator)).toStrictEqual(before);
  const note = { act: 'case.note', text: 'x' };
  expect((await send(note, person.docent)).status).toBe(404);
  expect((await bot.post(paths.acts('niets'), note, person.coordinator)).status).toBe(404);
  for (const path of [paths.links(id), paths.version(id), `${paths.colleagues(id)}?voor=case.bar`])
    expect((await bot.get(path, person.docent)).status).toBe(404);
});

test('colleagues to choose from: nobody who is it already, and for what asks nobody none', async () => {
  const of = async (act: string) =>
    Colleagues.parse((await bot.get(`${paths.colleagues(id)}?voor=${act}`, person.coordinator)).body).people;
  expect((await of('case.help')).map((p) => p.name)).toEqual(
    expect.arrayContaining(['Lot Coördinator (leerlingencoördinator onderbouw)']),
  );
  expect((await of('case.help')).map((p) => p.id)).not.toContain(person.coordinator);
  expect((await of('case.bar')).map((p) => p.id)).toContain(person.docent);
  expect((await bot.get(`${paths.colleagues(id)}?voor=iets`, person.coordinator)).status).toBe(404);
});
