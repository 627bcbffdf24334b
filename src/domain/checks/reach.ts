/** Which steps of a protocol can ever be open, in the first round and in later ones; what is named and not there never comes. */
import type { Condition, Opening, Outcome, Step } from '../protocol.ts';
import type { Track } from './track.ts';

/** The first round, or any later one. */
export type Round = 1 | 2;
const ROUNDS: readonly Round[] = [1, 2];

export interface Reach {
  /** Whether the step can be open, in this round where one is given. */
  opens(step: string, round?: Round): boolean;
  /** Whether a case can be closed by a step that can be open. */
  closes: boolean;
  /** Whether a second round can begin. */
  rounds: boolean;
}

interface Limits {
  /** This step is never ended. */
  without?: string;
}

/** What can be open; grows from what opens by itself until nothing more follows. */
export function reachOf(track: Track, limits: Limits = {}): Reach {
  const reached = new Set<string>();
  const finder = new Finder(track, reached, limits);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    finder.rounds ||= finder.some((o) => o.then === 'round');
    finder.closes ||= finder.some((o) => o.then === 'close');
    for (const step of track.protocol.steps)
      for (const round of ROUNDS) if (finder.canOpen(step, round)) reached.add(`${step.id}.${round}`);
  }
  const opens = (id: string, round?: Round) =>
    (round ? [round] : ROUNDS).some((r) => reached.has(`${id}.${r}`));
  return { opens, closes: finder.closes, rounds: finder.rounds };
}

class Finder {
  rounds = false;
  closes = false;

  constructor(
    private readonly track: Track,
    private readonly reached: ReadonlySet<string>,
    private readonly limits: Limits,
  ) {}

  canOpen(step: Step, round: Round): boolean {
    if (round === 2 && !this.rounds) return false;
    return (!step.when || this.mayHold(step.when)) && this.mayOpen(step.opens, round);
  }

  /** Whether an outcome of this kind can be chosen at a step that can be open. */
  some(kind: (outcome: Outcome) => boolean): boolean {
    return this.track.protocol.steps.some((step) =>
      step.outcomes.some((outcome) => kind(outcome) && this.ends(step.id, outcome.id)),
    );
  }

  private mayOpen(opening: Opening, round: Round): boolean {
    switch (opening) {
      case 'report':
      case 'second-report':
        return round === 1;
      case 'round':
        return round === 2;
      // Where nothing closes, that is said once.
      case 'closing':
      case 'hand':
        return true;
    }
    if ('after' in opening)
      return opening.after.every((id) =>
        opening.outcome ? opening.outcome.some((o) => this.ends(id, o, round)) : this.isBehind(id, round),
      );
    if ('when' in opening) return this.mayHold(opening.when, round);
    if ('any' in opening) return opening.any.some((o) => this.mayOpen(o, round));
    if ('all' in opening) return opening.all.every((o) => this.mayOpen(o, round));
    return round === 1;
  }

  private known(id: string): Step | undefined {
    return this.track.protocol.steps.find((s) => s.id === id);
  }

  /** Whether a step can be behind us: done or left out. Round left out: in any. */
  private isBehind(id: string, round?: Round): boolean {
    if (this.limits.without === id) return false;
    return (round ? [round] : ROUNDS).some((r) => this.reached.has(`${id}.${r}`));
  }

  private ends(id: string, outcome: string, round?: Round): boolean {
    if (!this.isBehind(id, round)) return false;
    const known = this.known(id)?.outcomes.find((o) => o.id === outcome);
    return known !== undefined && (!known.when || this.mayHold(known.when));
  }

  /** Whether a condition can hold; `only`: by what happens in that round alone. What depends on people may. */
  private mayHold(condition: Condition, only?: Round): boolean {
    if ('all' in condition) return condition.all.every((c) => this.mayHold(c, only));
    if ('any' in condition) return condition.any.some((c) => this.mayHold(c, only));
    if ('not' in condition) return true;
    if ('fact' in condition || 'role' in condition) return only !== 2;
    if ('round' in condition) return condition.round === 1 || (only !== 1 && this.rounds);
    if ('done' in condition) {
      const { done, outcome } = condition;
      return outcome === undefined ? this.isBehind(done, only) : this.ends(done, outcome, only);
    }
    const [step = ''] = ('answered' in condition ? condition.answered : condition.answer).split('.');
    return step === 'melding' ? only !== 2 : this.isBehind(step, only);
  }
}
