/** The form of one that stands in a list, a colleague or a group: back to the list, its inputs, save or cancel. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Back } from '../components/Back.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import type { Save } from './useSave.ts';

interface Props {
  title: string;
  /** The list that it stands in. */
  back: { href: string; label: string };
  saving: Save;
  /** Whether what is required is filled in. */
  ready: boolean;
  onSubmit: () => void;
  /** Takes what stands there now, where somebody else saved first; absent for what is new. */
  onReset: (() => void) | undefined;
  children: ReactNode;
  /** Beside the buttons that save and cancel. */
  more?: ReactNode;
  /** Under them. */
  after?: ReactNode;
}

export function RecordForm({ title, back, saving, ready, onSubmit, onReset, children, more, after }: Props) {
  const styles = useSchoolStyles();
  const { busy, problem } = saving;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && ready) onSubmit();
      }}
    >
      <Back href={back.href}>{back.label}</Back>
      <PageTitle title={title} />
      {children}
      <Problem problem={problem} onReset={onReset} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !ready}>
          {busy ? 'Wordt bewaard …' : 'Bewaren'}
        </Button>
        <Button as="a" href={back.href}>
          Annuleren
        </Button>
        {more}
      </div>
      {after}
    </form>
  );
}
