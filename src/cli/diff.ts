/** The command `diff`: what two versions of a protocol differ in, and what that means for a running case. */
import type { Protocol } from '../domain/protocol.ts';
import { readProtocol } from '../storage/protocolFiles.ts';
import { differences } from '../domain/protocolText/diff/protocol.ts';
import type { Output } from './output.ts';
import { wrapped } from './wrap.ts';

/** @returns the exit code @throws ProtocolFileError */
export function runDiff(oldFile: string, newFile: string, { out, err }: Output): number {
  const old = readProtocol(oldFile).protocol;
  const next = readProtocol(newFile).protocol;
  if (old.id !== next.id) err(`Let op: dit zijn twee protocollen, ‘${old.id}’ en ‘${next.id}’.`);
  const text = diffText(old, next);
  if (text && old.version >= next.version)
    err(`Let op: geef de nieuwe tekst een hogere versie dan ${old.version}; nu is het ${next.version}.`);
  out(text ?? 'Geen verschil: alleen opmerkingen of rijen kunnen anders zijn.');
  return 0;
}

/** The differences in plain Dutch; undefined when there are none. */
export function diffText(old: Protocol, next: Protocol): string | undefined {
  const parts = differences({ old, next, ids: true });
  if (parts.length === 0) return undefined;
  const intro =
    'Een zaak die loopt blijft op haar eigen versie: daarvoor verandert niets. Achter → staat wat er gebeurt in een zaak die naar de nieuwe versie gaat.';
  return [
    `${next.title}: van versie ${old.version} naar versie ${next.version}`,
    '',
    ...wrapped(intro, 0, 0),
    ...parts.flatMap(({ heading, changes }) => [
      '',
      heading,
      ...changes.flatMap(({ what, then }) => [...wrapped(`- ${what}`, 2), ...wrapped(`→ ${then}`, 6)]),
    ]),
  ].join('\n');
}
