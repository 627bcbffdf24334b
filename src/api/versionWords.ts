/** What moving to a newer version of the protocol brings a case, in words (A6). */
import type { Preview } from '../app/version.ts';
import { fold } from '../domain/evolve.ts';
import { differences } from '../domain/protocolText/diff/protocol.ts';
import { chronology } from './chronology.ts';
import type { VersionPreview } from './contract/acts.ts';

export function versionWords(preview: Preview): VersionPreview {
  const { state, past, protocol, next, school, calendar, to, events } = preview;
  const gone = protocol.steps.filter((s) => !next.steps.some((n) => n.id === s.id));
  // Steps that go are told by the name that people know.
  const both = { ...next, steps: [...next.steps, ...gone] };
  const after = fold(events, state)!;
  const told = chronology([...past, ...events], { state: after, protocol: both, school, calendar }).slice(
    past.length,
  );
  // That it moves is no news.
  const news = told.filter((_, i) => events[i]!.type !== 'VersionMoved');
  return {
    from: state.protocol.version,
    to: to.ref.version,
    hash: to.ref.hash,
    now: news.map((entry) => entry.text),
    differences: differences({ old: protocol, next }).map(({ heading, changes }) => ({
      heading,
      lines: [...new Set(changes.map(({ what }) => `${what[0]!.toUpperCase()}${what.slice(1)}.`))],
    })),
  };
}
