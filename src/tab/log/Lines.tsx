/** The lines of the log, by day. */
import { Card, Link, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import type { LogPage } from '../../api/contract/log.ts';
import { dayOf, timeOf } from '../dates.ts';
import { caseHref } from '../route.ts';
import { Pager } from '../components/Pager.tsx';
import { useSchoolStyles } from '../school/styles.ts';

export function Lines({ value, onPage }: { value: LogPage; onPage: (page: number) => void }) {
  const styles = useSchoolStyles();
  const days = new Map<string, LogPage['lines']>();
  for (const line of value.lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line]);
  return (
    <>
      {value.cut && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Niet alle zaken staan erbij.</MessageBarTitle> Kies een kortere periode, of vul
            het nummer van een zaak in.
          </MessageBarBody>
        </MessageBar>
      )}
      <Text role="status">{value.total === 1 ? '1 regel' : `${value.total} regels`} in deze periode</Text>
      {value.lines.length === 0 && (
        <Text>Hier gebeurde niets. Kies een langere periode of een ander filter.</Text>
      )}
      {[...days].map(([day, lines]) => (
        <Card key={day}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {day}
          </Text>
          <ul className={styles.list}>
            {lines.map((line, i) => (
              <li key={i}>
                <Text>
                  <time dateTime={line.at}>{timeOf(line.at)}</time> · {line.who}
                  {line.case && (
                    <>
                      {' · '}
                      <Link href={caseHref(line.case.id)}>zaak {line.case.number}</Link>
                    </>
                  )}
                </Text>
                <Text block className={styles.second}>
                  {line.what}
                </Text>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Pager page={value.page} pages={value.pages} onPage={onPage} />
    </>
  );
}
