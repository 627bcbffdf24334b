import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 768px)');

/** True where a table does not fit: a phone, or a window at 200 %. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
