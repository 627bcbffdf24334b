/** Parts of a step that don't go together: kinds of openings, of endings, of steps done by hand, of the school year. */
import type { Opening, Protocol, Step } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault } from './fault.ts';
import { roundFaults } from './rounds.ts';
import type { Track } from './track.ts';
import { openingsIn, stepsOf, tracksOf } from './track.ts';

export function kindFaults(protocol: Protocol): Fault[] {
  return [
    ...tracksOf(protocol).flatMap((track) => [
      ...stepsOf(track).flatMap(({ step, path }) => [
        ...openingFaults(step, path, track),
        ...handFaults(step, path),
        ...endingFaults(step, path, track),
        ...(track.year ? yearFaults(step, path) : []),
        ...tellFaults(step, path),
      ]),
      ...roundFaults(track),
    ]),
    ...firstStep(protocol),
    ...suggestionFaults(protocol),
  ];
}

/** Openings that stand alone: within `any` or `all` nothing listens to them. */
const ALONE = ['hand', 'closing', 'second-report', 'suggestion', 'vacation', 'day'];
/** Openings of which the instances are not held with each participant. */
const NOT_EACH = ['hand', 'closing', 'second-report', 'suggestion', 'vacation'];
const kindOf = (opening: Opening): string =>
  typeof opening === 'string' ? opening : Object.keys(opening)[0]!;
const has = (step: Step, kind: string) =>
  openingsIn(step.opens, []).some(({ value }) => kindOf(value) === kind);

function openingFaults(step: Step, path: Path, { year }: Track): Fault[] {
  const inside = openingsIn(step.opens, [...path, 'opens']).filter(
    ({ value, nested }) =>
      nested && ALONE.some((kind) => (typeof value === 'string' ? value === kind : kind in value)),
  );
  const day = !year && has(step, 'day');
  return [
    ...inside.map(({ value, path: at }) =>
      fault(
        at,
        `‘${kindOf(value)}’ werkt niet binnen ‘any’ of ‘all’.`,
        'Maak er een eigen stap van, met alleen dit bij ‘opens’.',
      ),
    ),
    ...(day
      ? [
          fault(
            [...path, 'opens'],
            'Een dag van het schooljaar opent alleen stappen onder ‘year’.',
            'Zet deze stap bij year.steps, of kies een andere opens.',
          ),
        ]
      : []),
    ...(step.each && NOT_EACH.includes(kindOf(step.opens))
      ? [
          fault(
            [...path, 'each'],
            `‘each’ werkt niet bij een stap die opent met ‘${kindOf(step.opens)}’.`,
            'Haal ‘each’ weg, of laat de stap na een andere stap open gaan.',
          ),
        ]
      : []),
  ];
}

/** A step done by hand is never waiting, so that nothing about waiting applies to it. */
function handFaults(step: Step, path: Path): Fault[] {
  if (step.opens !== 'hand') return [];
  const idle = (at: string, what: string) =>
    fault(
      [...path, at],
      `Een stap met ‘opens: hand’ wacht nooit, dus ${what} telt niet.`,
      `Haal ‘${at}’ weg.`,
    );
  return [
    ...(step.due.length > 0 && !step.repeats ? [idle('due', 'een datum')] : []),
    ...(!step.skip ? [idle('skip', '‘skip: false’')] : []),
    ...(step.lapses !== undefined ? [idle('lapses', '‘lapses’')] : []),
  ];
}

function endingFaults(step: Step, path: Path, { year }: Track): Fault[] {
  const again = step.outcomes.some((o) => o.then === 'again');
  const closing = step.opens === 'closing';
  return [
    ...step.outcomes.flatMap((outcome, i) => {
      const at = [...path, 'outcomes', i, 'then'];
      const { then } = outcome;
      if (then === 'again' && !step.repeats)
        return fault(
          at,
          `Uitkomst ‘${outcome.id}’ doet de stap nog een keer, maar ‘repeats’ zegt niet wanneer.`,
          'Geef de stap ‘repeats’ met een ‘due’.',
        );
      if (then === 'reopen' && !closing)
        return fault(
          at,
          `Uitkomst ‘${outcome.id}’ opent de zaak weer, maar deze stap komt niet na het sluiten.`,
          'Gebruik dit bij een stap met ‘opens: closing’.',
        );
      if (then === 'separate' && step.opens !== 'second-report')
        return fault(
          at,
          `Uitkomst ‘${outcome.id}’ maakt van een latere melding een eigen zaak, maar deze stap gaat niet over een latere melding.`,
          'Gebruik dit bij een stap met ‘opens: second-report’.',
        );
      if ((then === 'close' || then === 'round') && closing)
        return fault(
          at,
          `Deze stap komt als de zaak al dicht is; ‘then: ${then}’ kan dan niet.`,
          'Laat ‘then’ weg, of gebruik ‘then: reopen’.',
        );
      if ((then === 'round' || then === 'close') && year)
        return fault(
          at,
          `Het schooljaar kent geen ‘then: ${then}’.`,
          'Laat ‘then’ weg, of gebruik ‘then: again’.',
        );
      return [];
    }),
    ...(step.repeats && !again
      ? [
          fault(
            [...path, 'repeats'],
            `Stap ‘${step.id}’ heeft ‘repeats’, maar geen uitkomst doet hem nog een keer.`,
            'Geef een uitkomst ‘then: again’, of haal ‘repeats’ weg.',
          ),
        ]
      : []),
  ];
}

/** The school year has no report, no pupils and no rounds: its steps come by day. */
function yearFaults(step: Step, path: Path): Fault[] {
  const opens = openingsIn(step.opens, [...path, 'opens']);
  const strange = opens.find(({ value }) => !['day', 'after', 'any', 'all'].includes(kindOf(value)));
  return [
    ...(strange
      ? [
          fault(
            strange.path,
            `Een stap van het schooljaar opent niet met ‘${kindOf(strange.value)}’.`,
            'Gebruik { day: … } of { after: … }.',
          ),
        ]
      : []),
    ...(step.each
      ? [fault([...path, 'each'], 'Het schooljaar heeft geen leerlingen.', 'Haal ‘each’ weg.')]
      : []),
    ...(step.parents
      ? [fault([...path, 'parents'], 'Het schooljaar heeft geen leerlingen.', 'Haal ‘parents’ weg.')]
      : []),
    ...(step.registers.length > 0
      ? [fault([...path, 'registers'], 'Het schooljaar heeft geen leerlingen.', 'Haal ‘registers’ weg.')]
      : []),
  ];
}

const tellFaults = (step: Step, path: Path): Fault[] =>
  step.tells.flatMap((tell, i) =>
    tell.at === 'opened' && tell.outcome
      ? fault(
          [...path, 'tells', i, 'outcome'],
          'Dit wordt verteld als de stap open gaat; dan is er nog geen uitkomst.',
          'Haal ‘outcome’ weg, of laat ‘at: opened’ weg.',
        )
      : [],
  );

/** The reporter hears that the report was taken up when the first step is done. */
function firstStep({ steps }: Protocol): Fault[] {
  const [first] = steps;
  if (!first || first.opens === 'report') return [];
  return [
    fault(
      ['steps', 0, 'opens'],
      'De melder hoort dat de melding is opgepakt als de eerste stap klaar is, maar die gaat niet bij de melding open.',
      'Zet een stap met ‘opens: report’ bovenaan.',
    ),
  ];
}

function suggestionFaults(protocol: Protocol): Fault[] {
  return protocol.suggestions.flatMap((suggestion, i) =>
    suggestion.on === 'signals' && (suggestion.count === undefined || suggestion.days === undefined)
      ? fault(
          ['suggestions', i],
          `Voorstel ‘${suggestion.id}’ zegt niet na hoeveel meldingen in hoeveel schooldagen.`,
          'Geef ‘count’ en ‘days’.',
        )
      : [],
  );
}
