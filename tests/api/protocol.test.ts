import { ProtocolDifference, ProtocolVersions, ProtocolView } from '../../src/api/contract/protocol.ts';
import { completeStep } from '../../src/app/steps.ts';
import { readProtocol } from '../../src/storage/protocolFiles.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { kiim, person, protocol, school } from '../support/world.ts';

const { version, hash } = kiim.ref;

let bot: Bot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});
const start = async (options: Parameters<typeof startBot>[0] = {}) => (bot = await startBot(options));
const viewFor = async (id: string) => ProtocolView.parse((await bot!.get('/api/protocol', id)).body);

test('K22: everybody on the staff reads the same protocol, with its steps in words and as a diagram', async () => {
  await start();
  const views = await Promise.all(Object.values(person).map(viewFor));
  for (const view of views) expect(view).toStrictEqual(views[0]);
  const [view] = views as [ProtocolView];
  expect(view).toMatchObject({
    title: 'Antipestprotocol KiiM',
    version: version,
    lvs: 'Somtoday',
    school: 'De Proef',
  });
  const steps = view.parts.flatMap((part) => part.steps);
  expect(steps.map(({ id }) => id).toSorted()).toStrictEqual(
    [...protocol.steps, ...protocol.year!.steps].map(({ id }) => id).toSorted(),
  );
  const talk = steps.find(({ id }) => id === 'gesprek')!;
  expect(talk).toMatchObject({
    who: 'wie aan zet is; ook mentor of leerlingencoördinator',
    due: [{ own: true }, { own: true }],
  });
  expect(talk.outcomes.map(({ label }) => label)).toContain('Gesprek gevoerd');
  const nodes = view.flow.nodes.map(({ id }) => id);
  expect(nodes).toEqual(expect.arrayContaining(['melding', 'stap:gesprek', 'dicht']));
  for (const { from, to } of view.flow.edges) expect(nodes).toEqual(expect.arrayContaining([from, to]));
});

test('K20: what can be looked up, the signals and who is who are part of it', async () => {
  await start();
  const view = await viewFor(person.docent);
  expect(view.topics.map(({ id }) => id)).toEqual(expect.arrayContaining(['pesten-of-plagen', 'naaktfoto']));
  expect(view.signals.school).toContain('Is in de pauze vaak alleen');
  expect(view.staff).toContainEqual({
    title: 'Mentor',
    held: [
      { place: '2B', names: ['Mila Mentor'] },
      { place: '3A', names: ['Omar Mentor'] },
    ],
  });
  expect(view.gaps).toContain('Voor kernteam bovenbouw is er geen leerlingencoördinator.');
});

test('a norm that the school changed or switched off shows so, and the step follows it', async () => {
  const norms = { 'gesprek-binnen': 4, 'veilig-vandaag': 'off' as const };
  await start({ school: { ...school, settings: { ...school.settings, norms } } });
  const view = await viewFor(person.docent);
  expect(view.norms.filter(({ changed }) => changed).map(({ title, value }) => [title, value])).toStrictEqual(
    [
      ['Vandaag veilig als eerste stap', 'uit'],
      ['Gesprek met de gepeste na de melding', '4 schooldagen'],
    ],
  );
  const steps = view.parts.flatMap((part) => part.steps);
  expect(steps.map(({ id }) => id)).not.toContain('veilig');
  expect(JSON.stringify(steps.find(({ id }) => id === 'gesprek')!.due)).toContain('binnen 4 schooldagen');
});

describe('Z11: the evaluation of the protocol', () => {
  const withSevensprong = { ...school, settings: { ...school.settings, protocol: 'zevensprong' } };

  it('comes on the day that the school year plans, is late after it, and is ticked once done', async () => {
    const { service, store, clock } = await start({ school: withSevensprong });
    const evaluation = async () => (await viewFor(person.docent)).evaluation;
    const at = async (local: string) => {
      clock.set(local);
      await bot!.settled();
      return evaluation();
    };
    expect(await evaluation()).toStrictEqual({ state: 'later', by: '2027-02-01' });
    expect(await at('2027-01-11T09:00')).toStrictEqual({ state: 'now', by: '2027-02-01' });
    expect(await at('2027-02-03T09:00')).toStrictEqual({ state: 'late', by: '2027-02-01' });
    const who = (await store.findPerson('tenant', person.coordinator))!;
    const answers = { datum: '2027-02-03' };
    const step = { case: 'jaar-2026', step: 'protocol-evalueren.1', outcome: 'blijft', answers };
    await completeStep(service.world, who, step, { day: '2027-02-03', nonce: 'n' });
    expect(await evaluation()).toStrictEqual({ state: 'done', by: '2027-02-03' });
  });

  it('comes from the step that the protocol names: K21 and Z11 ask for it, the other protocols do not', async () => {
    const { store, partition } = await start();
    const saved = await store.school(partition);
    const asked: Record<string, unknown> = {};
    for (const id of ['kiim', 'zevensprong', 'mijnplein', 'zevenstappen', 'handelingsplan']) {
      await store.saveSchool({ ...saved, settings: { ...saved.settings, protocol: id } });
      asked[id] = (await viewFor(person.docent)).evaluation;
    }
    expect(asked).toStrictEqual({
      kiim: { state: 'later', by: '2027-06-21' },
      // The running year has the steps of the protocol before it: the document's own date tells.
      zevensprong: { state: 'now' },
      mijnplein: undefined,
      zevenstappen: undefined,
      handelingsplan: undefined,
    });
  });
});

describe('A6: versions of the protocol', () => {
  const older = {
    ...protocol,
    version: 2,
    title: 'Pestprotocol KiiM',
    norms: { ...protocol.norms, 'gesprek-binnen': { ...protocol.norms['gesprek-binnen']!, value: 3 } },
  };

  it('are those that the school had, and differ in words', async () => {
    const { store, partition } = await start();
    await store.keepProtocol(partition, { id: 'kiim', version: 2, hash: 'oud' }, older);
    const other = readProtocol('protocols/zevensprong.yaml');
    await store.keepProtocol(partition, other.ref, other.protocol);
    const { versions } = ProtocolVersions.parse(
      (await bot!.get('/api/protocol/versions', person.docent)).body,
    );
    expect(versions).toStrictEqual([
      { version: version, current: true },
      { version: 2, current: false },
    ]);
    const query = `van=2&naar=${version}`;
    const { body } = await bot!.get(`/api/protocol/difference?${query}`, person.docent);
    const { parts } = ProtocolDifference.parse(body);
    expect(parts.map(({ heading }) => heading)).toStrictEqual(['Normen', 'Teksten']);
    expect(parts[0]!.changes[0]!.what).toBe(
      'norm ‘Gesprek met de gepeste na de melding’ is nu 2 schooldagen (was: 3 schooldagen)',
    );
  });

  it.each([
    `van=1&naar=${version}`,
    `van=${version}`,
    `van=x&naar=${version}`,
    `van=${version}&naar=${hash}`,
  ])('a version that the school never had (%s) is not there', async (query) => {
    await start();
    expect(await bot!.get(`/api/protocol/difference?${query}`, person.docent)).toMatchObject({
      status: 404,
      body: { message: 'Deze versie van het protocol is er niet.' },
    });
  });
});
