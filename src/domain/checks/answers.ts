/** Conditions and dates about answers that nobody asks for, or that can't be. */
import { askedAs, reportFields } from '../asked.ts';
import type { Asked } from '../asked.ts';
import { amountOf } from '../norms.ts';
import type { Condition, Protocol } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault, instead } from './fault.ts';
import type { Leaf, Track } from './track.ts';
import { anchorsOf, conditionsOf, leaves, tracksOf } from './track.ts';

export function answerFaults(protocol: Protocol): Fault[] {
  const inCases: Track = { protocol, path: ['steps'], year: false };
  return [
    ...protocol.lead.flatMap((rule, i) => conditionFaults(rule.when, ['lead', i, 'when'], inCases)),
    ...tracksOf(protocol).flatMap((track) => [
      ...conditionsOf(track).flatMap(({ value, path }) => conditionFaults(value, path, track)),
      ...anchorsOf(track).flatMap(({ value, path }) =>
        typeof value === 'object' && 'answer' in value
          ? dateFaults(value.answer, [...path, 'answer'], track)
          : [],
      ),
    ]),
  ];
}

function conditionFaults(condition: Condition | undefined, path: Path, track: Track): Fault[] {
  if (!condition) return [];
  return leaves(condition, path).flatMap(({ value, path: at }) => leafFaults(value, at, track));
}

function leafFaults(leaf: Leaf, path: Path, track: Track): Fault[] {
  if (track.year && ('fact' in leaf || 'role' in leaf))
    return [
      fault(
        path,
        'Het schooljaar heeft geen melding en geen leerlingen, dus dit geldt nooit.',
        'Haal deze voorwaarde weg.',
      ),
    ];
  if ('answered' in leaf) return nameFaults(leaf.answered, [...path, 'answered'], track);
  if (!('answer' in leaf)) return [];
  const asked = askedAs(leaf.answer, track.protocol);
  if (!asked || outOfPlace(leaf.answer, track)) return nameFaults(leaf.answer, [...path, 'answer'], track);
  return valueFaults(leaf, asked, path, track.protocol);
}

const outOfPlace = (name: string, track: Track) => track.year && name.startsWith('melding.');

/** A question that nobody asks. */
function nameFaults(name: string, path: Path, track: Track): Fault[] {
  const { protocol } = track;
  if (outOfPlace(name, track))
    return [
      fault(path, 'Het schooljaar heeft geen melding.', 'Noem een vraag van een stap van het schooljaar.'),
    ];
  if (askedAs(name, protocol)) return [];
  const [stepId = '', question, ...more] = name.split('.');
  if (question === undefined || more.length > 0)
    return [fault(path, `‘${name}’ is geen naam van een vraag.`, 'Schrijf stap.vraag, of melding.veld.')];
  if (stepId === 'melding')
    return [fault(path, `De melding heeft geen veld ‘${question}’.`, instead(question, reportFields))];
  const step = protocol.steps.find((s) => s.id === stepId);
  if (!step)
    return [
      fault(
        path,
        `Er is geen stap ‘${stepId}’, dus ook geen vraag ‘${name}’.`,
        instead(stepId, ['melding', ...protocol.steps.map((s) => s.id)]),
      ),
    ];
  return [
    fault(
      path,
      `Stap ‘${stepId}’ heeft geen vraag ‘${question}’.`,
      instead(
        question,
        step.questions.map((q) => q.id),
      ),
    ),
  ];
}

function dateFaults(name: string, path: Path, track: Track): Fault[] {
  const asked = askedAs(name, track.protocol);
  if (!asked || outOfPlace(name, track)) return nameFaults(name, path, track);
  if (asked.type === 'date') return [];
  return [
    fault(
      path,
      `Een datum telt vanaf ‘${name}’, maar dat is geen datum (type: ${asked.type}).`,
      'Noem een vraag met type: date.',
    ),
  ];
}

type OnAnswer = Extract<Leaf, { answer: string }>;

/** The words that fit each type of question; a type that is not here can only be asked for with `answered`. */
const fitting: Partial<Record<Asked['type'], readonly string[]>> = {
  yesno: ['is'],
  choice: ['is', 'oneOf'],
  choices: ['has'],
  consult: ['has'],
  score: ['atLeast', 'below'],
};

function valueFaults(leaf: OnAnswer, asked: Asked, path: Path, protocol: Protocol): Fault[] {
  const word = Object.keys(leaf).find((key) => key !== 'answer')!;
  const fits = fitting[asked.type] ?? [];
  if (!fits.includes(word))
    return [
      fault(
        [...path, word],
        `‘${leaf.answer}’ heeft type ${asked.type}; ‘${word}’ geldt daar nooit.`,
        fits.length > 0
          ? `Gebruik ${fits.map((f) => `‘${f}’`).join(' of ')}.`
          : 'Gebruik ‘answered’, of een andere vraag.',
      ),
    ];
  if ('is' in leaf && asked.type === 'yesno')
    return typeof leaf.is === 'boolean'
      ? []
      : [
          fault(
            [...path, 'is'],
            `Op ‘${leaf.answer}’ is het antwoord true of false, niet ‘${leaf.is}’.`,
            'Schrijf true of false, zonder aanhalingstekens.',
          ),
        ];
  if ('atLeast' in leaf) return boundFaults(leaf.atLeast, 1, 10, [...path, 'atLeast'], protocol);
  if ('below' in leaf) return boundFaults(leaf.below, 1, 10, [...path, 'below'], protocol);
  const wanted = 'is' in leaf ? [leaf.is] : 'oneOf' in leaf ? leaf.oneOf : [leaf.has];
  const known = asked.choices.map((c) => c.id);
  return wanted.flatMap((value, i) =>
    known.includes(String(value)) && typeof value === 'string'
      ? []
      : fault(
          'oneOf' in leaf ? [...path, word, i] : [...path, word],
          `‘${leaf.answer}’ kent geen antwoord ‘${value}’.`,
          instead(String(value), known),
        ),
  );
}

/** A score goes from 0 to 10: beyond these bounds a comparison always or never holds. */
function boundFaults(
  amount: Parameters<typeof amountOf>[0],
  from: number,
  to: number,
  path: Path,
  protocol: Protocol,
): Fault[] {
  const bound = amountOf(amount, protocol);
  if (bound === undefined || (bound >= from && bound <= to)) return [];
  return [
    fault(
      path,
      `Een cijfer gaat van 0 tot 10; met ${bound} geldt dit altijd of nooit.`,
      `Kies een getal van ${from} tot ${to}.`,
    ),
  ];
}
