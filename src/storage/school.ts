/** The school itself: its settings, staff, groups and pupils; read again only when its revision changed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { LogEntry, Store } from '../app/ports.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { Person, School, Settings } from '../domain/school.ts';
import { DIRECTORY, keys, partitionKey, schoolOf, under } from './keys.ts';
import { addLog } from './log.ts';
import { columns, read, readRange, refusal, valueOf } from './rows.ts';
import type { Columns } from './rows.ts';
import { Transaction } from './transaction.ts';

/** How often a change of the settings is tried against others who change them. */
const TRIES = 8;

type Schools = Pick<
  Store,
  'school' | 'saveSchool' | 'saveSettings' | 'savePerson' | 'welcome' | 'schools' | 'findPerson'
>;

export function schoolRows(table: TableClient): Schools {
  const memory = new Map<string, { revision: string; school: School }>();

  async function school(partition: string): Promise<School> {
    const pk = partitionKey(schoolOf(partition));
    const setting = await read(table, pk, keys.setting);
    if (!setting) throw new DomainError('not-found', 'Deze school is bij ons niet bekend.');
    const revision = setting.revision as string;
    const known = memory.get(pk);
    if (known?.revision === revision) return known.school;
    const values = async (kind: string) =>
      (await readRange(table, pk, under(kind))).map((row) => valueOf<unknown>(row));
    const [persons, groups, pupils] = await Promise.all([
      values('person'),
      values('group'),
      values('pupilcard'),
    ]);
    const loaded = School.parse({ settings: valueOf(setting), persons, groups, pupils });
    memory.set(pk, { revision, school: loaded });
    return loaded;
  }

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

    saveSettings: (partition, change, entry, form) =>
      changing(partition, entry, form, (settings) => Promise.resolve(change(settings))),

    savePerson: (partition, id, change, entry, form) =>
      changing(partition, entry, form, async (settings, tx) => {
        const row = await read(table, partitionKey(partition), keys.person(id));
        if (!row) throw new DomainError('not-found', 'Deze collega staat niet (meer) bij de medewerkers.');
        tx.update(keys.person(id), columns(change(Person.parse(valueOf(row)))), row.etag);
        return settings;
      }),

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
  async function changing(
    partition: string,
    entry: LogEntry,
    form: { day: string; nonce: string },
    change: (settings: Settings, tx: Transaction) => Promise<Settings>,
  ): Promise<void> {
    const pk = partitionKey(partition);
    const handled = keys.seen(form.day, form.nonce);
    for (let i = 0; i < TRIES; i++) {
      if (await read(table, pk, handled)) return;
      const setting = await read(table, pk, keys.setting);
      if (!setting) throw new DomainError('not-found', 'Deze school is bij ons niet bekend.');
      const tx = new Transaction(table, pk);
      addLog(tx, entry);
      tx.create(handled, columns({ result: null }));
      const next = await change(Settings.parse(valueOf(setting)), tx);
      tx.update(keys.setting, { ...columns(next), revision: randomUUID() }, setting.etag);
      if ((await tx.submit()).landed) return;
      await sleep(Math.random() * 15 * 2 ** i);
    }
    throw new DomainError('conflict', 'Iemand anders stelt nu ook iets in. Probeer het zo opnieuw.');
  }

  /** By which a school and its staff are found; whoever left is forgotten, unless another school of the tenant has them. */
  async function writeDirectory(
    next: School,
    before: Settings | undefined,
    staffBefore: Person[],
  ): Promise<void> {
    const { id, tenantId } = next.settings;
    const staff = next.persons.map((p) => keys.staff(tenantId, p.id));
    const rows = new Map<string, Columns>([keys.school(id), ...staff].map((key) => [key, { school: id }]));
    const gone: string[] = [];
    for (const person of staffBefore) {
      const key = keys.staff(before?.tenantId ?? tenantId, person.id);
      if (!rows.has(key) && (await read(table, DIRECTORY, key))?.school === id) gone.push(key);
    }
    await write(DIRECTORY, rows, gone);
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
