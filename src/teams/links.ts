/** Where a case can be opened, and the list of cases. */
import type { Link } from '../cards/template.ts';

/** @param caseId left out for the list */
export type CaseLinks = (caseId?: string) => Link;

/** A deep link that opens the tab in Teams on this case (read there as `page.subPageId`). */
export const teamsLinks =
  (appId: string): CaseLinks =>
  (caseId) => ({
    title: titleOf(caseId),
    url: `https://teams.microsoft.com/l/entity/${appId}/zaken${caseId === undefined ? '' : `?context=${encodeURIComponent(JSON.stringify({ subEntityId: caseId }))}`}`,
  });

/** In development the tab stands in a page of our own. */
export const developmentLinks =
  (origin: string): CaseLinks =>
  (caseId) => ({
    title: titleOf(caseId),
    url: `${origin}/dev${caseId === undefined ? '' : `?zaak=${caseId}`}`,
  });

const titleOf = (caseId?: string) => (caseId === undefined ? 'Zaken in het tabblad' : 'Bekijk de zaak');
