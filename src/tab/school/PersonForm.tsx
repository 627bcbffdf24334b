/** One member of staff: name, functions, working days, absence, family (P13, P15). */
import { Button, Checkbox, Field, Input, Link, Text } from '@fluentui/react-components';
import { ArrowLeftRegular, PeopleSearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { PersonView } from '../../api/contract/school.ts';
import { sizes } from '../../api/contract/school.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { PupilPicker } from '../components/PupilPicker.tsx';
import { hrefOf } from '../route.ts';
import { canPick, pickColleague } from '../teams.ts';
import { AwayFields } from './AwayFields.tsx';
import { useSchool } from './context.ts';
import { Leaving } from './Leaving.tsx';
import { Posts } from './Posts.tsx';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { useSave } from './useSave.ts';
import { dayTitles } from './words.ts';

const peopleHref = hrefOf('school', 'personen');
/** Children that one member of staff may have at the school. */
const FAMILY = 10;

type Draft = Omit<PersonView, 'version'>;

export function PersonForm({ person }: { person: PersonView | undefined }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { busy, problem, save, wrong } = useSave();
  // As it was when the form opened: what others save meanwhile must not be overwritten unseen.
  const [began, setBegan] = useState(person);
  const [draft, setDraft] = useState<Draft>(() => person ?? { id: '', name: '', posts: [], family: [] });
  const [typed, setTyped] = useState('');
  const change = (over: Partial<Draft>) => setDraft((now) => ({ ...now, ...over }));

  const submit = async () => {
    const { id, name, posts, days, away, family } = draft;
    const own = { id: id.trim(), name: name.trim(), posts, days, away, family: family.map((f) => f.id) };
    const said = person ? `De gegevens van ${own.name} zijn bewaard.` : `${own.name} is toegevoegd.`;
    if (await save({ kind: 'person', isNew: !began, person: own }, began?.version, said))
      window.location.hash = peopleHref;
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <nav aria-label="Terug">
        <Link href={peopleHref}>
          <ArrowLeftRegular /> Alle medewerkers
        </Link>
      </nav>
      <PageTitle title={person ? person.name : 'Medewerker toevoegen'} />
      {!began && <Who draft={draft} onDraft={change} />}
      <Field label="Naam" required>
        <Input
          maxLength={sizes.name}
          value={draft.name}
          onChange={(_, { value }) => change({ name: value })}
        />
      </Field>
      <Posts
        posts={draft.posts}
        onPosts={(posts) => change({ posts })}
        problem={wrong('posts').validationMessage}
      />
      <WorkingDays days={draft.days} onDays={(days) => change({ days })} problem={wrong('days')} />
      <AwayFields person={draft.id} away={draft.away} onAway={(away) => change({ away })} wrong={wrong} />
      <PupilPicker
        id="familie"
        label="Familie van een leerling (mag leeg)"
        hint="Zaken over deze leerlingen zijn voor deze medewerker gesloten, welke functie die ook heeft."
        most={FAMILY}
        longest={sizes.name}
        registered={[]}
        chosen={draft.family.map(({ id, name, group }) => ({
          whom: { pupil: id },
          label: name === undefined ? 'Een leerling die van school is' : `${name} (${group})`,
        }))}
        onChosen={(chosen) =>
          change({
            family: chosen.flatMap(({ whom, label }) => {
              if (!('pupil' in whom)) return [];
              const [, name = label, group] = /^(.*) \((.*)\)$/.exec(label) ?? [];
              return [draft.family.find((f) => f.id === whom.pupil) ?? { id: whom.pupil, name, group }];
            }),
          })
        }
        typed={typed}
        onTyped={setTyped}
        problem={wrong('family').validationMessage}
      />
      <Problem
        problem={problem}
        onReset={
          person &&
          (() => {
            setBegan(person);
            setDraft(person);
          })
        }
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy || draft.name.trim() === '' || draft.id.trim() === ''}
        >
          {busy ? 'Wordt bewaard …' : 'Bewaren'}
        </Button>
        <Button as="a" href={peopleHref}>
          Annuleren
        </Button>
      </div>
      {person && (
        <Leaving person={person} name={view.persons.find((p) => p.id === person.id)?.name ?? person.name} />
      )}
    </form>
  );
}

/** Who it is in Teams: chosen there, or typed where Teams has no picker. */
function Who({ draft, onDraft }: { draft: Draft; onDraft: (over: Partial<Draft>) => void }) {
  const styles = useSchoolStyles();
  if (canPick())
    return (
      <div className={styles.part}>
        <div>
          <Button
            icon={<PeopleSearchRegular />}
            onClick={() =>
              void pickColleague().then(
                (one) => one && onDraft(one),
                () => undefined,
              )
            }
          >
            Kies iemand in Teams
          </Button>
        </div>
        <Text>{draft.id === '' ? 'Nog niemand gekozen.' : `Gekozen: ${draft.name}`}</Text>
      </div>
    );
  return (
    <Field
      label="Id in Microsoft Entra"
      hint="De object-id van het account. Die vind je in het beheercentrum van Microsoft."
      required
    >
      <Input maxLength={sizes.name} value={draft.id} onChange={(_, { value }) => onDraft({ id: value })} />
    </Field>
  );
}

function WorkingDays(props: {
  days: number[] | undefined;
  onDays: (days: number[] | undefined) => void;
  problem: ReturnType<ReturnType<typeof useSave>['wrong']>;
}) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { days } = props;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>Werkdagen</legend>
      <Checkbox
        label="Elke schooldag"
        checked={days === undefined}
        onChange={(_, { checked }) => props.onDays(checked ? undefined : view.weekdays)}
      />
      {days && (
        <div className={styles.buttons}>
          {view.weekdays.map((day) => (
            <Checkbox
              key={day}
              label={dayTitles[day - 1]}
              checked={days.includes(day)}
              onChange={(_, { checked }) =>
                props.onDays(
                  checked ? [...days, day].toSorted((a, b) => a - b) : days.filter((d) => d !== day),
                )
              }
            />
          ))}
        </div>
      )}
      {/* Not around them: within a field each box would get the id of the first. */}
      <Field {...props.problem} />
    </fieldset>
  );
}
