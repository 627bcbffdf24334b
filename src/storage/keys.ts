/** How rows are named. Partition = school; see "Rows" in the architecture notes. Pure. */
import type { Slot } from '../app/ports/rows.ts';

/**
 * One part of a key: NFC (é typed in two ways is one name), and every character that a key may not hold (`/ \ # ?`,
 * control characters), that separates parts (`!`) or that a URL or the client reads as its own (`%`, `'`, braces,
 * spaces) as `=` and two hex digits per byte. Not meant to be read back: rows carry their ids as data.
 */
export const part = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\-_.:@]/gu, (char) =>
      [...Buffer.from(char)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join(''),
    );

/** An instant in UTC with milliseconds: one width, so text order is time order. @throws RangeError when it is no instant */
export const instant = (iso: string): string => new Date(iso).toISOString();

/** `school` or `school!v`. */
export const partitionKey = (partition: string): string => partition.split('!').map(part).join('!');
/** The school whose confidential partition this is, or the school itself. */
export const schoolOf = (partition: string): string => partition.split('!')[0]!;
/** Finds the school of a token or an activity; no school can be called so, as `$` is encoded. */
export const DIRECTORY = '$directory';

const row = (...parts: (string | number)[]) => parts.map((p) => part(String(p))).join('!');
const digits = (n: number) => String(n).padStart(10, '0');

export const keys = {
  head: (caseId: string) => row('head', caseId),
  event: (caseId: string, n: number) => row('event', caseId, digits(n)),
  open: (caseId: string) => row('open', caseId),
  closed: (schoolYear: number, caseId: string) => row('closed', schoolYear, caseId),
  figure: (schoolYear: number, id: string) => row('figure', schoolYear, id),
  mine: (person: string, caseId: string) => row('mine', person, caseId),
  pupil: (pupil: string, caseId: string) => row('pupil', pupil, caseId),
  read: (caseId: string, at: string, person: string) => row('read', caseId, instant(at), person),
  thread: (caseId: string, channel: string) => row('thread', caseId, channel),
  seen: (day: string, nonce: string) => row('seen', day, nonce),
  counter: (schoolYear: number) => row('counter', schoolYear),
  job: (runAt: string, id: string) => row('job', instant(runAt), id),
  wait: (person: string, id: string) => row('wait', person, id),
  dead: (at: string, id: string) => row('dead', instant(at), id),
  slot: ({ date, kind, where }: Slot) => row('slot', date, kind, where),
  alert: (until: string, id: string) => row('alert', until, id),
  briefing: (date: string, team: string) => row('briefing', date, team),
  drain: 'drain',
  watch: 'watch',
  setting: row('setting', 'school'),
  log: (at: string, id: string) => row('log', instant(at), id),
  welcomed: (team: string) => row('welcomed', team),
  person: (id: string) => row('person', id),
  group: (id: string) => row('group', id),
  pupilCard: (id: string) => row('pupilcard', id),
  protocol: (id: string, version: number, hash: string) => row('protocol', id, version, hash),
  conversation: (person: string) => row('conversation', person),
  /** In the directory. */
  school: (id: string) => row('school', id),
  staff: (tenant: string, person: string) => row('person', tenant, person),
  clock: 'clock',
};

/** A stretch of row keys, `from` included and `below` not. */
export interface Range {
  from: string;
  below: string;
}
/** All rows whose key starts with these parts. `"` is the character after `!`. */
export const under = (...parts: string[]): Range => ({
  from: `${row(...parts)}!`,
  below: `${row(...parts)}"`,
});
/** All rows whose key begins with this one. */
export const startingWith = (key: string): Range => ({
  from: key,
  below: key.slice(0, -1) + String.fromCharCode(key.charCodeAt(key.length - 1) + 1),
});
/** The rows of a kind whose keys begin with an earlier day. */
export const before = (kind: 'alert' | 'slot' | 'briefing' | 'seen', day: string): Range => ({
  from: `${kind}!`,
  below: row(kind, day),
});
/** The points to be alert to that have not expired on a day. */
export const alertsFrom = (date: string): Range => ({ from: row('alert', date), below: 'alert"' });
/** The jobs that are due at an instant or before it. */
export const dueBy = (until: string): Range => ({ from: 'job!', below: `${row('job', instant(until))}"` });
/** The events of a case up to a version, that one included. */
export const eventsUpTo = (caseId: string, version: number): Range => ({
  from: keys.event(caseId, 1),
  below: keys.event(caseId, version + 1),
});
