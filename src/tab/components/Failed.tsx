/** What is said in the place of something that could not be had, with a way to ask again. */
import type { ApiProblem } from '../api.ts';
import { Notice } from './Notice.tsx';

export function Failed(props: { title: string; problem: ApiProblem; onRetry: () => void }) {
  return (
    <Notice title={props.title} alert action={{ label: 'Probeer opnieuw', onClick: props.onRetry }}>
      {props.problem.message}
    </Notice>
  );
}
