/** What people hear because of a step, beside its own card: what the protocol tells them, and what they register. */
import type { Delivery } from '../app/ports.ts';
import { calendarOf } from '../app/world.ts';
import { formCard } from '../cards/form.ts';
import { notice } from '../cards/notice.ts';
import { input } from '../cards/questions.ts';
import type { Card, Link } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import { accessOf, can } from '../domain/access.ts';
import type { StepKey } from '../domain/case.ts';
import type { Message } from '../domain/messages.ts';
import { personOf } from '../domain/school.ts';
import { inCase, participantName } from '../domain/words.ts';
import type { CaseLinks } from './links.ts';
import type { Rendered } from './saying.ts';
import { calledOf, insteadLines, stepTitle } from './saying.ts';

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
  const card = registerForm({
    state,
    protocol,
    school,
    key: message.step,
    doer: message.function,
    nonce,
    day: calendarOf(school, now).dateOf(now),
    lines: insteadLines(delivery),
    link: links(state.id),
  });
  return { card, summary: `Zet iets in ${protocol.lvs}` };
}

interface ToRegister extends Pick<Delivery, 'state' | 'protocol' | 'school'> {
  /** The step after which it is entered. */
  key: StepKey;
  /** Only what this function enters. */
  doer?: string;
  nonce: string;
  day: string;
  /** Above what is to be entered. */
  lines?: string[];
  link: Link;
  error?: string;
}

/** What is left to enter after a step, with a choice of pupils where there are more. */
export function registerForm({
  key,
  doer,
  nonce,
  day,
  lines: more = [],
  link,
  error,
  ...scene
}: ToRegister): Card {
  const { state, protocol, school } = scene;
  const step = state.steps[key];
  const about = [plainText(inCase(state, school, step?.for))];
  const todo = state.registrations.filter(
    (r) => r.key === key && r.at === undefined && (doer === undefined || r.doer === doer),
  );
  if (todo.length === 0)
    return notice({
      title: `✓ Alles staat in ${protocol.lvs}`,
      lines: [...about, 'Alles staat er al in. Je hoeft niets meer te doen.'],
      links: [link],
    });
  const named = (rows: typeof todo) => [...new Set(rows.map((r) => r.pupil))];
  const lines = [...new Set(todo.map((r) => r.heading))].map((heading) => {
    const pupils = named(todo.filter((r) => r.heading === heading));
    const names = pupils.map((pupil) => participantName(pupil, school)).join(', ');
    return `**${plainText(heading)}**: ${plainText(names)}`;
  });
  // Encoded, as a name that was typed may have a comma, which separates what was chosen.
  const choices = named(todo).map((pupil) => ({
    title: participantName(pupil, school),
    value: encodeURIComponent(pupil),
  }));
  const [first, ...others] = choices;
  const ids = { case: state.id, step: key, nonce, day, ...(doer === undefined ? {} : { doer }) };
  return formCard({
    title: `Zet dit in ${protocol.lvs}`,
    lines: [...about, ...lines, ...more],
    subtle: [`Het gaat over ${stepTitle(scene, step)}.`, 'Staat het erin? Laat het hier weten.'],
    error,
    inputs:
      others.length === 0
        ? []
        : [
            input({
              id: 'pupil',
              type: 'several',
              label: 'Bij wie staat het erin?',
              required: true,
              errorMessage: 'Kies bij welke leerlingen het erin staat.',
              value: choices.map((c) => c.value).join(','),
              choices,
            }),
          ],
    buttons: [
      {
        title: 'Staat erin',
        style: 'positive',
        data: { verb: 'register.done', ...ids, ...(others.length === 0 ? { pupil: first!.value } : {}) },
      },
    ],
    links: [link],
  });
}
