/** A part of a section with its heading, and lists of lines. */
import { Card, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  block: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0 },
  lines: { margin: 0, paddingLeft: '1.25rem', display: 'grid', rowGap: tokens.spacingVerticalXS },
});

export function Block({ title, children, plain }: { title: string; children: ReactNode; plain?: boolean }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle1>
      {plain ? children : <Card>{children}</Card>}
    </section>
  );
}

export function Lines({ lines }: { lines: readonly ReactNode[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {lines.map((line, i) => (
        <li key={i}>{line}</li>
      ))}
    </ul>
  );
}
