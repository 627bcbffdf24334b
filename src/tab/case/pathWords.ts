import type { PathNode } from '../../api/contract/case.ts';

/** What became of a step, under its title. */
export const stateWords: Record<PathNode['state'], string> = {
  done: 'gedaan',
  open: 'open',
  late: 'te laat',
  skipped: 'niet gedaan',
  may: 'kan volgen',
  moment: '',
};
