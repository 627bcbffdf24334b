/** How the parents of a pupil were told, or why they are not called (M9, P11). */
import { Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ContactSent } from '../../api/contract/step.ts';

const useStyles = makeStyles({
  pair: { display: 'grid', rowGap: tokens.spacingVerticalS },
  short: { maxWidth: '20rem' },
});

const spoken: Record<ContactSent['how'], string> = {
  phone: 'Gebeld',
  talk: 'Gesproken',
  appointment: 'Afspraak gemaakt',
  mail: 'E-mail gestuurd',
  letter: 'Brief gestuurd',
  other: 'Anders',
};
const UNREACHED = 'niet-bereikt';
const NOT_CALLED = 'niet-bellen';

/** What was chosen, and the reason where they are not called. */
export interface Told {
  how: string;
  because: string;
}
export const NOTHING_TOLD: Told = { how: '', because: '' };

/** What is sent of it; nothing where nothing was chosen. */
export function contactOf(of: string, { how, because }: Told): ContactSent | undefined {
  if (how === '') return undefined;
  if (how === UNREACHED) return { of, how: 'phone', reached: false };
  if (how === NOT_CALLED) return { of, how: 'phone', reached: false, because };
  return { of, how: how as ContactSent['how'], reached: true };
}

interface Props {
  id: string;
  name: string;
  /** With which endings it is needed, in words. */
  when?: string;
  told: Told;
  onTold: (told: Told) => void;
  problem: string | undefined;
}

export function ParentInputs({ id, name, when = '', told, onTold, problem }: Props) {
  const styles = useStyles();
  const error = { validationState: problem ? 'error' : 'none', validationMessage: problem } as const;
  const asksWhy = told.how === NOT_CALLED;
  return (
    <div className={styles.pair}>
      <Field label={`Ouders van ${name}: hoe heb je ze gesproken?${when}`} {...(asksWhy ? {} : error)}>
        <Select
          id={id}
          className={styles.short}
          value={told.how}
          onChange={(_, { value }) => onTold({ ...told, how: value })}
        >
          <option value="">Nog niet</option>
          {Object.entries(spoken).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value={UNREACHED}>Niet bereikt</option>
          <option value={NOT_CALLED}>Niet bellen, omdat …</option>
        </Select>
      </Field>
      {asksWhy && (
        <Field label="Waarom bel je deze ouders niet?" required {...error}>
          <Input
            id={`${id}-why`}
            value={told.because}
            onChange={(_, { value }) => onTold({ ...told, because: value })}
          />
        </Field>
      )}
    </div>
  );
}
