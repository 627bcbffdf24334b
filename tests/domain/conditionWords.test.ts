import { conditionWords } from '../../src/domain/conditionWords.ts';
import type { Condition } from '../../src/domain/protocol.ts';
import { readProtocol } from '../../src/storage/protocolFiles.ts';
import { fileWith, small } from '../support/smallProtocol.ts';

const { protocol } = readProtocol(fileWith(small));

it.each<[Condition, string]>([
  [{ answer: 'gesprek.online', is: true }, 'als bij ‘Gesprek’ voor ‘Online?’ ja is gekozen'],
  [{ answer: 'gesprek.online', is: false }, 'als bij ‘Gesprek’ voor ‘Online?’ nee is gekozen'],
  [{ answer: 'gesprek.hulp', has: 'ouders' }, 'als bij ‘Gesprek’ voor ‘Welke hulp?’ ‘De ouders’ is gekozen'],
  [
    { answer: 'melding.safe', is: 'onbekend' },
    'als in de melding voor ‘Nu veilig’ ‘weet ik niet’ is gekozen',
  ],
  [
    { answer: 'melding.source', oneOf: ['ouder', 'leerling'] },
    'als in de melding voor ‘Hoe weet je dit’ ‘van een ouder’ of ‘van een leerling’ is gekozen',
  ],
  [
    { answer: 'gesprek.cijfer', below: { norm: 'snel' } },
    'als bij ‘Gesprek’ voor ‘Hoe veilig?’ minder dan 2 is ingevuld',
  ],
  [{ answer: 'gesprek.cijfer', atLeast: 6 }, 'als bij ‘Gesprek’ voor ‘Hoe veilig?’ 6 of meer is ingevuld'],
  [{ answered: 'besluit.uitleg' }, 'als bij ‘Besluit’ voor ‘Waarom?’ iets is ingevuld'],
  [{ not: { answered: 'besluit.uitleg' } }, 'als bij ‘Besluit’ voor ‘Waarom?’ niets is ingevuld'],
  [{ fact: 'beyond-team' }, 'als het ook buiten het eigen team of de school speelt'],
  [{ role: 'pester', atLeast: 1 }, 'als een leerling de rol pester heeft'],
  [{ role: 'pester', atLeast: 2 }, 'als minstens 2 leerlingen de rol pester hebben'],
  [{ not: { role: 'pester', atLeast: 1 } }, 'als geen leerling de rol pester heeft'],
  [{ round: 2 }, 'als het ronde 2 of later is'],
  [{ not: { round: 2 } }, 'als ronde 2 nog niet is begonnen'],
  [{ done: 'gesprek' }, 'als ‘Gesprek’ is gedaan'],
  [{ not: { done: 'gesprek' } }, 'als ‘Gesprek’ nog niet is gedaan'],
  [{ done: 'besluit', outcome: 'klaar' }, 'als ‘Besluit’ is geëindigd met ‘Klaar’'],
  [{ not: { done: 'besluit', outcome: 'klaar' } }, 'als ‘Besluit’ niet is geëindigd met ‘Klaar’'],
  [
    { all: [{ round: 2 }, { any: [{ done: 'gesprek' }, { done: 'groep' }] }] },
    'als het ronde 2 of later is en (‘Gesprek’ is gedaan of ‘Groep’ is gedaan)',
  ],
  [
    { not: { any: [{ done: 'gesprek' }, { done: 'groep' }] } },
    'als ‘Gesprek’ nog niet is gedaan en ‘Groep’ nog niet is gedaan',
  ],
])('%j', (condition, words) => {
  expect(conditionWords(condition, protocol)).toBe(words);
});
