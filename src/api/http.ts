/** The tab's API. One way in: token → person → shape → answer; one way out for errors: ApiError. */
import { createHash } from 'node:crypto';
import restify from 'restify';
import type { Next, Request, Response, Server } from 'restify';
import type { z } from 'zod/v4';
import { ZodError } from 'zod/v4';
import type { Nonce } from '../app/commit.ts';
import type { Who, World } from '../app/world.ts';
import { DomainError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { ApiError } from './contract/common.ts';
import { FORM_HEADER } from './contract/common.ts';
import { readForm } from './form.ts';
import type { TokenRules } from './token.ts';
import { identify } from './token.ts';

export interface ApiDeps {
  world: World;
  tokens: TokenRules;
  log: { error(fields: object, message: string): void };
  /** Jobs were planned: their worker need not wait for its next look. */
  nudge: (partition: string) => void;
}

/** What a route answers to. */
export interface Ask {
  world: World;
  who: Who;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The ETag of what the asker has. */
  ifNoneMatch: string | undefined;
}
/** What a form is sent with. */
export interface Sent<B> extends Ask {
  body: B;
  form: Nonce;
  /** The ETag of what the form was made from, where the sender gave one. */
  ifMatch: string | undefined;
}
/** Something else than JSON: a file to keep. */
export class Download {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly bytes: Buffer,
  ) {}
}

export interface Api {
  get(path: string, answer: (ask: Ask) => Promise<object>): void;
  /** Takes JSON of a shape; unknown fields are refused by the shape itself. */
  post<T extends z.ZodType>(path: string, body: T, answer: (sent: Sent<z.infer<T>>) => Promise<object>): void;
}

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  'already-done': 409,
  conflict: 409,
  'too-large': 413,
};

export function makeApi(server: Server, deps: ApiDeps): Api {
  const { world, tokens, log, nudge } = deps;
  const throttle = restify.plugins.throttle({ ...limits.requests, username: true });
  const bodyParser = restify.plugins.bodyParser({ maxBodySize: limits.requestBytes, mapParams: false });

  /** Who asks; whoever is nobody here is refused before anything else is read. */
  const asker = async (req: Request, res: Response): Promise<Who | undefined> => {
    setHeaders(res);
    const identity = await identify(req.header('authorization'), tokens);
    const who = identity && (await world.store.findPerson(identity.tenantId, identity.personId));
    if (!identity) refuse(res, 401, { code: 'unauthorized', message: NOT_SIGNED_IN });
    else if (!who) refuse(res, 403, { code: 'not-staff', message: NOT_STAFF });
    return who;
  };
  const authenticate = (req: Request, res: Response, next: Next) => {
    asker(req, res).then(
      (who) => {
        if (!who) return next(false);
        askers.set(req, who);
        // What the throttle counts by.
        (req as { username?: string }).username = `${who.partition} ${who.person.id}`;
        next();
      },
      (error: unknown) => {
        fail(res, error, req.path());
        next(false);
      },
    );
  };
  const first = [authenticate, told(throttle, () => [429, { code: 'too-often', message: TOO_OFTEN }])];
  const parse = [bodyParser].flat().map((handler) => told(handler, bodyRefusal));

  function fail(res: Response, error: unknown, path: string): void {
    const refusal = refusalOf(error);
    if (!refusal) log.error({ error, path }, 'a request failed');
    const [status, body] = refusal ?? [500, { code: 'failed', message: FAILED }];
    refuse(res, status, body);
  }
  const answered =
    (path: string, answer: (req: Request, ask: Ask) => Promise<object>) =>
    async (req: Request, res: Response) => {
      const who = askers.get(req)!;
      const query = new URLSearchParams(req.getQuery());
      try {
        const params = req.params as Record<string, string>;
        const ifNoneMatch = req.header('if-none-match') || undefined;
        const body = await answer(req, { world, who, params, query, ifNoneMatch });
        if (body instanceof Download) sendFile(res, body);
        else send(req, res, body);
      } catch (error) {
        fail(res, error, path);
      }
    };

  return {
    get(path, answer) {
      server.get(
        path,
        first,
        answered(path, (_req, ask) => answer(ask)),
      );
    },
    post(path, shape, answer) {
      const handle = answered(path, async (req, ask) => {
        const form = await readForm(req.header(FORM_HEADER), ask.who, world);
        const body = shape.parse(req.body);
        const result = await answer({ ...ask, body, form, ifMatch: req.header('if-match') || undefined });
        nudge(ask.who.partition);
        return result;
      });
      server.post(path, first, parse, handle);
    },
  };
}

const askers = new WeakMap<Request, Who>();

type Refusal = [status: number, body: ApiError];
type Handler = (req: Request, res: Response, next: Next) => unknown;

/** A handler of restify whose refusal is told in our shape and words. */
const told =
  (handler: Handler, refusal: (fault: unknown) => Refusal): Handler =>
  (req, res, next) =>
    handler(req, res, ((fault?: unknown) => {
      if (!fault) return next();
      refuse(res, ...refusal(fault));
      next(false);
    }) as Next);

const bodyRefusal = (fault: unknown): Refusal =>
  (fault as { statusCode?: number }).statusCode === 413
    ? [413, { code: 'too-large', message: TOO_LARGE }]
    : [400, { code: 'invalid', message: NOT_OUR_FORM }];

function setHeaders(res: Response): void {
  res.header('Cache-Control', 'no-store');
  res.header('X-Content-Type-Options', 'nosniff');
  res.header('Referrer-Policy', 'no-referrer');
  res.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
}

/** An ETag of the content, so that a poll that finds nothing new costs no body. */
export const etagOf = (body: object): string =>
  `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;

function send(req: Request, res: Response, body: object): void {
  const etag = etagOf(body);
  res.header('ETag', etag);
  if (req.method === 'GET' && req.header('if-none-match') === etag) res.send(304);
  else res.json(200, body);
}

function sendFile(res: Response, { name, type, bytes }: Download): void {
  res.header('Content-Type', type);
  res.header('Content-Disposition', `attachment; filename="${name}"`);
  res.sendRaw(200, bytes);
}

/** A refusal that is the sender's to mend; undefined for a fault of ours. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof DomainError)
    return [statusOf[error.code], { code: error.code, message: error.message, field: error.field }];
  if (error instanceof ZodError) return [400, { code: 'invalid', message: NOT_OUR_FORM }];
  return undefined;
}

const refuse = (res: Response, status: number, body: ApiError): void => {
  res.json(status, body);
};

const NOT_SIGNED_IN = 'Je bent niet (meer) aangemeld. Sluit dit scherm en open het opnieuw.';
const NOT_STAFF =
  'Dit scherm is voor medewerkers van school. Hoor je daarbij? Vraag de coördinator om je toe te voegen.';
const TOO_OFTEN = 'Dit ging wel erg snel. Wacht een paar tellen en probeer het opnieuw.';
const TOO_LARGE = 'Dit is te veel in één keer. Maak het korter en probeer het opnieuw.';
const NOT_OUR_FORM = 'Dit formulier klopt niet (meer). Laad het scherm opnieuw.';
const FAILED = 'Er ging iets mis. Probeer het over een minuut opnieuw.';
