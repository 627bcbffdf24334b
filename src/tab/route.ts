/** Which page is shown stands behind the # of the address, so that "back" works and a link is a link. */
import { useMemo, useSyncExternalStore } from 'react';

/** The pages, by their word in the address. */
const pageNames = [
  'zaken',
  'gesloten',
  'zaak',
  'taken',
  'melden',
  'protocol',
  'jaar',
  'school',
  'logboek',
] as const;
export type PageName = (typeof pageNames)[number];

export interface Place {
  page: PageName;
  /** What stands behind the page: which case. */
  id?: string;
  /** Filters and the like. */
  query: URLSearchParams;
}

export function hrefOf(page: PageName, id?: string, query?: URLSearchParams): string {
  const path = [page, ...(id === undefined ? [] : [encodeURIComponent(id)])].join('/');
  const search = query?.toString();
  return `#/${path}${search ? `?${search}` : ''}`;
}
export const listHref = hrefOf('zaken');
/** A case; with a step its form stands open. */
export const caseHref = (id: string, step?: string): string =>
  hrefOf('zaak', id, step === undefined ? undefined : new URLSearchParams({ stap: step }));

/** Anything unknown is the list of open cases. */
export function placeIn(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name, id] = path.split('/');
  const page = pageNames.find((p) => p === name) ?? 'zaken';
  return { page, id: id ? decoded(id) : undefined, query: new URLSearchParams(search) };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Changes what stands behind the ? without a step for "back". */
export function setQuery(place: Place, query: URLSearchParams): void {
  window.history.replaceState(null, '', hrefOf(place.page, place.id, query));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
  return useMemo(() => placeIn(hash), [hash]);
}
