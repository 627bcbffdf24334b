/** What is wrong with a card, and what stands on it. */
// The package's own entry cannot be required in Node; this build can, and has no types.
// @ts-expect-error no types
import { AdaptiveCard as Parsed, SerializationContext, Version } from 'adaptivecards/dist/adaptivecards.js';
import { limits } from '../../src/domain/limits.ts';
import type { Card } from '../../src/cards/template.ts';

/** Everything in a card that has a type. */
export function elements(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  if (!value || typeof value !== 'object') return [];
  const own = value as Record<string, unknown>;
  return [...(typeof own.type === 'string' ? [own] : []), ...Object.values(own).flatMap(elements)];
}

export const inputsOf = (card: Card) => elements(card).filter((e) => String(e.type).startsWith('Input.'));

/** Buttons that Teams shows beside each other; it has room for six. */
export const shownActions = (card: Card) =>
  ((card.actions ?? []) as { mode?: string }[]).filter((a) => a.mode !== 'secondary');

/** Why Teams would refuse this card, or show it wrong. */
export function faultsOf(card: Card): string[] {
  const context = new SerializationContext(Version.v1_5);
  const parsed = new Parsed();
  // It counts what stands in the menu as well; what is shown is counted below.
  parsed.hostConfig.actions.maxActions = 100;
  parsed.parse(card, context);
  const text = JSON.stringify(card);
  return [
    ...[...Array(context.eventCount).keys()].map((i) => String(context.getEventAt(i).message)),
    ...parsed.validateProperties().validationEvents.map((e: { message: string }) => e.message),
    ...(card.version === '1.5' ? [] : ['not of version 1.5']),
    ...(shownActions(card).length <= 6 ? [] : ['more buttons than Teams shows']),
    ...(Buffer.byteLength(text) <= limits.cardBytes ? [] : ['too large']),
    ...(text.includes('${') ? ['words of the template'] : []),
    ...(text.includes('undefined') ? ['something undefined'] : []),
    ...inputFaults(card),
  ];
}

const isEmpty = (text: unknown) => typeof text !== 'string' || text.trim() === '';

function inputFaults(card: Card): string[] {
  const inputs = inputsOf(card);
  const ids = inputs.map((e) => e.id);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two inputs with one id']),
    ...inputs.flatMap((e) => {
      const unlabelled = isEmpty(e.label);
      const unlimited = e.type === 'Input.Text' && !((e.maxLength as number) > 0);
      const mute = e.isRequired === true && isEmpty(e.errorMessage);
      return unlabelled || unlimited || mute ? [`input ${String(e.id)}`] : [];
    }),
    ...elements(card)
      .filter((e) => e.isVisible === false)
      .flatMap((hidden) => elements(hidden).filter((e) => e.isRequired === true))
      .map((e) => `hides ${String(e.id)}, which must be filled in`),
    ...elements(card)
      .filter((e) => e.type === 'Action.Execute')
      .filter((e) => {
        const fallback = e.fallback as Record<string, unknown> | undefined;
        const same = JSON.stringify(fallback?.data) === JSON.stringify(e.data) && fallback?.title === e.title;
        return fallback?.type !== 'Action.Submit' || !same;
      })
      .map((e) => `button ${String(e.title)} without its fallback`),
  ];
}
