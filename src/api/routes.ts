/** The tab's API. One way in: token → person → can → data; one way out for errors: ApiError. */
import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { listCases, listUndelivered, readCase } from '../app/reads.ts';
import { calendarOf, releasedFor } from '../app/world.ts';
import type { Who, World } from '../app/world.ts';
import { DomainError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { ApiError, CaseList, CaseView, Me } from './contract.ts';
import { routes } from './contract.ts';
import type { TokenRules } from './token.ts';
import { identify } from './token.ts';
import { lineOf, undeliveredOf, viewOf } from './views.ts';

export interface ApiDeps {
  world: World;
  tokens: TokenRules;
  log: { error(fields: object, message: string): void };
}

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  'already-done': 409,
  conflict: 409,
  'too-large': 413,
};

export function addApi(server: Server, { world, tokens, log }: ApiDeps): void {
  const get = (path: string, answer: (who: Who, req: Request) => Promise<Me | CaseList | CaseView>) =>
    server.get(path, async (req: Request, res: Response) => {
      res.header('Cache-Control', 'no-store');
      try {
        const identity = await identify(req.header('authorization'), tokens);
        if (!identity)
          return refuse(
            res,
            401,
            'unauthorized',
            'Je bent niet (meer) aangemeld. Sluit dit scherm en open het opnieuw.',
          );
        const who = await world.store.findPerson(identity.tenantId, identity.personId);
        if (!who)
          return refuse(
            res,
            403,
            'not-staff',
            'Dit scherm is voor medewerkers van school. Hoor je daarbij? Vraag de coördinator om je toe te voegen.',
          );
        send(req, res, await answer(who, req));
      } catch (error) {
        if (error instanceof DomainError) return refuse(res, statusOf[error.code], error.code, error.message);
        log.error({ error, path }, 'a request failed');
        refuse(res, 500, 'failed', 'Er ging iets mis. Probeer het over een minuut opnieuw.');
      }
    });

  get(routes.me, async (who) => {
    const school = await world.store.school(who.partition);
    const { protocol } = releasedFor(world, school);
    const functions = [...new Set(who.person.posts.map((post) => functionTitle(protocol, post.function)))];
    return { id: who.person.id, name: who.person.name, functions, school: school.settings.name };
  });

  get(routes.cases, async (who) => {
    const [rows, dead, school] = await Promise.all([
      listCases(world, who),
      listUndelivered(world, who),
      world.store.school(who.partition),
    ]);
    const { protocol } = releasedFor(world, school);
    const now = world.clock.now();
    const calendar = calendarOf(school, now);
    const today = calendar.dateOf(now);
    return {
      today,
      cases: rows.map((row) => lineOf(row, { protocol, school, calendar, today })),
      undelivered: dead.map((job) => undeliveredOf(job, rows, school)),
    };
  });

  get('/api/cases/:id', async (who, req) => {
    const loaded = await readCase(world, who, String((req.params as { id: string }).id));
    return viewOf(loaded, loaded.calendar.dateOf(world.clock.now()));
  });
}

/** Answers with an ETag of the content, so that a poll that finds nothing new costs no body. */
function send(req: Request, res: Response, body: object): void {
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
  res.header('ETag', etag);
  if (req.header('if-none-match') === etag) {
    res.send(304);
    return;
  }
  res.json(200, body);
}

function refuse(res: Response, status: number, code: string, message: string): void {
  res.json(status, { code, message } satisfies ApiError);
}
