/** Finds in a protocol what its schema can't see: names that lead nowhere, steps that never open, no way to close. */
import type { Anchor, Condition, Protocol, Step } from './protocol.ts';

/** The faults of a protocol, in words that say how to mend them; empty when it can be used. */
export function checkProtocol(protocol: Protocol): string[] {
  const faults: string[] = [];
  const steps = new Map(protocol.steps.map((s) => [s.id, s]));
  const needFunction = (fn: string, where: string) => {
    if (!protocol.functions[fn])
      faults.push(`${where}: function "${fn}" is not among functions; add it there or use one that is`);
  };
  const needStep = (id: string, where: string) => {
    if (!steps.has(id))
      faults.push(`${where}: there is no step "${id}"; known are ${[...steps.keys()].join(', ')}`);
  };
  const needAnswer = (name: string, where: string, type?: string) => {
    const [stepId = '', questionId = ''] = name.split('.');
    if (stepId === 'melding') return;
    const question = steps.get(stepId)?.questions.find((q) => q.id === questionId);
    if (!question) faults.push(`${where}: there is no question "${name}"; write it as step.question`);
    else if (type && question.type !== type)
      faults.push(`${where}: "${name}" is a ${question.type}, it must be a ${type}`);
  };
  const checkAnchor = (anchor: Anchor, where: string) => {
    if (typeof anchor === 'string') return;
    if ('step' in anchor) needStep(anchor.step, where);
    else needAnswer(anchor.answer, where, 'date');
  };
  const checkCondition = (c: Condition, where: string): void => {
    if ('all' in c) c.all.forEach((inner) => checkCondition(inner, where));
    else if ('any' in c) c.any.forEach((inner) => checkCondition(inner, where));
    else if ('not' in c) checkCondition(c.not, where);
    else if ('answer' in c) needAnswer(c.answer, where);
  };

  needFunction(protocol.coordinator, 'coordinator');
  protocol.lead.forEach((rule) => needFunction(rule.function, 'lead'));
  if (protocol.lead.at(-1)?.when)
    faults.push('lead: the last rule has a "when"; end with one that always holds');
  protocol.reminders.escalate.forEach((rung) => needFunction(rung.to, 'reminders.escalate'));
  duplicates(protocol.steps.map((s) => s.id)).forEach((id) =>
    faults.push(`steps: "${id}" stands there twice`),
  );

  for (const step of protocol.steps) {
    const where = `step ${step.id}`;
    if (step.by !== 'lead') needFunction(step.by, where);
    step.also.forEach((fn) => needFunction(fn, where));
    checkOpening(step, steps, faults, needStep);
    for (const rule of step.due) {
      if (rule.when) checkCondition(rule.when, `${where}, due`);
      checkAnchor('on' in rule ? rule.on : rule.from, `${where}, due`);
      if ('window' in rule && rule.window[0] > rule.window[1]) {
        faults.push(
          `${where}, due: the window ends (${rule.window[1]}) before it starts (${rule.window[0]})`,
        );
      }
      if ('window' in rule && rule.notBefore) checkAnchor(rule.notBefore, `${where}, due`);
    }
    const asked = step.questions.map((q) => q.id);
    duplicates(asked).forEach((id) => faults.push(`${where}: question "${id}" stands there twice`));
    for (const outcome of step.outcomes) {
      for (const need of outcome.needs.filter((id) => !asked.includes(id))) {
        faults.push(`${where}, outcome ${outcome.id}: needs "${need}", which this step does not ask`);
      }
    }
  }
  unreachableSteps(protocol).forEach((id) => faults.push(`step ${id}: nothing opens it; check its "opens"`));
  if (!protocol.steps.some((s) => s.outcomes.some((o) => o.then === 'close'))) {
    faults.push('steps: no outcome closes a case; give one "then: close"');
  }
  return faults;
}

function checkOpening(
  step: Step,
  steps: Map<string, Step>,
  faults: string[],
  needStep: (id: string, where: string) => void,
) {
  if (typeof step.opens === 'string') return;
  const { after, outcome } = step.opens;
  after.forEach((id) => needStep(id, `step ${step.id}, opens`));
  for (const id of outcome === undefined ? [] : after) {
    if (steps.has(id) && !steps.get(id)!.outcomes.some((o) => o.id === outcome)) {
      faults.push(`step ${step.id}, opens: step "${id}" has no outcome "${outcome}"`);
    }
  }
}

/** Steps that no chain of openings from a report reaches. */
function unreachableSteps(protocol: Protocol): string[] {
  const reached = new Set<string>();
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { id, opens } of protocol.steps) {
      if (typeof opens === 'string' || opens.after.every((dep) => reached.has(dep))) reached.add(id);
    }
  }
  return protocol.steps.map((s) => s.id).filter((id) => !reached.has(id));
}

const duplicates = (names: string[]) => names.filter((name, i) => names.indexOf(name) !== i);
