import { Button, Tooltip, makeStyles } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import { useState } from 'react';

const useStyles = makeStyles({
  // Above the link that covers the row.
  button: { position: 'relative', zIndex: 1 },
});

/** Tells why a date is what it is: on hover, with the keyboard, and on a touch. */
export function WhyThen({ date, why }: { date: string; why: string }) {
  const styles = useStyles();
  const [visible, setVisible] = useState(false);
  return (
    <Tooltip
      content={why}
      relationship="description"
      withArrow
      visible={visible}
      onVisibleChange={(_, data) => setVisible(data.visible)}
    >
      <Button
        appearance="transparent"
        size="small"
        className={styles.button}
        icon={<InfoRegular />}
        aria-label={`Waarom ${date}?`}
        onClick={() => setVisible(true)}
      />
    </Tooltip>
  );
}
