/** One member of staff: name, functions, working days, absence, family (P13, P15). */
import { Field, Input } from '@fluentui/react-components';
import type { PersonView } from '../../api/contract/school.ts';
import { sizes } from '../../api/contract/school.ts';
import { AwayFields } from './AwayFields.tsx';
import { useSchool } from './context.ts';
import { Barred, Family } from './Family.tsx';
import { Leaving } from './Leaving.tsx';
import { Posts } from './Posts.tsx';
import { RecordForm } from './RecordForm.tsx';
import { useRecord } from './useRecord.ts';
import { useSave } from './useSave.ts';
import { WhoInTeams } from './WhoInTeams.tsx';
import { peopleHref } from './words.ts';
import { WorkingDays } from './WorkingDays.tsx';

type Draft = Omit<PersonView, 'version' | 'barred'>;
const nobody: Draft = { id: '', name: '', posts: [], family: [] };

export function PersonForm({ person }: { person: PersonView | undefined }) {
  const { view } = useSchool();
  const saving = useSave();
  const { save, wrong } = saving;
  const { began, draft, change, reset } = useRecord<Draft, PersonView>(person, nobody);
  const id = draft.id.trim();
  const name = draft.name.trim();
  const there = !began && view.persons.some((p) => p.id === id);

  const submit = async () => {
    const { posts, days, away, family } = draft;
    const own = { id, name, posts, days, away, family: family.map((f) => f.id) };
    const said = began ? `De gegevens van ${name} zijn bewaard.` : `${name} is toegevoegd.`;
    if (await save({ kind: 'person', isNew: !began, person: own }, began?.version, said))
      window.location.hash = peopleHref;
  };
  return (
    <RecordForm
      title={person ? person.name : 'Medewerker toevoegen'}
      back={{ href: peopleHref, label: 'Alle medewerkers' }}
      saving={saving}
      ready={id !== '' && name !== '' && !there}
      onSubmit={() => void submit()}
      onReset={reset}
      after={person && <Leaving person={person} name={person.name} />}
    >
      {!began && <WhoInTeams id={draft.id} name={draft.name} onChosen={change} />}
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
      <Family
        family={draft.family}
        onFamily={(family) => change({ family })}
        problem={wrong('family').validationMessage}
      />
      {person && <Barred person={person} />}
    </RecordForm>
  );
}
