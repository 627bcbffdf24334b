/** Who holds which function at this school (K22, Z12), by the protocol's own names for them. */
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import type { Section } from './knowledge.ts';
import { plainText } from './template.ts';

/** With more holders than these a function is folded. */
const FEW = 6;

/** The protocol's functions with who holds them; a function of many is folded. */
export function staffSections(school: School, protocol: Protocol): Section[] {
  const sections = Object.entries(protocol.functions).map(([fn, { title }]) => {
    const holders = school.persons.flatMap((person) => {
      const posts = person.posts.filter((post) => post.function === fn);
      if (posts.length === 0) return [];
      const where = [...new Set(posts.flatMap((post) => post.group ?? post.team ?? []))];
      return [plainText(where.length > 0 ? `${person.name} (${where.join(', ')})` : person.name)];
    });
    const more = holders.length - limits.holders;
    const lines = [
      ...holders.slice(0, limits.holders),
      ...(more > 0 ? [`en nog ${more} collega’s`] : []),
      ...(holders.length === 0 ? ['Nog niemand ingevuld'] : []),
    ];
    return {
      title: title.charAt(0).toUpperCase() + title.slice(1),
      body: lines.map((line) => `- ${line}`).join('\n'),
      fold: holders.length > FEW ? `${holders.length} collega’s` : '',
    };
  });
  return [...sections.filter((s) => s.fold === ''), ...sections.filter((s) => s.fold !== '')];
}
