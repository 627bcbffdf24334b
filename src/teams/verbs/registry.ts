/** All buttons of cards. */
import { z } from 'zod/v4';
import { ACTS } from '../../cards/acts.ts';
import { notice } from '../../cards/notice.ts';
import { DomainError } from '../../domain/errors.ts';
import { openActForm, submitAct } from './acts.ts';
import { shareAlertForm, withdrawAlertForm } from './alert.ts';
import { setAway } from './away.ts';
import { noteAtBriefing } from './briefing.ts';
import { beginStep } from './byHand.ts';
import {
  answerConsent,
  chooseAnother,
  keepConfidential,
  openConfidentialForm,
  sendConfidentialForm,
} from './confidential.ts';
import {
  askConsent,
  closeConfidential,
  forwardConfidential,
  noteConfidential,
  openConfidential,
} from './confidentialReader.ts';
import { answerHandOver, openHandOver, sendHandOver } from './handover.ts';
import { openHelp, sendHelp } from './help.ts';
import { openCaseMenu, openStepMenu } from './more.ts';
import { turnYear } from './newYear.ts';
import { openHandoverQuestion, openStep, showCase } from './open.ts';
import { openRegistration, registerDone } from './register.ts';
import { openDoor, submitReportForm } from './report.ts';
import { chooseChannel, setBriefing, setEmergency } from './settings.ts';
import { submitStep } from './step.ts';
import { openTakeOver, sendTakeOver } from './takeover.ts';
import type { Press, Pressed, Verb } from './verb.ts';
import { Said } from './verb.ts';

export const verbs: Readonly<Record<string, Verb>> = {
  'report.door': openDoor,
  'report.submit': submitReportForm,
  'step.submit': submitStep,
  'step.open': openStep,
  'case.open': showCase,
  'handover.open': openHandoverQuestion,
  'register.open': openRegistration,
  'step.begin': beginStep,
  'step.more': openStepMenu,
  'case.more': openCaseMenu,
  'act.form': openActForm,
  ...Object.fromEntries(ACTS.map((act) => [act, submitAct])),
  'case.handover': openHandOver,
  'case.handover.send': sendHandOver,
  'case.handover.answer': answerHandOver,
  'case.help': openHelp,
  'case.help.send': sendHelp,
  'case.takeover': openTakeOver,
  'case.takeover.send': sendTakeOver,
  'register.done': registerDone,
  'year.turn': turnYear,
  'confidential.form': openConfidentialForm,
  'confidential.send': sendConfidentialForm,
  'confidential.choose': chooseAnother,
  'confidential.keep': keepConfidential,
  'confidential.consent': answerConsent,
  'confidential.read': openConfidential,
  'confidential.note': noteConfidential,
  'confidential.ask': askConsent,
  'confidential.forward': forwardConfidential,
  'confidential.close': closeConfidential,
  'settings.briefing': setBriefing,
  'settings.emergency': setEmergency,
  'settings.channel': chooseChannel,
  'briefing.note': noteAtBriefing,
  'away.set': setAway,
  'alert.share': shareAlertForm,
  'alert.withdraw': withdrawAlertForm,
};

/** Those that work on a card in a channel. What comes of them is for everybody there: nothing of a case. */
export const sharedVerbs: ReadonlySet<string> = new Set(['settings.channel', 'briefing.note']);

/** What a press leads to; a refusal of the core becomes a card that says so. @throws whatever is no refusal */
export async function press(verb: string, pressed: Press): Promise<Pressed> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run)
    return notice({ lines: ['Deze knop werkt niet meer. Typ **help** om te zien wat je kunt doen.'] });
  try {
    return await run(pressed);
  } catch (error) {
    // A refusal doesn't take the place of a card that others want to press.
    if (error instanceof DomainError && pressed.here) return new Said(error.message);
    if (error instanceof DomainError)
      return notice({ lines: [error.message], subtle: ['Typ **help** om te zien wat je kunt doen.'] });
    if (error instanceof z.ZodError && pressed.here) return new Said('Deze kaart is niet meer geldig.');
    if (error instanceof z.ZodError)
      return notice({
        lines: ['Deze kaart is niet meer geldig. Typ **melding** of **help** om verder te gaan.'],
      });
    throw error;
  }
}
