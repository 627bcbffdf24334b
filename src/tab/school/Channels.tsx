/** Which channel is used for what (P16): chosen in Teams, cleared here. */
import { Badge, Button, Card, Text } from '@fluentui/react-components';
import { PageTitle } from '../components/PageTitle.tsx';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { useSave } from './useSave.ts';

export function Channels() {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { busy, problem, save } = useSave();
  return (
    <div className={styles.form}>
      <PageTitle
        title="Kanalen"
        sub="Een kanaal kies je in het kanaal zelf: typ daar ‘@Meldpunt instellen’. Meldpunt plaatst nooit iets waar leerlingen of gasten meelezen."
      />
      <ul className={styles.list}>
        {view.channels.map(({ team, chosen, version }) => {
          const title =
            team === undefined ? `Zaken voor de ${view.coordinator}` : `Dagopening van kernteam ${team}`;
          const use = team === undefined ? ('coordinator' as const) : { team };
          return (
            <li key={team ?? ''}>
              <Card className={styles.card}>
                <div className={styles.text}>
                  <Text weight="semibold">{title}</Text>
                  {team === undefined && (
                    <Text className={styles.second}>
                      Alleen nummers en aantallen, geen namen van leerlingen.
                    </Text>
                  )}
                </div>
                {chosen ? (
                  <>
                    <Badge appearance="tint" color="success">
                      gekozen
                    </Badge>
                    <Button
                      aria-label={`${title}: kanaal niet meer gebruiken`}
                      disabledFocusable={busy}
                      onClick={() =>
                        void save(
                          { kind: 'channel-off', use },
                          version,
                          'Het kanaal wordt niet meer gebruikt.',
                        )
                      }
                    >
                      Niet meer gebruiken
                    </Button>
                  </>
                ) : (
                  <Badge appearance="outline" color="informative">
                    nog niet gekozen
                  </Badge>
                )}
              </Card>
            </li>
          );
        })}
      </ul>
      <Problem problem={problem} />
    </div>
  );
}
