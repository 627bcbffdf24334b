/** One case: what is open and can be done, who takes part, what happened, and how it went beside the protocol. */
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { Back } from '../components/Back.tsx';
import { Failed } from '../components/Failed.tsx';
import { CaseView } from '../../api/contract/case.ts';
import { paths } from '../../api/contract/paths.ts';
import { poll } from '../api.ts';
import { CaseContent } from '../case/CaseContent.tsx';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import type { Place } from '../route.ts';
import { listHref } from '../route.ts';
import { usePolled } from '../usePolled.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

export function CasePage({ id, place }: { id: string; place: Place }) {
  const styles = useStyles();
  const ask = useCallback(
    (signal: AbortSignal, etag?: string) => poll(paths.case(id), CaseView, signal, etag),
    [id],
  );
  const { value, problem, look } = usePolled(ask);
  return (
    <div className={styles.page}>
      <Back href={listHref}>Alle open zaken</Back>
      {value && problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>Deze zaak is misschien niet meer actueel. {problem.message}</MessageBarBody>
        </MessageBar>
      )}
      {value && <CaseContent view={value} place={place} look={look} />}
      {/* Our own words: whatever answered 404, it reads the same. */}
      {problem?.status === 404 && (
        <Notice title="Geen zaak gevonden">Deze zaak is er niet, of je mag hem niet zien.</Notice>
      )}
      {problem && problem.status !== 404 && !value && (
        <Failed title="De zaak kan niet worden getoond" problem={problem} onRetry={look} />
      )}
      {!value && !problem && <Loading label="De zaak wordt geladen" />}
    </div>
  );
}
