import { Card, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
});

/** A list under a heading, beside what happened; `empty` is said where there is nothing in it. */
export function Panel(props: { title: string; items: ReactNode[]; empty?: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {props.title}
      </Subtitle1>
      <Card>
        {props.items.length === 0 && props.empty}
        <ul className={styles.list}>
          {props.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
