/** Which page is shown stands behind the # of the address, so that "back" works and a link is a link. */
import { useSyncExternalStore } from 'react';

export const listHref = '#/';
export const caseHref = (id: string): string => `#/zaak/${encodeURIComponent(id)}`;

/** The id in a case's address, undefined on the list. */
export function caseIdIn(hash: string): string | undefined {
  const id = /^#\/zaak\/(.+)$/.exec(hash)?.[1];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The case of the page that is shown now, undefined on the list. */
export const useCaseId = (): string | undefined =>
  caseIdIn(
    useSyncExternalStore(
      (changed) => {
        window.addEventListener('hashchange', changed);
        return () => window.removeEventListener('hashchange', changed);
      },
      () => window.location.hash,
    ),
  );
