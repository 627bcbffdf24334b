/** What waits for who looks, over all cases, most urgent first; each leads to its step in the case. */
import {
  Badge,
  Card,
  Link,
  Subtitle1,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { TaskLine, TaskList } from '../../api/contract/tasks.ts';
import { WHEN } from '../../api/contract/tasks.ts';
import { Loading } from '../components/Loading.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { WhyThen } from '../components/WhyThen.tsx';
import { shortDay } from '../dates.ts';
import { hrefOf, listHref } from '../route.ts';
import type { Polled } from '../usePolled.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  group: { display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
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

const heads: Record<(typeof WHEN)[number], string> = {
  late: 'Te laat',
  today: 'Vandaag',
  week: 'Binnen een week',
  later: 'Later, of zonder datum',
};

export function TasksPage({ tasks: { value, problem, look } }: { tasks: Polled<TaskList> }) {
  const styles = useStyles();
  if (!value && problem)
    return (
      <Notice
        title="Je taken kunnen niet worden getoond"
        alert
        action={{ label: 'Probeer opnieuw', onClick: look }}
      >
        {problem.message}
      </Notice>
    );
  if (!value) return <Loading label="Je taken worden geladen" />;
  const { tasks } = value;
  return (
    <div className={styles.page}>
      <PageTitle title="Mijn taken" sub={tasks.length > 0 && countWords(tasks)} />
      {tasks.length === 0 && (
        <Text size={400}>
          Je hebt nu geen taken. Vraagt een zaak iets van je, dan staat het hier en hoor je het van Meldpunt.{' '}
          <Link inline href={listHref}>
            Naar de open zaken
          </Link>
        </Text>
      )}
      {WHEN.map((when) => ({ when, lines: tasks.filter((task) => task.when === when) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ when, lines }) => (
          <section key={when} className={styles.group} aria-labelledby={`taken-${when}`}>
            <Subtitle1 as="h2" id={`taken-${when}`} className={styles.title}>
              {heads[when]} ({lines.length})
            </Subtitle1>
            <ul className={styles.list}>
              {lines.map((task) => (
                <li key={`${task.case} ${task.what} ${task.step}`}>
                  <Task task={task} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

const countWords = (tasks: TaskLine[]) => {
  const late = tasks.filter((task) => task.when === 'late').length;
  return `${tasks.length === 1 ? '1 taak' : `${tasks.length} taken`}, ${late || 'niets'} te laat`;
};

function Task({ task }: { task: TaskLine }) {
  const styles = useStyles();
  const query = new URLSearchParams(task.step === undefined ? {} : { stap: task.step });
  const where = [
    `${task.ofYear ? 'Schooljaar' : 'Zaak'} ${task.number}`,
    task.initials,
    task.group,
    task.apart ? 'apart met één leerling' : undefined,
  ];
  return (
    <Card className={mergeClasses(styles.card, task.when === 'late' && styles.late)}>
      <div className={styles.what}>
        <Link href={hrefOf('zaak', task.case, query)} className={styles.link}>
          {task.title}
        </Link>
        <Text className={styles.more}>{where.filter((w) => w !== undefined).join(' · ')}</Text>
      </div>
      <When task={task} />
    </Card>
  );
}

function When({ task: { what, due, waits } }: { task: TaskLine }) {
  const styles = useStyles();
  if (what === 'handover') return <Badge appearance="tint">vraag aan jou</Badge>;
  if (what === 'register') return <Badge appearance="tint">registreren</Badge>;
  if (waits) return <Text className={styles.more}>Wacht nog op een andere stap</Text>;
  if (!due) return <Text className={styles.more}>Zonder vaste datum</Text>;
  const day = shortDay(due.by);
  return (
    <span className={styles.when}>
      {due.from !== undefined && due.from !== due.by
        ? `${shortDay(due.from)} tot en met ${day}`
        : `Uiterlijk ${day}`}
      <WhyThen date={day} why={due.why} />
    </span>
  );
}
