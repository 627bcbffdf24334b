/** What somebody is asked to do, over all cases. */
import { z } from 'zod/v4';
import { Due } from './common.ts';

/** In which case something is asked. No pupil's name, as in the list of cases. */
const Where = z.object({
  case: z.string(),
  number: z.string(),
  initials: z.string().optional(),
  group: z.string().optional(),
  /** A task of a school year, and of no pupil. */
  ofYear: z.boolean(),
});

export const TaskLine = Where.extend({
  /** `step`: a step to do; `handover`: whether to take the case over. */
  what: z.enum(['step', 'handover']),
  title: z.string(),
  /** The step at which the case opens. */
  step: z.string().optional(),
  /** The step is held with one pupil apart. */
  apart: z.boolean(),
  due: Due.optional(),
  /** It waits for another step. */
  waits: z.boolean(),
});
export type TaskLine = z.infer<typeof TaskLine>;

/** What is to be entered in the pupil tracking system for a case. */
export const NotesLine = Where.extend({
  /** After how many steps. */
  steps: z.number(),
});
export type NotesLine = z.infer<typeof NotesLine>;

export const TaskList = z.object({
  /** How many tasks can be done now: those of `now`, and the confidential messages. */
  count: z.number(),
  /** What can be done now, most urgent first, under the same words as in the chat; what is empty is left out. */
  now: z.array(z.object({ title: z.string(), late: z.boolean(), tasks: z.array(TaskLine) })),
  /** What waits for its day or for another step. */
  later: z.array(TaskLine),
  /** What is to be entered in the pupil tracking system, and its name: a line for each case. */
  notes: z.array(NotesLine),
  lvs: z.string(),
  /** Only for the vertrouwenspersoon whom confidential messages wait for (P3), and no more than how many. */
  confidential: z.object({ unread: z.number(), open: z.number() }).optional(),
});
export type TaskList = z.infer<typeof TaskList>;
