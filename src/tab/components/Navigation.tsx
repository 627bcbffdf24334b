/** The pages that this person has something to do on. */
import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Me } from '../../api/contract/common.ts';
import type { PageName } from '../route.ts';
import { hrefOf } from '../route.ts';

const useStyles = makeStyles({
  // On a phone the pages are swiped through.
  strip: { overflowX: 'auto', marginBottom: tokens.spacingVerticalL },
  list: { width: 'max-content' },
});

interface Entry {
  page: PageName;
  title: string;
  /** Pages that belong to this entry. */
  also?: PageName[];
  when?: (me: Me) => boolean;
}
const entries: Entry[] = [
  { page: 'zaken', title: 'Zaken', also: ['zaak', 'gesloten'] },
  { page: 'taken', title: 'Mijn taken' },
  { page: 'melden', title: 'Melden' },
  { page: 'protocol', title: 'Protocol' },
  { page: 'jaar', title: 'Jaar' },
  { page: 'school', title: 'School', when: (me) => me.configures },
  { page: 'logboek', title: 'Logboek', when: (me) => me.configures },
];

/** `tasks`: how many this person can do now, once that is known. */
export function Navigation({ me, page, tasks }: { me: Me; page: PageName; tasks: number | undefined }) {
  const styles = useStyles();
  const shown = entries.filter(({ when }) => !when || when(me));
  const selected = shown.find((e) => e.page === page || e.also?.includes(page))?.page;
  const strip = useRef<HTMLElement>(null);
  // Where not all fit, the chosen one is in sight. Fluent marks it as selected a moment later.
  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>(`[data-page="${selected}"]`);
    if (!strip.current || !chosen) return;
    const { left, width } = strip.current.getBoundingClientRect();
    const at = chosen.getBoundingClientRect();
    strip.current.scrollLeft += at.left + at.width / 2 - (left + width / 2);
  }, [selected]);
  return (
    <nav ref={strip} aria-label="Meldpunt" className={styles.strip}>
      <TabList
        className={styles.list}
        selectedValue={selected}
        onTabSelect={(_, { value }) => {
          window.location.hash = hrefOf(value as PageName);
        }}
      >
        {shown.map((entry) => (
          <Tab key={entry.page} value={entry.page} data-page={entry.page}>
            {entry.title}
            {entry.page === 'taken' && tasks ? ` (${tasks})` : ''}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
