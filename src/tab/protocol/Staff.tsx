/** Who holds which function at school, and where nobody does (K22, Z12). */
import { Card, MessageBar, MessageBarBody, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { SectionProps } from './sectionStyles.ts';
import { useSectionStyles } from './sectionStyles.ts';

const useStyles = makeStyles({
  staff: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  title: { margin: 0 },
  held: { margin: 0, paddingLeft: 0, listStyleType: 'none' },
});

export function Staff({ view }: SectionProps) {
  const styles = useStyles();
  const { all } = useSectionStyles();
  return (
    <div className={all}>
      {view.gaps.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{view.gaps.join(' ')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.staff}>
        {view.staff.map(({ title, held }) => (
          <Card key={title}>
            <Subtitle2 as="h2" className={styles.title}>
              {title}
            </Subtitle2>
            <ul className={styles.held}>
              {held.map(({ place, names }) => (
                <li key={place ?? ''}>
                  {place !== undefined && <strong>{place}: </strong>}
                  {names.join(', ')}
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </div>
  );
}
