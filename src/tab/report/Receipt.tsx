/** What takes the place of the form once it was sent (A1): nothing of what was typed. */
import { Button, Card, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportAnswer, ReportForm } from '../../api/contract/report.ts';
import { shortDay } from '../dates.ts';
import { chargeWords } from '../components/caseWords.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { Call } from './UrgentPages.tsx';

export type Received = Extract<ReportAnswer, { receipts: unknown }>;

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '40rem', justifyItems: 'start' },
  card: { width: '100%', boxSizing: 'border-box' },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});

interface Props {
  received: Received;
  urgent: ReportForm['urgent'];
  onAgain: () => void;
}

export function Receipt({ received: { receipts, unsafe }, urgent, onAgain }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.page} role="status">
      <PageTitle title="Dank je wel, je melding is binnen" />
      {unsafe && <Call urgent={urgent} lead="De leerling is nu niet veilig. Wacht niet op Teams, bel nu:" />}
      {receipts.map(({ number, lead, next }) => (
        <Card key={number} className={styles.card}>
          <dl className={styles.facts}>
            <dt className={styles.label}>Nummer</dt>
            <dd className={styles.value}>{number}</dd>
            <dt className={styles.label}>Aan zet</dt>
            <dd className={styles.value}>{chargeWords(lead)}</dd>
            <dt className={styles.label}>Nu eerst</dt>
            <dd className={styles.value}>
              {next.title}
              {next.by !== undefined && `, uiterlijk ${shortDay(next.by)}`}
            </dd>
          </dl>
        </Card>
      ))}
      <Text>
        Je hoort van Meldpunt in de chat als je melding is opgepakt. Bewaar zelf geen aantekeningen over de
        leerling.
      </Text>
      <Button onClick={onAgain}>Nog een melding maken</Button>
    </div>
  );
}
