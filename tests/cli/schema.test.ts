import { readFileSync } from 'node:fs';
import { protocolCommand } from '../support/output.ts';

it('protocols/protocol.schema.json is up to date: npm run -s protocol -- schema > protocols/protocol.schema.json', () => {
  const { code, out } = protocolCommand('schema');
  expect(code).toBe(0);
  expect(readFileSync('protocols/protocol.schema.json', 'utf8')).toBe(out);
});

it('it allows what a file may leave out, and knows the words that it may use', () => {
  const schema = JSON.parse(protocolCommand('schema').out);
  const protocol = schema.$defs?.Protocol ?? schema;
  expect(protocol.required).toContain('steps');
  expect(protocol.required).not.toContain('norms');
  expect(protocol.additionalProperties).toBe(false);
});
