import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '36rem',
    paddingBlock: tokens.spacingVerticalL,
  },
  title: { margin: 0 },
});

/** What is said when there is nothing else to show, with at most one thing to do. */
export function Notice(props: {
  title: string;
  children: ReactNode;
  alert?: boolean;
  action?: { label: string; onClick: () => void };
}) {
  const styles = useStyles();
  return (
    <div className={styles.notice} role={props.alert ? 'alert' : undefined}>
      <Title3 as="h1" className={styles.title}>
        {props.title}
      </Title3>
      <Text size={400}>{props.children}</Text>
      {props.action && (
        <Button appearance="primary" onClick={props.action.onClick}>
          {props.action.label}
        </Button>
      )}
    </div>
  );
}
