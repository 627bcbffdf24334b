import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { CaseLine } from '../../api/contract/cases.ts';
import { caseHref } from '../route.ts';

const useStyles = makeStyles({
  link: {
    fontWeight: tokens.fontWeightSemibold,
    // The whole row or card is the link: it can be clicked, opened and read as one.
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
});

/** Fills its nearest positioned ancestor. */
export function CaseLink({ line, onLeave }: { line: CaseLine; onLeave: (id: string) => void }) {
  const styles = useStyles();
  return (
    <Link
      href={caseHref(line.id)}
      className={styles.link}
      data-case={line.id}
      onClick={() => onLeave(line.id)}
    >
      {line.number}
    </Link>
  );
}
