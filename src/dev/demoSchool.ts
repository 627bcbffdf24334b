/** The fictional school that `npm start` begins with, read from a file that anyone can edit. */
import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import { Group, Post, Pupil, School, Settings } from '../domain/school.ts';

/** A person as the file has it: with the id by which Teams knows them. */
const DemoPerson = z.strictObject({
  name: z.string().min(1),
  aadObjectId: z.uuid(),
  posts: z.array(Post.strict()).default([]),
});
const DemoFile = z.strictObject({
  /** Whose chat opens with `npm start`. */
  me: z.uuid(),
  school: z.strictObject({
    settings: Settings,
    persons: z.array(DemoPerson).min(1),
    groups: z.array(Group.strict()).min(1),
    pupils: z.array(Pupil.strict()),
  }),
});
type DemoFile = z.infer<typeof DemoFile>;

/** The demo file can't be used; the message says where and why. */
export class DemoSchoolError extends Error {}

export interface DemoSchool {
  school: School;
  /** The person whose chat opens with `npm start`. */
  me: string;
}

/** @throws DemoSchoolError naming each part that is wrong */
export function loadDemoSchool(path = 'env/demo-school.json'): DemoSchool {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new DemoSchoolError(`Ik kan ${path} niet lezen: ${(error as Error).message}`);
  }
  return parseDemoSchool(text, path);
}

/** @throws DemoSchoolError naming each part that is wrong */
export function parseDemoSchool(text: string, path: string): DemoSchool {
  const fail = (lines: string[]) => new DemoSchoolError(`${path} klopt niet:\n  ${lines.join('\n  ')}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fail([`geen geldige JSON: ${(error as Error).message}`]);
  }
  const parsed = DemoFile.safeParse(json, { error: z.locales.nl().localeError });
  if (!parsed.success) throw fail(parsed.error.issues.map((i) => `${where(i.path)}: ${i.message}`));
  const wrong = contradictions(parsed.data);
  if (wrong.length > 0) throw fail(wrong);
  const { me, school } = parsed.data;
  const persons = school.persons.map(({ aadObjectId, ...person }) => ({ id: aadObjectId, ...person }));
  return { me, school: School.parse({ ...school, persons }) };
}

const where = (path: PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1) || 'het bestand';

/** What a schema alone can't see: names of things that don't exist, and things named twice. */
function contradictions({ me, school }: DemoFile): string[] {
  const wrong: string[] = [];
  const groups = new Set(school.groups.map((g) => g.id));
  const teams = new Set(school.groups.map((g) => g.team));
  for (const person of school.persons) {
    for (const post of person.posts) {
      const what = `${person.name}, ${post.function}`;
      if (post.group && !groups.has(post.group)) wrong.push(`${what}: groep ${post.group} bestaat niet`);
      if (post.team && !teams.has(post.team)) wrong.push(`${what}: kernteam ${post.team} bestaat niet`);
    }
  }
  for (const pupil of school.pupils) {
    if (!groups.has(pupil.group)) wrong.push(`${pupil.name}: groep ${pupil.group} bestaat niet`);
  }
  const twice = (what: string, ids: string[]) => {
    const double = ids.filter((id, index) => ids.indexOf(id) !== index);
    wrong.push(...new Set(double.map((id) => `${what} ${id} komt twee keer voor`)));
  };
  twice(
    'persoon',
    school.persons.map((p) => p.aadObjectId),
  );
  twice(
    'groep',
    school.groups.map((g) => g.id),
  );
  twice(
    'leerling',
    school.pupils.map((p) => p.id),
  );
  if (!school.persons.some((p) => p.aadObjectId === me)) wrong.push(`me: er is geen persoon met id ${me}`);
  return wrong;
}
