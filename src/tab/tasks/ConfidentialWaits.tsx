/** That confidential messages wait for who looks, and where they are read (P3): how many, and nothing of what they say. */
import { Button, Card, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons';
import type { TaskList } from '../../api/contract/tasks.ts';
import { useChat } from '../useChat.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  what: { flexGrow: 1, flexBasis: '16rem' },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export function ConfidentialWaits({ unread, open }: NonNullable<TaskList['confidential']>) {
  const styles = useStyles();
  const chat = useChat();
  return (
    <Card className={styles.card}>
      <div className={styles.what}>
        <Text weight="semibold">
          {open === 1 ? 'Een vertrouwelijk bericht' : `${open} vertrouwelijke berichten`}
        </Text>
        <Text className={styles.more}>
          {unreadWords(unread, open)} Je leest ze in je eigen chat met Meldpunt.
        </Text>
        {chat.failed && <Text role="status">{chat.failed}</Text>}
      </div>
      <Button icon={<ChatRegular />} onClick={chat.open}>
        Open de chat met Meldpunt
      </Button>
    </Card>
  );
}

function unreadWords(unread: number, open: number): string {
  if (unread === 0) return 'Gelezen en nog niet afgerond.';
  if (unread === open) return 'Nog niet gelezen.';
  return `${unread} nog niet gelezen, ${open - unread} nog niet afgerond.`;
}
