/** Where a case can be opened, and the list of cases. */
import type { Link } from '../cards/template.ts';
import type { StepKey } from '../domain/case.ts';

/** @param caseId left out for the list @param step whose form is to stand open */
export type CaseLinks = (caseId?: string, step?: StepKey) => Link;

/** How the tab is told: a step by its key, unless that has a name in it that was typed. */
const placeOf = (caseId: string, step: StepKey | undefined): string =>
  step === undefined || step.includes('naam:') ? caseId : `${caseId}/${step}`;

/** A deep link that opens the tab in Teams on this case (read there as `page.subPageId`). */
export const teamsLinks =
  (appId: string): CaseLinks =>
  (caseId, step) => ({
    title: titleOf(caseId),
    url: `https://teams.microsoft.com/l/entity/${appId}/zaken${caseId === undefined ? '' : `?context=${encodeURIComponent(JSON.stringify({ subEntityId: placeOf(caseId, step) }))}`}`,
  });

/** In development the tab stands in a page of our own. */
export const developmentLinks =
  (origin: string): CaseLinks =>
  (caseId, step) => ({
    title: titleOf(caseId),
    url: `${origin}/dev${caseId === undefined ? '' : `?zaak=${encodeURIComponent(placeOf(caseId, step))}`}`,
  });

const titleOf = (caseId?: string) => (caseId === undefined ? 'Zaken in het tabblad' : 'Bekijk de zaak');
