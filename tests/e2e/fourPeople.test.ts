import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemoSchool } from '../../src/dev/demoSchool.ts';
import { startPlayground } from '../../src/dev/playground.ts';
import type { Playground } from '../../src/dev/playground.ts';
import { moveClock, weeksAhead } from '../support/demoClock.ts';
import { PlaygroundPage } from '../support/playground.ts';
import type { InputValue } from '../support/playground.ts';
import { endAll, freePort, startBuilt } from '../support/processes.ts';
import { WITHOUT_LOG, shot } from '../support/shots.ts';

type Answers = Record<string, InputValue>;

let dir: string;
let service: string;
const windows: Playground[] = [];

/** `npm start` on a folder and a port of its own. */
async function start(): Promise<void> {
  dir = await mkdtemp(join(tmpdir(), 'meldpunt-'));
  service = (await startBuilt(await freePort(), { DATA_DIR: dir })).url;
}

async function stop(): Promise<void> {
  await Promise.all(windows.map((window) => window.stop()));
  await endAll();
  await rm(dir, { recursive: true, force: true });
}

/** The chat of somebody, on a port of its own. */
async function open(name: string, ownsChannels = false): Promise<PlaygroundPage> {
  const { school } = loadDemoSchool();
  const person = school.persons.find((p) => p.name === name)!;
  const [port, botUrl] = [await freePort(), `${service}/api/messages`];
  const window = await startPlayground({ person, school, port, botUrl, dir, ownsChannels });
  windows.push(window);
  const chat = await PlaygroundPage.open(window.url);
  await chat.waitFor('Welkom bij Meldpunt');
  return chat;
}

/** Fills in the card that asks the first of these questions, and presses a button of it: another card takes its place. */
async function send(chat: PlaygroundPage, answers: Answers, button: string): Promise<void> {
  const question = Object.keys(answers)[0]!;
  const form = await chat.card(question);
  await chat.fill(form, answers);
  await chat.press(form, button);
  await chat.gone(question);
}

/** The talks with the pupil and with each of both members of the support group, from the morning's list of tasks. */
async function talk(chat: PlaygroundPage, pupil: Answers, how: string): Promise<void> {
  const list = await chat.card('Alle taken');
  await chat.pressRow(list, 'Nabespreking met de gepeste');
  await send(chat, pupil, how);
  for (const nth of [0, 1]) {
    await chat.pressRow(list, 'Nabespreking met een lid van de steungroep', nth);
    await send(chat, { 'Wat heeft dit lid gezien?': 'Ze eten nu samen.' }, 'Gesprek gevoerd');
  }
}

describe('a case from report to closing', () => {
  beforeAll(start, 60_000);
  afterAll(stop, 30_000);

  it('K1 K5 K6 K7 K9 K10 K11: four people take it through two rounds, each in a window of their own', async () => {
    const at = await weeksAhead(service, 4);
    await moveClock(service, at(0, '09:00'));
    const [docent, mentor, colleague, coordinator] = await Promise.all([
      open('Mirjam van Dummy'),
      open('Sanne Voorbeeld'),
      open('Wouter de Maquette'),
      open('Annelies Oefenaar', true),
    ]);
    await coordinator.goTo('Zorgcoördinatie');
    await coordinator.mention('instellen');
    await coordinator.press(await coordinator.card('Waarvoor is dit kanaal?'), 'Kanaal van de coördinator');
    await coordinator.waitFor('✓ Dit kanaal is nu het kanaal van de coördinator');

    await docent.say('melding');
    const doors = await docent.card('Hoe wil je dit melden?');
    await shot(docent.page, 'chat-doors', WITHOUT_LOG);
    await docent.press(doors, 'Melding maken');
    const report = {
      'Over wie maak je je zorgen?': 'Fenna Fictieveld (2B)',
      'Wat zag of hoorde je?': 'Niemand wil naast haar zitten.',
      'Hoe weet je dit?': 'Zelf gezien',
      'Is de leerling nu veilig?': 'Weet ik niet',
    };
    await send(docent, report, 'Melding versturen');
    await docent.waitFor('Sanne Voorbeeld (mentor)');
    await mentor.press(await mentor.card('Niemand wil naast haar zitten.'), 'Ik pak dit op');
    await docent.waitFor('is opgepakt door Sanne Voorbeeld');
    // The Playground draws its cards again when one comes, and what was being typed is gone.
    await mentor.card('Wie komen in de steungroep?');
    await send(mentor, { 'Wat doen we vandaag?': 'Ze zit naast Noor.' }, 'Afgesproken');
    const group = { 'Wie komen in de steungroep?': ['Noor Denkbeeldig', 'Sem Oefenstra'] };
    await send(mentor, group, 'Gesprek gevoerd');

    const old = await mentor.card('Welke ideeën heeft de groep?');
    await mentor.press(old, 'Iets anders …');
    await mentor.press(await mentor.card('Met deze stap'), 'Hulp vragen');
    await send(mentor, { 'Welke collega?': 'Wouter de Maquette' }, 'Vragen');
    await colleague.press(await colleague.card('Je bent gevraagd om mee te helpen'), 'Wat kan ik doen?');
    const asked = await colleague.card('Te doen');
    await shot(colleague.page, 'chat-case', WITHOUT_LOG);
    await colleague.pressRow(asked, 'Bijeenkomst met de steungroep');
    await send(colleague, { 'Welke ideeën heeft de groep?': 'Samen eten.' }, 'Bijeenkomst geweest');
    await mentor.press(old, 'Bijeenkomst geweest');
    await mentor.waitFor('Wouter de Maquette heeft deze stap afgerond');

    await moveClock(service, at(11, '09:00'));
    await talk(mentor, { 'Wat is er nog nodig?': 'Rust in de gang.' }, 'Het gaat niet genoeg beter');
    await mentor.press(await mentor.card('Gaat het goed genoeg?'), 'Niet genoeg verbeterd');
    await send(mentor, { 'Welke ideeën heeft de groep?': 'Samen lopen.' }, 'Bijeenkomst geweest');
    await mentor.say('zaak 1');
    await mentor.press(await mentor.card('Ronde'), 'Iets anders …');
    await mentor.press(await mentor.card('Wat kan ik doen?'), 'Overdragen');
    await send(mentor, { 'Welke collega?': 'Wouter de Maquette' }, 'Vragen');
    await colleague.press(await colleague.card('Wil je een zaak overnemen?'), 'Ik neem het over');
    await mentor.waitFor('Vanaf nu is Wouter de Maquette (leerlingencoördinator) aan zet.');
    await coordinator.goTo('Personal Chat');
    await coordinator.say('zaken');
    const list = await coordinator.card('1 open zaak');
    await coordinator.pressRow(list, 'Zaak 2026-0001 · Fenna Fictieveld (2B)');
    const whole = await (await coordinator.card('(leerlingencoördinator), sinds')).innerText();
    expect(whole).toContain('Nabespreking met een lid van de steungroep · Noor Denkbeeldig');
    expect(whole).not.toContain('Helpt mee');

    await moveClock(service, at(22, '09:00'));
    await talk(colleague, { 'Wat is er beter?': 'Alles.' }, 'Het gaat beter');
    const seen = { 'Waar zie je dat aan?': 'Ze lacht.', 'Hoe veilig voelt de leerling zich nu?': '8' };
    await send(colleague, seen, 'Verbeterd');
    await colleague.waitFor('Deze zaak is gesloten.');
    await docent.waitFor('is afgerond.');
    await coordinator.say('zaak 1');
    await coordinator.waitFor('Gesloten op');
    await coordinator.say('zaken');
    await coordinator.waitFor('Je hebt nu geen open zaken');
    await coordinator.goTo('Zorgcoördinatie');
    const thread = await coordinator.thread('Zaak 2026-0001 is gesloten.');
    expect(await thread.innerText()).toContain('Zaak 2026-0001 is geopend');
    const told = (await docent.messages()).map(({ text }) => text).join();
    expect(told.slice(told.indexOf('Dank je wel'))).not.toMatch(/Fenna|Noor|Sem|Wouter|ronde/i);
    expect((await coordinator.threads()).join()).not.toMatch(/Fenna|Noor|Sem\b|naast/);
    expect([docent, mentor, colleague, coordinator].flatMap((chat) => chat.faults)).toStrictEqual([]);
  }, 150_000);
});
