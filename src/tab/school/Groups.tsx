/** The groups, each with its kernteam and mentors. */
import { Button, Card, Link, Text } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { GroupView } from '../../api/contract/school.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import type { Place } from '../route.ts';
import { hrefOf } from '../route.ts';
import { useSchool } from './context.ts';
import { GroupForm } from './GroupForm.tsx';
import { useSchoolStyles } from './styles.ts';

const formHref = (query: Record<string, string>) => hrefOf('school', 'groepen', new URLSearchParams(query));

export function Groups({ place }: { place: Place }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const asked = place.query.get('groep');
  const group = view.groups.find((g) => g.id === asked);
  if (group || place.query.has('nieuw')) return <GroupForm key={asked} group={group} />;
  return (
    <div className={styles.page}>
      <PageTitle
        title="Groepen en kernteams"
        sub={`${view.groups.length} groepen in ${view.teams.length} kernteams. De ${view.mentor} van een groep is het eerst aan zet.`}
        beside={
          <Button as="a" href={formHref({ nieuw: '' })} appearance="primary" icon={<AddRegular />}>
            Groep toevoegen
          </Button>
        }
      />
      {view.groups.length === 0 && (
        <Text>Er zijn nog geen groepen. Voeg er een toe, en lees daarna de leerlingen in.</Text>
      )}
      {view.teams.map((team) => (
        <section key={team} className={styles.part} aria-label={`Kernteam ${team}`}>
          <Text as="h2" weight="semibold" size={400} className={styles.heading}>
            Kernteam {team}
          </Text>
          <ul className={styles.list}>
            {view.groups
              .filter((g) => g.team === team)
              .map((g) => (
                <li key={g.id}>
                  <Line group={g} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ group }: { group: GroupView }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const mentors = view.persons.filter((p) => group.mentors.includes(p.id)).map((p) => p.name);
  return (
    <Card className={styles.card}>
      <div className={styles.text}>
        <Link href={formHref({ groep: group.id })}>{group.id}</Link>
        <Text className={styles.second}>
          {mentors.length > 0 ? mentors.join(', ') : `Nog geen ${view.mentor}`}
        </Text>
      </div>
      <Text className={styles.second}>
        {group.pupils === 1 ? '1 leerling' : `${group.pupils} leerlingen`}
      </Text>
    </Card>
  );
}
