/** The school itself: its settings, staff, groups and pupils; read again only when its revision changed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { SchoolChanged } from '../app/ports/commit.ts';
import type { LogEntry } from '../app/ports/rows.ts';
import type { Store } from '../app/ports/store.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { School } from '../domain/school.ts';
import type { Person, Settings } from '../domain/school.ts';
import type { SchoolParts } from '../domain/schoolChange.ts';
import { DIRECTORY, keys, partitionKey, schoolOf, under } from './keys.ts';
import { addLog } from './log.ts';
import { columns, read, readRange, refusal, valueOf } from './rows.ts';
import type { Columns } from './rows.ts';
import { addJob } from './queue.ts';
import { Transaction } from './transaction.ts';

/** How often a change of the settings is tried against others who change them. */
const TRIES = 8;

type Schools = Pick<
  Store,
  | 'school'
  | 'saveSchool'
  | 'saveSettings'
  | 'savePerson'
  | 'changeSchool'
  | 'welcome'
  | 'schools'
  | 'findPerson'
>;

export function schoolRows(table: TableClient): Schools {
  const memory = new Map<string, { revision: string; school: School }>();

  /** The school with the row that guards it: whoever changes any part of it renews its revision. */
  async function load(partition: string): Promise<{ school: School; etag: string }> {
    const pk = partitionKey(schoolOf(partition));
    const setting = await read(table, pk, keys.setting);
    if (!setting) throw new DomainError('not-found', 'Deze school is bij ons niet bekend.');
    const { etag } = setting;
    const revision = setting.revision as string;
    const known = memory.get(pk);
    if (known?.revision === revision) return { school: known.school, etag };
    const values = async (kind: string) =>
      (await readRange(table, pk, under(kind))).map((row) => valueOf<unknown>(row));
    const [persons, groups, pupils] = await Promise.all([
      values('person'),
      values('group'),
      values('pupilcard'),
    ]);
    const loaded = School.parse({ settings: valueOf(setting), persons, groups, pupils });
    memory.set(pk, { revision, school: loaded });
    return { school: loaded, etag };
  }
  const school = async (partition: string): Promise<School> => (await load(partition)).school;

  return {
    school,

    /**
     * Not one transaction: a school is more rows than one holds. The setting row with the new revision comes last, so
     * nobody keeps half a school; after a failure, save again. Two that save at once: the last one counts.
     */
    async saveSchool(next) {
      const { settings } = next;
      const pk = partitionKey(settings.id);
      const rows = new Map<string, Columns>([
        ...next.persons.map((p) => [keys.person(p.id), columns(p)] as const),
        ...next.groups.map((g) => [keys.group(g.id), columns(g)] as const),
        ...next.pupils.map((p) => [keys.pupilCard(p.id), columns(p)] as const),
      ]);
      const setting = await read(table, pk, keys.setting);
      const [persons, groups, pupils] = await Promise.all(
        ['person', 'group', 'pupilcard'].map((kind) => readRange(table, pk, under(kind))),
      );
      const gone = [...persons!, ...groups!, ...pupils!]
        .map((row) => row.rowKey!)
        .filter((key) => !rows.has(key));

      await write(pk, rows, gone);
      await writeDirectory(
        next,
        setting && valueOf<Settings>(setting),
        persons!.map((row) => valueOf<Person>(row)),
      );
      await write(pk, new Map([[keys.setting, { ...columns(settings), revision: randomUUID() }]]), []);
    },

    async saveSettings(partition, change, entry, form) {
      await changing(partition, entry, form, ({ settings }) => only({ settings: change(settings) }, entry));
    },

    async savePerson(partition, id, change, entry, form) {
      await changing(partition, entry, form, ({ persons }) => {
        const person = persons.find((p) => p.id === id);
        if (!person) throw new DomainError('not-found', 'Deze collega staat niet (meer) bij de medewerkers.');
        return only({ persons: [change(person)] }, entry);
      });
    },

    changeSchool: (partition, make, entry, form) => changing(partition, entry, form, make),

    async welcome(partition, team) {
      const tx = new Transaction(table, partitionKey(partition));
      tx.create(keys.welcomed(team), {});
      return (await tx.submit()).landed;
    },

    async schools() {
      const rows = await readRange(table, DIRECTORY, under('school'));
      return rows.map((row) => row.school as string);
    },

    async findPerson(tenantId, personId) {
      const row = await read(table, DIRECTORY, keys.staff(tenantId, personId));
      if (!row) return undefined;
      const partition = row.school as string;
      const person = (await school(partition)).persons.find((p) => p.id === personId);
      return person && { partition, person };
    },
  };

  /** A change with its line in the log, once for each form. The settings' row, with its new revision, is the guard. */
  async function changing<T>(
    partition: string,
    entry: Omit<LogEntry, 'what'>,
    form: { day: string; nonce: string },
    make: (school: School) => Promise<SchoolChanged<T>>,
  ): Promise<T> {
    const pk = partitionKey(partition);
    const handled = keys.seen(form.day, form.nonce);
    for (let i = 0; i < TRIES; i++) {
      const before = await read(table, pk, handled);
      if (before) return valueOf<{ result: T }>(before).result;
      const { school: now, etag } = await load(partition);
      const { parts, what, jobs, result } = await make(now);
      const tx = new Transaction(table, pk);
      if (what !== undefined) addLog(tx, { ...entry, what });
      tx.create(handled, columns({ result }));
      addParts(tx, parts);
      const next = parts.settings ?? now.settings;
      tx.update(keys.setting, { ...columns(next), revision: randomUUID() }, etag);
      for (const job of jobs) addJob(tx, job);
      const known = (id: string) => now.persons.some((p) => p.id === id);
      const news = parts.persons?.filter((p) => !known(p.id)) ?? [];
      // Not in the same transaction, as it is another partition. Somebody who is found and is no staff yet is nobody.
      await write(DIRECTORY, directoryRows(now.settings, news), []);
      if ((await tx.submit()).landed) {
        await forgetStaff(now.settings, parts.gone?.persons ?? []);
        return result;
      }
      await sleep(Math.random() * 15 * 2 ** i);
    }
    throw new DomainError('conflict', 'Iemand anders stelt nu ook iets in. Probeer het zo opnieuw.');
  }

  /** Whoever left is not found any more, unless another school of the tenant has them. */
  async function forgetStaff({ id, tenantId }: Settings, persons: readonly string[]): Promise<void> {
    const all = persons.map((person) => keys.staff(tenantId, person));
    const own = await Promise.all(all.map(async (key) => (await read(table, DIRECTORY, key))?.school === id));
    await write(
      DIRECTORY,
      new Map(),
      all.filter((_, i) => own[i]),
    );
  }

  /** By which a school and its staff are found; whoever left is forgotten, unless another school of the tenant has them. */
  async function writeDirectory(
    next: School,
    before: Settings | undefined,
    staffBefore: Person[],
  ): Promise<void> {
    const { id, tenantId } = next.settings;
    const staff = directoryRows(next.settings, next.persons);
    const left = staffBefore.filter(
      (p) => !staff.has(keys.staff(tenantId, p.id)) || before?.tenantId !== tenantId,
    );
    await write(DIRECTORY, new Map([[keys.school(id), { school: id }], ...staff]), []);
    if (before)
      await forgetStaff(
        before,
        left.map((p) => p.id),
      );
  }

  async function write(pk: string, rows: Map<string, Columns>, gone: string[]): Promise<void> {
    const upserts = [...rows].map(([rowKey, row]): TransactionAction => [
      'upsert',
      { partitionKey: pk, rowKey, ...row },
      'Replace',
    ]);
    for (let i = 0; i < upserts.length; i += limits.rowsInTransaction) {
      await table.submitTransaction(upserts.slice(i, i + limits.rowsInTransaction));
    }
    // One by one and not in the batches: a batch that is sent again would fail on what its first try removed.
    for (const rowKey of gone) {
      await table.deleteEntity(pk, rowKey).catch((error: unknown) => {
        if (refusal(error) !== 404) throw error;
      });
    }
  }
}

/** The rows of parts that change or go. What goes is there: it was read under the guard of the settings' row. */
function addParts(tx: Transaction, { persons = [], groups = [], pupils = [], gone = {} }: SchoolParts): void {
  for (const person of persons) tx.upsert(keys.person(person.id), columns(person));
  for (const group of groups) tx.upsert(keys.group(group.id), columns(group));
  for (const pupil of pupils) tx.upsert(keys.pupilCard(pupil.id), columns(pupil));
  for (const id of gone.persons ?? []) tx.remove(keys.person(id));
  for (const id of gone.groups ?? []) tx.remove(keys.group(id));
  for (const id of gone.pupils ?? []) tx.remove(keys.pupilCard(id));
}

/** A change that nothing else follows from. */
const only = (parts: SchoolParts, { what }: LogEntry): Promise<SchoolChanged<null>> =>
  Promise.resolve({ parts, what, jobs: [], result: null });

/** By which these members of staff are found. */
const directoryRows = ({ id, tenantId }: Settings, persons: readonly Person[]): Map<string, Columns> =>
  new Map(persons.map((p) => [keys.staff(tenantId, p.id), { school: id }]));
