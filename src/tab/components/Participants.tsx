import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { CaseView } from '../../api/contract/case.ts';
import { Panel } from './Panel.tsx';

const useStyles = makeStyles({
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Who has to do with the case, and as what. */
export function Participants({ participants }: { participants: CaseView['participants'] }) {
  const styles = useStyles();
  return (
    <Panel
      title="Betrokkenen"
      empty={<Text>Er zijn nog geen namen genoemd.</Text>}
      items={participants.map((p) => (
        <>
          <Text weight="semibold">{p.name}</Text>
          {p.group && <Text> · {p.group}</Text>}
          <Text className={styles.more}>{p.roles.join(', ')}</Text>
        </>
      ))}
    />
  );
}
