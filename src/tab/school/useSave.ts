/** Saves one part of the school, and tells it on the page. */
import type { ChangeBody } from '../../api/contract/school.ts';
import { Changed } from '../../api/contract/school.ts';
import { paths } from '../../api/contract/paths.ts';
import type { ApiProblem } from '../api.ts';
import { post } from '../api.ts';
import { useForm } from '../useForm.ts';
import { useSchool } from './context.ts';

export interface Save {
  busy: boolean;
  problem: ApiProblem | undefined;
  /** `version`: of the part as it was when the form began. Answers whether it was saved. */
  save: (body: ChangeBody, version: string | undefined, said: string) => Promise<boolean>;
  /** What is wrong with this input. */
  wrong: (field: string) => { validationState?: 'error'; validationMessage?: string };
}

export function useSave(): Save {
  const { tell, look } = useSchool();
  const { busy, problem, send } = useForm();
  return {
    busy,
    problem,
    async save(body, version, said) {
      let changed: Changed | undefined;
      const saved = await send(async (keyOf) => {
        changed = await post(paths.school, body, Changed, { key: keyOf(body), etag: version });
      });
      if (saved) tell({ text: said, changed });
      else look();
      return saved;
    },
    wrong: (field) =>
      problem?.field === field ? { validationState: 'error', validationMessage: problem.message } : {},
  };
}
