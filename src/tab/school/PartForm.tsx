/** The form of one part of the school: saved whole, or put back as it stands now. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChangeBody } from '../../api/contract/school.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { usePart } from './usePart.ts';
import type { Save } from './useSave.ts';
import { useSave } from './useSave.ts';

interface Props<T> {
  title: string;
  sub: string;
  /** As it stands now, and which version that is. */
  now: T;
  version: string;
  body: (value: T) => ChangeBody;
  /** What is told once it is saved. */
  said: string;
  children: (edit: { value: T; change: (value: T) => void; wrong: Save['wrong'] }) => ReactNode;
}

export function PartForm<T>({ title, sub, now, version, body, said, children }: Props<T>) {
  const styles = useSchoolStyles();
  const part = usePart(now, version);
  const { busy, problem, save, wrong } = useSave();
  const submit = async () => {
    if (await save(body(part.value), part.version, said)) part.saved();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <PageTitle title={title} sub={sub} />
      {children({ value: part.value, change: part.change, wrong })}
      <Problem problem={problem} onReset={part.reset} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !part.typed}>
          {busy ? 'Wordt bewaard …' : 'Bewaren'}
        </Button>
        {part.typed && <Button onClick={part.reset}>Annuleren</Button>}
      </div>
    </form>
  );
}
