/** Why something was not saved; what was typed stays. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ApiProblem } from '../api.ts';

/** @param onReset where somebody else saved first: shows what stands there now */
export function Problem({ problem, onReset }: { problem: ApiProblem | undefined; onReset?: () => void }) {
  if (!problem) return null;
  return (
    <MessageBar intent="error" role="alert" layout="multiline">
      <MessageBarBody>Dit is nog niet bewaard. {problem.message}</MessageBarBody>
      {onReset && problem.status === 409 && (
        <MessageBarActions>
          <Button onClick={onReset}>Laat zien hoe het nu is</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
