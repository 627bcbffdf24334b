/** A part that folds open, with a heading of its own; on paper everything is open. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    breakInside: 'avoid-page',
  },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ':first-child': { borderTop: 'none' } },
  panel: { paddingBottom: tokens.spacingVerticalM },
});

export interface Folded {
  id: string;
  title: ReactNode;
  body: ReactNode;
}

/** @param at which one was asked for by a link: it opens and comes in sight */
export function Folds({ items, at, open }: { items: Folded[]; at: string | undefined; open: boolean }) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const here = items.some(({ id }) => id === at) ? at : undefined;
  useEffect(() => {
    if (here === undefined) return;
    setChosen((now) => (now.includes(here) ? now : [...now, here]));
    const header = [...(frame.current?.querySelectorAll<HTMLElement>('[data-fold]') ?? [])].find(
      ({ dataset }) => dataset['fold'] === here,
    );
    header?.scrollIntoView({ block: 'start' });
    header?.querySelector('button')?.focus({ preventScroll: true });
  }, [here]);
  return (
    <div ref={frame} className={styles.frame}>
      <Accordion
        multiple
        collapsible
        openItems={open ? items.map(({ id }) => id) : chosen}
        onToggle={(_, { openItems }) => setChosen(openItems as string[])}
      >
        {items.map(({ id, title, body }) => (
          <AccordionItem key={id} value={id} className={styles.item} data-fold={id}>
            <AccordionHeader as="h3" expandIconPosition="end">
              {title}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>{body}</AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </div>
  );
}
