/** The reports that a step is about, as they came. */
import { Text, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { StepForm } from '../../api/contract/step.ts';

const useStyles = makeStyles({
  story: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  text: { whiteSpace: 'pre-line' },
  facts: {
    margin: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  fact: { ...typographyStyles.caption1, margin: 0 },
  label: { display: 'inline', margin: 0 },
  value: { display: 'inline', margin: 0 },
});

export function Stories({ stories }: { stories: StepForm['stories'] }) {
  const styles = useStyles();
  return stories.map((story) => (
    <div key={story.head} className={styles.story}>
      <Text weight="semibold">{story.head}</Text>
      <Text className={styles.text}>{story.text}</Text>
      <dl className={styles.facts}>
        {story.facts.map((fact) => (
          <div key={fact.label} className={styles.fact}>
            <dt className={styles.label}>{fact.label}: </dt>
            <dd className={styles.value}>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}
