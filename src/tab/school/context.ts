/** What the pages of the school share: how it is now, and what was saved last. */
import { createContext, useContext } from 'react';
import type { Changed, SchoolView } from '../../api/contract/school.ts';

export interface Told {
  text: string;
  changed?: Changed;
}
export interface SchoolHere {
  view: SchoolView;
  /** Says that something was saved, and looks how it is now. */
  tell: (told: Told) => void;
  /** Looks how it is now. */
  look: () => void;
}

export const SchoolContext = createContext<SchoolHere | undefined>(undefined);

export function useSchool(): SchoolHere {
  const here = useContext(SchoolContext);
  if (!here) throw new Error('a part of the school is shown outside its page');
  return here;
}
