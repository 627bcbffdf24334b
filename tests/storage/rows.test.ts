import { DomainError } from '../../src/domain/errors.ts';
import { limits } from '../../src/domain/limits.ts';
import { columns } from '../../src/storage/rows.ts';

/** What a value is cut into, put together again. */
const joined = (value: unknown) => JSON.parse(Object.values(columns(value)).join('')) as unknown;

test.each(['', 'x'])('a long text is cut between letters, not through one (%j)', (start) => {
  const text = start + '🙂'.repeat(limits.eventJson);
  const parts = Object.values(columns(text)).map(String);
  expect(parts.length).toBeGreaterThan(2);
  // Half a letter becomes another one in UTF-8. Azurite happens to keep it, as its JSON has it escaped.
  expect(
    parts.every((part) => Buffer.from(part).toString() === part && part.length <= limits.eventJson),
  ).toBe(true);
  expect(joined(text) === text).toBe(true);
});

test('what no row can hold is refused', () => {
  expect(() => columns('x'.repeat(limits.eventJson), 1)).toThrow(DomainError);
  expect(() => columns('x'.repeat(600_000))).toThrow(DomainError);
});
