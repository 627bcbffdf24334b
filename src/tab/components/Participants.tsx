import { Card, Text, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import type { CaseView } from '../../api/contract.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Who has to do with the case, and as what. */
export function Participants({ participants }: { participants: CaseView['participants'] }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-labelledby="betrokkenen">
      <Subtitle1 as="h2" id="betrokkenen" className={styles.title}>
        Betrokkenen
      </Subtitle1>
      <Card>
        {participants.length === 0 && <Text>Er zijn nog geen namen genoemd.</Text>}
        <ul className={styles.list}>
          {participants.map((p, index) => (
            <li key={index}>
              <Text weight="semibold">{p.name}</Text>
              {p.group && <Text> · {p.group}</Text>}
              <Text className={styles.more}>{p.roles.join(', ')}</Text>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
