/** What can't wait (P2): whom to call now, and what to do about what needs another way. */
import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReportForm } from '../../api/contract/report.ts';
import { Bold } from './Bold.tsx';
import { PageTitle } from '../components/PageTitle.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '40rem' },
  call: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    paddingBlock: tokens.spacingVerticalS,
  },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
  },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Urgent = ReportForm['urgent'];

/** Whom to call now: 112 first, then what the school entered, then `also`. */
export function Call({ urgent, lead, also = [] }: { urgent: Urgent; lead: string; also?: string[] }) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <div className={styles.call}>
          <strong>{lead}</strong>
          <span>
            Is er gevaar? Bel{' '}
            <strong>
              <Link href="tel:112" inline>
                112
              </Link>
            </strong>
            .
          </span>
          {urgent.call.map(({ who, phone }) => (
            <span key={`${who} ${phone}`}>
              {who}:{' '}
              <strong>
                <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`} inline>
                  {phone}
                </Link>
              </strong>
            </span>
          ))}
          {also.map((text) => (
            <span key={text}>
              <Bold text={text} />
            </span>
          ))}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

interface Props {
  urgent: Urgent;
  /** Absent: whom to call, and the way to the pages. */
  page: string | undefined;
  onPage: (page: string | undefined) => void;
  /** To the form, with what is known: the pupil is not safe. */
  onReport: () => void;
  onBack: () => void;
}

export function UrgentPages({ urgent, page, onPage, onReport, onBack }: Props) {
  const styles = useStyles();
  const shown = urgent.pages.find(({ id }) => id === page);
  if (!shown)
    return (
      <div className={styles.page}>
        <PageTitle title="Het kan niet wachten" />
        <Call urgent={urgent} lead="Wacht niet op Teams. Bel nu:" />
        <Text>{urgent.whenRead}</Text>
        <Text>Gaat het om een van deze dingen? Lees dan wat je doet.</Text>
        <div className={styles.ways}>
          {urgent.pages.map(({ id, button }) => (
            <Button key={id} onClick={() => onPage(id)}>
              {button}
            </Button>
          ))}
        </div>
        <div className={styles.ways}>
          <Button appearance="primary" onClick={onReport}>
            Toch ook melden
          </Button>
          <Button onClick={onBack}>Terug</Button>
        </div>
      </div>
    );
  return (
    <div className={styles.page}>
      <PageTitle title={shown.title} />
      <Call urgent={urgent} lead="Wacht niet op Teams. Bel nu:" also={shown.call} />
      <ul className={styles.list}>
        {shown.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.ways}>
        {shown.report && (
          <Button appearance="primary" onClick={onReport}>
            Toch ook melden
          </Button>
        )}
        <Button onClick={() => onPage(undefined)}>Terug</Button>
      </div>
    </div>
  );
}
