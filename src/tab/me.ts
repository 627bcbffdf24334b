/** Who looks, for every page. */
import { createContext, useContext } from 'react';
import type { Me } from '../api/contract/common.ts';

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('a page is shown before it is known who looks');
  return me;
}
