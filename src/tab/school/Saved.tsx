/** What was saved last, and what moves by it. */
import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { shortDay } from '../dates.ts';
import { caseHref } from '../route.ts';
import type { Told } from './context.ts';

const useStyles = makeStyles({
  told: { marginBottom: tokens.spacingVerticalL },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Stays in the page, empty or not: a screen reader hears what comes into it. */
export function Saved({ told }: { told: Told | undefined }) {
  const styles = useStyles();
  const { reviewed = 0, moves } = told?.changed ?? {};
  return (
    <div role="status">
      {told && (
        <MessageBar intent="success" layout="multiline" className={styles.told}>
          <MessageBarBody>
            <MessageBarTitle>{told.text}</MessageBarTitle>{' '}
            {reviewed > 0 &&
              `Meldpunt rekent ${reviewed === 1 ? 'één open zaak' : `${reviewed} open zaken`} opnieuw door. `}
            {moves &&
              reviewed > 0 &&
              moves.shown.length === 0 &&
              'Voor zover jij kunt zien verschuift er geen datum.'}
            {moves && moves.shown.length > 0 && (
              <>
                Deze datums verschuiven:
                <ul className={styles.list}>
                  {moves.shown.map((move) => (
                    <li key={`${move.case} ${move.step}`}>
                      <Link href={caseHref(move.case)}>Zaak {move.number}</Link>, {move.step}:{' '}
                      {move.from ? shortDay(move.from) : 'geen datum'} →{' '}
                      {move.to ? shortDay(move.to) : 'geen datum'}
                    </li>
                  ))}
                </ul>
                {moves.more > 0 && `En nog ${moves.more}.`}
              </>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
