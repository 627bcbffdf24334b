/** What people hear because of a step, beside its own card: what the protocol tells them, and what they register. */
import type { Delivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { notice } from '../cards/notice.ts';
import { accessOf, can } from '../domain/access.ts';
import type { Message } from '../domain/messages.ts';
import { personOf } from '../domain/school.ts';
import type { CaseLinks } from './links.ts';
import { registerForm } from './registerForm.ts';
import type { Rendered } from './saying.ts';
import { calledOf, insteadLines } from './saying.ts';

type Saying<S extends Message['say']> = Extract<Message, { say: S }>;

/** What the protocol tells somebody, who may hear no more than that (A4): no name in it, and a link for who may see the case. */
export function tellCard(delivery: Delivery, message: Saying<'tell'>, links: CaseLinks): Rendered {
  const { state, step, protocol, school } = delivery;
  const def = protocol.steps.find((s) => s.id === step?.step);
  const says = def?.tells[message.tell]?.says ?? 'Er is iets veranderd in deze zaak.';
  const hearer = 'person' in message.to ? message.to.person : '';
  const person = personOf(school, hearer);
  const sees = person && can(person, 'view', protocol, school, accessOf(state, protocol));
  // A later report has a number of its own: whose it is does not learn that the case has another (P6).
  const own = state.reports.find((r) => r.by.person === hearer);
  const title = sees || !own ? calledOf(state) : `Je melding ${own.number}`;
  const card = notice({ title, lines: [says], links: sees ? [links(state.id)] : [] });
  return { card, summary: own && !sees ? 'Bericht over je melding' : 'Bericht over een zaak' };
}

/** What has to be entered in the pupil tracking system (K17), and that Meldpunt wants to know once it was. */
export function registerCard(delivery: Delivery, message: Saying<'register'>, links: CaseLinks): Rendered {
  const { state, protocol, school, now, nonce } = delivery;
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const person = 'person' in message.to ? personOf(school, message.to.person) : undefined;
  if (!person) throw new Error('register is for a person');
  const card = registerForm({
    state,
    protocol,
    school,
    person,
    calendar,
    today,
    step: message.step,
    doer: message.function,
    nonce,
    day: today,
    lines: insteadLines(delivery),
    link: links(state.id),
  });
  return { card, summary: `Zet iets in ${protocol.lvs}` };
}
