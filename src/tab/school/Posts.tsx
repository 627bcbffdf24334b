/** The functions of somebody, each for the school, a group or a kernteam. */
import { Button, Field, Select } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import type { PersonView } from '../../api/contract/school.ts';
import { useSchool } from './context.ts';
import { useSchoolStyles } from './styles.ts';
import { titleOf } from './words.ts';

type Post = PersonView['posts'][number];

interface Props {
  posts: Post[];
  onPosts: (posts: Post[]) => void;
  problem: string | undefined;
}

export function Posts({ posts, onPosts, problem }: Props) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const set = (at: number, post: Post) => onPosts(posts.map((p, i) => (i === at ? post : p)));
  return (
    <Field validationState={problem === undefined ? 'none' : 'error'} validationMessage={problem}>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>Functies</legend>
        {posts.map((post, i) => (
          <div key={i} className={styles.row}>
            <Field label={`Functie ${i + 1}`} className={styles.grow}>
              <Select value={post.function} onChange={(_, { value }) => set(i, { ...post, function: value })}>
                {view.functions.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Voor" className={styles.grow}>
              <Select value={reachOf(post)} onChange={(_, { value }) => set(i, within(post.function, value))}>
                <option value="">de hele school</option>
                <optgroup label="Groep">
                  {view.groups.map(({ id }) => (
                    <option key={id} value={`groep:${id}`}>
                      {id}
                    </option>
                  ))}
                </optgroup>
                <optgroup label="Kernteam">
                  {view.teams.map((team) => (
                    <option key={team} value={`team:${team}`}>
                      {team}
                    </option>
                  ))}
                </optgroup>
              </Select>
            </Field>
            <Button
              icon={<DeleteRegular />}
              aria-label={`Functie ${i + 1} weghalen: ${titleOf(post.function, view)}`}
              onClick={() => onPosts(posts.filter((_, at) => at !== i))}
            />
          </div>
        ))}
        <div>
          <Button
            icon={<AddRegular />}
            onClick={() => onPosts([...posts, { function: view.functions[0]!.id }])}
          >
            Functie toevoegen
          </Button>
        </div>
      </fieldset>
    </Field>
  );
}

const reachOf = ({ group, team }: Post): string =>
  group !== undefined ? `groep:${group}` : team !== undefined ? `team:${team}` : '';

function within(fn: string, reach: string): Post {
  if (reach.startsWith('groep:')) return { function: fn, group: reach.slice('groep:'.length) };
  if (reach.startsWith('team:')) return { function: fn, team: reach.slice('team:'.length) };
  return { function: fn };
}
