/** The turn of the year, for the coordinator (P21): cases that pass on, and who had better not be placed together. */
import {
  Button,
  Card,
  Link,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { paths } from '../../api/contract/paths.ts';
import { ApartList, Turned, YearTurn } from '../../api/contract/year.ts';
import { get, post } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import { caseHref } from '../route.ts';
import { useAnswer } from '../useAnswer.ts';
import { useForm } from '../useForm.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  button: { justifySelf: 'start', alignSelf: 'flex-start' },
});

const askTurn = (signal: AbortSignal) => get(paths.turn, YearTurn, signal);
const askApart = (signal: AbortSignal) => get(paths.apart, ApartList, signal);

export function Turn() {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-labelledby="overgang">
      <Subtitle1 as="h2" id="overgang" className={styles.title}>
        Nieuw schooljaar
      </Subtitle1>
      <div className={styles.two}>
        <OnAsking
          title="Zaken die overgaan"
          says="Staan de nieuwe groepen en mentoren in Meldpunt? Kijk dan welke open zaken naar een ander gaan."
          button="Bekijk welke zaken overgaan"
        >
          {() => <Passing />}
        </OnAsking>
        <OnAsking
          title="Niet samen plaatsen"
          says="Voor de groepsindeling: welke leerlingen beter niet samen in een groep zitten. Er staan namen in. Dat je kijkt, staat in het logboek."
          button="Bekijk de lijst"
        >
          {() => <Apart />}
        </OnAsking>
      </div>
    </section>
  );
}

/** Shown only when it is asked for: what is in it is looked up, and looking is noted. */
function OnAsking(props: { title: string; says: string; button: string; children: () => ReactNode }) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  return (
    <Card>
      <Subtitle2 as="h3" className={styles.title}>
        {props.title}
      </Subtitle2>
      <Text>{props.says}</Text>
      {!shown && (
        <Button className={styles.button} onClick={() => setShown(true)}>
          {props.button}
        </Button>
      )}
      <div aria-live="polite">{shown && props.children()}</div>
    </Card>
  );
}

function Passing() {
  const styles = useStyles();
  const { value, problem, retry } = useAnswer(askTurn);
  const [asked, setAsked] = useState<number>();
  const sending = useForm();
  if (problem) return <Failed message={problem.message} retry={retry} />;
  if (!value) return <Loading label="De zaken worden geladen" />;
  if (asked !== undefined)
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{askedWords(asked)}</MessageBarBody>
      </MessageBar>
    );
  const { cases } = value;
  if (cases.length === 0)
    return (
      <Text>Er is niets over te dragen: bij alle open zaken past wie aan zet is bij de groep van nu.</Text>
    );
  const send = () =>
    sending.send(async (keyOf) => {
      setAsked((await post(paths.turn, {}, Turned, { key: keyOf({}) })).asked);
    });
  return (
    <div className={styles.part}>
      <Text>Wie nieuw aan zet komt, zegt zelf ja of nee. Tot dan blijft wie nu aan zet is.</Text>
      <ul className={styles.list}>
        {cases.map(({ id, number, group, was, from = 'niemand', to }) => (
          <li key={id}>
            <Link href={caseHref(id)}>Zaak {number}</Link>
            {group !== undefined && (
              <Text className={styles.more}>{`Van groep ${was ?? '–'} naar ${group}`}</Text>
            )}
            <Text className={styles.more}>
              {to === undefined ? `${from} blijft aan zet` : `Van ${from} naar ${to}`}
            </Text>
          </li>
        ))}
      </ul>
      {sending.problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{sending.problem.message}</MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={sending.busy}
        onClick={() => void send()}
      >
        {cases.length === 1 ? 'Laat deze zaak overgaan' : `Laat deze ${cases.length} zaken overgaan`}
      </Button>
    </div>
  );
}

function askedWords(asked: number): string {
  if (asked === 0) return 'De zaken zijn bijgewerkt. Aan niemand hoefde iets te worden gevraagd.';
  return asked === 1
    ? 'Het is gevraagd aan wie nieuw aan zet komt. Het antwoord staat straks in de zaak.'
    : `Het is gevraagd bij ${asked} zaken. De antwoorden staan straks in de zaken.`;
}

function Apart() {
  const styles = useStyles();
  const { value, problem, retry } = useAnswer(askApart);
  if (problem) return <Failed message={problem.message} retry={retry} />;
  if (!value) return <Loading label="De lijst wordt geladen" />;
  if (value.advice.length === 0)
    return <Text>Er is nog geen advies. Leg het vast in een zaak, bij ‘Niet samen plaatsen’.</Text>;
  return (
    <div className={styles.part}>
      <ul className={styles.list}>
        {value.advice.map(({ case: id, number, who, not, because }) => (
          <li key={`${id} ${not}`}>
            <Text weight="semibold">
              {who} niet met {not}
            </Text>
            {because !== undefined && <Text className={styles.more}>{because}</Text>}
            <Link href={caseHref(id)}>Zaak {number}</Link>
          </li>
        ))}
      </ul>
      <Text className={styles.more}>Dit is alleen voor jou. Zet het in geen lijst die anderen lezen.</Text>
    </div>
  );
}

function Failed({ message, retry }: { message: string; retry: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.part} role="alert">
      <Text>{message}</Text>
      <Button className={styles.button} onClick={retry}>
        Probeer opnieuw
      </Button>
    </div>
  );
}
