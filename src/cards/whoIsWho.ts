/** Who holds which function at school, as a card. */
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, School } from '../domain/school.ts';
import { gapsIn, whoIsWho } from '../domain/whoIsWho.ts';
import { notice } from './notice.ts';
import type { Card } from './template.ts';
import { plainText } from './template.ts';

/** @param mayChange whether the reader sets up the school */
export const whoIsWhoCard = (school: School, protocol: Protocol, mayChange: boolean): Card =>
  notice({
    title: 'Wie is wie',
    lines: whoIsWho(school, protocol).map(({ title, held }) => {
      const lines = held.map(({ place, persons }) => {
        const names = namesOf(persons);
        return `- ${plainText(place === undefined ? names : `${place}: ${names}`)}`;
      });
      return `**${plainText(title)}**\n\n${lines.join('\n')}`;
    }),
    warning: gapsIn(school, protocol).map(plainText).join('\n\n'),
    subtle: [
      mayChange
        ? 'Klopt er iets niet? Pas het aan in het tabblad, bij School.'
        : 'Klopt er iets niet? Zeg het tegen de coördinator.',
    ],
  });

const namesOf = (persons: readonly Person[]): string =>
  persons.length > limits.names ? `${persons.length} collega’s` : persons.map((p) => p.name).join(', ');
