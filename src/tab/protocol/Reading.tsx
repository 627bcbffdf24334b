/** What there is to read beside the steps: how to recognise bullying, the school's own agreements, and the topics (K20, K22, M12). */
import { Badge, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ProtocolView } from '../../api/contract/protocol.ts';
import { Block, Lines } from './Block.tsx';
import { Folds } from './Fold.tsx';
import type { SectionProps } from './sectionStyles.ts';
import { useSectionStyles } from './sectionStyles.ts';
import { OWN } from './StepDetails.tsx';

const useStyles = makeStyles({
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
});

export function Recognise({ view }: SectionProps) {
  const styles = useSectionStyles();
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

export function Agreements({ view }: SectionProps) {
  const styles = useSectionStyles();
  const own = useStyles();
  return (
    <div className={styles.all}>
      <Block title="Afspraken van onze school">
        <Text>
          Waar het protocol zelf geen tijd of getal noemt, koos onze school er een. Bij een stap staat dan:{' '}
          <em>{OWN}</em>.
        </Text>
        {view.norms.length === 0 && <Text>Onze school hoefde zelf niets te kiezen.</Text>}
        <ul className={own.norms}>
          {view.norms.map(({ id, title, value, changed }) => (
            <li key={id} className={own.norm}>
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

export function Topics({ view, at, paper }: SectionProps) {
  const styles = useSectionStyles();
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
