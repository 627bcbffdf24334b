/** What the forms of acts share. */
import { shortDay } from '../dates.ts';
import type { ActInput } from './actForms.ts';

export const reason = (label: string, required = true): ActInput => ({
  id: 'because',
  type: 'text',
  label: required ? label : `${label} (mag leeg)`,
  required,
});

/** Said once it is done: what, and by when it is due now. */
export const says = (done: string, now?: (day: string) => string) => (due: string | undefined) =>
  now && due ? `${done}. ${now(shortDay(due))}` : `${done}.`;
