/** The way back to where a page hangs under. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

export function Back({ href, children }: { href: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <nav aria-label="Terug">
      <Link href={href} className={styles.link}>
        <ArrowLeftRegular /> {children}
      </Link>
    </nav>
  );
}
