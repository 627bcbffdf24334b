/** What was reported, as signs: each has its name for a screen reader and on hover, and the legend says them all. */
import { Text, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import {
  BackpackRegular,
  CommentRegular,
  EyeRegular,
  HandRightRegular,
  MoneyRegular,
  PeopleProhibitedRegular,
  PhoneRegular,
  TagRegular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import type { CaseLine } from '../../api/contract/cases.ts';

type Behaviour = CaseLine['behaviours'][number];

const useStyles = makeStyles({
  signs: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    // Above the link that covers the row, so that a hover finds it.
    position: 'relative',
    zIndex: 1,
    width: 'fit-content',
    color: tokens.colorNeutralForeground2,
  },
  sign: { display: 'inline-flex', fontSize: '18px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** By the ids that the protocols share; a behaviour of a school's own gets a plain sign. */
const icons: Record<string, FluentIcon> = {
  woorden: CommentRegular,
  lichamelijk: HandRightRegular,
  achtervolgen: EyeRegular,
  uitsluiten: PeopleProhibitedRegular,
  spullen: BackpackRegular,
  afpersen: MoneyRegular,
  online: PhoneRegular,
};
const iconOf = ({ id }: Behaviour): FluentIcon => icons[id] ?? TagRegular;

export function Behaviours({ behaviours }: { behaviours: Behaviour[] }) {
  const styles = useStyles();
  if (behaviours.length === 0) return <>–</>;
  return (
    <span className={styles.signs}>
      {behaviours.map((behaviour) => {
        const Icon = iconOf(behaviour);
        return (
          <Tooltip key={behaviour.id} content={behaviour.label} relationship="label">
            <span role="img" className={styles.sign}>
              <Icon aria-hidden />
            </span>
          </Tooltip>
        );
      })}
    </span>
  );
}

/** The signs that stand in these lines, with their names. */
export function BehaviourLegend({ lines }: { lines: CaseLine[] }) {
  const styles = useStyles();
  const shown = [...new Map(lines.flatMap((line) => line.behaviours).map((b) => [b.id, b])).values()];
  if (shown.length === 0) return null;
  return (
    <Text size={200} className={styles.legend}>
      {shown.map((behaviour) => {
        const Icon = iconOf(behaviour);
        return (
          <span key={behaviour.id} className={styles.entry}>
            <Icon aria-hidden /> {behaviour.label}
          </span>
        );
      })}
    </Text>
  );
}
