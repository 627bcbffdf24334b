/** What the checks find in a protocol file: the file, the line (marked with `# hier`), what is wrong and how to mend it. */
import { Protocol } from '../../src/domain/protocol.ts';
import { ProtocolFileError, readProtocol, readProtocols } from '../../src/storage/protocolFiles.ts';
import { changed, fileWith, small } from '../support/smallProtocol.ts';
import { protocol } from '../support/world.ts';

/** The faults of a text, each as "line: what mend". */
function faultsOf(text: string): string[] {
  const file = fileWith(text);
  try {
    readProtocol(file);
    return [];
  } catch (error) {
    if (!(error instanceof ProtocolFileError)) throw error;
    return error.message.split('\n').map((line) => {
      expect(line.startsWith(`${file}:`)).toBe(true);
      return line.slice(file.length + 1);
    });
  }
}

type Broken = [name: string, parts: [from: string, to: string][], fault: string];

/** The one fault is on the marked line. */
function expectFault(parts: [from: string, to: string][], fault: string): void {
  const text = changed(...parts);
  const line = text.split('\n').findIndex((l) => l.includes('# hier')) + 1;
  expect(faultsOf(text)).toStrictEqual([`${line}: ${fault}`]);
}

describe('every protocol file', () => {
  it('can be read and has no faults', () => {
    expect([...readProtocols('protocols').keys()]).toContain('kiim');
  });

  it.each(['K1', 'K4', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'P7', 'P8'])('kiim has a part for %s', (row) => {
    const parts = protocol.steps.flatMap((s) => [s, ...s.due, ...s.outcomes, ...s.tells, ...s.registers]);
    expect([...protocol.lead, ...parts].flatMap((part) => part.rows)).toContain(row);
  });

  it('keeps its hash when only its comments and spaces change, and gets another when its text does', () => {
    const hash = (text: string) => readProtocol(fileWith(text)).ref.hash;
    expect(hash(`# Een opmerking.\n${small}`)).toBe(hash(small));
    expect(hash(changed(['Nog een ronde', 'Nog een keer']))).not.toBe(hash(small));
  });

  it('a small protocol that is right has no faults', () => {
    expect(faultsOf(small)).toStrictEqual([]);
  });

  it('a word that the language does not have is refused by the schema', () => {
    expect(Protocol.safeParse({ ...structuredClone(protocol), stapen: [] }).success).toBe(false);
  });
});

describe('a name that leads nowhere', () => {
  it.each<Broken>([
    [
      'a step that opens after one that is not there',
      [['opens: { after: groep }', 'opens: { after: groepp } # hier']],
      'Er is geen stap ‘groepp’. Bedoel je ‘groep’?',
    ],
    [
      'an outcome that the step before does not have',
      [['opens: { after: groep }', 'opens: { after: groep, outcome: klaar } # hier']],
      'Stap ‘groep’ heeft geen uitkomst ‘klaar’. Kies uit: gedaan.',
    ],
    [
      'a date from a step that is not there',
      [['from: { step: gesprek } }]', 'from: { step: gesprekje } }] # hier']],
      'Er is geen stap ‘gesprekje’. Bedoel je ‘gesprek’?',
    ],
    [
      'a condition about a step that is not there',
      [
        [
          '{ when: { fact: beyond-team }, function: coordinator }',
          '{ when: { done: praten }, function: coordinator } # hier',
        ],
      ],
      'Er is geen stap ‘praten’. Kies uit: gesprek, groep, besluit, vaker-gemeld, extra, nazorg.',
    ],
    [
      'a step of the case named in the school year',
      [['opens: { after: ouderavond }', 'opens: { after: gesprek } # hier']],
      'Er is geen stap ‘gesprek’ in het schooljaar. Kies uit: ouderavond, terugblik.',
    ],
    [
      'the step that evaluates the protocol',
      [['\ncoordinator:', '\nabout: { evaluation: gesprek } # hier\ncoordinator:']],
      'Er is geen stap ‘gesprek’ in het schooljaar. Kies uit: ouderavond, terugblik.',
    ],
    [
      'a suggestion',
      [['opens: { suggestion: vaker }', 'opens: { suggestion: pester } # hier']],
      'Er is geen voorstel ‘pester’ bij suggestions. Kies uit: vaker.',
    ],
    [
      'a question in a condition',
      [
        [
          'side: true\n    outcomes:\n      - { id: gevraagd',
          'side: true\n    when: { answer: gesprek.on-line, is: true } # hier\n    outcomes:\n      - { id: gevraagd',
        ],
      ],
      'Stap ‘gesprek’ heeft geen vraag ‘on-line’. Bedoel je ‘online’?',
    ],
    [
      'a field of the report',
      [
        [
          'side: true\n    outcomes:\n      - { id: gevraagd',
          'side: true\n    when: { answer: melding.veilig, is: nee } # hier\n    outcomes:\n      - { id: gevraagd',
        ],
      ],
      'De melding heeft geen veld ‘veilig’. Kies uit: story, source, happened, safe, pupilKnows, doneSoFar, where, behaviours, often, onPurpose, unequal, beyond, toldBy.',
    ],
    [
      'a question without its step',
      [
        [
          'side: true\n    outcomes:\n      - { id: gevraagd',
          'side: true\n    when: { answered: online } # hier\n    outcomes:\n      - { id: gevraagd',
        ],
      ],
      '‘online’ is geen naam van een vraag. Schrijf stap.vraag, of melding.veld.',
    ],
    [
      'a need that the step does not ask',
      [['needs: [uitleg] }', 'needs: [reden] } # hier']],
      'Deze uitkomst heeft een antwoord op ‘reden’ nodig, maar stap ‘besluit’ vraagt dat niet. Kies uit: uitleg.',
    ],
    [
      'an outcome after which somebody hears',
      [
        ['{ to: coordinator, says', '{ to: coordinator, outcome: geweest, says'],
        ['groep is geweest. }', 'groep is geweest. } # hier'],
      ],
      'Stap ‘groep’ heeft geen uitkomst ‘geweest’. Kies uit: gedaan.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

/** Puts a line under the first line of the step done by hand. */
const extra = (line: string): [string, string] => [
  '    why: Soms is meer nodig.',
  `    why: Soms is meer nodig.\n    ${line}`,
];
const question = (line: string): [string, string] => [
  '      - { id: uitleg, type: text, label: Waarom? }',
  `      - { id: uitleg, type: text, label: Waarom? }\n      - ${line}`,
];

describe('a function', () => {
  it.each<Broken>([
    [
      'that is not there',
      [['also: [directeur]', 'also: [conrector] # hier']],
      'De functie ‘conrector’ staat niet bij functions. Kies uit: mentor, coordinator, directeur.',
    ],
    [
      'that is told something',
      [
        [
          '{ to: coordinator, says: De groep is geweest. }',
          '{ to: cordinator, says: De groep is geweest. } # hier',
        ],
      ],
      'De functie ‘cordinator’ staat niet bij functions. Bedoel je ‘coordinator’?',
    ],
    [
      'that is above itself',
      [
        ['mentor, next: coordinator }', 'mentor, next: coordinator } # hier'],
        ['directeur: { title: directeur }', 'directeur: { title: directeur, next: mentor }'],
      ],
      'De functies gaan in een kring boven elkaar: mentor → coordinator → directeur → mentor. Laat bij de hoogste functie ‘next’ weg.',
    ],
    [
      'that is in charge only sometimes',
      [['  - { function: mentor }', '  - { when: { fact: beyond-team }, function: mentor } # hier']],
      'De laatste regel van lead heeft een ‘when’, dus soms is er niemand aan zet. Zet er een regel zonder ‘when’ onder, of haal deze ‘when’ weg.',
    ],
    [
      'that is always in charge, before another rule',
      [['{ when: { fact: beyond-team }, function: coordinator }', '{ function: coordinator } # hier']],
      'Deze regel van lead geldt altijd, dus de regels eronder tellen nooit. Geef deze regel een ‘when’, of zet hem onderaan.',
    ],
    [
      'that an ending is reserved to, and that may not do the step',
      [
        [
          'then: close, needs: [uitleg] }',
          'then: close, needs: [uitleg], reserved: { to: [directeur] } } # hier',
        ],
      ],
      'Uitkomst ‘klaar’ is voor ‘directeur’, maar die mag stap ‘besluit’ niet doen. Zet ‘directeur’ bij ‘also’ van de stap, of haal die functie hier weg.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('a condition that can never hold', () => {
  const when = (condition: string): [string, string] => extra(`when: ${condition} # hier`);
  it.each<Broken>([
    [
      'yes or no, compared with a word',
      [when('{ answer: gesprek.online, is: ja }')],
      'Op ‘gesprek.online’ is het antwoord true of false, niet ‘ja’. Schrijf true of false, zonder aanhalingstekens.',
    ],
    [
      'a choice that is not there',
      [when('{ answer: gesprek.hulp, has: groepje }')],
      '‘gesprek.hulp’ kent geen antwoord ‘groepje’. Bedoel je ‘groep’?',
    ],
    [
      'several choices, compared as one',
      [when('{ answer: gesprek.hulp, is: groep }')],
      '‘gesprek.hulp’ heeft type choices; ‘is’ geldt daar nooit. Gebruik ‘has’.',
    ],
    [
      'a text, compared with a word',
      [when('{ answer: besluit.uitleg, is: goed }')],
      '‘besluit.uitleg’ heeft type text; ‘is’ geldt daar nooit. Gebruik ‘answered’, of een andere vraag.',
    ],
    [
      'a score beyond its bounds',
      [when('{ answer: gesprek.cijfer, atLeast: 11 }')],
      'Een cijfer gaat van 0 tot 10; met 11 geldt dit altijd of nooit. Kies een getal van 1 tot 10.',
    ],
    [
      'a value that the report does not know',
      [when('{ answer: melding.source, oneOf: [ouder, oma] }')],
      '‘melding.source’ kent geen antwoord ‘oma’. Kies uit: zelf, leerling, ouder, collega, online.',
    ],
    [
      'a form of bullying that the report does not know',
      [when('{ answer: melding.behaviours, has: slaan }')],
      '‘melding.behaviours’ kent geen antwoord ‘slaan’. Kies uit: online.',
    ],
    [
      'the report, in the school year',
      [
        [
          'opens: { after: ouderavond }',
          'opens: { after: ouderavond }\n      when: { answer: melding.safe, is: nee } # hier',
        ],
      ],
      'Het schooljaar heeft geen melding. Noem een vraag van een stap van het schooljaar.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('a norm', () => {
  it.each<Broken>([
    [
      'that is not there',
      [
        [
          'due: { within: { norm: snel }, unit: schooldays, from: report }',
          'due: { within: { norm: snel }, unit: schooldays, from: report }\n    postpone: { norm: snell } # hier',
        ],
      ],
      'Er is geen norm ‘snell’ bij norms. Bedoel je ‘snel’?',
    ],
    [
      'that nothing uses',
      [['  snel: {', '  traag: { label: Traag, value: 9, unit: days } # hier\n  snel: {']],
      'Norm ‘traag’ wordt nergens gebruikt. Haal de norm weg, of noem hem waar hij hoort.',
    ],
    [
      'without a number where one is read',
      [
        ['snel: { label: Snel, value: 2, unit: schooldays }', 'snel: { label: Snel }'],
        ['unit: schooldays, from: report }', 'unit: schooldays, from: report } # hier'],
      ],
      'Norm ‘snel’ is alleen aan of uit, maar hier hoort een getal. Geef de norm een ‘value’ en een ‘unit’.',
    ],
    [
      'in another unit',
      [
        [
          'due: { within: { norm: snel }, unit: schooldays, from: report }',
          'due: { within: { norm: snel }, unit: days, from: report } # hier',
        ],
      ],
      'Norm ‘snel’ telt in schooldagen, maar hier gaat het om dagen. Maak de eenheden gelijk, bijvoorbeeld met ‘unit: days’ bij de norm.',
    ],
    [
      'that a school can’t switch off without getting stuck',
      [
        ['  snel: {', '  besluiten: { label: Besluiten } # hier\n  snel: {'],
        ['    title: Besluit\n', '    norm: besluiten\n    title: Besluit\n'],
      ],
      'Zet een school norm ‘besluiten’ uit, dan loopt een zaak vast: geen stap sluit haar dan nog. Laat ook zonder deze norm een stap open gaan die sluit.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('a date that can’t be', () => {
  it.each<Broken>([
    [
      'a window that ends before it starts',
      [
        [
          'window: [8, 14], from: { step: gesprek } }]',
          'window: [14, 10], from: { step: gesprek } }] # hier',
        ],
      ],
      'Dit venster eindigt (10) voordat het begint (14). Zet het kleinste getal eerst.',
    ],
    [
      'an appointment that ends before it starts',
      [['within: { from: 8, to: 14, unit: days } }', 'within: { from: 15, to: 14, unit: days } } # hier']],
      'De tijd voor deze afspraak eindigt (14) voordat het begint (15). Zet het kleinste getal eerst.',
    ],
    [
      'from an answer that is no date',
      [['from: { step: gesprek } }]', 'from: { answer: gesprek.online } }] # hier']],
      'Een datum telt vanaf ‘gesprek.online’, maar dat is geen datum (type: yesno). Noem een vraag met type: date.',
    ],
    [
      'from the closing, before it',
      [['from: { step: gesprek } }]', 'from: closed }] # hier']],
      'Deze datum telt vanaf het sluiten, maar de stap gaat niet bij het sluiten open. Gebruik ‘opens: closing’, of tel vanaf iets anders.',
    ],
    [
      'after a rule that always counts',
      [
        [
          'due: [{ window: [8, 14]',
          'due:\n      - { within: 1, unit: days, from: opened }\n      - { window: [8, 14]',
        ],
        ['from: { step: gesprek } }]', 'from: { step: gesprek } } # hier'],
      ],
      'De regel hiervoor geldt altijd, dus deze datum telt nooit. Geef de regel hiervoor een ‘when’, of zet hem onderaan.',
    ],
    [
      'two days on which one step took place',
      [
        question('{ id: op, type: date, label: Op?, happened: true }'),
        question('{ id: ook, type: date, label: Ook?, happened: true }'),
        ['label: Op?, happened: true }', 'label: Op?, happened: true } # hier'],
      ],
      'Stap ‘besluit’ heeft twee datums met ‘happened’. Een stap vindt op één dag plaats: houd er één over.',
    ],
    [
      'escalations out of order',
      [
        [
          'reminders: { again: 1 }',
          'reminders: { again: 1, escalate: [{ after: 4, to: coordinator }, { after: 2, to: directeur }] } # hier',
        ],
      ],
      'Deze stap omhoog komt na 2 schooldagen, eerder dan wat eraan voorafgaat (4). Zet de momenten op volgorde, de vroegste eerst.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('an answer that nobody can have given yet', () => {
  it.each<Broken>([
    [
      'of a step that comes later',
      [
        ['    also: [directeur]', '    also: [directeur]\n    lapses: { done: besluit } # hier'],
        ['opens: { any: [{ after: gesprek }, round] }', 'opens: { after: gesprek }'],
        ['label: Nog een ronde, then: round }', 'label: Toch niet, then: close }'],
      ],
      'Dit telt terwijl de stap open staat, maar stap ‘besluit’ komt pas daarna. Noem iets dat eerder komt.',
    ],
    [
      'of the step itself, for its own date',
      [['unit: schooldays, from: report }', 'unit: schooldays, from: { answer: gesprek.vervolg } } # hier']],
      'Dit telt terwijl de stap open staat, maar ‘gesprek.vervolg’ is dan nog niet beantwoord. Noem iets dat eerder komt.',
    ],
    [
      'of a question below it',
      [
        question('{ id: meer, type: text, label: Meer?, when: { answer: besluit.anders, is: true } } # hier'),
        ['is: true } } # hier', 'is: true } } # hier\n      - { id: anders, type: yesno, label: Anders? }'],
      ],
      'Dit telt terwijl de stap wordt ingevuld, maar ‘besluit.anders’ staat niet vóór deze vraag. Zet die vraag hoger in de stap.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('a case that can’t go its way', () => {
  const noRound: [string, string][] = [
    ['label: Nog een ronde, then: round }', 'label: Ook klaar, then: close }'],
  ];
  it.each<Broken>([
    [
      'steps that wait for each other',
      [
        ['opens: { after: groep }', 'opens: { after: groep, outcome: gedaan } # later'],
        ['opens: { any: [{ after: gesprek }, round] }', 'opens: { after: besluit } # hier'],
        ['outcome: gedaan } # later', 'outcome: gedaan }'],
        ['opens: hand', 'opens: report'],
        ['label: Gevraagd }', 'label: Gevraagd, then: close }'],
      ],
      'De stappen ‘besluit’, ‘groep’ wachten op elkaar en gaan nooit open. Laat één van deze stappen anders open gaan, bijvoorbeeld met ‘opens: report’.',
    ],
    [
      'a step that waits for itself',
      [['opens: hand', 'opens: { after: extra } # hier']],
      'Stap ‘extra’ wacht op zichzelf en gaat nooit open. Laat hem na een andere stap open gaan, of bij ‘report’.',
    ],
    [
      'a step for a round that never begins',
      [...noRound, ['opens: hand', 'opens: round # hier']],
      'Stap ‘extra’ gaat nooit open: geen uitkomst begint een nieuwe ronde. Geef een uitkomst ‘then: round’, of kies een andere opens.',
    ],
    [
      'a step for what can’t be together in one round',
      [['opens: hand', 'opens: { all: [report, round] } # hier']],
      'Stap ‘extra’ gaat nooit open: wat bij ‘opens’ en ‘when’ staat kan niet in één ronde samen voorkomen. Kies een andere opens of when.',
    ],
    [
      'no way to close',
      [
        ['steps:', 'steps: # hier'],
        ['then: close, needs', 'needs'],
      ],
      'Een zaak kan niet dicht: geen uitkomst sluit hem. Geef een uitkomst van een stap ‘then: close’.',
    ],
    [
      'an outcome after which nothing comes',
      [
        ['label: Nog een ronde, then: round }', 'label: Anders } # hier'],
        ['{ after: gesprek }, round', '{ after: gesprek }'],
      ],
      'Als ‘besluit’ eindigt met ‘verder’, staat er geen stap meer open terwijl de zaak niet dicht is. Laat daarna een stap open gaan, geef een uitkomst ‘then: close’, of maak een stap met ‘opens: hand’ die sluit.',
    ],
    [
      'a question that, left empty, leaves nothing to do',
      [
        ['label: Gesprek gevoerd }', 'label: Gesprek gevoerd } # hier'],
        ['opens: { after: groep }', 'opens: { when: { answer: gesprek.online, is: true } }'],
      ],
      'Als ‘gesprek.online’ leeg blijft, staat er geen stap meer open terwijl de zaak niet dicht is. Laat daarna een stap open gaan, geef een uitkomst ‘then: close’, of maak een stap met ‘opens: hand’ die sluit.',
    ],
    [
      'a new round in which nothing opens',
      [
        ['opens: { any: [{ after: gesprek }, round] }', 'opens: { after: gesprek }'],
        ['    outcomes:\n      - { id: klaar', '    outcomes: # hier\n      - { id: klaar'],
      ],
      'Een uitkomst begint een nieuwe ronde, maar geen stap gaat in een nieuwe ronde open. Geef een stap ‘opens: round’, of laat ‘then: round’ weg.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));

  it('a question that must be answered before a step can open is not a dead end', () => {
    const text = changed(
      ['label: Online? }', 'label: Online?, required: true }'],
      [
        'opens: { after: groep }',
        'opens: { all: [{ after: groep }, { when: { any: [{ answer: gesprek.online, is: true }, { round: 2 }] } }] }',
      ],
    );
    expect(faultsOf(text)).toStrictEqual([]);
  });
});

describe('parts that don’t go together', () => {
  it.each<Broken>([
    [
      'a step that is done again, and does not say when',
      [['label: Gevraagd }', 'label: Gevraagd, then: again } # hier']],
      'Uitkomst ‘gevraagd’ doet de stap nog een keer, maar ‘repeats’ zegt niet wanneer. Geef de stap ‘repeats’ met een ‘due’.',
    ],
    [
      'repeats that nothing uses',
      [extra('repeats: { due: [{ within: 7, unit: days, from: opened }] } # hier')],
      'Stap ‘extra’ heeft ‘repeats’, maar geen uitkomst doet hem nog een keer. Geef een uitkomst ‘then: again’, of haal ‘repeats’ weg.',
    ],
    [
      'reopening what is not closed',
      [['label: Gevraagd }', 'label: Gevraagd, then: reopen } # hier']],
      'Uitkomst ‘gevraagd’ opent de zaak weer, maar deze stap komt niet na het sluiten. Gebruik dit bij een stap met ‘opens: closing’.',
    ],
    [
      'a case of its own where there is no later report',
      [['label: Gevraagd }', 'label: Gevraagd, then: separate } # hier']],
      'Uitkomst ‘gevraagd’ maakt van een latere melding een eigen zaak, maar deze stap gaat niet over een latere melding. Gebruik dit bij een stap met ‘opens: second-report’.',
    ],
    [
      'closing what is closed',
      [['label: Het gaat goed }', 'label: Het gaat goed, then: close } # hier']],
      'Deze stap komt als de zaak al dicht is; ‘then: close’ kan dan niet. Laat ‘then’ weg, of gebruik ‘then: reopen’.',
    ],
    [
      'a date for a step that never waits',
      [extra('due: { within: 1, unit: days, from: opened } # hier')],
      'Een stap met ‘opens: hand’ wacht nooit, dus een datum telt niet. Haal ‘due’ weg.',
    ],
    [
      'a step done by hand that can’t be left out',
      [extra('skip: false # hier')],
      'Een stap met ‘opens: hand’ wacht nooit, dus ‘skip: false’ telt niet. Haal ‘skip’ weg.',
    ],
    [
      'a step done by hand with each pupil',
      [extra('each: pester # hier')],
      '‘each’ werkt niet bij een stap die opent met ‘hand’. Haal ‘each’ weg, of laat de stap na een andere stap open gaan.',
    ],
    [
      'an opening that does not listen within another',
      [
        [
          'opens: { any: [{ after: gesprek }, round] }',
          'opens: { any: [{ after: gesprek }, round, closing] } # hier',
        ],
      ],
      '‘closing’ werkt niet binnen ‘any’ of ‘all’. Maak er een eigen stap van, met alleen dit bij ‘opens’.',
    ],
    [
      'a day of the year in a case',
      [['opens: hand', 'opens: { day: "09-01" } # hier']],
      'Een dag van het schooljaar opent alleen stappen onder ‘year’. Zet deze stap bij year.steps, of kies een andere opens.',
    ],
    [
      'a report in the school year',
      [['opens: { after: ouderavond }', 'opens: report # hier']],
      'Een stap van het schooljaar opent niet met ‘report’. Gebruik { day: … } of { after: … }.',
    ],
    [
      'pupils in the school year',
      [['opens: { after: ouderavond }', 'opens: { after: ouderavond }\n      each: pester # hier']],
      'Het schooljaar heeft geen leerlingen. Haal ‘each’ weg.',
    ],
    [
      'an outcome that is told before it is there',
      [
        ['{ to: coordinator, says', '{ to: coordinator, at: opened, outcome: gedaan, says'],
        ['groep is geweest. }', 'groep is geweest. } # hier'],
      ],
      'Dit wordt verteld als de stap open gaat; dan is er nog geen uitkomst. Haal ‘outcome’ weg, of laat ‘at: opened’ weg.',
    ],
    [
      'a suggestion that does not say after how many reports',
      [
        ['on: signals, count: 3, days: 20', 'on: signals, count: 3'],
        ['says: Vaker gemeld. }', 'says: Vaker gemeld. } # hier'],
      ],
      'Voorstel ‘vaker’ zegt niet na hoeveel meldingen in hoeveel schooldagen. Geef ‘count’ en ‘days’.',
    ],
    [
      'a first step that does not answer the report',
      [
        [
          'steps:\n  - id: gesprek',
          'steps:\n  - id: stil\n    title: Stil\n    why: Stil.\n    opens: second-report # hier\n    outcomes: [{ id: ja, label: Ja }]\n  - id: gesprek',
        ],
      ],
      'De melder hoort dat de melding is opgepakt als de eerste stap klaar is, maar die gaat niet bij de melding open. Zet een stap met ‘opens: report’ bovenaan.',
    ],
    [
      'a date for a round that never begins',
      [
        ['label: Nog een ronde, then: round }', 'label: Ook klaar, then: close }'],
        ['{ after: gesprek }, round', '{ after: gesprek }'],
        ['due: [{ window: [8, 14], from', 'due: [{ when: { round: 2 }, window: [8, 14], from'],
        ['{ step: gesprek } }]', '{ step: gesprek } }] # hier'],
      ],
      'Dit geldt vanaf ronde 2, maar die begint nooit. Haal dit weg, of geef een uitkomst ‘then: round’.',
    ],
    [
      'a step that lapses with a round that never begins',
      [
        ['label: Nog een ronde, then: round }', 'label: Ook klaar, then: close }'],
        ['{ after: gesprek }, round', '{ after: gesprek }'],
        ['    also: [directeur]', '    also: [directeur]\n    lapses: round # hier'],
      ],
      'Deze stap vervalt bij een nieuwe ronde, maar die begint nooit. Haal dit weg, of geef een uitkomst ‘then: round’.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('the same name twice', () => {
  const mend = 'Geef er één een andere naam, of haal er één weg.';
  it.each<Broken>([
    ['a step', [['  - id: extra\n', '  - id: groep # hier\n']], `Stap ‘groep’ staat er twee keer. ${mend}`],
    [
      'a question',
      [question('{ id: uitleg, type: line, label: Nog eens } # hier')],
      `Vraag ‘uitleg’ staat er twee keer. ${mend}`,
    ],
    [
      'an outcome',
      [
        [
          '- { id: verder, label: Nog een ronde, then: round }',
          '- { id: klaar, label: Nog een ronde, then: round } # hier',
        ],
      ],
      `Uitkomst ‘klaar’ staat er twee keer. ${mend}`,
    ],
    [
      'a topic',
      [
        [
          'text: [Plagen is kort.] }',
          'text: [Plagen is kort.] }\n  - { id: plagen, title: Nog eens, text: [Kort.] } # hier',
        ],
      ],
      `Onderwerp ‘plagen’ staat er twee keer. ${mend}`,
    ],
    [
      'a norm: YAML itself refuses it',
      [['  snel: {', '  snel: { label: Snel, value: 1, unit: schooldays }\n  snel: # hier\n    {']],
      'Dit is geen goede YAML: deze sleutel staat er twee keer. Maak eerst dit goed; de rest van het bestand is nog niet gelezen.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});

describe('what the language does not know', () => {
  it.each<Broken>([
    [
      'a word in a condition',
      [extra('when: { answer: gesprek.online, iss: true } # hier')],
      'Het woord ‘iss’ bestaat hier niet. Bedoel je ‘is’?',
    ],
    [
      'a word in a step',
      [extra('opend: report # hier')],
      'Het woord ‘opend’ bestaat hier niet. Haal het weg, of kijk hoe het heet in protocol.schema.json.',
    ],
    [
      'a value',
      [['then: round }', 'then: rondje } # hier']],
      'Bij ‘then’ kan niet ‘rondje’. Kies uit: next, round, again, close, reopen, separate.',
    ],
    [
      'a kind of question',
      [question('{ id: meer, type: tekst, label: Meer? } # hier')],
      'Bij ‘type’ kan niet ‘tekst’. Kies uit: line, text, yesno, choice, choices, date, score, pupils, agreements, consult.',
    ],
    [
      'a name with a capital',
      [question('{ id: Meer, type: text, label: Meer? } # hier')],
      'Bij ‘id’ kan niet ‘Meer’: kleine letters, cijfers en streepjes. Schrijf het zo.',
    ],
    [
      'a number in quotes',
      [
        [
          'window: [8, 14], from: { step: gesprek } }]',
          'window: ["8", 14], from: { step: gesprek } }] # hier',
        ],
      ],
      'Bij ‘window’ hoort een getal of een blok met sleutels, er staat ‘8’. Maak er een getal of een blok met sleutels van.',
    ],
    [
      'a part that is missing',
      [['  - id: extra\n    title: Extra hulp\n', '  - id: extra # hier\n']],
      'Hier ontbreekt ‘title’. Vul bij ‘title’ in: een tekst.',
    ],
    [
      'an opening',
      [['opens: hand', 'opens: met de hand # hier']],
      'Bij ‘opens’ kan niet ‘met de hand’. Kies uit: report, second-report, round, closing, hand.',
    ],
  ])('%s', (_name, parts, fault) => expectFault(parts, fault));
});
