import { Button, Text } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useSchoolStyles } from '../school/styles.ts';

/** From page to page; nothing where there is one. */
export function Pager({
  page,
  pages,
  onPage,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const styles = useSchoolStyles();
  if (pages < 2) return null;
  return (
    <nav aria-label="Bladzijden" className={styles.row}>
      <Button icon={<ChevronLeftRegular />} disabledFocusable={page <= 1} onClick={() => onPage(page - 1)}>
        Vorige
      </Button>
      <Text>
        Bladzijde {page} van {pages}
      </Text>
      <Button
        icon={<ChevronRightRegular />}
        iconPosition="after"
        disabledFocusable={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        Volgende
      </Button>
    </nav>
  );
}
