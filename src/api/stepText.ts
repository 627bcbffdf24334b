/** A step of a protocol in words, for whoever reads the protocol. */
import { listed, quoted } from '../domain/conditionWords.ts';
import type { Protocol, Step } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { OutcomeModel, QuestionModel, StepModel } from '../domain/protocolText/step.ts';
import { stepModel } from '../domain/protocolText/step.ts';
import { doersWords, rolesWords, thenWords } from '../domain/protocolText/words.ts';
import type { StepText } from './contract/protocol.ts';

const OWN = '; afspraak van onze school';

export function stepText(step: Step, protocol: Protocol): StepText {
  const model = stepModel(step, protocol);
  const only = model.when ? `, alleen ${model.when}` : '';
  const again = (model.repeats?.due ?? []).map(({ words, norms }) => ({
    words: `daarna ${words}${model.repeats!.forever ? ', steeds opnieuw' : ''}`,
    norms,
  }));
  return {
    id: step.id,
    title: step.title,
    why: step.why,
    how: step.how,
    who: doersWords(step, protocol),
    opens: `${model.opens}${only}`,
    due: [...model.due, ...again].map(({ words, norms }) => ({
      text: words.replace(OWN, ''),
      own: norms.length > 0,
    })),
    own: step.norm !== undefined,
    notes: notesOf(model),
    questions: model.questions.map(questionText),
    outcomes: model.outcomes.map((outcome) => outcomeText(outcome, step, protocol)),
    tells: model.tells.map((tell) => ({
      to: listed(tell.toTitles),
      when: `${tell.at === 'opened' ? 'als deze stap begint' : 'als deze stap klaar is'}${at(tell.outcome, step)}${comma(tell.when)}`,
      says: tell.says,
    })),
    registers: model.registers.map((r) => {
      const by =
        r.by === 'doer'
          ? 'wie de stap deed'
          : r.by === 'lead'
            ? 'wie aan zet is'
            : functionTitle(protocol, r.by);
      return `${r.heading}: bij de ${rolesWords(r.for)}, door ${by}${at(r.outcome, step)}${comma(r.when)}`;
    }),
    parents: model.parents
      ? `De ouders van de ${rolesWords(model.parents.of)} worden ingelicht${at(model.parents.outcome, step)}${comma(model.parents.when)}.`
      : undefined,
  };
}

const comma = (when: string | undefined) => (when ? `, ${when}` : '');

/** " bij ‘Dit is pesten’", by the labels of the endings. */
function at(outcomes: readonly string[] | undefined, step: Step): string {
  const labels = step.outcomes.filter(({ id }) => outcomes?.includes(id)).map(({ label }) => quoted(label));
  return labels.length > 0 ? ` met uitkomst ${listed(labels, 'of')}` : '';
}

const notesOf = ({ each, side, skip, postpone, lapses }: StepModel): string[] => [
  ...(each ? [`Met elke ${rolesWords(each)} apart.`] : []),
  ...(side ? ['De zaak hoeft hier niet op te wachten.'] : []),
  ...(skip ? [] : ['Deze stap kan niet worden overgeslagen.']),
  ...(postpone
    ? [postpone.startsWith('0 ') ? 'Uitstellen kan niet.' : `Uitstellen kan tot ${postpone} later.`]
    : []),
  ...(lapses ? [`Vervalt ${lapses}.`] : []),
];

const questionText = (q: QuestionModel): StepText['questions'][number] => ({
  label: q.label,
  more: [
    ...(q.hint ? [q.hint] : []),
    ...(q.choices ? [q.choices.map((c) => c.label).join(', ')] : []),
    ...(q.limit ? [q.limit] : []),
    ...(q.when ? [`alleen ${q.when}`] : []),
    ...(q.required ? ['moet je invullen'] : []),
  ],
});

function outcomeText({ label, then, needs, when, reserved }: OutcomeModel, step: Step, protocol: Protocol) {
  const asked = step.questions.filter(({ id }) => needs.includes(id)).map((q) => quoted(q.label));
  const by = reserved?.to.map((id) => functionTitle(protocol, id)) ?? [];
  return {
    label,
    more: [
      ...(then === 'next' ? [] : [thenWords[then]]),
      ...(asked.length > 0 ? [`vul dan ook in: ${listed(asked)}`] : []),
      ...(when ? [`alleen ${when}`] : []),
      ...(reserved ? [`alleen de ${listed(by, 'of')}${comma(reserved.when)}`] : []),
    ],
  };
}
