import { fold } from '../../src/domain/evolve.ts';
import { lvsNote } from '../../src/domain/lvsNote.ts';
import { calendar, complete, history, openCase, protocol, school } from '../support/world.ts';

const state = fold(
  history(
    openCase(),
    complete('2026-10-05T12:00', 'beoordelen.1', 'oppakken'),
    complete('2026-10-06T12:00', 'gesprek.1', 'gedaan', {
      veilig: 4,
      wil: 'Fenna wil dat Bram Bedacht stopt. Noors vriendin Zoë ook. Noord is ver.',
      steungroep: ['p-noor', 'p-zoe'],
    }),
  ),
)!;
const note = (pupil: string) => lvsNote('gesprek.1', pupil, { state, protocol, school, calendar });

describe('K17: the note for the pupil tracking system', () => {
  it('says when and what, with the answers, and names no other pupil', () => {
    expect(note('p-fenna')).toBe(
      [
        'dinsdag 6 oktober: Gesprek met de gepeste (Gesprek gevoerd)',
        'Hoe veilig voelt de leerling zich? (0 tot 10): 4',
        'Wat wil de leerling? Fenna wil dat [andere leerling] stopt. [andere leerling] vriendin [andere leerling] ook. Noord is ver.',
      ].join('\n'),
    );
  });

  it('keeps what one pupil told out of the log of another', () => {
    expect(note('p-bram')).toBe('dinsdag 6 oktober: Gesprek met de gepeste (Gesprek gevoerd)');
  });
});
