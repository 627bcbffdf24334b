/** What a press of a card's button does. Everything the button carries is an id; the case is loaded again. */
import { calendarOf, releasedFor } from '../app/world.ts';
import type { Who, World } from '../app/world.ts';
import { submitReport } from '../app/reports.ts';
import { completeStep, loadFor } from '../app/steps.ts';
import { emergencyLines, fieldsOf, readReport, reportForm } from '../cards/report.ts';
import { notice } from '../cards/notice.ts';
import { receiptCard, stepDoneCard, stepGoneCard } from '../cards/results.ts';
import { contactsOf } from '../cards/parents.ts';
import { answersOf } from '../cards/questions.ts';
import { readStep, stepCard } from '../cards/step.ts';
import { submitted } from '../cards/submitted.ts';
import type { Card, Link } from '../cards/template.ts';
import { DomainError } from '../domain/errors.ts';
import { z } from 'zod/v4';

export interface Press {
  world: World;
  who: Who;
  data: Record<string, unknown>;
  caseLink: (caseId: string) => Link;
}
type Verb = (press: Press) => Promise<Card>;

const Form = z.object(submitted);
/** The key under which a form's result is kept: of this person, so that nobody gets another's result. */
const formOf = ({ data, who }: Press) => {
  const { nonce, day } = Form.parse(data);
  return { day, nonce: `${who.person.id}.${nonce}` };
};

const submitReportForm: Verb = async (press) => {
  const { world, who, data } = press;
  const school = await world.store.school(who.partition);
  const form = formOf(press);
  try {
    const result = await submitReport(world, who, readReport(data, school), form);
    const calendar = calendarOf(school, world.clock.now());
    return receiptCard(result.receipts, calendar, result.unsafe ? emergencyLines(school) : []);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const now = world.clock.now();
    return reportForm({
      school,
      protocol: releasedFor(world, school).protocol,
      person: who.person,
      today: calendarOf(school, now).dateOf(now),
      nonce: Form.parse(data).nonce,
      fields: fieldsOf(data),
      error: error.message,
    });
  }
};

const submitStep: Verb = async (press) => {
  const { world, who, data, caseLink } = press;
  const input = readStep(data);
  const { nonce } = Form.parse(data);
  const form = formOf(press);
  const loaded = await loadFor(world, who, input.case);
  const { state, protocol, school, calendar } = loaded;
  const step = state.steps[input.step];
  const def = protocol.steps.find((s) => s.id === step?.step);
  if (!step || !def) throw new DomainError('not-found', 'Deze stap is er niet (meer).');
  try {
    const { fields, ...at } = input;
    const filled = { ...at, answers: answersOf(def, fields), contacts: contactsOf(fields) };
    const result = await completeStep(world, who, filled, form);
    return stepDoneCard(result, calendar, caseLink(input.case));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const now = await loadFor(world, who, input.case);
    if (error.code === 'already-done')
      return stepGoneCard(now.state, input.step, now.protocol, school, calendar, caseLink(input.case));
    const today = calendar.dateOf(world.clock.now());
    return stepCard({
      ...now,
      step,
      nonce,
      today,
      fields: input.fields,
      error: error.message,
      link: caseLink(input.case),
    });
  }
};

const verbs: Readonly<Record<string, Verb>> = {
  'report.submit': submitReportForm,
  'step.submit': submitStep,
};

/** The card that takes the place of the one that was pressed. @throws whatever is no refusal of the core */
export async function press(verb: string, pressed: Press): Promise<Card> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run)
    return notice({ lines: ['Deze knop werkt niet meer. Typ **help** om te zien wat je kunt doen.'] });
  try {
    return await run(pressed);
  } catch (error) {
    if (error instanceof DomainError)
      return notice({ lines: [error.message], subtle: ['Typ **help** om te zien wat je kunt doen.'] });
    if (error instanceof z.ZodError)
      return notice({
        lines: ['Deze kaart is niet meer geldig. Typ **melding** of **help** om verder te gaan.'],
      });
    throw error;
  }
}
