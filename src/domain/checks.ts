/** Finds in a protocol what its schema can't see: names that lead nowhere, steps that never open, no way to close. */
import { answerFaults } from './checks/answers.ts';
import { dateFaults } from './checks/dates.ts';
import type { Fault } from './checks/fault.ts';
import { flowFaults } from './checks/flow.ts';
import { functionFaults } from './checks/functions.ts';
import { kindFaults } from './checks/kinds.ts';
import { nameFaults } from './checks/names.ts';
import { normFaults } from './checks/norms.ts';
import { timingFaults } from './checks/timing.ts';
import type { Protocol } from './protocol.ts';

export type { Fault, Path } from './checks/fault.ts';

/** The faults of a protocol, each with its place and how to mend it; empty when it can be used. */
export function checkProtocol(protocol: Protocol): Fault[] {
  const names = [...nameFaults(protocol), ...answerFaults(protocol)];
  return [
    ...names,
    ...functionFaults(protocol),
    ...normFaults(protocol),
    ...dateFaults(protocol),
    ...kindFaults(protocol),
    // Where a case goes can be said once every name leads somewhere: one slip is one fault.
    ...(names.length > 0 ? [] : [...flowFaults(protocol), ...timingFaults(protocol)]),
  ];
}
