/** Setting up in the chat: what is set, the forms to change it, and what a channel shows of it. */
import { limits } from '../domain/limits.ts';
import type { Channel, School } from '../domain/school.ts';
import { teamsOf } from '../domain/school.ts';
import { clockWords, useOf } from '../domain/settings.ts';
import { formCard } from './form.ts';
import { commandButton } from './knowledge.ts';
import { notice } from './notice.ts';
import { input } from './questions.ts';
import type { Button, Card } from './template.ts';
import { plainText } from './template.ts';

/** How a channel is chosen. */
export const CHOOSE_CHANNEL = 'Een kanaal kies je zo: ga naar dat kanaal en typ **@Meldpunt instellen**.';

/** Names a form that counts once. */
export interface FormIds {
  nonce: string;
  /** YYYY-MM-DD */
  day: string;
}

const chosen = (channel: Channel | undefined) => (channel ? 'gekozen' : 'nog niet gekozen');

/** What is set now and what is missing, in the own chat. `done`: what was just changed. */
export function settingsCard(school: School, done?: string): Card {
  const { settings } = school;
  const teams = teamsOf(school);
  const missing = [
    ...(settings.coordinatorChannel ? [] : ['het kanaal van de coördinator']),
    ...teams
      .filter((team) => !settings.teamChannels[team])
      .map((team) => `het kanaal voor de dagopening van ${team}`),
    ...(settings.emergency.length > 0 ? [] : ['de noodnummers']),
  ];
  return notice({
    title: 'Zo is Meldpunt ingesteld',
    lines: done ? [done] : [],
    facts: [
      { label: 'Kanaal van de coördinator', value: chosen(settings.coordinatorChannel) },
      ...teams.map((team) => ({
        label: plainText(`Dagopening van ${team}`),
        value: chosen(settings.teamChannels[team]),
      })),
      { label: 'Tijd van de dagopening', value: clockWords(settings.briefingAt) },
      ...settings.emergency.map((e) => ({ label: 'Noodnummer', value: plainText(`${e.who}: ${e.phone}`) })),
    ],
    warning: missing.length > 0 ? plainText(`Dit ontbreekt nog: ${missing.join(', ')}.`) : '',
    subtle: [CHOOSE_CHANNEL],
    buttons: [
      commandButton('Tijd van de dagopening', 'instellen tijd'),
      commandButton('Noodnummers', 'instellen noodnummers'),
      commandButton('Wie is wie', 'wie is wie'),
    ],
  });
}

/** @param typed what was sent before, when it comes back with an error */
export const briefingForm = (school: School, ids: FormIds, typed?: string, error?: string): Card =>
  formCard({
    title: 'Tijd van de dagopening',
    lines: ['Op elke schooldag om deze tijd zet ik de dagopening in het kanaal van elk kernteam.'],
    error,
    inputs: [
      input({
        id: 'typed',
        type: 'time',
        label: 'Hoe laat begint de dagopening?',
        required: true,
        errorMessage: 'Kies een tijd.',
        value: typed ?? school.settings.briefingAt,
      }),
    ],
    buttons: [{ title: 'Bewaren', style: 'positive', data: { verb: 'settings.briefing', ...ids } }],
  });

export const emergencyForm = (school: School, ids: FormIds, typed?: string, error?: string): Card =>
  formCard({
    title: 'Noodnummers',
    lines: [
      'Deze nummers ziet een collega die een melding doet die niet kan wachten. 112 staat er altijd boven.',
    ],
    error,
    inputs: [
      input({
        id: 'typed',
        type: 'text',
        label: 'Wie kun je bellen?',
        hint: `Eén op een regel, hooguit ${limits.emergencyNumbers}. Zo: Conciërge: 06 12345678`,
        required: true,
        errorMessage: 'Vul ten minste één noodnummer in.',
        max: limits.text,
        value: typed ?? school.settings.emergency.map((e) => `${e.who}: ${e.phone}`).join('\n'),
      }),
    ],
    buttons: [{ title: 'Bewaren', style: 'positive', data: { verb: 'settings.emergency', ...ids } }],
  });

/** In a channel: what it can be used for. Neutral, as everybody there reads it. */
export function channelForm(school: School, channel: Channel, ids: FormIds): Card {
  const button = (title: string, use: string): Button => ({
    title: title.length > limits.button ? `${title.slice(0, limits.button - 1)}…` : title,
    data: { verb: 'settings.channel', use, ...ids },
  });
  const now = useWords(school, channel);
  return formCard({
    title: 'Waarvoor is dit kanaal?',
    lines: now ? [`Dit kanaal is nu ${now}.`] : [],
    subtle: ['Alleen de coördinator of een beheerder kan dit kiezen. Ik kijk eerst wie hier meelezen.'],
    inputs: [],
    buttons: [
      button('Kanaal van de coördinator', 'coordinator'),
      ...teamsOf(school).map((team) => button(`Dagopening ${team}`, `team:${team}`)),
      ...(now ? [button('Niet meer gebruiken', 'none')] : []),
    ],
  });
}

/** Takes the place of the form in the channel, for everybody. */
export function channelSetCard(school: School, channel: Channel): Card {
  const now = useWords(school, channel);
  return notice({ lines: [now ? `✓ Dit kanaal is nu ${now}.` : '✓ Dit kanaal gebruik ik niet meer.'] });
}

function useWords({ settings }: School, channel: Channel): string {
  const { coordinator, teams } = useOf(settings, channel);
  return [
    ...(coordinator ? ['het kanaal van de coördinator'] : []),
    ...teams.map((team) => plainText(`het kanaal voor de dagopening van kernteam ${team}`)),
  ].join(' en ');
}

/**
 * In the own chat of whoever sets up: why a channel can't be used (P16).
 * @param used the channel, where it is in use now: it can be given up
 */
export function strangersCard(strangers: readonly string[], used?: { channel: Channel } & FormIds): Card {
  const more = strangers.length - limits.names;
  return notice({
    title: 'Dit team kan ik niet gebruiken',
    lines: [
      'Deze mensen lezen mee en staan niet bij de medewerkers van school:',
      strangers
        .slice(0, limits.names)
        .map((name) => `- ${plainText(name)}`)
        .join('\n'),
      ...(more > 0 ? [`En nog ${more}.`] : []),
    ],
    subtle: ['Haal hen uit het team, of kies een ander team.', CHOOSE_CHANNEL],
    buttons: used
      ? [
          {
            title: 'Dit kanaal niet meer gebruiken',
            data: {
              verb: 'settings.channel',
              use: 'none',
              channel: used.channel.channelId,
              nonce: used.nonce,
              day: used.day,
            },
          },
        ]
      : [],
  });
}

/** In a team that the app was added to: what to do next, once. */
export const teamWelcome = (): Card =>
  notice({
    title: 'Hallo, ik ben Meldpunt',
    lines: [
      'Melden doe je in je eigen chat met mij: open de app Meldpunt en typ **melding**. Niemand leest daar mee.',
      'Is een kanaal van dit team voor de coördinator of de dagopening? De coördinator typt daar: **@Meldpunt instellen**.',
    ],
  });
