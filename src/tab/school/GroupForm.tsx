/** One group: its kernteam and who is its mentor (K4). */
import { Button, Combobox, Field, Input, Option, Text } from '@fluentui/react-components';
import type { GroupView } from '../../api/contract/school.ts';
import { hrefOf } from '../route.ts';
import { useSchool } from './context.ts';
import { MentorPicker } from './MentorPicker.tsx';
import { RecordForm } from './RecordForm.tsx';
import { useSchoolStyles } from './styles.ts';
import { useRecord } from './useRecord.ts';
import { useSave } from './useSave.ts';

const groupsHref = hrefOf('school', 'groepen');
/** Characters of the name of a group or kernteam. */
const NAME = 40;

type Draft = Pick<GroupView, 'id' | 'team' | 'mentors'>;
const empty: Draft = { id: '', team: '', mentors: [] };

export function GroupForm({ group }: { group: GroupView | undefined }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const saving = useSave();
  const { busy, save, wrong } = saving;
  const { began, draft, change, reset } = useRecord<Draft, GroupView>(group, empty);
  const own = { id: draft.id.trim(), team: draft.team.trim() };

  const submit = async () => {
    const body = { kind: 'group', isNew: !began, group: own, mentors: draft.mentors } as const;
    const said = `Groep ${own.id} is ${began ? 'bewaard' : 'toegevoegd'}.`;
    if (await save(body, began?.version, said)) window.location.hash = groupsHref;
  };
  const remove = async () => {
    if (await save({ kind: 'group-gone', id: own.id }, began?.version, `Groep ${own.id} is weggehaald.`))
      window.location.hash = groupsHref;
  };
  return (
    <RecordForm
      title={group ? `Groep ${group.id}` : 'Groep toevoegen'}
      back={{ href: groupsHref, label: 'Alle groepen' }}
      saving={saving}
      ready={own.id !== '' && own.team !== ''}
      onSubmit={() => void submit()}
      onReset={reset}
      more={
        group?.pupils === 0 && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => void remove()}>
            Groep weghalen
          </Button>
        )
      }
      after={
        group &&
        group.pupils > 0 && (
          <Text className={styles.second}>Een groep kan pas weg als er geen leerlingen meer in zitten.</Text>
        )
      }
    >
      {!began && (
        <Field
          label="Naam van de groep"
          hint="Zoals in het bestand met leerlingen, bijvoorbeeld 2B."
          required
          {...wrong('id')}
        >
          <Input maxLength={NAME} value={draft.id} onChange={(_, { value }) => change({ id: value })} />
        </Field>
      )}
      <Field label="Kernteam" hint="Kies een kernteam, of typ de naam van een nieuw." required>
        <Combobox
          className={styles.box}
          freeform
          maxLength={NAME}
          value={draft.team}
          selectedOptions={[draft.team]}
          onChange={({ target }) => change({ team: target.value })}
          // Called without a value as well: what was chosen is typed over.
          onOptionSelect={(_, { optionValue }) => optionValue !== undefined && change({ team: optionValue })}
        >
          {view.teams.map((team) => (
            <Option key={team} value={team}>
              {team}
            </Option>
          ))}
        </Combobox>
      </Field>
      <MentorPicker
        mentors={draft.mentors}
        onMentors={(mentors) => change({ mentors })}
        problem={wrong('mentors')}
      />
    </RecordForm>
  );
}
