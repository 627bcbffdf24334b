/** Changes of a school's settings that its coordinator or administrator makes in the chat. */
import { z } from 'zod/v4';
import { DomainError, unreachable } from './errors.ts';
import { limits } from './limits.ts';
import { Channel, Settings } from './school.ts';

/** As schools write them: "112", "14 0570", "(0570) 12 34 56", "+31 570 123456", "0570-123456 toestel 12". */
export const PHONE =
  /^(?=(?:\D*\d){3,20}\D*$)[+(]?\d[\d\s()./-]*(?:,? ?(?:toestel|tst\.?|intern|ext\.?) ?\d{1,6})?$/i;

/** What can be changed, one thing at a time. */
export const SettingsChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('briefing-at'), at: Settings.shape.briefingAt.unwrap() }),
  z.object({
    kind: z.literal('emergency'),
    numbers: z
      .array(
        z.object({
          who: z.string().min(1).max(limits.line),
          phone: z.string().max(limits.phone).regex(PHONE),
        }),
      )
      .min(1)
      .max(limits.emergencyNumbers),
  }),
  z.object({ kind: z.literal('coordinator-channel'), channel: Channel }),
  z.object({ kind: z.literal('team-channel'), team: z.string(), channel: Channel }),
  z.object({ kind: z.literal('no-channel'), channel: Channel }),
]);
export type SettingsChange = z.infer<typeof SettingsChange>;
export type Emergency = Settings['emergency'][number];

/** What a channel is used for: the coordinator's cases, the dagopening of a kernteam, or more of these. */
export interface ChannelUse {
  coordinator: boolean;
  teams: string[];
}
export const useOf = (settings: Settings, { channelId }: Channel): ChannelUse => ({
  coordinator: settings.coordinatorChannel?.channelId === channelId,
  teams: Object.entries(settings.teamChannels).flatMap(([team, c]) =>
    c.channelId === channelId ? [team] : [],
  ),
});

/** The settings as a change leaves them. */
export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  switch (change.kind) {
    case 'briefing-at':
      return { ...settings, briefingAt: change.at };
    case 'emergency':
      return { ...settings, emergency: change.numbers };
    case 'coordinator-channel':
      return { ...settings, coordinatorChannel: change.channel };
    case 'team-channel':
      return { ...settings, teamChannels: { ...settings.teamChannels, [change.team]: change.channel } };
    case 'no-channel': {
      const { coordinator, teams } = useOf(settings, change.channel);
      const left = Object.entries(settings.teamChannels).filter(([team]) => !teams.includes(team));
      return {
        ...settings,
        coordinatorChannel: coordinator ? undefined : settings.coordinatorChannel,
        teamChannels: Object.fromEntries(left),
      };
    }
    default:
      return unreachable(change);
  }
}

/** A change in words for the log: what was set, no numbers and no names. */
export function changeWords(change: SettingsChange): string {
  switch (change.kind) {
    case 'briefing-at':
      return `De dagopening begint om ${clockWords(change.at)}.`;
    case 'emergency':
      return `Er zijn nieuwe noodnummers: ${change.numbers.length}.`;
    case 'coordinator-channel':
      return 'Er is een kanaal gekozen voor de coördinator.';
    case 'team-channel':
      return `Er is een kanaal gekozen voor de dagopening van kernteam ${change.team}.`;
    case 'no-channel':
      return 'Een kanaal wordt niet meer gebruikt.';
    default:
      return unreachable(change);
  }
}

/** The time that somebody chose. @throws DomainError for what is no time */
export function readTime(text: string): string {
  const time = Settings.shape.briefingAt.unwrap().safeParse(text.trim());
  if (!time.success) throw new DomainError('invalid', 'Kies een tijd, zoals 08.20.', 'at');
  return time.data;
}

/** 08:20 as people write it. */
export const clockWords = (time: string): string => time.replace(':', '.');

/**
 * The emergency contacts that somebody typed, one on a line: "Conciërge: 06 12345678". A name may hold a colon.
 * @throws DomainError that says of each line what to mend
 */
export function readEmergency(text: string): Emergency[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) throw wrong(['Vul ten minste één noodnummer in.']);
  if (lines.length > limits.emergencyNumbers)
    throw wrong([`Er staan ${lines.length} regels. Kies er hooguit ${limits.emergencyNumbers}.`]);
  const read = lines.map((line) => {
    const colon = line.lastIndexOf(':');
    return { who: line.slice(0, Math.max(colon, 0)).trim(), phone: line.slice(colon + 1).trim(), colon };
  });
  const faults = read.flatMap(({ who, phone, colon }, i) => {
    const fault = faultOf(who, phone, colon);
    return fault ? [`Regel ${i + 1}: ${fault}`] : [];
  });
  if (faults.length > 0) throw wrong(faults);
  return read.map(({ who, phone }) => ({ who, phone }));
}

function faultOf(who: string, phone: string, colon: number): string | undefined {
  if (colon < 0) return 'zet een dubbele punt tussen de naam en het nummer.';
  if (who === '') return 'zet voor de dubbele punt wie het is.';
  if (who.length > limits.line) return `maak de naam korter dan ${limits.line} tekens.`;
  if (phone === '') return 'zet achter de dubbele punt het nummer.';
  if (!PHONE.test(phone) || phone.length > limits.phone)
    return 'achter de dubbele punt staat geen telefoonnummer.';
  return undefined;
}

const wrong = (faults: string[]) => new DomainError('invalid', faults.join('\n\n'), 'emergency');
