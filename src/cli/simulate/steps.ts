/** Which step, and which instance of it, a scenario means. */
import type { CaseState, StepState } from '../../domain/case.ts';
import type { Protocol, Step } from '../../domain/protocol.ts';
import { MalformedScenario } from './scenario.ts';

/** Finds the instance of a step that a scenario means, by the step's id or by a row id. */
export class Steps {
  constructor(
    private readonly state: CaseState,
    private readonly protocol: Protocol,
    private readonly at: string,
  ) {}

  /** The steps that a name stands for. @throws MalformedScenario when there is none */
  named(name: string): Step[] {
    const own = this.protocol.steps.filter((s) => s.id === name);
    const steps = own.length > 0 ? own : this.protocol.steps.filter((s) => s.rows.includes(name));
    if (steps.length === 0)
      throw new MalformedScenario(`do, ${this.at}: dit protocol kent geen stap of rij "${name}"`);
    return steps;
  }

  has(name: string, apart: string): boolean {
    const ids = this.named(name).map((s) => s.id);
    return Object.values(this.state.steps).some((s) => ids.includes(s.step) && s.for === apart);
  }

  /** The open instance; else the latest one, or the one that would come. With `ended`: the latest that is not open. */
  find(
    name: string,
    apart: string | undefined,
    which: 'open' | 'ended' = 'open',
  ): { key: string; step: Step } {
    const all = this.named(name);
    const ids = all.map((s) => s.id);
    const instances = Object.values(this.state.steps).filter((s) => ids.includes(s.step));
    const held = instances.filter((s) => apart === undefined || s.for === undefined || s.for === apart);
    const wanted = held.filter((s) => (s.status === 'open') === (which === 'open'));
    const latest = Math.max(0, ...wanted.map((s) => s.round));
    const newest = wanted.filter((s) => s.round === latest);
    const hand = all.find((s) => s.opens === 'hand');
    if (newest.length > 1 && which === 'open') throw this.unclear(name, newest);
    const found =
      which === 'open' ? newest[0] : [...newest].sort((a, b) => (a.endedAt! < b.endedAt! ? 1 : -1))[0];
    if (found) return { key: found.key, step: all.find((s) => s.id === found.step)! };
    if (all.length > 1) throw this.unclear(name, []);
    const step = all[0]!;
    if (hand) return { key: step.id, step };
    const ended = [...held].reverse().find((s) => s.round === this.state.round);
    const suffix = apart !== undefined && step.each ? `.${apart}` : '';
    return { key: ended?.key ?? `${step.id}.${this.state.round}${suffix}`, step };
  }

  /** The open step, or the one done by hand, that closes a case with this outcome. */
  closing(outcome: string): { key: string; step: Step } {
    const closes = this.protocol.steps.filter((s) =>
      s.outcomes.some((o) => o.id === outcome && o.then === 'close'),
    );
    if (closes.length === 0)
      throw new MalformedScenario(`do, ${this.at}: geen stap sluit een zaak met uitkomst "${outcome}"`);
    const open = Object.values(this.state.steps).find(
      (s) => s.status === 'open' && closes.some((c) => c.id === s.step),
    );
    if (open) return { key: open.key, step: closes.find((c) => c.id === open.step)! };
    const hand = closes.find((s) => s.opens === 'hand');
    const step = hand ?? closes[0]!;
    return { key: hand ? step.id : `${step.id}.${this.state.round}`, step };
  }

  private unclear(name: string, instances: StepState[]): MalformedScenario {
    const which = instances.map((s) => (s.for === undefined ? s.step : `${s.step} voor ${s.for}`)).join(', ');
    const hint = which
      ? `: ${which}. Zeg met "for" bij wie, of noem de stap`
      : '; noem de stap bij zijn naam';
    return new MalformedScenario(`do, ${this.at}: "${name}" kan hier meer stappen zijn${hint}`);
  }
}
