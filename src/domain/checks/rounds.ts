/** Rounds that are named and never begin. */
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { reachOf } from './reach.ts';
import type { Track } from './track.ts';
import { conditionsOf, leaves, stepsOf } from './track.ts';

/** What waits for a round that never begins. Where it keeps a step from opening, that is said as such. */
export function roundFaults(track: Track): Fault[] {
  if (reachOf(track).rounds) return [];
  const mend = 'Haal dit weg, of geef een uitkomst ‘then: round’.';
  return [
    ...stepsOf(track).flatMap(({ step, path }) =>
      step.lapses === 'round'
        ? fault([...path, 'lapses'], 'Deze stap vervalt bij een nieuwe ronde, maar die begint nooit.', mend)
        : [],
    ),
    ...conditionsOf(track)
      .filter(({ moment }) => moment !== 'opens' && moment !== 'when')
      .flatMap(({ value, path }) => leaves(value, path))
      .flatMap(({ value, path }) =>
        'round' in value && value.round > 1
          ? fault([...path, 'round'], `Dit geldt vanaf ronde ${value.round}, maar die begint nooit.`, mend)
          : [],
      ),
  ];
}
