/** Who is the mentor of a group: one or more of the staff, found by name (K4). */
import { Combobox, Field, Option, Tag, TagGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { hasWords } from '../../api/contract/words.ts';
import { useSchool } from './context.ts';
import { useSchoolStyles } from './styles.ts';
import type { Save } from './useSave.ts';

interface Props {
  /** Ids of persons. */
  mentors: string[];
  onMentors: (mentors: string[]) => void;
  problem: ReturnType<Save['wrong']>;
}

export function MentorPicker({ mentors, onMentors, problem }: Props) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const [typed, setTyped] = useState('');
  const chosen = view.persons.filter((p) => mentors.includes(p.id));
  const offered = view.persons.filter((p) => !mentors.includes(p.id) && hasWords(p.name, typed));
  return (
    <>
      <Field
        label={`Wie is ${view.mentor}?`}
        hint="Eén of meer. Twee zijn een duo: allebei kunnen ze handelen."
        {...problem}
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
            onMentors([...mentors, optionValue]);
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
          onDismiss={(_, { value }) => onMentors(mentors.filter((id) => id !== value))}
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
    </>
  );
}
