/** `stappen`: all steps of the protocol in order (K22). */
import { showsTopic } from './topic.ts';

export const steps = showsTopic(
  'stappen',
  ['stappen', 'de stappen', 'stappenplan'],
  'Bekijk alle stappen van het protocol: wat, wie en wanneer.',
);
