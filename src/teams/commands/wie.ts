/** `wie`: who holds which function at this school, and whom to go to (K22, Z12). */
import { showsTopic } from './topic.ts';

export const who = showsTopic('wie', ['wie', 'wie doet wat'], 'Kijk bij wie je op school terechtkunt.');
