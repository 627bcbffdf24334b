import { protocolCommand } from '../support/output.ts';
import { changed, fileWith, small } from '../support/smallProtocol.ts';

const version: [string, string] = ['version: 1', 'version: 2'];
/** The differences, each with what it means, on one line. */
function differences(...parts: [from: string, to: string][]): string {
  const { code, out, err } = protocolCommand('diff', fileWith(small), fileWith(changed(version, ...parts)));
  expect({ code, err }).toStrictEqual({ code: 0, err: '' });
  return out.replace(/\n {4,}/g, ' ');
}

it('the same text has no differences', () => {
  expect(protocolCommand('diff', fileWith(small), fileWith(`# Nieuw.\n${small}`)).out).toBe(
    'Geen verschil: alleen opmerkingen of rijen kunnen anders zijn.\n',
  );
});

it('a case that runs stays on its version: that is said first', () => {
  expect(differences(['value: 2', 'value: 3'])).toContain(
    'Een zaak die loopt blijft op haar eigen versie: daarvoor verandert niets.',
  );
});

it.each<[string, [string, string][], string]>([
  [
    'a step that is gone lapses',
    [
      [
        '  - id: extra\n    title: Extra hulp\n    why: Soms is meer nodig.\n    opens: hand\n    side: true\n    outcomes:\n      - { id: gevraagd, label: Gevraagd }\n',
        '',
      ],
    ],
    '- stap ‘Extra hulp’ (extra) is weg → een open stap vervalt; wat klaar is blijft in de zaak staan',
  ],
  [
    'a new step at the report opens at once',
    [
      [
        '  - id: extra\n',
        '  - id: bellen\n    title: Bellen\n    why: Bel.\n    opens: report\n    outcomes: [{ id: ja, label: Gebeld }]\n  - id: extra\n',
      ],
    ],
    '- stap ‘Bellen’ (bellen) is nieuw: bij de melding, door wie aan zet is → gaat meteen open',
  ],
  [
    'a new step after another opens where that was done',
    [
      [
        '  - id: extra\n',
        '  - id: bellen\n    title: Bellen\n    why: Bel.\n    opens: { after: gesprek }\n    outcomes: [{ id: ja, label: Gebeld }]\n  - id: extra\n',
      ],
    ],
    '→ gaat open na ‘Gesprek’; meteen als dat al is geweest',
  ],
  [
    'a step with another name in the file is another step for a case',
    [['  - id: extra\n', '  - id: hulp\n']],
    '- stap ‘Extra hulp’ (extra) heet in het bestand nu ‘hulp’ → is voor een zaak een andere stap: een open ‘extra’ vervalt, en ‘hulp’ kan vanaf dan worden gedaan',
  ],
  [
    'a date moves for open steps',
    [['window: [8, 14]', 'window: [7, 14]']],
    '- stap ‘Groep’ (groep): moet nu klaar zijn 7 tot 14 dagen na ‘Gesprek’ (was: 8 tot 14 dagen na ‘Gesprek’) → de datum van een open stap schuift, behalve waar iemand hem zelf uitstelde',
  ],
  [
    'who does it',
    [['also: [directeur]', 'also: [coordinator]']],
    '- stap ‘Gesprek’ (gesprek): wordt nu gedaan door wie aan zet is; ook coördinator (was: wie aan zet is; ook directeur) → een open stap is vanaf dan van hen; de volgende herinnering gaat daarheen',
  ],
  [
    'a question that is new',
    [
      [
        '{ id: cijfer, type: score, label: Hoe veilig? }',
        '{ id: cijfer, type: score, label: Hoe veilig? }\n      - { id: wens, type: text, label: Wat wil je?, required: true }',
      ],
    ],
    '- stap ‘Gesprek’ (gesprek): vraagt ook ‘Wat wil je?’ (verplicht) → staat op het formulier van een open stap; wat klaar is blijft zo',
  ],
  [
    'a question that is otherwise',
    [['from: 8, to: 14, unit: days } }', 'from: 8, to: 10, unit: days } }']],
    '- stap ‘Gesprek’ (gesprek): bij ‘Wanneer weer?’ geldt nu van 8 tot 10 dagen na de stap (was: van 8 tot 14 dagen na de stap) → geldt voor wat nog wordt ingevuld; antwoorden die er al zijn blijven zo',
  ],
  [
    'an outcome that is new',
    [['then: round }', 'then: round }\n      - { id: ook, label: Ook klaar, then: close }']],
    '- stap ‘Besluit’ (besluit): kan nu ook eindigen met ‘Ook klaar’: zaak dicht → kan vanaf dan worden gekozen',
  ],
  [
    'an outcome that needs no more',
    [['then: close, needs: [uitleg] }', 'then: close }']],
    '- stap ‘Besluit’ (besluit): bij ‘Klaar’ moet nu worden ingevuld niets (was: ‘Waarom?’) → geldt vanaf dan; wat zo eindigde blijft zo',
  ],
  [
    'a norm, said once',
    [['value: 2', 'value: 3']],
    'Normen - norm ‘snel’ is nu 3 schooldagen (was: 2 schooldagen) → telt waar de school zelf niets koos; datums van open stappen schuiven mee',
  ],
  [
    'a function above another',
    [['coördinator, next: directeur', 'coördinator']],
    '- boven ‘coördinator’ staat nu niemand (was: directeur) → telt bij de volgende keer dat iets te laat is',
  ],
  [
    'who is in charge',
    [
      ['- { when: { fact: beyond-team }, function: coordinator }\n', ''],
      ['  - { function: mentor }', '- { function: mentor }'],
    ],
    '- aan zet is nu mentor (was: coördinator als het ook buiten het eigen team of de school speelt; anders mentor) → wijst de nieuwe regel een andere functie aan, dan is die meteen aan zet',
  ],
  [
    'reminders',
    [['reminders: { again: 1 }', 'reminders: { again: 2 }']],
    '- te laat: na 2 schooldagen opnieuw, dan elke 5 schooldagen (was: na 1 schooldag opnieuw, dan elke 5 schooldagen) → de volgende herinnering volgt de nieuwe regel',
  ],
  [
    'the school year',
    [["due: { on: { day: '10-01' } }", "due: { on: { day: '10-08' } }"]],
    'Schooljaar - stap ‘Ouderavond’ (ouderavond): moet nu klaar zijn op 8 oktober (was: op 1 oktober)',
  ],
  [
    'an explanation',
    [['why: De groep helpt.', 'why: De groep doet mee.']],
    '- stap ‘Groep’ (groep): de uitleg is anders → de nieuwe tekst staat er meteen',
  ],
  [
    'a topic',
    [['text: [Plagen is kort.]', 'text: [Plagen is even.]']],
    'Teksten - onderwerp ‘Plagen’ is anders → staat er meteen',
  ],
])('%s', (_name, parts, said) => {
  expect(differences(...parts).replace(/\n +/g, ' ')).toContain(said);
});

it('another text under the same version, or another protocol, is said apart', () => {
  const same = protocolCommand('diff', fileWith(small), fileWith(changed(['value: 2', 'value: 3'])));
  expect(same.err).toBe('Let op: geef de nieuwe tekst een hogere versie dan 1; nu is het 1.\n');
  const other = protocolCommand(
    'diff',
    fileWith(small),
    fileWith(changed(version, ['id: klein', 'id: ander'])),
  );
  expect(other.err).toBe('Let op: dit zijn twee protocollen, ‘klein’ en ‘ander’.\n');
});

it('a file that can’t be used is refused with its faults', () => {
  const wrong = fileWith(changed(['also: [directeur]', 'also: [conrector]']));
  const { code, err } = protocolCommand('diff', fileWith(small), wrong);
  expect(code).toBe(1);
  expect(err).toContain(`${wrong}:28: De functie ‘conrector’ staat niet bij functions.`);
});
