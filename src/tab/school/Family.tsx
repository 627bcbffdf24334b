/** Of whom somebody is family, and which open cases are closed to them (P13). */
import { Link, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonView } from '../../api/contract/school.ts';
import { sizes } from '../../api/contract/school.ts';
import { PupilPicker } from '../components/PupilPicker.tsx';
import { caseHref } from '../route.ts';
import { useSchoolStyles } from './styles.ts';

/** Children that one member of staff may have at the school. */
const MOST = 10;

type Kin = PersonView['family'];
interface Props {
  family: Kin;
  onFamily: (family: Kin) => void;
  problem: string | undefined;
}

export function Family({ family, onFamily, problem }: Props) {
  const [typed, setTyped] = useState('');
  return (
    <PupilPicker
      id="familie"
      label="Familie van een leerling (mag leeg)"
      hint="Zaken over deze leerlingen zijn voor deze medewerker gesloten, welke functie die ook heeft."
      most={MOST}
      longest={sizes.name}
      registered={[]}
      chosen={family.map(({ id, name, group }) => ({
        whom: { pupil: id },
        label: name === undefined ? 'Een leerling die van school is' : `${name} (${group})`,
      }))}
      onChosen={(chosen) =>
        onFamily(
          chosen.flatMap(({ whom, label }) => {
            if (!('pupil' in whom)) return [];
            const [, name = label, group] = /^(.*) \((.*)\)$/.exec(label) ?? [];
            return [family.find((f) => f.id === whom.pupil) ?? { id: whom.pupil, name, group }];
          }),
        )
      }
      typed={typed}
      onTyped={setTyped}
      problem={problem}
    />
  );
}

/** Of the open cases that the reader may see; nothing where none is closed to this person. */
export function Barred({ person }: { person: PersonView }) {
  const styles = useSchoolStyles();
  if (person.barred.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Geen toegang">
      <Text as="h2" weight="semibold" className={styles.heading}>
        Geen toegang tot deze open zaken
      </Text>
      <ul className={styles.bullets}>
        {person.barred.map(({ id, number, why }) => (
          <li key={id}>
            <Link href={caseHref(id)}>Zaak {number}</Link>:{' '}
            {why === 'family' ? 'familie' : 'zo besloten in de zaak'}
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.second}>
        Wie er in een zaak niet bij mag, verander je in de zaak zelf.
      </Text>
    </section>
  );
}
