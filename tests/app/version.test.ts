import { randomUUID } from 'node:crypto';
import { versionWords } from '../../src/api/versionWords.ts';
import { listCases } from '../../src/app/reads.ts';
import { keepReleased } from '../../src/app/release.ts';
import { submitReport } from '../../src/app/reports.ts';
import { moveVersion, previewVersion, versionFor } from '../../src/app/version.ts';
import { sceneFor } from '../../src/app/wouldBe.ts';
import type { Released, Who, World } from '../../src/app/world.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { testStore } from '../support/azurite.ts';
import { at, person, report, school } from '../support/world.ts';

const who = (id: string): Who => ({ partition: 'test', person: school.persons.find((p) => p.id === id)! });
const form = () => ({ day: '2026-10-05', nonce: randomUUID() });
const released = new Map(readProtocols('protocols'));
let world: World;
let id: string;
const coordinator = who(person.coordinator);
const scene = (of = coordinator) => sceneFor(world, of, id);

/** The next version: without one step, with another one, and one under a new title. */
function newer(): Released {
  const { ref, protocol } = released.get('kiim')!;
  const [first, ...others] = protocol.steps.filter((s) => s.id !== 'veilig');
  const extra = {
    ...others.find((s) => s.id === 'ouder-bellen')!,
    id: 'bellen',
    title: 'Bel even',
    when: undefined,
  };
  const steps = [{ ...first!, title: 'Kijk naar de melding' }, extra, ...others];
  const version = ref.version + 1;
  return { ref: { ...ref, version, hash: 'next' }, protocol: { ...protocol, version, steps } };
}

beforeAll(async () => {
  const store = await testStore();
  await store.saveSchool(school);
  const clock = { now: () => at('2026-10-05T08:20') };
  world = { store, clock, ids: { next: randomUUID }, released, spreadMs: 0 };
  await keepReleased(world, 'test');
  await submitReport(world, who(person.docent), report(), form());
  id = (await listCases(world, coordinator))[0]!.case;
});

test('A6: a case on the newest version has nothing to move to', async () => {
  expect(versionFor(world, await scene())).toBeUndefined();
  const stays = scene().then((now) => previewVersion(world, now));
  await expect(stays).rejects.toMatchObject({ code: 'not-found' });
});

test('A6: the coordinator sees what a newer version brings, and only then moves the case to it', async () => {
  released.set('kiim', newer());
  expect(versionFor(world, await scene(who(person.mentor)))).toBeUndefined();
  const preview = versionWords(previewVersion(world, await scene()));
  expect(preview).toMatchObject({
    hash: 'next',
    differences: [
      {
        heading: 'Stappen',
        lines: expect.arrayContaining([
          'Stap ‘Vandaag veilig’ is weg.',
          expect.stringMatching(/^Stap ‘Bel even’ is nieuw/),
          'Stap ‘Melding bekijken’: heet nu ‘Kijk naar de melding’ (was: ‘Melding bekijken’).',
        ]) as unknown,
      },
    ],
  });
  expect(preview.to).toBe(preview.from + 1);
  expect(preview.now).toEqual([
    '‘Vandaag veilig’ is niet meer nodig. Deze stap bestaat niet in de nieuwe versie.',
    expect.stringMatching(/^Stap ‘Bel even’ staat open/),
  ]);

  const wrong = moveVersion(world, coordinator, id, 'another', form());
  await expect(wrong).rejects.toMatchObject({ code: 'conflict' });
  const mentor = moveVersion(world, who(person.mentor), id, 'next', form());
  await expect(mentor).rejects.toMatchObject({ code: 'forbidden' });
  expect((await scene()).state.protocol.hash).not.toBe('next');

  await moveVersion(world, coordinator, id, 'next', form());
  const { state, protocol } = await scene();
  expect(state.protocol).toMatchObject({ hash: 'next' });
  expect(state.steps['bellen.1']).toMatchObject({ status: 'open' });
  expect(state.steps['veilig.1']).toMatchObject({ status: 'lapsed' });
  expect(protocol.steps.map((s) => s.id)).toContain('bellen');
  expect(versionFor(world, await scene())).toBeUndefined();
});
