/** Where a case can be opened. */
import type { Link } from '../cards/template.ts';

export type CaseLinks = (caseId: string) => Link;

/** A deep link that opens the tab in Teams on this case (read there as `page.subPageId`). */
export const teamsLinks =
  (appId: string): CaseLinks =>
  (caseId) => ({
    title: 'Bekijk de zaak',
    url: `https://teams.microsoft.com/l/entity/${appId}/zaken?context=${encodeURIComponent(JSON.stringify({ subEntityId: caseId }))}`,
  });

/** In development the tab stands in a page of our own. */
export const developmentLinks =
  (origin: string): CaseLinks =>
  (caseId) => ({ title: 'Bekijk de zaak', url: `${origin}/dev?zaak=${caseId}` });
