import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet } from 'jose';
import { CaseView } from '../../src/api/contract/case.ts';
import { CaseList } from '../../src/api/contract/cases.ts';
import { Me } from '../../src/api/contract/common.ts';
import { identify } from '../../src/api/token.ts';
import type { TokenRules } from '../../src/api/token.ts';
import type { Bot } from '../support/bot.ts';
import { openForm, startBot } from '../support/bot.ts';
import { button } from '../support/connector.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let caseId: string;
beforeAll(async () => {
  bot = await startBot();
  const data = button(await openForm(bot, person.docent), 'Melding versturen');
  await bot.press(
    {
      ...data,
      about: 'p-fenna',
      story: 'Haar tas werd afgepakt.',
      source: 'zelf',
      happened: '2026-10-05',
      safe: 'ja',
    },
    { as: person.docent },
  );
  caseId = (await bot.cases())[0]!.case;
});
afterAll(() => bot.stop());

describe('the tab’s API', () => {
  it('says who I am', async () => {
    const { body } = await bot.get('/api/me', person.mentor);
    expect(Me.parse(body)).toStrictEqual({
      id: person.mentor,
      name: 'Mila Mentor',
      functions: ['mentor'],
      school: 'De Proef',
      today: '2026-10-05',
      configures: false,
      coordinates: false,
    });
  });

  it('lists open cases without a pupil’s name, with what is next, by when and why', async () => {
    const { body } = await bot.get('/api/cases', person.coordinator);
    expect(CaseList.parse(body)).toStrictEqual({
      today: '2026-10-05',
      cases: [
        {
          id: caseId,
          number: '2026-0001',
          group: '2B',
          step: 'Vandaag veilig',
          team: 'onderbouw',
          lead: { function: 'mentor', name: 'Mila Mentor', person: person.mentor },
          due: {
            by: '2026-10-05',
            why: 'dezelfde schooldag als de melding (maandag 5 oktober); afspraak van onze school',
          },
          late: false,
          asks: 'soon',
          mine: false,
          round: 1,
          reports: 1,
          behaviours: [],
        },
      ],
      undelivered: [],
    });
    expect(JSON.stringify(body)).not.toContain('Fenna');
  });

  it('marks a step late from the day after', async () => {
    bot.clock.set('2026-10-07T00:01');
    expect((await bot.get('/api/cases', person.coordinator)).body).toMatchObject({ cases: [{ late: true }] });
    bot.clock.set('2026-10-05T09:00');
  });

  it('shows a case whole to who may see it', async () => {
    const view = CaseView.parse((await bot.get(`/api/cases/${caseId}`, person.mentor)).body);
    expect(view).toMatchObject({
      number: '2026-0001',
      status: 'open',
      participants: [{ name: 'Fenna Fictief', group: '2B', roles: [{ id: 'gepeste', label: 'gepeste' }] }],
      openSteps: [
        { key: 'veilig.1', title: 'Vandaag veilig', norm: true, late: false },
        { key: 'beoordelen.1', title: 'Melding bekijken', norm: true, late: false },
        { key: 'gesprek.1', title: 'Gesprek met de gepeste', norm: false, late: false },
      ],
    });
    expect(view.chronology[0]).toMatchObject({
      who: 'Dirk Docent (vakdocent of andere medewerker)',
      text: 'Melding 2026-0001: zaak geopend',
      kind: 'report',
    });
    expect(view.chronology[0]!.facts[0]).toStrictEqual({
      label: 'Wat gezien of gehoord',
      value: 'Haar tas werd afgepakt.',
    });
  });

  it('notes who looked at a case, and nobody who was refused or only saw the list', async () => {
    const before = (await bot.store.readsOf(bot.partition, caseId)).length;
    bot.clock.set('2026-10-05T11:00');
    await bot.get(`/api/cases/${caseId}`, person.coordinator);
    await bot.get(`/api/cases/${caseId}`, person.docent);
    await bot.get('/api/cases', person.mentor);
    const reads = await bot.store.readsOf(bot.partition, caseId);
    expect(reads.slice(before)).toStrictEqual([
      { at: '2026-10-05T09:00:00.000Z', person: person.coordinator },
    ]);
    bot.clock.set('2026-10-05T09:00');
  });

  it.each([
    [person.coordinator, 200, 1],
    [person.mentor, 200, 1],
    [person.leerlingencoordinator, 200, 1],
    [person.docent, 404, 0],
    [person.otherMentor, 404, 0],
    [person.directeur, 404, 0],
  ])('A4: %s gets %i for the case and %i in the list', async (who, status, count) => {
    expect((await bot.get(`/api/cases/${caseId}`, who)).status).toBe(status);
    expect(((await bot.get('/api/cases', who)).body as CaseList).cases).toHaveLength(count);
  });

  it('answers for a case that may not be seen as for one that is not there', async () => {
    const hidden = await bot.get(`/api/cases/${caseId}`, person.docent);
    const unknown = await bot.get('/api/cases/not-there', person.docent);
    expect(hidden.body).toStrictEqual(unknown.body);
    expect(hidden.status).toBe(unknown.status);
  });

  it('answers 304 to a poll that finds nothing new, and lets nobody cache it', async () => {
    const first = await bot.get('/api/cases', person.coordinator);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const url = `http://127.0.0.1:${bot.service.port}/api/cases`;
    const again = await fetch(url, {
      headers: {
        authorization: `Bearer ${await bot.token(person.coordinator)}`,
        'if-none-match': first.headers.get('etag')!,
      },
    });
    expect(again.status).toBe(304);
  });

  it('refuses somebody without a token, and somebody who is not on the staff', async () => {
    const bare = await fetch(`http://127.0.0.1:${bot.service.port}/api/cases`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ code: 'unauthorized' });
    expect((await bot.get('/api/me', 'a-pupil')).status).toBe(403);
  });
});

describe('the public pages that the Teams app names', () => {
  it.each(['/', '/privacy', '/voorwaarden'])('%s is there, in Dutch', async (path) => {
    const response = await fetch(`http://127.0.0.1:${bot.service.port}${path}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<html lang="nl">');
  });
});

describe('the token of the tab', () => {
  let rules: TokenRules;
  let sign: (change?: object, foreign?: boolean) => Promise<string>;
  beforeAll(async () => {
    const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    rules = {
      keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'RS256' }] }),
      audience: ['client', 'api://tab.example/client'],
      issuer: (tenant) => `https://login.example/${tenant}/v2.0`,
      tenants: ['t1'],
    };
    sign = (change = {}, foreign = false) =>
      new SignJWT({
        oid: 'o',
        tid: 't1',
        scp: 'access_as_user',
        aud: 'client',
        iss: 'https://login.example/t1/v2.0',
        exp: Math.floor(Date.now() / 1000) + 600,
        ...change,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .sign(foreign ? other.privateKey : own.privateKey);
  });

  it('gives the person and tenant of a good one', async () => {
    expect(await identify(`Bearer ${await sign()}`, rules)).toStrictEqual({ personId: 'o', tenantId: 't1' });
    expect(await identify(`Bearer ${await sign({ scp: 'openid access_as_user' })}`, rules)).toBeDefined();
  });

  it.each([
    ['expired', { exp: 1 }],
    ['for another audience', { aud: 'someone-else' }],
    ['of another issuer', { iss: 'https://evil.example/t1/v2.0' }],
    ['of another tenant', { tid: 't2', iss: 'https://login.example/t2/v2.0' }],
    ['whose tenant is not its issuer’s', { tid: 't2' }],
    ['without the scope', { scp: 'openid' }],
    ['without a person', { oid: undefined }],
    ['that never expires', { exp: undefined }],
  ])('refuses one %s', async (_name, change) => {
    expect(await identify(`Bearer ${await sign(change)}`, rules)).toBeUndefined();
  });

  it('refuses one signed with another key, unsigned, or none at all', async () => {
    expect(await identify(`Bearer ${await sign({}, true)}`, rules)).toBeUndefined();
    const [, payload] = (await sign()).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await identify(`Bearer ${none}.${payload}.`, rules)).toBeUndefined();
    expect(await identify(undefined, rules)).toBeUndefined();
    expect(await identify('Basic abc', rules)).toBeUndefined();
  });
});
