/** Cards of what staff look up (K20, K22, M12, Z12): no case and no pupil stands on them, so any place may have them. */
import { listed } from '../domain/conditionWords.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { dutchDay } from './dutchDay.ts';
import { emergencyLines } from './report.ts';
import { staffSections } from './staff.ts';
import { stepSections } from './stepsOverview.ts';
import type { Button, Card } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';
import type { Topic } from '../domain/protocolText/topics.ts';
import { relatedTo, topicsOf } from '../domain/protocolText/topics.ts';

/** A part of a card, with a heading where it has a title. */
export interface Section {
  title: string;
  body: string;
  /** On the button that shows it; empty where it is shown at once. */
  fold: string;
}

const expand = defineCard('topic');

interface Shown {
  title: string;
  from?: string;
  text?: string;
  warning?: string;
  sections?: Section[];
  links?: string;
  note?: string;
  /** Under each other, one on a line. */
  menu?: readonly Button[];
}

const show = ({
  title,
  from = '',
  text = '',
  warning = '',
  sections = [],
  links = '',
  note = '',
  menu = [],
}: Shown): Card =>
  expand({
    title,
    from,
    text,
    warning,
    sections: sections.map((s, i) => ({ ...s, id: `part-${i}` })),
    links,
    note,
    menu: buttonsOf(menu),
  });

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** A button that does what typing the text does. */
export const commandButton = (title: string, text: string): Button => ({
  title,
  data: { verb: 'command', text },
});
export const topicButton = (topic: Pick<Topic, 'id' | 'title'>): Button =>
  commandButton(topic.title, `opzoeken ${topic.id}`);
const ALL = commandButton('Alle onderwerpen', 'opzoeken');

/** A topic, with what belongs to it beyond its text: the steps, who holds which function, the signals, whom to call. */
export function topicCard(topic: Topic, school: School, protocol: Protocol): Card {
  const { title, from, text } = topic;
  const nude = topic.id === 'naaktfoto';
  return show({
    title,
    from,
    text: bullets(text),
    warning: nude ? [...emergencyLines(school), HELPWANTED].join('\n\n') : '',
    sections: sectionsOf(topic, school, protocol),
    links: bullets(topic.links.map(linkWords)),
    note: topic.id === 'stappen' ? OWN : topic.links.length > 0 || nude ? CHECK : '',
    menu: [...relatedTo(topic, topicsOf(protocol)).map(topicButton), ALL],
  });
}

const HELPWANTED = 'Advies bij naaktbeelden: Helpwanted, **020-261 5275**.';
const OWN = 'Eigen afspraak: die termijn koos onze school zelf, omdat het protocol er geen noemt.';
const CHECK = 'Sites en nummers veranderen. Controleer of dit nog klopt voordat je het doorgeeft.';

const linkWords = ({ title, url, phone }: Topic['links'][number]): string =>
  [url ? `[${title}](${url})` : title, ...(phone ? [`**${phone}**`] : [])].join(': ');

function sectionsOf(topic: Topic, school: School, protocol: Protocol): Section[] {
  switch (topic.id) {
    case 'stappen':
      return stepSections(protocol);
    case 'wie':
      return staffSections(school, protocol);
    case 'signalen': {
      // A topic of the protocol's own lists them itself.
      if (protocol.knowledge.some(({ id }) => id === topic.id)) return [];
      const { signals } = protocol.report;
      return [
        { title: 'Op school', body: bullets(signals.school), fold: '' },
        { title: 'Thuis', body: bullets(signals.home), fold: '' },
      ];
    }
    default:
      return [];
  }
}

/** The protocol itself: which one, who is in charge first, and all that can be looked up in it. */
export function protocolCard(school: School, protocol: Protocol): Card {
  const called = (fn: string) => functionTitle(protocol, fn);
  const { about, coordinator, lead } = protocol;
  const first = lead.find((rule) => !rule.when) ?? lead.at(-1)!;
  const others = lead.filter((rule) => rule !== first).map((rule) => called(rule.function));
  return show({
    title: protocol.title,
    from: plainText(`Protocol van ${school.settings.name}, versie ${protocol.version}`),
    text: bullets([
      `Eerst aan zet: **${called(first.function)}**. ${first.because ?? ''}`.trim(),
      ...(others.length > 0 ? [`Soms neemt een ander dat over: ${listed(others.reverse(), 'of')}.`] : []),
      `Vragen over het protocol? Ga naar de **${called(about?.responsible ?? coordinator)}**.`,
      ...dated('Opgesteld', about?.drawnUp),
      ...dated('Geëvalueerd', about?.evaluated),
      ...dated('Besproken in de MR', about?.discussedInMr),
    ]),
    menu: topicsOf(protocol).map(topicButton),
  });
}

const dated = (what: string, day: string | undefined): string[] =>
  day ? [`${what} op ${dutchDay(day, { day: 'numeric', month: 'long', year: 'numeric' })}.`] : [];

/** Asked for what the protocol does not say: what there is instead. */
export const noTopicCard = (protocol: Protocol): Card =>
  show({
    title: 'Daarover staat niets in het protocol van jouw school',
    text: 'Dit kun je wel opzoeken:',
    menu: topicsOf(protocol).map(topicButton),
  });

/** Something near to what was typed. */
export const suggestionsCard = (menu: readonly Button[]): Card =>
  show({
    title: 'Bedoel je …',
    menu,
    note: 'Staat het er niet bij? Typ **help**, of kijk bij **opzoeken**.',
  });

/** What was typed tells something: no report is made of it unasked. */
export const storyCard = (report: Button, menu: readonly Button[]): Card =>
  show({
    title: 'Wil je hier een melding van maken?',
    text: 'Ik heb nog niets bewaard of verstuurd. Je tekst staat straks al in het formulier.',
    menu: [{ ...report, style: 'positive' }, ...menu],
  });
