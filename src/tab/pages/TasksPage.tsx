/** What waits for who looks, over all cases: what can be done now, most urgent first, as in the chat; then what can wait. */
import { Link, Subtitle1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import { Failed } from '../components/Failed.tsx';
import type { TaskLine, TaskList } from '../../api/contract/tasks.ts';
import { ConfidentialWaits } from '../tasks/ConfidentialWaits.tsx';
import { Loading } from '../components/Loading.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { NotesCard, TaskCard } from '../tasks/TaskCard.tsx';
import { listHref } from '../route.ts';
import type { Polled } from '../usePolled.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  group: { display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
});

export function TasksPage({ tasks: { value, problem, look } }: { tasks: Polled<TaskList> }) {
  const styles = useStyles();
  if (!value && problem)
    return <Failed title="Je taken kunnen niet worden getoond" problem={problem} onRetry={look} />;
  if (!value) return <Loading label="Je taken worden geladen" />;
  const { count, now, later, notes, lvs, confidential } = value;
  return (
    <div className={styles.page}>
      <PageTitle title="Mijn taken" sub={count > 0 && countWords(value)} />
      {confidential && <ConfidentialWaits {...confidential} />}
      {count === 0 && (
        <Text size={400}>
          Je hebt nu geen taken. Vraagt een zaak iets van je, dan staat het hier en hoor je het van Meldpunt.{' '}
          <Link inline href={listHref}>
            Naar de open zaken
          </Link>
        </Text>
      )}
      {now.map(({ title, late, tasks }) => (
        <Section key={title} title={`${title} (${tasks.length})`}>
          {tasks.map((task) => (
            <TaskCard key={keyOf(task)} task={task} late={late} />
          ))}
        </Section>
      ))}
      <Section title="Later">
        {later.map((task) => (
          <TaskCard key={keyOf(task)} task={task} late={false} />
        ))}
      </Section>
      <Section title={`Nog in ${lvs} te zetten`}>
        {notes.map((line) => (
          <NotesCard key={line.case} notes={line} />
        ))}
      </Section>
    </div>
  );
}

const keyOf = ({ case: of, what, step }: TaskLine) => `${of} ${what} ${step}`;

const countWords = ({ count, now }: TaskList) => {
  const late = now.flatMap((head) => (head.late ? head.tasks : [])).length;
  return `${count === 1 ? '1 taak' : `${count} taken`}, ${late || 'niets'} te laat`;
};

/** A list under its heading; nothing where it is empty. */
function Section({ title, children }: { title: string; children: ReactElement<unknown>[] }): ReactNode {
  const styles = useStyles();
  const id = useId();
  if (children.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle1>
      <ul className={styles.list}>
        {children.map((item) => (
          <li key={item.key}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
