/** A note on the card of a dagopening. Whatever comes of it, the card stays as it is: colleagues are typing on it. */
import { noteSignal } from '../../app/briefingNotes.ts';
import { calendarOf } from '../../app/world.ts';
import { readNote } from '../../cards/briefing.ts';
import { emergencyLines } from '../../cards/report.ts';
import { receiptCard } from '../../cards/results.ts';
import type { Card } from '../../cards/template.ts';
import { pointsToDanger } from '../../domain/danger.ts';
import { DomainError } from '../../domain/errors.ts';
import type { School } from '../../domain/school.ts';
import type { Here, Press, Pressed, Verb } from './verb.ts';
import { Below, Said } from './verb.ts';

export const noteAtBriefing: Verb = async (press) => {
  try {
    return await note(press);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { safe, story } = press.data;
    const urgent = safe === 'nee' || (typeof story === 'string' && pointsToDanger(story));
    return new Said(
      error.message + (urgent ? callNow(await press.world.store.school(press.who.partition)) : ''),
    );
  }
};

async function note({ world, who, data, here }: Press): Promise<Pressed> {
  const typed = readNote(data);
  const { receipts, unsafe, repeated } = await noteSignal(world, who, typed);
  const school = await world.store.school(who.partition);
  const urgent = unsafe || pointsToDanger(typed.story);
  const number = `met nummer ${receipts.map((r) => r.number).join(', ')}.${urgent ? callNow(school) : ''}`;
  if (repeated) return new Said(`Dit had je al genoteerd, ${number} Het telt één keer.`);
  const calendar = calendarOf(school, world.clock.now());
  const receipt = receiptCard(receipts, calendar, urgent ? emergencyLines(school) : []);
  if (!here) return new Below(receipt);
  if (!(await told(here, receipt)))
    return new Said(
      `Genoteerd, ${number} Een bevestiging kan ik je nog niet sturen: open de app Meldpunt en typ mijn meldingen. Dan zie je wie aan zet is.`,
    );
  return new Said(
    urgent
      ? 'Genoteerd. Kijk nu in je eigen chat met mij: daar staat wie je meteen belt.'
      : 'Genoteerd. Ik heb je een bevestiging in je eigen chat gestuurd.',
  );
}

/** What is noted is noted: that the confirmation fails must not read as if it were lost. */
const told = (here: Here, card: Card): Promise<boolean> => here.tell(card).catch(() => false);

/** Whom to call (P2), without Markdown: it is read as a plain text. */
const callNow = ({ settings }: School): string => {
  const others = settings.emergency.map((e) => `, ${e.who}: ${e.phone}`).join('');
  return ` Wacht niet op Teams, bel nu: bij gevaar 112${others}.`;
};
