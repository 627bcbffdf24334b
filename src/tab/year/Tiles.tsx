/** The numbers of a school year that one wants to see first. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Count, YearFigures } from '../../api/contract/year.ts';
import { daysWords, numberWords } from './words.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { color: tokens.colorNeutralForeground2 },
});

const total = (count: Count, smallest: number) =>
  count === 'few' ? `minder dan ${smallest}` : String(count);

export function Tiles({ figures }: { figures: YearFigures }) {
  const styles = useStyles();
  const { reports, cases, smallest, firstTalk, close, safety } = figures;
  const tiles: [string, string | undefined][] = [
    ['Meldingen', total(reports, smallest)],
    ['Zaken', total(cases, smallest)],
    ['Tot het eerste gesprek', firstTalk && daysWords(firstTalk.median)],
    ['Tot het sluiten', close && daysWords(close.median)],
    ['Cijfer voor veiligheid', safety && `${numberWords(safety.start)} → ${numberWords(safety.end)}`],
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.flatMap(([name, value]) =>
        value === undefined
          ? []
          : [
              <div key={name} className={styles.tile}>
                <dt className={styles.name}>{name}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>,
            ],
      )}
    </dl>
  );
}
