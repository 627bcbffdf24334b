/** A timeline as people read it. */
import type { Protocol } from '../../domain/protocol.ts';
import { functionTitle } from '../../domain/protocol.ts';
import type { What } from './scenario.ts';
import type { Entry } from './timeline.ts';

const words: Record<What, string> = {
  opened: 'open',
  due: 'uiterlijk',
  done: 'klaar',
  skipped: 'overgeslagen',
  remind: 'herinnering',
  escalate: 'escalatie',
  tell: 'inlichten',
  register: 'registreren',
  suggest: 'voorstel',
  handover: 'overdracht',
  round: 'ronde',
  moved: 'nieuwe datum',
  refused: 'geweigerd',
  closed: 'gesloten',
  reopened: 'weer open',
  waiting: 'wacht',
};

/** One line a moment: date and time, what, which step, who, why. */
export function printed({ line, persons }: Entry, protocol: Protocol): string {
  const step = protocol.steps.find((s) => s.id === line.step);
  const rows = line.rows ? ` [${line.rows.join(' ')}]` : '';
  const title = step ? `${step.title}${rows}` : '';
  const apart = line.for === undefined ? '' : ` · ${line.for}`;
  const by = line.by === undefined ? '' : ` door ${functionTitle(protocol, line.by)}`;
  const people = persons.filter((p) => p !== line.by && !line.to?.includes(p));
  const named = people.length > 0 ? ` (${[...new Set(people)].join(', ')})` : '';
  const to = line.to ? ` → ${line.to.map((fn) => functionTitle(protocol, fn)).join(', ')}${named}` : '';
  const due = line.due && line.what !== 'due' ? `, uiterlijk ${line.due}` : '';
  const why = line.why ? `: ${line.why}` : '';
  return `${line.at.slice(0, 16).replace('T', ' ')}  ${words[line.what].padEnd(13)} ${title}${apart}${by}${to}${due}${why}`;
}
