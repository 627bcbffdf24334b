import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bars: { display: 'grid', rowGap: tokens.spacingVerticalL },
  title: { width: '40%' },
});

/** Grey bars where the content will be. */
export function Loading({ label }: { label: string }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} className={styles.bars}>
      <SkeletonItem size={32} className={styles.title} />
      <SkeletonItem size={48} />
      <SkeletonItem size={48} />
      <SkeletonItem size={48} />
    </Skeleton>
  );
}
