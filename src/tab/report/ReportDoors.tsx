/** The three doors of a report (P1): each says what it means before one chooses; and what stands behind the third (P3). */
import { Button, Card, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons';
import { useChat } from '../useChat.ts';
import { PageTitle } from '../components/PageTitle.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '40rem' },
  door: { rowGap: tokens.spacingVerticalM, alignItems: 'flex-start' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export type Door = 'report' | 'urgent' | 'confidant';

const doors: { door: Door; text: string; button: string }[] = [
  {
    door: 'report',
    text: 'De mentor, of wie er anders aan zet is, leest je melding. Je ziet na het versturen wie dat is.',
    button: 'Melding maken',
  },
  {
    door: 'urgent',
    text: 'Is er gevaar, of is een leerling nu niet veilig? Zie wie je meteen belt.',
    button: 'Het kan niet wachten',
  },
  {
    door: 'confidant',
    text: 'De mentor ziet dit niet en doet dus niets. Je kiest zelf met wie je praat.',
    button: 'Alleen naar de vertrouwenspersoon',
  },
];

export function ReportDoors({ onDoor }: { onDoor: (door: Door) => void }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <PageTitle title="Hoe wil je dit melden?" />
      {doors.map(({ door, text, button }) => (
        <Card key={door} className={styles.door}>
          <Text>{text}</Text>
          <Button appearance={door === 'report' ? 'primary' : 'secondary'} onClick={() => onDoor(door)}>
            {button}
          </Button>
        </Card>
      ))}
    </div>
  );
}

/** A message to a vertrouwenspersoon is written in the chat, where nobody looks along. */
export function ConfidantDoor({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  const chat = useChat();
  return (
    <div className={styles.page}>
      <PageTitle title="Alleen naar de vertrouwenspersoon" />
      <Text>
        <strong>De mentor ziet dit niet en doet dus niets.</strong> Je kiest zelf met wie je praat.
      </Text>
      <Text>
        Dit doe je in je eigen chat met Meldpunt: typ daar <strong>melding</strong> en kies ‘Alleen naar de
        vertrouwenspersoon’. Dit scherm bewaart er niets van.
      </Text>
      {chat.failed && <Text role="status">{chat.failed}</Text>}
      <div className={styles.ways}>
        <Button appearance="primary" icon={<ChatRegular />} onClick={chat.open}>
          Open de chat met Meldpunt
        </Button>
        <Button onClick={onBack}>Terug</Button>
      </div>
    </div>
  );
}
