/** The command `schema`: the language of a protocol file as JSON Schema, for editors that complete and check while you type. */
import { z } from 'zod/v4';
import { Protocol } from '../domain/protocol.ts';
import type { Output } from './output.ts';

/** The text of protocols/protocol.schema.json. */
export const schemaText = (): string =>
  JSON.stringify(z.toJSONSchema(Protocol, { io: 'input' }), undefined, 2);

export function runSchema({ out }: Output): number {
  out(schemaText());
  return 0;
}
