/** What somebody is asked to do, over all cases. */
import { z } from 'zod/v4';
import { Due } from './common.ts';

/** In the order in which they are shown. */
export const WHEN = ['late', 'today', 'week', 'later'] as const;

/** No pupil's name, as in the list of cases. */
export const TaskLine = z.object({
  /** `step`: a step to do; `handover`: whether to take the case over; `register`: something for the pupil tracking system. */
  what: z.enum(['step', 'handover', 'register']),
  case: z.string(),
  number: z.string(),
  initials: z.string().optional(),
  group: z.string().optional(),
  /** A task of a school year, and of no pupil. */
  ofYear: z.boolean(),
  title: z.string(),
  /** The step at which the case opens. */
  step: z.string().optional(),
  /** The step is held with one pupil apart. */
  apart: z.boolean(),
  due: Due.optional(),
  /** It waits for another step. */
  waits: z.boolean(),
  when: z.enum(WHEN),
});
export type TaskLine = z.infer<typeof TaskLine>;

export const TaskList = z.object({ tasks: z.array(TaskLine) });
export type TaskList = z.infer<typeof TaskList>;
