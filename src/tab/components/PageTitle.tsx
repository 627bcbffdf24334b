/** The heading of a page, with what stands beside it. */
import { Text, Title2, makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  title: { margin: 0, outlineStyle: 'none' },
  sub: { display: 'block', color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS },
  beside: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The page with which the tab opened leaves the focus where Teams put it. */
let opened = false;

/** `title` is the window's as well; a page that opens by a link begins here, for the eye and for a screen reader. */
export function PageTitle(props: { title: string; sub?: ReactNode; beside?: ReactNode }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = props;
  useLayoutEffect(() => {
    document.title = `${title} – Meldpunt`;
    if (opened) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    opened = true;
  }, [title]);
  return (
    <header className={styles.header}>
      <div>
        <h1 className={styles.title} tabIndex={-1} ref={heading}>
          <Title2>{title}</Title2>
        </h1>
        {props.sub && <Text className={styles.sub}>{props.sub}</Text>}
      </div>
      {props.beside && <div className={styles.beside}>{props.beside}</div>}
    </header>
  );
}
