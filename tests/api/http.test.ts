import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import restify from 'restify';
import type { Server } from 'restify';
import { z } from 'zod/v4';
import { FORM_HEADER } from '../../src/api/contract/common.ts';
import { makeApi } from '../../src/api/http.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { limits } from '../../src/domain/limits.ts';
import { developmentIdentity } from '../../src/dev/identity.ts';
import { makeLog } from '../../src/log.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let server: Server;
let url: string;
let authorization: string;
let another: string;
const nudged: string[] = [];
const logged: object[] = [];
beforeAll(async () => {
  bot = await startBot();
  const identity = await developmentIdentity('tenant');
  authorization = `Bearer ${await identity.token(person.mentor)}`;
  another = `Bearer ${await identity.token(person.docent)}`;
  server = restify.createServer({ log: makeLog('silent') as never });
  const api = makeApi(server, {
    world: bot.service.world,
    tokens: identity.rules,
    log: { error: (fields) => void logged.push(fields) },
    nudge: (partition) => void nudged.push(partition),
  });
  api.get('/name', ({ who }) => Promise.resolve({ name: who.person.name }));
  api.get('/fault', () => Promise.reject(new Error('a secret of the server')));
  api.get('/refused', () => Promise.reject(new DomainError('already-done', 'Dit is al gedaan.', 'to')));
  api.post('/echo', z.strictObject({ text: z.string() }), ({ body, form }) =>
    Promise.resolve({ ...body, form }),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${server.address().port}`;
});
afterAll(async () => {
  await new Promise<void>((done) => server.close(() => done()));
  await bot.stop();
});

const key = '2026-10-05.6f1c1d5e-8a4f-4f0e-9d3b-0a1b2c3d4e5f';
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/echo`, {
    method: 'POST',
    body,
    headers: { authorization, 'content-type': 'application/json', [FORM_HEADER]: key, ...headers },
  });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { headers: { authorization, ...headers } });

describe('the way in to the API', () => {
  it('lets nothing of a person be kept or framed elsewhere', async () => {
    const { headers } = await get('/name');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  it('refuses who is not signed in before it reads a form', async () => {
    const res = await post('{"text":"x"}', { authorization: 'Bearer x' });
    expect([res.status, await res.json()]).toMatchObject([401, { code: 'unauthorized' }]);
    expect(nudged).toHaveLength(0);
  });

  it('tells a refusal in Dutch, with the field that it is about', async () => {
    const res = await get('/refused');
    expect(res.status).toBe(409);
    expect(await res.json()).toStrictEqual({
      code: 'already-done',
      message: 'Dit is al gedaan.',
      field: 'to',
    });
  });

  it('tells nothing of a fault of its own, and logs it', async () => {
    const res = await get('/fault');
    expect(res.status).toBe(500);
    expect(await res.text()).not.toContain('secret');
    expect(logged).toHaveLength(1);
  });

  it('hands a form on with its key, of this person, and wakes the worker', async () => {
    const res = await post('{"text":"x"}');
    const [day, nonce] = [key.slice(0, 10), `${person.mentor}.${key.slice(11)}`];
    expect(await res.json()).toStrictEqual({ text: 'x', form: { day, nonce } });
    expect(nudged).toStrictEqual(['proef']);
  });

  it.each([
    ['no JSON', '{', {}, 400],
    ['another shape', '{"text":1}', {}, 400],
    ['a field too many', '{"text":"x","by":"directeur"}', {}, 400],
    ['no key', '{"text":"x"}', { [FORM_HEADER]: '' }, 400],
    ['a key of tomorrow', '{"text":"x"}', { [FORM_HEADER]: `2026-10-06.${randomUUID()}` }, 400],
    ['a key of long ago', '{"text":"x"}', { [FORM_HEADER]: `2026-09-01.${randomUUID()}` }, 400],
    ['too much', JSON.stringify({ text: 'x'.repeat(limits.requestBytes) }), {}, 413],
  ])('refuses a form with %s, in Dutch', async (_, body, headers: Record<string, string>, status) => {
    const res = await post(body, headers);
    expect(res.status).toBe(status);
    expect(((await res.json()) as { message: string }).message).toMatch(/opnieuw\.$/);
  });

  const plain = { 'content-type': 'application/json' };
  const form = 'multipart/form-data; boundary=x';
  it.each([
    ['gzip that is none', { ...plain, 'content-encoding': 'gzip' }, 'x'],
    [
      'gzip that unpacks to much',
      { ...plain, 'content-encoding': 'gzip' },
      gzipSync(Buffer.alloc(5_000_000, ' ')),
    ],
    ['another encoding', { ...plain, 'content-encoding': 'deflate' }, '{}'],
    [
      'files',
      { 'content-type': form },
      '--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n--x--',
    ],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'text=x'],
    ['text', { 'content-type': 'text/plain' }, '{"text":"x"}'],
  ])(
    'is open to JSON only: %s is refused before it is read, and the service lives on',
    async (_, headers, body) => {
      for (const path of ['/api/messages', '/api/school']) {
        const res = await fetch(bot.url + path, { method: 'POST', headers, body });
        expect([path, res.status]).toStrictEqual([path, 415]);
        expect(((await res.json()) as { message: string }).message).toMatch(/opnieuw\.$/);
      }
      expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    },
  );

  it('takes JSON with a charset', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await fetch(`${bot.url}/api/school`, { method: 'POST', headers, body: '{}' })).status).toBe(401);
  });

  it('asks one person who is too quick to wait, and nobody else', async () => {
    const many = await Promise.all(Array.from({ length: limits.requests.burst + 30 }, () => get('/name')));
    const late = many.filter((res) => res.status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(await late[0]!.json()).toMatchObject({ code: 'too-often' });
    expect((await get('/name', { authorization: another })).status).toBe(200);
  });
});
