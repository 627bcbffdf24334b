/** What did not arrive, to be sent again; and what the watchdog found today. */
import {
  Button,
  Card,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Again, Health as Found } from '../../api/contract/log.ts';
import { paths } from '../../api/contract/paths.ts';
import { poll, post } from '../api.ts';
import { dayOf, timeOf } from '../dates.ts';
import { useMe } from '../me.ts';
import { caseHref, listHref } from '../route.ts';
import { useForm } from '../useForm.ts';
import { usePolled } from '../usePolled.ts';
import { useSchoolStyles } from '../school/styles.ts';

const ask = (signal: AbortSignal, etag?: string) => poll(paths.health, Found, signal, etag);

export function Health() {
  const { value, look } = usePolled(ask);
  const { coordinates } = useMe();
  if (!value) return null;
  return (
    <>
      <Late late={value.late} />
      {coordinates && (
        <>
          <Watchdog watch={value.watch} />
          <Undelivered messages={value.undelivered} onSent={look} />
        </>
      )}
    </>
  );
}

/** The service stands still, or Teams takes nothing: what should have happened long ago waits. */
function Late({ late }: { late: Found['late'] }) {
  return (
    <div role="status">
      {late && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Meldpunt loopt achter.</MessageBarTitle>{' '}
            {late.count === 1
              ? 'Er wacht 1 bericht of herinnering'
              : `Er wachten ${late.count} berichten of herinneringen`}
            , de oudste sinds {dayOf(late.since)} om {timeOf(late.since)}. Meldpunt probeert het steeds
            opnieuw. Blijft dit zo? Vraag hulp aan wie Meldpunt beheert, en vertel zelf wat niet kan wachten.
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function Watchdog({ watch }: { watch: Found['watch'] }) {
  const styles = useSchoolStyles();
  const wrong = watch?.wrong ?? [];
  const many = watch && watch.cases !== 1;
  return (
    <Card>
      <section className={styles.part} aria-label="Dagelijkse controle">
        <Text as="h2" weight="semibold" size={400} className={styles.heading}>
          {watch && (wrong.length === 0 && !watch.missed ? <CheckmarkCircleRegular /> : <WarningRegular />)}{' '}
          Dagelijkse controle
        </Text>
        {!watch && (
          <Text>De controle heeft nog niet gelopen. Dat gebeurt op elke schooldag, na de ochtendronde.</Text>
        )}
        {watch && wrong.length === 0 && (
          <Text>
            {watch.cases === 0
              ? 'Er staan geen open zaken in je lijst.'
              : `${many ? `Alle ${watch.cases} open zaken in je lijst hebben` : 'De ene open zaak in je lijst heeft'} een volgende datum of ${many ? 'wachten' : 'wacht'} ergens op, ${many ? 'komen' : 'komt'} vanzelf terug, en wie aan zet is, is te bereiken.`}
          </Text>
        )}
        {wrong.length > 0 && (
          <ul className={styles.list}>
            {[...new Set(wrong.flatMap(({ problems }) => problems))].map((problem) => (
              <li key={problem}>
                <Text block>{problem}</Text>
                <div className={styles.buttons}>
                  {wrong
                    .filter(({ problems }) => problems.includes(problem))
                    .map((found) => (
                      <Link key={found.case} href={caseHref(found.case)}>
                        Zaak {found.number}
                      </Link>
                    ))}
                </div>
              </li>
            ))}
          </ul>
        )}
        {watch?.missed && (
          <Text>
            De laatste controle is niet gelopen. Kijk zelf of er iets te laat is bij{' '}
            <Link href={listHref}>Zaken</Link>, en vraag hulp aan wie Meldpunt beheert.
          </Text>
        )}
        {watch && (
          <Text size={200} className={styles.second}>
            Laatst gekeken op {dayOf(watch.at)} om {timeOf(watch.at)}
          </Text>
        )}
      </section>
    </Card>
  );
}

function Undelivered({ messages, onSent }: { messages: Found['undelivered']; onSent: () => void }) {
  const styles = useSchoolStyles();
  const { busy, problem, send } = useForm();
  const [sent, setSent] = useState(false);
  const again = async (id: string) => {
    setSent(false);
    const done = await send(async (keyOf) => {
      await post(paths.again, { id }, Again, { key: keyOf({ id }) });
    });
    if (done) setSent(true);
    onSent();
  };
  return (
    <>
      <div role="status">
        {sent && (
          <MessageBar intent="success">
            <MessageBarBody>Het bericht gaat opnieuw weg.</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {problem && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{problem.message}</MessageBarBody>
        </MessageBar>
      )}
      {messages.length > 0 && (
        <Card>
          <section className={styles.part} aria-label="Niet aangekomen">
            <Text as="h2" weight="semibold" size={400} className={styles.heading}>
              Niet aangekomen
            </Text>
            <Text>Vertel het zelf aan wie het aangaat, of stuur het opnieuw als de oorzaak weg is.</Text>
            <ul className={styles.list}>
              {messages.map((m) => (
                <li key={m.id} className={styles.line}>
                  <div className={styles.text}>
                    <Text>
                      {[m.to ? `Aan ${m.to}` : 'Controle door Meldpunt', m.number && `zaak ${m.number}`]
                        .filter(Boolean)
                        .join(', ')}
                    </Text>
                    <Text size={200} className={styles.second}>
                      {dayOf(m.at)}, {timeOf(m.at)}: {m.reason}
                    </Text>
                  </div>
                  <Button
                    disabledFocusable={busy}
                    aria-label={m.to ? `Stuur opnieuw aan ${m.to}` : 'Stuur de controle opnieuw'}
                    onClick={() => void again(m.id)}
                  >
                    Stuur opnieuw
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        </Card>
      )}
    </>
  );
}
