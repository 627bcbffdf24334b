/** Something that waits for who looks: the whole card leads to it in its case. */
import { Badge, Card, Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { NotesLine, TaskLine } from '../../api/contract/tasks.ts';
import { dueWords, shortDay } from '../dates.ts';
import { hrefOf } from '../route.ts';
import { WhyThen } from '../components/WhyThen.tsx';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    borderLeft: '3px solid transparent',
  },
  // On a phone the date comes below.
  what: { flexGrow: 1, flexBasis: '16rem' },
  late: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  link: {
    fontWeight: tokens.fontWeightSemibold,
    // The whole card is the link.
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  when: { display: 'inline-flex', alignItems: 'center', flexWrap: 'wrap' },
});

export function TaskCard({ task, late }: { task: TaskLine; late: boolean }) {
  const styles = useStyles();
  const query = new URLSearchParams(task.step === undefined ? {} : { stap: task.step });
  const where = [caseWords(task), ...placeOf(task), ...(task.apart ? ['apart met één leerling'] : [])];
  return (
    <Card className={mergeClasses(styles.card, late && styles.late)}>
      <div className={styles.what}>
        <Link href={hrefOf('zaak', task.case, query)} className={styles.link}>
          {task.title}
        </Link>
        <Text className={styles.more}>{where.join(' · ')}</Text>
      </div>
      <When task={task} />
    </Card>
  );
}

/** What is to be entered in the pupil tracking system for a case. */
export function NotesCard({ notes }: { notes: NotesLine }) {
  const styles = useStyles();
  const steps = notes.steps === 1 ? '1 stap' : `${notes.steps} stappen`;
  return (
    <Card className={styles.card}>
      <div className={styles.what}>
        <Link href={hrefOf('zaak', notes.case)} className={styles.link}>
          {caseWords(notes)}
        </Link>
        <Text className={styles.more}>{[...placeOf(notes), steps].join(' · ')}</Text>
      </div>
    </Card>
  );
}

type Where = Pick<TaskLine, 'ofYear' | 'number' | 'initials' | 'group'>;
const caseWords = ({ ofYear, number }: Where) => `${ofYear ? 'Schooljaar' : 'Zaak'} ${number}`;
const placeOf = ({ initials, group }: Where) => [initials, group].filter((word) => word !== undefined);

function When({ task: { what, due, waits } }: { task: TaskLine }) {
  const styles = useStyles();
  if (what === 'handover') return <Badge appearance="tint">vraag aan jou</Badge>;
  if (waits) return <Text className={styles.more}>Wacht nog op een andere stap</Text>;
  if (!due) return <Text className={styles.more}>Zonder vaste datum</Text>;
  return (
    <span className={styles.when}>
      {dueWords(due)}
      <WhyThen date={shortDay(due.by)} why={due.why} />
    </span>
  );
}
