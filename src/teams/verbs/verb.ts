/** What the press of a card's button does. Everything the button carries is an id; the case is loaded again. */
import { z } from 'zod/v4';
import type { Nonce } from '../../app/commit.ts';
import type { Who } from '../../app/world.ts';
import { submitted } from '../../cards/submitted.ts';
import type { Card } from '../../cards/template.ts';
import type { Channel } from '../../domain/school.ts';
import type { BotDeps } from '../deps.ts';

export interface Press extends Pick<BotDeps, 'world' | 'links'> {
  who: Who;
  data: Record<string, unknown>;
  /** Where a button was pressed that others see too; absent in the own chat. */
  here?: Here;
}

/** A channel, as the press of one of its buttons sees it. */
export interface Here {
  channel: Channel;
  /** Who reads along there and is not on the staff (P16). */
  strangers(): Promise<string[]>;
  /** To the own chat of who pressed; false when there is none yet. */
  tell(card: Card): Promise<boolean>;
}

/** A card that comes below the one that was pressed, which stays with what was typed on it. */
export class Below {
  constructor(readonly card: Card) {}
}
/** A text for who pressed; the card stays as it is. */
export class Said {
  constructor(readonly text: string) {}
}
/** A card in the place of the one that was pressed, one below it, or only a text. */
export type Pressed = Card | Below | Said;

/** @throws DomainError with a message for whoever pressed; ZodError for data that no card of ours made */
export type Verb = (press: Press) => Promise<Pressed>;

const Form = z.object(submitted);

/** The nonce that a form carries. @throws ZodError where it has none */
export const nonceOf = (data: Record<string, unknown>): string => Form.parse(data).nonce;

/** The key under which a form's result is kept: of this person, so that nobody gets another's result. */
export function formOf({ data, who }: Press): Nonce {
  const { nonce, day } = Form.parse(data);
  return { day, nonce: `${who.person.id}.${nonce}` };
}
