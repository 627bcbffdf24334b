/** A note for the pupil tracking system, folded, with a button to copy it (K17). */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';

const useStyles = makeStyles({
  text: {
    display: 'block',
    whiteSpace: 'pre-wrap',
    userSelect: 'all',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  copy: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

export function NoteText({ text }: { text: string }) {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Gekopieerd.'),
      // Teams does not let every window copy.
      () => setSaid('Kopiëren lukt hier niet. Selecteer de tekst en kopieer die.'),
    );
  return (
    <Accordion collapsible>
      <AccordionItem value="note">
        <AccordionHeader size="small">De notitie</AccordionHeader>
        <AccordionPanel>
          <Text size={200} className={styles.text}>
            {text}
          </Text>
          <div className={styles.copy}>
            <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copy()}>
              Kopieer
            </Button>
            <Text size={200} role="status">
              {said}
            </Text>
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
