/** For the coordinator: messages that did not arrive, so that somebody tells it in person. */
import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { CaseList } from '../../api/contract/cases.ts';
import { dayOf } from '../dates.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export function Undelivered({ messages }: { messages: CaseList['undelivered'] }) {
  const styles = useStyles();
  const count = messages.length;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {count === 1 ? 'Eén bericht kwam niet aan.' : `${count} berichten kwamen niet aan.`}
        </MessageBarTitle>
        Vertel het zelf aan wie het aangaat.
        <ul className={styles.list}>
          {messages.map((m) => (
            <li key={`${m.at} ${m.to} ${m.number}`}>
              {[m.number && `zaak ${m.number}`, m.to ? `aan ${m.to}` : 'controle door Meldpunt', dayOf(m.at)]
                .filter(Boolean)
                .join(', ')}
              : {m.reason}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
