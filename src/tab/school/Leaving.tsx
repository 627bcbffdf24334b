/** Somebody leaves the school: first what they are in charge of, then the button. */
import { Button, Card, Link, Subtitle1, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { ChargeView } from '../../api/contract/school.ts';
import type { PersonView } from '../../api/contract/school.ts';
import { paths } from '../../api/contract/paths.ts';
import type { ApiProblem } from '../api.ts';
import { get, problemOf } from '../api.ts';
import { caseHref, hrefOf } from '../route.ts';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { useSave } from './useSave.ts';

export function Leaving({ person, name }: { person: PersonView; name: string }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const [charge, setCharge] = useState<ChargeView>();
  const [failed, setFailed] = useState<ApiProblem>();
  const { busy, problem, save } = useSave();

  const ask = () => {
    setFailed(undefined);
    get(paths.charge(person.id), ChargeView, new AbortController().signal).then(setCharge, (error: unknown) =>
      setFailed(problemOf(error)),
    );
  };
  const leave = async () => {
    if (await save({ kind: 'person-gone', id: person.id }, person.version, `${name} is weggehaald.`))
      window.location.hash = hrefOf('school', 'personen');
  };
  return (
    <Card>
      <section className={styles.part} aria-label={`${name} gaat weg`}>
        <Subtitle1 as="h2" className={styles.heading}>
          Gaat weg van school?
        </Subtitle1>
        {!charge && (
          <div>
            <Button disabledFocusable={busy} onClick={ask}>
              Weghalen bij de medewerkers …
            </Button>
          </div>
        )}
        {charge && (
          <div role="status" className={styles.part}>
            <Text>{chargeWords(charge, name, view.coordinator)}</Text>
            {charge.cases.length > 0 && (
              <ul>
                {charge.cases.map(({ id, number }) => (
                  <li key={id}>
                    <Link href={caseHref(id)}>Zaak {number}</Link>
                  </li>
                ))}
              </ul>
            )}
            <div className={styles.buttons}>
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void leave()}>
                {busy ? 'Wordt weggehaald …' : `Haal ${name} weg`}
              </Button>
              <Button onClick={() => setCharge(undefined)}>Toch niet</Button>
            </div>
          </div>
        )}
        <Problem problem={problem ?? failed} />
      </section>
    </Card>
  );
}

function chargeWords({ cases, others }: ChargeView, name: string, coordinator: string): string {
  if (others)
    return `${name} is nog ergens aan zet, en jij mag niet zien waar. Laat de ${coordinator} dat liever eerst overdragen. Anders komt de volgende functie uit het protocol aan zet.`;
  if (cases.length === 0)
    return `Je ziet geen open zaak waarin ${name} aan zet is. Meldpunt is daarna voor ${name} gesloten.`;
  const which = cases.length === 1 ? 'één open zaak' : `${cases.length} open zaken`;
  return `${name} is aan zet in ${which}. Draag die liever eerst over. Doe je dat niet, dan komt de volgende functie uit het protocol aan zet.`;
}
