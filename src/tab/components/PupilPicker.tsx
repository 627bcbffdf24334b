/** Choosing pupils: found while typing, the own groups first, or by a name as it is typed. */
import { Combobox, Field, Option, Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { paths } from '../../api/contract/paths.ts';
import { PupilsFound } from '../../api/contract/report.ts';
import type { Whom } from '../../api/contract/report.ts';
import { get } from '../api.ts';

const useStyles = makeStyles({
  picker: { display: 'grid', rowGap: tokens.spacingVerticalS },
  box: { minWidth: 0, width: '100%' },
  tags: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
  // A long name takes more lines.
  tag: {
    maxWidth: '100%',
    height: 'auto',
    minHeight: '32px',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  },
  name: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Whom somebody chose, with the words by which they know them. */
export interface Chosen {
  whom: Whom;
  label: string;
}
/** Who it is: two pupils can have one name. */
export const keyOf = ({ whom }: Pick<Chosen, 'whom'>) => ('pupil' in whom ? whom.pupil : `naam ${whom.name}`);

/** A name as it was typed. */
export const asTyped = (name: string): Chosen => ({ whom: { name: name.trim() }, label: name.trim() });

const PAUSE_MS = 200;

interface Props {
  id: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** How many at most. */
  most: number;
  /** Characters of a typed name. */
  longest: number;
  chosen: Chosen[];
  onChosen: (chosen: Chosen[]) => void;
  /** Only pupils of the register can be chosen; these stand there before anything is typed. */
  registered?: readonly { id: string; label: string }[];
  /** What was typed and not chosen yet: it counts as a name when the form is sent. */
  typed: string;
  onTyped: (typed: string) => void;
  problem?: string;
}

export function PupilPicker(props: Props) {
  const { id, label, hint, required, most, longest, chosen, onChosen, typed, onTyped, problem } = props;
  const { registered } = props;
  const styles = useStyles();
  const found = useFound(typed).map((pupil) => ({ id: pupil.id, label: `${pupil.name} (${pupil.group})` }));
  const offered = registered && typed === '' ? registered : found;
  const [open, setOpen] = useState(false);
  const full = chosen.length >= most;
  const add = (one: Chosen) => {
    onTyped('');
    if (!chosen.some((c) => keyOf(c) === keyOf(one))) onChosen([...chosen, one]);
  };
  const name = typed.trim();
  return (
    <div className={styles.picker}>
      <Field
        label={label}
        hint={hint}
        required={required}
        validationState={problem === undefined ? 'none' : 'error'}
        validationMessage={problem}
      >
        <Combobox
          id={id}
          className={styles.box}
          freeform
          autoComplete="off"
          maxLength={longest}
          placeholder={full ? `Niet meer dan ${most}` : 'Typ een naam of een groep'}
          disabled={full}
          value={typed}
          selectedOptions={[]}
          open={open}
          onOpenChange={(_, data) => setOpen(data.open)}
          onChange={(event) => {
            onTyped(event.target.value);
            setOpen(true);
          }}
          onOptionSelect={(_, { optionValue, optionText }) => {
            if (optionValue === undefined) return;
            add(
              optionValue === TYPED
                ? asTyped(typed)
                : { whom: { pupil: optionValue }, label: optionText ?? '' },
            );
          }}
        >
          {offered.map((pupil) => (
            <Option key={pupil.id} value={pupil.id}>
              {pupil.label}
            </Option>
          ))}
          {name !== '' && !registered && (
            <Option value={TYPED} text={name}>
              {`Staat er niet bij: gebruik ‘${name}’`}
            </Option>
          )}
        </Combobox>
      </Field>
      {chosen.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={`Gekozen: ${label}`}
          onDismiss={(_, { value }) => onChosen(chosen.filter((c) => keyOf(c) !== value))}
        >
          {chosen.map((one) => (
            <Tag
              key={keyOf(one)}
              value={keyOf(one)}
              className={styles.tag}
              primaryText={{ className: styles.name, children: one.label }}
              dismissible
              dismissIcon={{ 'aria-label': `${one.label} weghalen` }}
            />
          ))}
        </TagGroup>
      )}
    </div>
  );
}
/** The value of the choice that takes the name as it was typed; no id of a pupil has a space. */
const TYPED = 'zoals getypt';

/** What the register has that looks like it; nothing when it can't be asked: a name can be typed. */
function useFound(typed: string): PupilsFound['pupils'] {
  const [found, setFound] = useState<PupilsFound['pupils']>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = window.setTimeout(
      () =>
        void get(`${paths.pupils}?${new URLSearchParams({ q: typed })}`, PupilsFound, stop.signal).then(
          ({ pupils }) => setFound(pupils),
          () => {
            if (!stop.signal.aborted) setFound([]);
          },
        ),
      typed === '' ? 0 : PAUSE_MS,
    );
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return found;
}
