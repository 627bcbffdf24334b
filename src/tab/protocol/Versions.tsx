/** The versions of the protocol, and what two of them differ in, in words. */
import { Badge, Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { Failed } from '../components/Failed.tsx';
import { paths } from '../../api/contract/paths.ts';
import { ProtocolDifference, ProtocolVersions } from '../../api/contract/protocol.ts';
import { get } from '../api.ts';
import { Loading } from '../components/Loading.tsx';
import type { Place } from '../route.ts';
import { setQuery } from '../route.ts';
import { useAnswer } from '../useAnswer.ts';
import { Block, Lines } from './Block.tsx';

const useStyles = makeStyles({
  all: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  choose: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  then: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const askVersions = (signal: AbortSignal) => get(paths.protocolVersions, ProtocolVersions, signal);

export function Versions({ place }: { place: Place }) {
  const styles = useStyles();
  const { value, problem, retry } = useAnswer(askVersions);
  if (problem)
    return <Failed title="De versies kunnen niet worden getoond" problem={problem} onRetry={retry} />;
  if (!value) return <Loading label="De versies worden geladen" />;
  const { versions } = value;
  const known = (word: string) =>
    versions.find(({ version }) => String(version) === place.query.get(word))?.version;
  const to = known('naar') ?? versions[0]?.version;
  const from = known('van') ?? versions.find(({ version }) => version !== to)?.version;
  const choose =
    (word: string) =>
    (_: unknown, { value: version }: { value: string }) => {
      const query = new URLSearchParams(place.query);
      query.set(word, version);
      setQuery(place, query);
    };
  const select = (label: string, word: string, chosen: number) => (
    <Field label={label}>
      <Select value={String(chosen)} onChange={choose(word)}>
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            Versie {version}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={styles.all}>
      <Block title="Versies op deze school">
        <Text>
          Een zaak die loopt, blijft op de versie waarmee zij begon. Nieuwe zaken beginnen met de nieuwste.
        </Text>
        <Lines
          lines={versions.map(({ version, current }) => (
            <>
              Versie {version} {current && <Badge appearance="tint">geldt nu</Badge>}
            </>
          ))}
        />
        {versions.length < 2 && <Text>Er is nog geen andere versie om mee te vergelijken.</Text>}
      </Block>
      {from !== undefined && to !== undefined && (
        <Block title="Wat er anders is">
          <div className={styles.choose}>
            {select('Van', 'van', from)}
            {select('Naar', 'naar', to)}
          </div>
          <Difference key={`${from} ${to}`} from={from} to={to} />
        </Block>
      )}
    </div>
  );
}

function Difference({ from, to }: { from: number; to: number }) {
  const styles = useStyles();
  const ask = useCallback(
    (signal: AbortSignal) =>
      get(`${paths.protocolDifference}?van=${from}&naar=${to}`, ProtocolDifference, signal),
    [from, to],
  );
  const { value, problem, retry } = useAnswer(ask);
  if (problem)
    return <Failed title="Het verschil kan niet worden getoond" problem={problem} onRetry={retry} />;
  if (!value) return <Loading label="Het verschil wordt geladen" />;
  if (value.parts.length === 0) return <Text role="status">Deze twee zijn hetzelfde.</Text>;
  return (
    <>
      <Text role="status">
        Onder elk verschil staat wat er gebeurt in een zaak die overgaat naar versie {to}.
      </Text>
      {value.parts.map(({ heading, changes }) => (
        <section key={heading}>
          <Text as="h3" weight="semibold">
            {heading}
          </Text>
          <Lines
            lines={changes.map(({ what, then }) => (
              <>
                {what.charAt(0).toUpperCase() + what.slice(1)}
                <Text size={200} className={styles.then}>
                  {then}
                </Text>
              </>
            ))}
          />
        </section>
      ))}
    </>
  );
}
