/** The steps of the protocol, drawn and in words. */
import { Block } from './Block.tsx';
import { Diagram } from './Diagram.tsx';
import { Folds } from './Fold.tsx';
import type { SectionProps } from './sectionStyles.ts';
import { useSectionStyles } from './sectionStyles.ts';
import { StepDetails } from './StepDetails.tsx';

export function Steps({ view, at, paper }: SectionProps) {
  const styles = useSectionStyles();
  return (
    <div className={styles.all}>
      <Block title="De stappen als tekening" plain>
        <Diagram flow={view.flow} />
      </Block>
      {view.parts.map(({ title, steps }) => (
        <Block key={title} title={title} plain>
          <Folds
            at={at}
            open={paper}
            items={steps.map((step) => ({
              id: step.id,
              title: step.title,
              body: <StepDetails step={step} lvs={view.lvs} />,
            }))}
          />
        </Block>
      ))}
    </div>
  );
}
