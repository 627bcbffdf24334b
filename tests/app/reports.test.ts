import { randomUUID } from 'node:crypto';
import { completeStep } from '../../src/app/steps.ts';
import { listCases } from '../../src/app/reads.ts';
import { submitReport } from '../../src/app/reports.ts';
import { keepReleased } from '../../src/app/release.ts';
import type { Who, World } from '../../src/app/world.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { testStore } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { at, person, report, school } from '../support/world.ts';

const { policy, counts, reset } = counting();
let world: World;
const day = '2026-10-05';
const who = (id: string): Who => ({ partition: 'test', person: school.persons.find((p) => p.id === id)! });
const form = () => ({ day, nonce: randomUUID() });

beforeAll(async () => {
  const store = await testStore(policy);
  await store.saveSchool(school);
  world = {
    store,
    clock: { now: () => at('2026-10-05T08:20') },
    ids: { next: randomUUID },
    released: readProtocols('protocols'),
    spreadMs: 0,
  };
  await keepReleased(world, 'test');
  await submitReport(world, who(person.docent), report({ about: [{ pupil: 'p-ties' }] }), form());
});
beforeEach(reset);

describe('what a command costs, counted (the counting policy refuses a query without a partition)', () => {
  it('a report is one transaction, also for three pupils at once', async () => {
    await submitReport(
      world,
      who(person.docent),
      report({ about: [{ pupil: 'p-fenna' }, { pupil: 'p-bram' }, { name: 'Iemand Anders' }] }),
      form(),
    );
    expect(counts.transactions).toBe(1);
  });

  it('a step is one transaction', async () => {
    const [row] = await listCases(world, who(person.coordinator));
    reset();
    await completeStep(
      world,
      who(person.coordinator),
      { case: row!.case, step: 'beoordelen.1', outcome: 'oppakken', answers: {} },
      form(),
    );
    expect(counts.transactions).toBe(1);
  });

  it('a list is one question, and returns the open cases and nothing else', async () => {
    const rows = await listCases(world, who(person.coordinator));
    expect(counts).toMatchObject({ queries: 1, rows: rows.length, transactions: 0 });
  });
});

describe('a report that was linked', () => {
  it('P6: becomes a case of its own when the lead says so, under its own number and with its own reporter', async () => {
    const about = [{ pupil: 'p-zoe' }];
    const first = await submitReport(world, who(person.docent), report({ about }), form());
    const later = await submitReport(
      world,
      who(person.otherMentor),
      report({ about, story: 'Iets anders.' }),
      form(),
    );
    const numbers = [first, later].map((result) => result.receipts[0]!.number);
    const number = numbers[1]!;
    const these = async () =>
      (await listCases(world, who(person.coordinator))).filter((r) => numbers.includes(r.number));
    const [row] = await these();
    const step = `extra-melding.1.${number}`;
    const apart = { case: row!.case, step, outcome: 'hoort-niet', answers: {} };
    const pressed = form();
    await completeStep(world, who(person.mentor), apart, pressed);
    await completeStep(world, who(person.mentor), apart, pressed);

    const rows = (await these()).sort((a, b) => a.number.localeCompare(b.number));
    expect(rows.map((r) => [r.number, r.reports, r.access.reporters])).toStrictEqual([
      [row!.number, 1, [person.docent]],
      [number, 1, [person.otherMentor]],
    ]);
    const own = rows.find((r) => r.number === number)!;
    expect(own.steps.map((s) => s.key)).toContain('beoordelen.1');
  });
});

describe('many at once', () => {
  it('P6: ten first reports about one pupil open one case with ten reports, each with a number of its own', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        submitReport(world, who(person.docent), report({ about: [{ pupil: 'p-noor' }] }), form()),
      ),
    );
    const numbers = results.map((r) => r.receipts[0]!.number);
    expect(new Set(numbers).size).toBe(10);
    const rows = (await listCases(world, who(person.coordinator))).filter((row) =>
      numbers.includes(row.number),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.reports).toBe(10);
  }, 60_000);
});
