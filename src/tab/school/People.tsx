/** Who works at the school: what they do, when, and who is away. */
import { Badge, Button, Card, Input, Link, Text } from '@fluentui/react-components';
import { PersonAddRegular, SearchRegular } from '@fluentui/react-icons';
import { hasWords } from '../../api/contract/words.ts';
import type { PersonView } from '../../api/contract/school.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import type { Place } from '../route.ts';
import { setQuery } from '../route.ts';
import { useSchool } from './context.ts';
import { PersonForm } from './PersonForm.tsx';
import { useSchoolStyles } from './styles.ts';
import { awayWords, dayNames, personHref, postWords } from './words.ts';

const NEW = 'nieuw';

export function People({ place }: { place: Place }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const asked = place.query.get('wie');
  const person = view.persons.find((p) => p.id === asked);
  if (asked === NEW || person) return <PersonForm key={asked} person={person} />;

  const words = place.query.get('zoek') ?? '';
  const shown = view.persons.filter((p) => matches(p, words, view));
  return (
    <div className={styles.page}>
      <PageTitle
        title="Mensen"
        sub={`${view.persons.length} medewerkers. Alleen wie hier staat, kan Meldpunt gebruiken.`}
        beside={
          <Button as="a" href={personHref(NEW)} appearance="primary" icon={<PersonAddRegular />}>
            Medewerker toevoegen
          </Button>
        }
      />
      <Input
        type="search"
        aria-label="Zoek op naam of functie"
        placeholder="Zoek op naam of functie"
        contentBefore={<SearchRegular />}
        value={words}
        onChange={(_, { value }) => setQuery(place, new URLSearchParams(value ? { zoek: value } : {}))}
      />
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={one.id}>
            <Line person={one} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <Text>Niemand gevonden. Typ minder letters, of voeg een medewerker toe.</Text>}
    </div>
  );
}

function matches(person: PersonView, words: string, view: Parameters<typeof postWords>[1]): boolean {
  return hasWords([person.name, ...person.posts.map((post) => postWords(post, view))].join(' '), words);
}

function Line({ person }: { person: PersonView }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const away = awayWords(person, view);
  const works = person.days && `Werkt op ${person.days.map((day) => dayNames[day - 1]).join(', ')}`;
  const posts = person.posts.map((post) => postWords(post, view)).join(', ');
  return (
    <Card className={styles.card}>
      <div className={styles.text}>
        <Link href={personHref(person.id)}>{person.name}</Link>
        <Text className={styles.second}>{posts || 'Nog geen functie'}</Text>
        {works && (
          <Text size={200} className={styles.second}>
            {works}
          </Text>
        )}
        {person.barred.length > 0 && (
          <Text size={200} className={styles.second}>
            Geen toegang tot zaak {person.barred.map(({ number }) => number).join(', ')}
          </Text>
        )}
      </div>
      {away && (
        <Badge appearance="tint" color="warning" className={styles.longBadge}>
          {away}
        </Badge>
      )}
    </Card>
  );
}
