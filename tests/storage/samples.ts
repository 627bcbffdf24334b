/** Small made-up cases, jobs and schools, and a connection that loses answers. */
import { randomUUID } from 'node:crypto';
import { RestError } from '@azure/data-tables';
import type { CaseChange } from '../../src/app/ports/commit.ts';
import type { Job, ListRow, NewJob } from '../../src/app/ports/rows.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { CaseState, Event } from '../../src/domain/case.ts';
import { School } from '../../src/domain/school.ts';
import type { Policy } from '../../src/storage/client.ts';

export const NOW = '2026-11-02T09:00:00.000Z';
/** Milliseconds after NOW, as an instant. */
export const after = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

/** A partition that no other test uses. */
export const fresh = () => `school-${randomUUID()}`;

export const linked = (story: string): Event => ({
  v: 1,
  at: NOW,
  by: { person: 'juf', function: 'mentor' },
  type: 'ReportLinked',
  number: '2026-0001',
  about: { pupil: 'sam' },
  report: {
    about: [{ pupil: 'sam' }],
    story,
    source: 'zelf',
    happened: '2026-11-02',
    safe: 'ja',
    involved: [],
    behaviours: [],
  },
});

const listRow = (id: string): ListRow => ({
  case: id,
  number: '2026-0001',
  about: ['sam'],
  access: { functions: [], helped: [], reporters: ['juf'], pupils: [], barred: [] },
  lead: { function: 'mentor', person: 'juf' },
  round: 1,
  reports: 1,
  openedAt: NOW,
  steps: [],
  registrations: [],
});

/** A change of an open case with these events; a new case unless `over` says otherwise. */
export function changeOf(id: string, events: Event[], over: Partial<CaseChange> = {}): CaseChange {
  const state: CaseState = {
    id,
    number: '2026-0001',
    version: (over.from ?? 0) + events.length,
    status: 'open',
    protocol: { id: 'pesten', version: 1, hash: 'abc' },
    figure: 'figure',
    openedAt: NOW,
    closings: 0,
    facts: { 'beyond-team': false },
    reports: [],
    signals: [],
    participants: [],
    lead: { function: 'mentor', person: 'juf' },
    helpers: [],
    barred: [],
    round: 1,
    steps: {},
    contacts: [],
    registrations: [],
    suggestions: [],
    agreements: [],
    apart: [],
    notes: [],
  };
  return {
    case: id,
    guard: 'new',
    from: 0,
    events,
    state,
    list: listRow(id),
    access: listRow(id).access,
    schoolYear: 2026,
    figures: [],
    pupils: [{ pupil: 'sam', roles: ['gepeste'] }],
    gone: [],
    persons: [{ person: 'juf', roles: ['reporter', 'lead'] }],
    ...over,
  };
}

export const jobOf = (id: string, over: Partial<NewJob> = {}): NewJob => ({
  id,
  lane: 'lane',
  seq: '0000000001.000',
  runAt: NOW,
  work: { kind: 'wake', case: 'zaak', version: 1 },
  ...over,
});

/** Puts one job in the queue and claims it for a minute. */
export async function leased(store: Store, partition: string, id = 'taak'): Promise<Job> {
  await store.commit(partition, { jobs: [jobOf(id)] });
  const job = (await store.jobs(partition, NOW)).find((j) => j.id === id)!;
  return (await store.claim(partition, job, after(60_000)))!;
}

export const schoolOf = (id: string, over: Partial<School> = {}): School =>
  School.parse({
    settings: { id, name: 'De Vaart', tenantId: `tenant-${id}`, protocol: 'pesten', calendar: {} },
    persons: [
      { id: 'juf', name: 'Juf Jansen', posts: [{ function: 'mentor', group: '1a' }] },
      { id: 'meester', name: 'Meester Bakker' },
    ],
    groups: [{ id: '1a', team: 'onderbouw' }],
    pupils: [{ id: 'sam', name: 'Sam de Wit', group: '1a' }],
    ...over,
  });

/** Lets the next writes that `lose` asks for through, then breaks the connection before their answer. */
export function lossy(): { policy: Policy; lose: (answers: number) => void; lost: () => number } {
  let left = 0;
  let lost = 0;
  return {
    policy: {
      name: 'lossy',
      async sendRequest(request, next) {
        const response = await next(request);
        if (left === 0 || request.method === 'GET') return response;
        left--;
        lost++;
        throw new RestError('socket hang up', { code: 'ECONNRESET', request });
      },
    },
    lose: (answers) => {
      left = answers;
      lost = 0;
    },
    lost: () => lost,
  };
}
