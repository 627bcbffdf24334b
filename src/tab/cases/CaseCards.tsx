import { Card, Subtitle2, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { CaseLine } from '../../api/contract/cases.ts';
import { shortDay } from '../dates.ts';
import { CaseLink } from './CaseLink.tsx';
import type { CaseGroup } from './caseGroups.ts';
import { LateBadge } from '../components/LateBadge.tsx';
import { chargeWords, extraWords } from '../components/caseWords.ts';

const useStyles = makeStyles({
  groups: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  group: { display: 'grid', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
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

interface Props {
  groups: CaseGroup[];
  onLeave: (id: string) => void;
}

/** The open cases on a narrow screen: everything stands there, nothing hides behind a hover. */
export const CaseCards = memo(function CaseCards({ groups, onLeave }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      {groups.map(({ title, lines }) => (
        <section key={title ?? ''} className={styles.group} aria-label={title}>
          {title !== undefined && (
            <Subtitle2 as="h2" className={styles.title}>
              {title} ({lines.length})
            </Subtitle2>
          )}
          <ul className={styles.list} aria-label={title ?? 'Open zaken'}>
            {lines.map((line) => (
              <li key={line.id}>
                <CaseCard line={line} onLeave={onLeave} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});

function CaseCard({ line, onLeave }: { line: CaseLine; onLeave: (id: string) => void }) {
  const styles = useStyles();
  const about = [line.initials, line.group, extraWords(line)].filter((w) => w !== undefined).join(' · ');
  return (
    <Card className={mergeClasses(styles.card, line.late && styles.late)}>
      <div className={styles.top}>
        <CaseLink line={line} onLeave={onLeave} />
        {line.late && <LateBadge />}
      </div>
      {about && <Text className={styles.more}>{about}</Text>}
      <Text weight="semibold">{line.step ?? 'Geen stap open'}</Text>
      <Text>Aan zet: {chargeWords(line.lead)}</Text>
      <Text>
        {line.due ? `Uiterlijk ${shortDay(line.due.by)}` : 'Geen datum'}
        {line.due && <span className={styles.more}>: {line.due.why}</span>}
      </Text>
      {line.behaviours.length > 0 && (
        <Text className={styles.more}>Gedrag: {line.behaviours.map(({ label }) => label).join(', ')}</Text>
      )}
    </Card>
  );
}
