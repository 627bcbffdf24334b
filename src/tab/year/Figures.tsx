/** The first figures of a school year (A7): without names, each chart with its table. */
import {
  Link,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { YearFigures } from '../../api/contract/year.ts';
import { hrefOf } from '../route.ts';
import { FigureCharts } from './FigureCharts.tsx';
import { Tiles } from './Tiles.tsx';
import { yearWords } from './words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  title: { margin: 0 },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export function Figures({ figures }: { figures: YearFigures }) {
  const styles = useStyles();
  const { reports, open } = figures;
  const none = reports === 0;
  return (
    <section className={styles.part} aria-labelledby="cijfers">
      <div>
        <Subtitle1 as="h2" id="cijfers" className={styles.title}>
          Cijfers
        </Subtitle1>
        <Text className={styles.more}>
          {none ? (
            <>
              In schooljaar {yearWords(figures.year)} is er nog niets gemeld, dus er valt nog niets te tellen.{' '}
              <Link href={hrefOf('melden')}>Melding maken</Link>
            </>
          ) : (
            'Over de meldingen van dit schooljaar en de zaken die erin begonnen. Er staan geen namen in.'
          )}
        </Text>
      </div>
      {!none && (
        <>
          {!open && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>
                Getallen onder {figures.smallest} zijn verborgen, zodat niemand een leerling kan herkennen.
                Soms is ook het getal ernaast verborgen, omdat je het kleine anders kunt uitrekenen. In een
                tekening ontbreekt dan de balk.
              </MessageBarBody>
            </MessageBar>
          )}
          <Tiles figures={figures} />
          <FigureCharts figures={figures} />
        </>
      )}
    </section>
  );
}
