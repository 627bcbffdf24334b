/** What an import would change: of each kind how many, and who. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../api/contract/school.ts';
import { useSchoolStyles } from './styles.ts';

export function ImportReport({ preview }: { preview: ImportPreview }) {
  const styles = useSchoolStyles();
  const { faults, added, changed, left, kept, sameName, unchanged } = preview;
  const named = ({ name, group }: { name: string; group: string }) => `${name} (${group})`;
  const kinds: [string, { count: number; first: unknown[] }, ReactNode[]][] = [
    ['Nieuw', added, added.first.map(named)],
    [
      'Andere groep of naam',
      changed,
      changed.first.map((c) =>
        c.wasName === c.name
          ? `${c.name}: van ${c.wasGroup} naar ${c.group}`
          : `${c.wasName} (${c.wasGroup}) wordt ${named(c)}`,
      ),
    ],
    ['Niet in het bestand', left, left.first.map(named)],
    [
      'Niet in het bestand, maar in een open zaak of familie van jou: deze blijven staan',
      kept,
      kept.first.map(named),
    ],
    [
      'Dezelfde naam: kijk of dit klopt',
      sameName,
      sameName.first.map((same) => `${same.name} staat in ${same.groups.join(' en in ')}`),
    ],
  ];
  const shown = kinds.filter(([, { count }]) => count > 0);
  if (faults.count > 0)
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>
            {faults.count === 1
              ? 'Op één regel klopt iets niet.'
              : `Op ${faults.count} regels klopt iets niet.`}
          </MessageBarTitle>{' '}
          Verbeter het bestand en kies het opnieuw. Er is nog niets veranderd.
          <ul>
            {faults.first.map(({ line, what }) => (
              <li key={line}>
                Regel {line}: {what}
              </li>
            ))}
          </ul>
          {faults.count > faults.first.length && `En nog ${faults.count - faults.first.length} regels.`}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <section className={styles.part} aria-label="Wat er verandert">
      <Text as="h2" weight="semibold" size={400} className={styles.heading}>
        Wat er verandert
      </Text>
      <Text role="status">
        {added.count} nieuw, {changed.count} met een andere groep of naam, {left.count} niet in het bestand,{' '}
        {unchanged} blijven gelijk.
      </Text>
      {shown.length > 0 && (
        <Accordion multiple collapsible>
          {shown.map(([title, { count, first }, items]) => (
            <AccordionItem key={title} value={title}>
              <AccordionHeader as="h3">
                {title} ({count})
              </AccordionHeader>
              <AccordionPanel>
                <ul>
                  {items.map((item, i) => (
                    <li key={i}>{item}</li>
                  ))}
                </ul>
                {count > first.length && <Text>En nog {count - first.length}.</Text>}
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </section>
  );
}
