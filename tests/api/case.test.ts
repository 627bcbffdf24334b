import { CaseLinks, CaseView } from '../../src/api/contract/case.ts';
import { StepForm } from '../../src/api/contract/step.ts';
import { paths } from '../../src/api/contract/paths.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { opened, reported } from '../support/reported.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let id: string;
let other: string;
const send = (path: string, body: object, who: string = person.mentor) => bot.post(path, body, who);
const talk = { step: 'gesprek.1', outcome: 'gedaan', contacts: [], opened };
const view = async (who: string = person.coordinator) =>
  CaseView.parse((await bot.get(paths.case(id), who)).body);

beforeAll(async () => {
  bot = await startBot();
  // Ties is in another group: his case is another mentor's.
  other = await reported(bot, 'p-ties');
  id = await reported(bot);
  await send(paths.acts(id), { act: 'case.role', who: { pupil: 'p-ties' }, role: 'betrokken' });
  await send(paths.acts(id), { act: 'case.role', who: { name: 'Kim Buiten' }, role: 'pester' });
  await send(paths.acts(id), { act: 'step.skip', step: 'veilig.1', because: 'Is al veilig.' });
  bot.clock.set('2026-10-09T10:00');
  await send(paths.steps(id), { ...talk, answers: { veilig: 4, wil: 'Rust', steungroep: ['p-noor'] } });
});
afterAll(() => bot.stop());

test('a case is for whom it concerns: the same answers for one that is not there and one that may not be seen', async () => {
  const status = async (who: string, path = paths.case(id)) => (await bot.get(path, who)).status;
  expect(await status(person.mentor)).toBe(200);
  expect(await status(person.leerlingencoordinator)).toBe(200);
  expect(await status(person.coordinator)).toBe(200);
  for (const who of [person.otherMentor, person.docent]) expect(await status(who)).toBe(404);
  const hidden = await bot.get(paths.case(id), person.docent);
  const absent = await bot.get(paths.case('niets'), person.docent);
  expect(hidden.body).toStrictEqual(absent.body);
});

test('the other cases of a participant are shown by number and role, to who may see those too', async () => {
  const links = async (who: string) =>
    CaseLinks.parse((await bot.get(paths.links(id), who)).body).pupils.find((p) => p.pupil === 'p-ties');
  const mine = { id: other, open: true, roles: ['gepeste'] };
  expect((await links(person.coordinator))?.cases).toMatchObject([mine]);
  expect((await links(person.mentor))?.cases).toEqual([]);
  expect(JSON.stringify(await links(person.coordinator))).not.toContain('Ties');
});

test('conformance: in time, late by how much, left out and why', async () => {
  const { steps } = await view();
  const of = (key: string) => steps.find((s) => s.key === key);
  expect(of('gesprek.1')).toMatchObject({
    became: 'late',
    lateBy: 2,
    on: '2026-10-09',
    outcome: 'Gesprek gevoerd',
  });
  expect(of('veilig.1')).toMatchObject({ became: 'skipped', because: 'Is al veilig.' });
  expect(of('beoordelen.1')).toMatchObject({ became: 'lapsed' });
  expect(of('bijeenkomst.1')).toMatchObject({ became: 'open', lateBy: 0 });
});

test('the path: what was done, what is open, what may follow now and what only later', async () => {
  const { path } = await view();
  const of = (node: string) => path.nodes.find((n) => n.id === node);
  expect(of('melding')).toMatchObject({ state: 'moment' });
  expect(of('stap:gesprek')).toMatchObject({
    state: 'done',
    more: ['Gedaan op vrijdag 9 oktober. Gesprek gevoerd'],
  });
  expect(of('stap:veilig')).toMatchObject({ state: 'skipped' });
  expect(of('stap:bijeenkomst')).toMatchObject({ state: 'open', far: false });
  expect(of('stap:lid')).toMatchObject({ state: 'may', far: false });
  expect(of('stap:maatregelen')).toMatchObject({ state: 'may', far: true });
  // Nobody is asked for it, and it does not follow from anything.
  expect(of('stap:meer-hulp')).toBeUndefined();
  const edge = (from: string, to: string) => path.edges.find((e) => e.from === from && e.to === to);
  expect(edge('stap:gesprek', 'stap:bijeenkomst')).toMatchObject({ gone: true });
  expect(edge('stap:bijeenkomst', 'stap:lid')).toMatchObject({ gone: false });
  for (const { from, to } of path.edges) expect([of(from)?.id, of(to)?.id]).toEqual([from, to]);
});

test('talks and decisions can be told apart in the history', async () => {
  const { chronology } = await view();
  const about = (text: string) => chronology.find((e) => e.text.startsWith(text))?.about;
  expect(about('‘Gesprek met de gepeste’: Gesprek gevoerd')).toBe('talk');
  expect(about('‘Vandaag veilig’ overgeslagen')).toBe('decision');
  expect(about('Kim Buiten: pester')).toBe('decision');
  expect(about('Stap ‘Bijeenkomst')).toBeUndefined();
});

test('a step with a name that was typed stands in an address without it', async () => {
  await send(paths.acts(id), { act: 'case.role', who: { name: 'Kim Buiten' }, role: 'steungroep' });
  await send(paths.steps(id), {
    step: 'bijeenkomst.1',
    outcome: 'gedaan',
    answers: {},
    contacts: [],
    opened,
  });
  const step = (await view()).openSteps.find((s) => s.for === 'Kim Buiten');
  expect(step).toMatchObject({
    key: 'lid.1.naam:Kim Buiten',
    ref: expect.not.stringContaining('Kim') as unknown,
  });
  const form = await bot.get(`${paths.steps(id)}?stap=${step!.ref}`, person.coordinator);
  expect(StepForm.parse(form.body)).toMatchObject({ step: step!.key, for: 'Kim Buiten' });
});
