import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPage } from '../support/browser.ts';
import { moveClock, weeksAhead } from '../support/demoClock.ts';
import { PlaygroundPage } from '../support/playground.ts';
import { WITHOUT_LOG, shot } from '../support/shots.ts';
import { until } from '../support/until.ts';

const PORT = 3988;
const service = `http://127.0.0.1:${PORT}`;
let dir: string;
let child: ChildProcess;

/** `npm start` as a newcomer runs it, on an empty folder for its data. */
async function start(...args: string[]): Promise<void> {
  let output = '';
  dir = await mkdtemp(join(tmpdir(), 'meldpunt-'));
  child = spawn(process.execPath, ['dist/server/dev/start.js', ...args], {
    env: { ...process.env, PORT: String(PORT), DATA_DIR: dir, REMINDER_POLL_SECONDS: '1' },
  });
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  const ready = () => output.includes('Stoppen: Ctrl-C');
  await until('npm start is ready', () => ready() || child.exitCode !== null);
  if (!ready()) throw new Error(`npm start did not get ready:\n${output}`);
}
async function stop(): Promise<void> {
  const ended = new Promise((r) => child.once('exit', r));
  child.kill('SIGTERM');
  await ended;
  await rm(dir, { recursive: true, force: true });
}

describe('the newcomer’s way, in the real Playground', () => {
  beforeAll(() => start(), 60_000);
  afterAll(stop, 30_000);

  it('goes from "melding" to case, mentor, channel, tab, reminder and escalation', async () => {
    const at = await weeksAhead(service, 1);
    await moveClock(service, at(0, '09:00'));

    const chat = await PlaygroundPage.open('http://127.0.0.1:56150');
    await chat.waitFor('Welkom bij Meldpunt');
    await shot(chat.page, 'chat-welcome', WITHOUT_LOG);
    await chat.say('melding');
    await chat.press(await chat.card('Hoe wil je dit melden?'), 'Melding maken');
    const form = await chat.card('Over wie maak je je zorgen?');
    await chat.fill(form, {
      'Over wie maak je je zorgen?': 'Anne-Sophie van der Voorbeeld-Verzonnen tot Fictieveld (2B)',
      'Wat zag of hoorde je?': 'In de pauze werd haar tas afgepakt en over het plein geschopt.',
      'Hoe weet je dit?': 'Zelf gezien',
      'Is de leerling nu veilig?': 'Weet ik niet',
    });
    await shot(chat.page, 'chat-form', WITHOUT_LOG);
    await chat.press(form, 'Melding versturen');
    const receipt = await chat.card('Dank je wel, je melding is binnen');
    expect(await receipt.innerText()).toMatch(
      /Nummer\s+20\d\d-0001[\s\S]*Aan zet\s+Sanne Voorbeeld \(mentor\)/,
    );
    expect(await receipt.innerText()).not.toContain('tas');

    const task = await chat.card('Melding bekijken');
    await chat.press(task, 'Ik pak dit op');
    await chat.waitFor('is opgepakt door');
    const talk = await chat.card('Wie komen in de steungroep?');
    expect(await talk.innerText()).toContain('Gesprek met de gepeste');
    await shot(chat.page, 'chat-step', WITHOUT_LOG);

    await moveClock(service, at(2, '08:00'));
    // Two things are asked by then: one card tells of both (P17).
    await chat.waitFor('Te laat. Lukt het?');
    await shot(chat.page, 'chat-reminder', WITHOUT_LOG);
    await chat.goTo('Zorgcoördinatie');
    await moveClock(service, at(4, '08:00'));
    const thread = await chat.thread('wacht nog');
    expect(await thread.innerText()).not.toMatch(/Anne-Sophie|tas/);
    await shot(chat.page, 'channel', WITHOUT_LOG);
    expect(chat.faults).toStrictEqual([]);
  }, 90_000);

  it('shows the case in the tab to the coordinator, and in the channel without a name', async () => {
    const { page, faults } = await newPage();
    await page.goto(`${service}/dev?als=Annelies%20Oefenaar`);
    const tab = page.frameLocator('iframe');
    await tab.getByRole('link', { name: /20\d\d-0001/ }).waitFor();
    await shot(page, 'tab-list');
    await tab.getByRole('link', { name: /20\d\d-0001/ }).click();
    await tab.getByText('Gesprek met de gepeste').first().waitFor();
    await tab.getByText('Wat gezien of gehoord').first().waitFor();
    await shot(page, 'tab-case');
    expect(faults).toStrictEqual([]);
  }, 60_000);
});

describe('another protocol for the demo school', () => {
  beforeAll(() => start('--protocol', 'handelingsplan'), 60_000);
  afterAll(stop, 30_000);

  it('H1 H2 H3 M9: runs in the same chat and tab, with its own functions, choices and parents to tell', async () => {
    const at = await weeksAhead(service, 1);
    await moveClock(service, at(0, '09:00'));
    const chat = await PlaygroundPage.open('http://127.0.0.1:56150');
    await chat.waitFor('Welkom bij Meldpunt');
    await chat.say('melding');
    await chat.press(await chat.card('Hoe wil je dit melden?'), 'Melding maken');
    const form = await chat.card('Over wie maak je je zorgen?');
    await chat.fill(form, {
      'Over wie maak je je zorgen?': 'Anne-Sophie van der Voorbeeld-Verzonnen tot Fictieveld (2B)',
      'Wat zag of hoorde je?': 'Ze mocht weer niet meedoen op het plein.',
      'Hoe weet je dit?': 'Zelf gezien',
      'Is de leerling nu veilig?': 'Ja',
    });
    await chat.press(form, 'Melding versturen');
    const receipt = await chat.card('Dank je wel, je melding is binnen');
    expect(await receipt.innerText()).toContain('Sanne Voorbeeld (leerkracht)');
    await chat.press(await chat.card('Melding bekijken'), 'Ik pak dit op');
    await chat.press(await chat.card('Wat is er gebeurd?'), 'Gesprek gevoerd');
    const analysis = await chat.card('Plagen: afspraken gemaakt, zaak dicht');
    await chat.press(analysis, 'Dit is pesten');
    const plan = await chat.card('Wat spreken jullie af?');
    await chat.waitFor('Ouders van Anne-Sophie');
    await shot(chat.page, 'protocol-parents', WITHOUT_LOG);
    await chat.fill(plan, { 'Wat spreken jullie af?': 'We spelen samen\nDe juf kijkt mee' });
    await chat.press(plan, 'Samen gesproken, afspraken gemaakt');
    await chat.waitFor('Leg eerst vast hoe je de ouders van één leerling hebt ingelicht');
    expect(chat.faults).toStrictEqual([]);

    const { page } = await newPage();
    await page.goto(`${service}/dev?als=Annelies%20Oefenaar`);
    const tab = page.frameLocator('iframe');
    await tab.getByRole('link', { name: /20\d\d-0001/ }).click();
    await tab.getByText('Stappenplan anti-pesten met handelingsplan').waitFor();
    await shot(page, 'protocol-tab');
  }, 90_000);
});
