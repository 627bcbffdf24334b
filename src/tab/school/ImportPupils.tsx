/** A list of pupils from the school's administration: first what it would change, then the change. */
import { Button, Checkbox, Text } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { Back } from '../components/Back.tsx';
import { ImportPreview, Imported, sizes } from '../../api/contract/school.ts';
import { paths } from '../../api/contract/paths.ts';
import { ApiProblem, post } from '../api.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { hrefOf } from '../route.ts';
import { useForm } from '../useForm.ts';
import { useMe } from '../me.ts';
import { useSchool } from './context.ts';
import { ImportReport } from './ImportReport.tsx';
import { Problem } from './Problem.tsx';
import { useSchoolStyles } from './styles.ts';

const pupilsHref = hrefOf('school', 'leerlingen');

export function ImportPupils() {
  const styles = useSchoolStyles();
  const { tell, view } = useSchool();
  const { coordinates } = useMe();
  const { busy, problem, send } = useForm();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  const [file, setFile] = useState<string>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [remove, setRemove] = useState(false);

  const look = (chosen: File) =>
    send(async (keyOf) => {
      setName(chosen.name);
      setPreview(undefined);
      if (chosen.size > sizes.file) throw new ApiProblem(TOO_LARGE);
      const body = { file: await base64Of(chosen) };
      setFile(body.file);
      setPreview(await post(paths.importPreview, body, ImportPreview, { key: keyOf(body) }));
    });
  const again = () => {
    if (file === undefined) return;
    void send(async (keyOf) => {
      setPreview(await post(paths.importPreview, { file }, ImportPreview, { key: keyOf({ file }) }));
    });
  };
  const take = async () => {
    if (!preview || file === undefined) return;
    let done: Imported | undefined;
    const body = { file, remove };
    const taken = await send(async (keyOf) => {
      done = await post(paths.import, body, Imported, { key: keyOf(body), etag: preview.version });
    });
    if (!taken || !done) return;
    tell({
      text: `De lijst is ingelezen: ${done.added} nieuw, ${done.changed} veranderd, ${done.removed} uit de lijst gehaald.`,
    });
    window.location.hash = pupilsHref;
  };
  const changes = preview
    ? preview.added.count + preview.changed.count + (remove ? preview.left.count : 0)
    : 0;
  const left = preview?.faults.count === 0 ? preview.left.count : 0;
  const ready = preview !== undefined && preview.faults.count === 0 && changes > 0;
  return (
    <div className={styles.form}>
      <Back href={pupilsHref}>Alle leerlingen</Back>
      <PageTitle
        title="Lijst inlezen"
        sub="Eerst zie je wat er verandert. Pas als je het goed vindt, gebeurt het."
      />
      <div className={styles.part}>
        {/* The browser's own button speaks the computer's language. */}
        <Button
          className={styles.start}
          icon={<DocumentAddRegular />}
          aria-describedby="bestand-uitleg"
          onClick={() => input.current?.click()}
        >
          {name === undefined ? 'Kies een bestand' : 'Kies een ander bestand'}
        </Button>
        {name !== undefined && <Text className={styles.wrap}>Gekozen: {name}</Text>}
        <Text id="bestand-uitleg" size={200} className={styles.second}>
          Een csv-bestand uit je leerlingadministratie, met een regel kopjes: leerlingnummer (mag ontbreken),
          naam (of voornaam, tussenvoegsel en achternaam) en groep.
        </Text>
      </div>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept=".csv,.txt,text/csv"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file, mended, can be chosen again.
          target.value = '';
          if (chosen) void look(chosen);
        }}
      />
      {busy && !preview && <Text role="status">Het bestand wordt bekeken …</Text>}
      <Problem problem={problem} onReset={again} />
      {preview && (
        <>
          <ImportReport preview={preview} />
          {left > 0 && !coordinates && (
            <Text>
              Wie niet in het bestand staat, blijft in de lijst. Weghalen doet de {view.coordinator}, met
              hetzelfde bestand.
            </Text>
          )}
          {left > 0 && coordinates && (
            <Checkbox
              label={
                left === 1
                  ? 'Haal de leerling die niet in het bestand staat uit de lijst'
                  : `Haal de ${left} leerlingen die niet in het bestand staan uit de lijst`
              }
              checked={remove}
              onChange={(_, { checked }) => setRemove(checked === true)}
            />
          )}
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={busy || !ready}
              onClick={() => ready && void take()}
            >
              {busy ? 'Wordt ingelezen …' : 'Neem de lijst over'}
            </Button>
            <Button as="a" href={pupilsHref}>
              Annuleren
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

const TOO_LARGE = `Dit bestand is groter dan ${sizes.file / 1000} kB. Laat alleen de kolommen leerlingnummer, naam en groep staan.`;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
