/** What a case is called, how it stands, who is in charge, and what can be done with it. */
import { Badge, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ShareRegular } from '@fluentui/react-icons';
import type { CaseAct, CaseView } from '../../api/contract/case.ts';
import { calledOf, chargeWords } from '../components/caseWords.ts';
import { LateBadge } from '../components/LateBadge.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useNarrow } from '../components/useNarrow.ts';
import { canShare, shareCase } from '../teams.ts';
import { ActMenu } from './ActMenu.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sub: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface Props {
  view: CaseView;
  onBegin: (step: CaseView['begin'][number]) => void;
  onAct: (act: CaseAct) => void;
  onVersion: () => void;
}

export function CaseHead({ view, ...acts }: Props) {
  const styles = useStyles();
  const narrow = useNarrow();
  const closed = view.status === 'closed';
  const late = view.openSteps.some((step) => step.late);
  const round = view.schoolYear === undefined ? `ronde ${view.round}` : undefined;
  const about = [view.group, round, view.protocol].filter((w) => w !== undefined).join(' · ');
  return (
    <div className={styles.head}>
      <PageTitle
        title={calledOf(view)}
        sub={about}
        beside={
          <>
            <ActMenu view={view} {...acts} />
            {canShare() && (
              <Button
                appearance="subtle"
                icon={<ShareRegular />}
                aria-label="Deel de link"
                onClick={() => shareCase(view.id, calledOf(view))}
              >
                {!narrow && 'Deel de link'}
              </Button>
            )}
          </>
        }
      />
      {!closed && <Text className={styles.sub}>Aan zet: {chargeWords(view.lead)}</Text>}
      {view.handover && (
        <Text className={styles.sub}>Gevraagd om over te nemen: {chargeWords(view.handover)}</Text>
      )}
      {view.helpers.length > 0 && (
        <Text className={styles.sub}>Helpt mee: {view.helpers.map(chargeWords).join(', ')}</Text>
      )}
      {(late || closed) && (
        <div className={styles.badges}>
          {late && <LateBadge />}
          {closed && (
            <Badge appearance="outline" color="informative">
              gesloten
            </Badge>
          )}
        </div>
      )}
    </div>
  );
}
