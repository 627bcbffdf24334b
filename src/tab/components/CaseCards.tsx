import { Card, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CaseLine } from '../../api/contract/cases.ts';
import { shortDay } from '../dates.ts';
import { CaseLink } from './CaseLink.tsx';
import { LateBadge } from './LateBadge.tsx';
import { extraWords, leadWords } from './caseWords.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  card: {
    position: 'relative',
    rowGap: tokens.spacingVerticalXS,
    borderLeft: '3px solid transparent',
  },
  late: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  more: { color: tokens.colorNeutralForeground2 },
});

/** The open cases on a narrow screen: everything stands there, nothing hides behind a hover. */
export function CaseCards({ cases, onLeave }: { cases: CaseLine[]; onLeave: (id: string) => void }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Open zaken">
      {cases.map((line) => {
        const lead = leadWords(line.lead);
        const about = [line.group, extraWords(line)].filter((w) => w !== undefined).join(' · ');
        return (
          <li key={line.id}>
            <Card className={mergeClasses(styles.card, line.late && styles.late)}>
              <div className={styles.top}>
                <CaseLink line={line} onLeave={onLeave} />
                {line.late && <LateBadge />}
              </div>
              {about && <Text className={styles.more}>{about}</Text>}
              <Text weight="semibold">{line.step ?? 'Geen stap open'}</Text>
              <Text>
                Aan zet: {lead.main}
                {lead.more && ` (${lead.more})`}
              </Text>
              <Text>
                {line.due ? `Uiterlijk ${shortDay(line.due.by)}` : 'Geen datum'}
                {line.due && <span className={styles.more}>: {line.due.why}</span>}
              </Text>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
