/** One group: its kernteam and who is its mentor (K4). */
import {
  Button,
  Combobox,
  Field,
  Input,
  Link,
  Option,
  Tag,
  TagGroup,
  Text,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { GroupView } from '../../api/contract/school.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { hrefOf } from '../route.ts';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { useSave } from './useSave.ts';

const groupsHref = hrefOf('school', 'groepen');
/** Characters of the name of a group or kernteam. */
const NAME = 40;

export function GroupForm({ group }: { group: GroupView | undefined }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { busy, problem, save, wrong } = useSave();
  const [began, setBegan] = useState(group);
  const [draft, setDraft] = useState(() => ({
    id: group?.id ?? '',
    team: group?.team ?? '',
    mentors: group?.mentors ?? [],
  }));
  const change = (over: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...over }));
  const [typed, setTyped] = useState('');
  const chosen = view.persons.filter((p) => draft.mentors.includes(p.id));
  const offered = view.persons.filter(
    (p) => !draft.mentors.includes(p.id) && p.name.toLowerCase().includes(typed.toLowerCase()),
  );
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
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <nav aria-label="Terug">
        <Link href={groupsHref}>
          <ArrowLeftRegular /> Alle groepen
        </Link>
      </nav>
      <PageTitle title={group ? `Groep ${group.id}` : 'Groep toevoegen'} />
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
      <Field
        label={`Wie is ${view.mentor}?`}
        hint="Eén of meer. Twee zijn een duo: allebei kunnen ze handelen."
        {...wrong('mentors')}
      >
        <Combobox
          className={styles.box}
          placeholder="Typ een naam"
          autoComplete="off"
          value={typed}
          selectedOptions={[]}
          onChange={(event) => setTyped(event.target.value)}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === undefined) return;
            setTyped('');
            change({ mentors: [...draft.mentors, optionValue] });
          }}
        >
          {offered.map((p) => (
            <Option key={p.id} value={p.id}>
              {p.name}
            </Option>
          ))}
        </Combobox>
      </Field>
      {chosen.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={`Gekozen: ${view.mentor}`}
          onDismiss={(_, { value }) => change({ mentors: draft.mentors.filter((id) => id !== value) })}
        >
          {chosen.map((p) => (
            <Tag
              key={p.id}
              primaryText={{ className: styles.wrap }}
              className={styles.tag}
              value={p.id}
              dismissible
              dismissIcon={{ 'aria-label': `${p.name} weghalen` }}
            >
              {p.name}
            </Tag>
          ))}
        </TagGroup>
      )}
      <Problem
        problem={problem}
        onReset={
          group &&
          (() => {
            setBegan(group);
            setDraft(group);
          })
        }
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy || own.id === '' || own.team === ''}
        >
          {busy ? 'Wordt bewaard …' : 'Bewaren'}
        </Button>
        <Button as="a" href={groupsHref}>
          Annuleren
        </Button>
        {group?.pupils === 0 && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => void remove()}>
            Groep weghalen
          </Button>
        )}
      </div>
      {group && group.pupils > 0 && (
        <Text className={styles.second}>Een groep kan pas weg als er geen leerlingen meer in zitten.</Text>
      )}
    </form>
  );
}
