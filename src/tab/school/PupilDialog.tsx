/** One pupil: name and group. In a dialog, so that the place in a long list is kept. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  Select,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { sizes } from '../../api/contract/school.ts';
import type { PupilView } from '../../api/contract/school.ts';
import { useMe } from '../me.ts';
import { useSchool } from './context.ts';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';
import { useSave } from './useSave.ts';

/** Characters of a pupil's number. */
const NUMBER = 40;

export function PupilDialog({ pupil, trigger }: { pupil: PupilView | undefined; trigger: ReactElement }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>{trigger}</DialogTrigger>
      <DialogSurface>{open && <Editing pupil={pupil} onDone={() => setOpen(false)} />}</DialogSurface>
    </Dialog>
  );
}

function Editing({ pupil, onDone }: { pupil: PupilView | undefined; onDone: () => void }) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const { coordinates } = useMe();
  const { busy, problem, save, wrong } = useSave();
  const [began, setBegan] = useState(pupil);
  const [draft, setDraft] = useState(() => ({
    id: pupil?.id ?? '',
    name: pupil?.name ?? '',
    group: pupil?.group ?? view.groups[0]?.id ?? '',
  }));
  const submit = async () => {
    const own = { id: draft.id.trim(), name: draft.name.trim(), group: draft.group };
    const said = pupil ? 'De leerling is bewaard.' : 'De leerling is toegevoegd.';
    if (await save({ kind: 'pupil', isNew: !began, pupil: own }, began?.version, said)) onDone();
  };
  const remove = async () => {
    if (
      await save({ kind: 'pupil-gone', id: draft.id }, began?.version, 'De leerling is uit de lijst gehaald.')
    )
      onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <DialogBody>
        <DialogTitle>{pupil ? 'Leerling veranderen' : 'Leerling toevoegen'}</DialogTitle>
        <DialogContent className={styles.part}>
          {!began && (
            <Field
              label="Leerlingnummer"
              hint="Hetzelfde als in je leerlingadministratie."
              required
              {...wrong('id')}
            >
              <Input
                maxLength={NUMBER}
                value={draft.id}
                onChange={(_, { value }) => setDraft({ ...draft, id: value })}
              />
            </Field>
          )}
          <Field label="Naam" required>
            <Input
              maxLength={sizes.name}
              value={draft.name}
              onChange={(_, { value }) => setDraft({ ...draft, name: value })}
            />
          </Field>
          <Field label="Groep" required {...wrong('group')}>
            <Select value={draft.group} onChange={(_, { value }) => setDraft({ ...draft, group: value })}>
              {view.groups.map(({ id }) => (
                <option key={id}>{id}</option>
              ))}
            </Select>
          </Field>
          {view.groups.length === 0 && <Text>Er zijn nog geen groepen. Voeg eerst een groep toe.</Text>}
          {pupil && !coordinates && <Text>Uit de lijst halen doet de {view.coordinator}.</Text>}
          {pupil?.inCase && <Text>Deze leerling hoort bij een open zaak, en blijft daarom in de lijst.</Text>}
          <Problem
            problem={problem}
            onReset={
              pupil &&
              (() => {
                setBegan(pupil);
                setDraft(pupil);
              })
            }
          />
        </DialogContent>
        <DialogActions fluid>
          {pupil && coordinates && !pupil.inCase && (
            <Button appearance="subtle" disabledFocusable={busy} onClick={() => void remove()}>
              Uit de lijst halen
            </Button>
          )}
          <Button onClick={onDone}>Annuleren</Button>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={busy || [draft.id, draft.name, draft.group].some((text) => text.trim() === '')}
          >
            {busy ? 'Wordt bewaard …' : 'Bewaren'}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
