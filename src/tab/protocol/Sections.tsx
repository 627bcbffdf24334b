/** What the sections of the protocol page show. */
import {
  Badge,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ProtocolView } from '../../api/contract/protocol.ts';
import { longDay } from '../dates.ts';
import { Block, Lines } from './Block.tsx';
import { Diagram } from './Diagram.tsx';
import { Folds } from './Fold.tsx';
import { OWN, StepDetails } from './StepDetails.tsx';
import type { SectionId } from './sections.ts';
import { sectionHref, sections } from './sections.ts';

const useStyles = makeStyles({
  all: { display: 'grid', rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  norms: { listStyleType: 'none', margin: 0, padding: 0 },
  norm: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none' },
  },
  staff: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  held: { margin: 0, paddingLeft: 0, listStyleType: 'none' },
});

interface Props {
  view: ProtocolView;
  /** The part of it that a link asked for. */
  at?: string;
  /** On paper everything is unfolded. */
  paper: boolean;
}

export function Overview({ view, paper }: Props) {
  const styles = useStyles();
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

export function Recognise({ view }: Props) {
  const styles = useStyles();
  const { signals } = view;
  return (
    <div className={styles.all}>
      <Block title="Pesten of plagen?">
        <Text>{view.definition}</Text>
      </Block>
      <Block title="Hoe pesten eruitziet">
        <Lines
          lines={view.behaviours.map(({ label, hint }) => (
            <>
              <strong>{label}</strong>
              {hint && `: ${hint}`}
            </>
          ))}
        />
      </Block>
      <div className={styles.two}>
        <Block title="Signalen op school">
          <Lines lines={signals.school} />
        </Block>
        <Block title="Signalen thuis">
          <Lines lines={signals.home} />
        </Block>
      </div>
      <Text>Een signaal is geen bewijs. Heb je er een gezien, meld het dan.</Text>
    </div>
  );
}

export function Steps({ view, at, paper }: Props) {
  const styles = useStyles();
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

export function Agreements({ view }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <Block title="Afspraken van onze school">
        <Text>
          Waar het protocol zelf geen tijd of getal noemt, koos onze school er een. Bij een stap staat dan:{' '}
          <em>{OWN}</em>.
        </Text>
        {view.norms.length === 0 && <Text>Onze school hoefde zelf niets te kiezen.</Text>}
        <ul className={styles.norms}>
          {view.norms.map(({ id, title, value, changed }) => (
            <li key={id} className={styles.norm}>
              <span>{title}</span>
              <span>
                <strong>{value}</strong> {changed && <Badge appearance="tint">aangepast</Badge>}
              </span>
            </li>
          ))}
        </ul>
      </Block>
      <Block title="Als een stap te laat is">
        <Lines lines={view.reminders} />
      </Block>
      {view.notices.length > 0 && (
        <Block title="Wat Meldpunt opmerkt">
          <Lines
            lines={view.notices.map(({ to, says }) => (
              <>
                {says}
                <Text size={200} className={styles.more}>
                  Dit hoort: {to}
                </Text>
              </>
            ))}
          />
        </Block>
      )}
    </div>
  );
}

export function Topics({ view, at, paper }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <Block title="Opzoeken" plain>
        <Folds
          at={at}
          open={paper}
          items={view.topics.map(({ id, title, from, text, links }) => ({
            id,
            title,
            body: (
              <>
                <Lines lines={text} />
                {links.length > 0 && <Lines lines={links.map(linkWords)} />}
                <Text size={200} className={styles.more}>
                  {from}
                  {links.length > 0 && '. Sites en nummers veranderen: kijk of dit nog klopt.'}
                </Text>
              </>
            ),
          }))}
        />
      </Block>
    </div>
  );
}

const linkWords = ({ title, url, phone }: ProtocolView['topics'][number]['links'][number]) => (
  <>
    {url ? (
      <Link href={url} target="_blank" rel="noreferrer">
        {title}
      </Link>
    ) : (
      title
    )}
    {phone && (
      <>
        : <strong>{phone}</strong>
      </>
    )}
  </>
);

export function Staff({ view }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      {view.gaps.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{view.gaps.join(' ')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.staff}>
        {view.staff.map(({ title, held }) => (
          <Block key={title} title={title}>
            <ul className={styles.held}>
              {held.map(({ place, names }) => (
                <li key={place ?? ''}>
                  {place !== undefined && <strong>{place}: </strong>}
                  {names.join(', ')}
                </li>
              ))}
            </ul>
          </Block>
        ))}
      </div>
    </div>
  );
}
