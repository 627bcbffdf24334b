/** What the protocol is, who is in charge, and whether it is to be evaluated (Z11). */
import { Link, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { ProtocolView } from '../../api/contract/protocol.ts';
import { longDay } from '../dates.ts';
import { Block, Lines } from './Block.tsx';
import type { SectionId } from './sections.ts';
import { sectionHref, sections } from './sections.ts';
import type { SectionProps } from './sectionStyles.ts';
import { useSectionStyles } from './sectionStyles.ts';

export function Overview({ view, paper }: SectionProps) {
  const styles = useSectionStyles();
  const { about, lead, evaluation } = view;
  const days = [
    ['Opgesteld op', about.drawnUp],
    ['Geëvalueerd op', about.evaluated],
    ['Besproken in de MR op', about.discussedInMr],
  ].flatMap(([what, day]) => (day ? [`${what} ${longDay(day)}`] : []));
  return (
    <div className={styles.all}>
      {evaluation && <Evaluation {...evaluation} />}
      <div className={styles.two}>
        <Block title="Wie is aan zet?">
          <Text>
            Eerst: de <strong>{lead.first}</strong>. {lead.because}
          </Text>
          {lead.others.length > 0 && (
            <Text>
              Soms neemt een ander dat over: de{' '}
              {new Intl.ListFormat('nl', { type: 'disjunction' }).format(lead.others)}.
            </Text>
          )}
          <Text>
            Vragen over het protocol? Ga naar de <strong>{about.responsible}</strong>.{' '}
            {!paper && <Link href={sectionHref('wie')}>Wie is dat?</Link>}
          </Text>
        </Block>
        <Block title="Over dit protocol">
          <Lines
            lines={[
              `${view.title}, versie ${view.version}`,
              `Verantwoordelijk: de ${about.responsible}`,
              ...days,
              `Het leerlingvolgsysteem is ${view.lvs}`,
            ]}
          />
        </Block>
      </div>
      {!paper && (
        <Block title="Wat staat waar?">
          <Lines
            lines={sections.slice(1).map(({ id, title }) => (
              <>
                <Link href={sectionHref(id)}>{title}</Link>: {saysOf[id]}
              </>
            ))}
          />
        </Block>
      )}
    </div>
  );
}

const saysOf: Partial<Record<SectionId, string>> = {
  herkennen: 'wat pesten is, hoe het eruitziet en waaraan je het merkt',
  stappen: 'wat er na een melding gebeurt, door wie en wanneer, als tekening en als lijst',
  afspraken: 'wat onze school zelf koos, en wat er gebeurt als iets te laat is',
  opzoeken: 'uitleg, tips, regels en sites',
  wie: 'wie op onze school welke functie heeft',
  versies: 'wat er in dit protocol veranderde',
};

function Evaluation({ state, by }: NonNullable<ProtocolView['evaluation']>) {
  const day = by && longDay(by);
  const words = {
    late: `Evaluatie nodig: dit protocol had uiterlijk ${day} geëvalueerd moeten zijn.`,
    now: `Evaluatie nodig: evalueer dit protocol${day ? ` uiterlijk ${day}` : '. De laatste keer is langer dan een jaar geleden'}.`,
    later: `De volgende evaluatie van dit protocol is uiterlijk ${day}.`,
    done: `Dit protocol is dit schooljaar geëvalueerd, op ${day}.`,
  };
  const intent = { late: 'error', now: 'warning', later: 'info', done: 'success' } as const;
  return (
    <MessageBar intent={intent[state]} layout="multiline">
      <MessageBarBody>{words[state]}</MessageBarBody>
    </MessageBar>
  );
}
