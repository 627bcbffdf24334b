/** The demo school run by another protocol: its people get that protocol's functions. */
import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { ADMINISTRATOR } from '../domain/access.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';

/** Which protocol `npm start -- --protocol NAME` asks for; undefined for the demo school's own. @throws ConfigError */
export function protocolArgument(args: readonly string[], known: readonly string[]): string | undefined {
  let name: string | undefined;
  try {
    name = parseArgs({ args: [...args], options: { protocol: { type: 'string' } } }).values.protocol;
  } catch {
    throw new ConfigError('Zo start je een ander protocol: npm start -- --protocol NAAM');
  }
  if (name === undefined || known.includes(name)) return name;
  throw new ConfigError(`Er is geen protocol "${name}". Kies uit: ${known.join(', ')}.`);
}

/** The function that is in charge where no condition says otherwise. */
const usualLead = (protocol: Protocol): string => protocol.lead.at(-1)!.function;

/**
 * The same school with another protocol: who is in charge stays in charge, the coordinator stays coordinator, the
 * administrator and functions of the same name stay, and each function that is left goes to people whose own function
 * the new protocol lacks.
 */
export function withProtocol(school: School, from: Protocol, to: Protocol): School {
  const renamed = new Map([
    [usualLead(from), usualLead(to)],
    [from.coordinator, to.coordinator],
    [ADMINISTRATOR, ADMINISTRATOR],
  ]);
  const held = [...new Set(school.persons.flatMap((p) => p.posts.map((post) => post.function)))];
  for (const fn of held) if (!renamed.has(fn) && to.functions[fn]) renamed.set(fn, fn);
  const taken = new Set(renamed.values());
  const free = Object.keys(to.functions).filter((fn) => !taken.has(fn));
  const idle = held.filter((fn) => !renamed.has(fn));
  free.forEach((fn, i) => {
    const own = idle[i];
    if (own) renamed.set(own, fn);
  });
  const unheld = free.slice(idle.length);
  const posts = (person: Person): Person['posts'] => {
    const kept = person.posts.flatMap((post) => {
      const fn = renamed.get(post.function);
      return fn === undefined ? [] : [{ ...post, function: fn }];
    });
    // Functions that nobody is left for: the coordinator has them as well.
    const coordinates = kept.some((post) => post.function === to.coordinator);
    return coordinates ? [...kept, ...unheld.map((fn) => ({ function: fn }))] : kept;
  };
  return {
    ...school,
    settings: { ...school.settings, protocol: to.id },
    persons: school.persons.map((person) => ({ ...person, posts: posts(person) })),
  };
}
