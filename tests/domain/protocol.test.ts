import { checkProtocol } from '../../src/domain/checks.ts';
import { Protocol } from '../../src/domain/protocol.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { protocol } from '../support/world.ts';

const changed = (change: (p: Protocol) => void): Protocol => {
  const copy = structuredClone(protocol);
  change(copy);
  return copy;
};
const stepOf = (p: Protocol, id: string) => p.steps.find((s) => s.id === id)!;

describe('every protocol file', () => {
  it('can be read and has no faults', () => {
    expect([...readProtocols('protocols').keys()]).toContain('kiim');
  });

  it.each(['K1', 'K4', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'P7', 'P8'])('kiim has a step for %s', (row) => {
    expect(protocol.steps.flatMap((s) => s.rows)).toContain(row);
  });
});

describe('what a check finds', () => {
  it.each<[string, (p: Protocol) => void, string]>([
    [
      'a step that opens after one that is not there',
      (p) => void (stepOf(p, 'lid').opens = { after: ['bijeenkomsst'], orRound: false }),
      'step lid, opens: there is no step "bijeenkomsst"',
    ],
    [
      'an outcome that the step does not have',
      (p) =>
        void (stepOf(p, 'veilig').opens = { after: ['beoordelen'], outcome: 'opgepakt', orRound: false }),
      'step "beoordelen" has no outcome "opgepakt"',
    ],
    [
      'a function that is not there',
      (p) => void stepOf(p, 'veilig').also.push('conrector'),
      'step veilig: function "conrector" is not among functions',
    ],
    [
      'a window that ends before it starts',
      (p) => void (stepOf(p, 'lid').due = [{ window: [14, 10], from: 'report', norm: false }]),
      'step lid, due: the window ends (10) before it starts (14)',
    ],
    [
      'a deadline from an answer that is no date',
      (p) => void (stepOf(p, 'nog-eens-kijken').due = [{ on: { answer: 'beoordelen.omdat' }, norm: true }]),
      '"beoordelen.omdat" is a text, it must be a date',
    ],
    [
      'a condition on a question that nobody asks',
      (p) =>
        void (stepOf(p, 'lid').due = [
          {
            when: { answer: 'gesprek.kleur', is: 'rood' },
            within: 1,
            unit: 'days',
            from: 'report',
            norm: false,
          },
        ]),
      'there is no question "gesprek.kleur"',
    ],
    [
      'a need that the step does not ask',
      (p) => void stepOf(p, 'besluit').outcomes[0]!.needs.push('kleur'),
      'step besluit, outcome verbeterd: needs "kleur"',
    ],
    [
      'a step that nothing opens',
      (p) => void (stepOf(p, 'gesprek').opens = { after: ['besluit'], orRound: false }),
      'step gesprek: nothing opens it',
    ],
    [
      'no way to close',
      (p) => p.steps.forEach((s) => s.outcomes.forEach((o) => void (o.then = 'next'))),
      'steps: no outcome closes a case',
    ],
    [
      'a lead rule that may not hold',
      (p) => void (p.lead = [{ when: { fact: 'beyond-team' }, function: 'mentor' }]),
      'lead: the last rule has a "when"',
    ],
    ['the same step twice', (p) => void p.steps.push(stepOf(p, 'lid')), 'steps: "lid" stands there twice'],
    [
      'the same question twice',
      (p) => void stepOf(p, 'lid').questions.push(stepOf(p, 'lid').questions[0]!),
      'step lid: question "datum" stands there twice',
    ],
  ])('%s', (_name, change, fault) => {
    expect(checkProtocol(changed(change)).join('\n')).toContain(fault);
  });

  it('nothing in a protocol that is right', () => {
    expect(checkProtocol(protocol)).toStrictEqual([]);
  });

  it('a word that the language does not have is refused by the schema', () => {
    expect(Protocol.safeParse({ ...structuredClone(protocol), stapen: [] }).success).toBe(false);
  });
});
