/** Which of the open cases are shown, and how: all of it stands in the address. */
import { Button, SearchBox, Select, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CaseLine } from '../../api/contract/cases.ts';
import { leadKey, readFilter } from '../../api/contract/filter.ts';
import { useNarrow } from '../components/useNarrow.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  search: { flexGrow: 1, minWidth: '14rem', maxWidth: '22rem' },
  select: { flexGrow: 1, minWidth: '9rem', maxWidth: '16rem' },
});

/** The words of the address that the list knows; one button takes them all away. */
const NAMES = ['laat', 'mij', 'groep', 'kernteam', 'wie', 'stap', 'zoek', 'sorteer', 'per'];
const chosen = ['groep', 'kernteam', 'wie', 'stap', 'per'];
export const isFiltered = (query: URLSearchParams): boolean => NAMES.some((name) => query.has(name));

const sorts = [
  ['', 'Volgorde: dringend eerst'],
  ['datum', 'Volgorde: datum'],
  ['nummer', 'Volgorde: nummer'],
  ['groep', 'Volgorde: groep'],
  ['stap', 'Volgorde: stap'],
  ['wie', 'Volgorde: wie aan zet is'],
  ['-ronde', 'Volgorde: ronde'],
] as const;

interface Props {
  lines: CaseLine[];
  query: URLSearchParams;
  onQuery: (query: URLSearchParams) => void;
}

export function CaseFilters({ lines, query, onQuery }: Props) {
  const styles = useStyles();
  const narrow = useNarrow();
  const [more, setMore] = useState(() => chosen.some((name) => query.has(name)));
  const filter = readFilter(query);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    onQuery(next);
  };
  const { group = [], team = [], step = [], lead = [] } = optionsOf(lines);
  const selects = [
    { name: 'groep', label: 'Groep', all: 'Alle groepen', value: filter.group, options: group },
    { name: 'kernteam', label: 'Kernteam', all: 'Alle kernteams', value: filter.team, options: team },
    { name: 'wie', label: 'Aan zet', all: 'Iedereen aan zet', value: filter.lead, options: lead },
    { name: 'stap', label: 'Stap', all: 'Alle stappen', value: filter.step, options: step },
  ].filter(({ options, value }) => options.length > 1 || value !== '');
  return (
    <div className={styles.bar} role="search" aria-label="Zaken zoeken en filteren">
      <SearchBox
        className={styles.search}
        aria-label="Zoek op nummer, groep, stap of wie aan zet is"
        placeholder="Nummer, groep, stap of naam"
        value={filter.search}
        maxLength={60}
        onChange={(_, { value }) => set('zoek', value)}
      />
      <ToggleButton checked={filter.mine} onClick={() => set('mij', filter.mine ? '' : '1')}>
        Van mij
      </ToggleButton>
      <ToggleButton checked={filter.late} onClick={() => set('laat', filter.late ? '' : '1')}>
        Te laat
      </ToggleButton>
      {narrow && (
        <ToggleButton
          icon={<FilterRegular />}
          checked={more}
          onClick={() => setMore(!more)}
          aria-expanded={more}
        >
          Meer
        </ToggleButton>
      )}
      {(!narrow || more) && (
        <>
          {selects.map(({ name, label, all, value, options }) => (
            <Select
              key={name}
              className={styles.select}
              aria-label={label}
              value={value}
              onChange={(_, data) => set(name, data.value)}
            >
              <option value="">{all}</option>
              {options.map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </Select>
          ))}
          <Select
            className={styles.select}
            aria-label="Groeperen"
            value={query.get('per') ?? ''}
            onChange={(_, data) => set('per', data.value)}
          >
            <option value="">Groeperen: nee</option>
            <option value="wie">Groeperen: wie aan zet is</option>
            <option value="kernteam">Groeperen: kernteam</option>
          </Select>
          {narrow && (
            <Select
              className={styles.select}
              aria-label="Volgorde"
              value={query.get('sorteer') ?? ''}
              onChange={(_, data) => set('sorteer', data.value)}
            >
              {sorts.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </>
      )}
      {isFiltered(query) && (
        <Button appearance="subtle" icon={<DismissRegular />} onClick={() => onQuery(cleared(query))}>
          Alles wissen
        </Button>
      )}
    </div>
  );
}

/** Without what filters and sorts. */
export function cleared(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of NAMES) next.delete(name);
  return next;
}

type Option = [id: string, text: string];

/** What can be chosen: what stands in the list, by its words. */
function optionsOf(lines: CaseLine[]): Record<'group' | 'team' | 'step' | 'lead', Option[]> {
  const of = (pick: (line: CaseLine) => Option | undefined): Option[] =>
    [...new Map(lines.flatMap((line) => [pick(line)].filter((o) => o !== undefined)))].sort((a, b) =>
      a[1].localeCompare(b[1], 'nl', { numeric: true }),
    );
  const same = (text: string | undefined): Option | undefined =>
    text === undefined ? undefined : [text, text];
  return {
    group: of(({ group }) => same(group)),
    team: of(({ team }) => same(team)),
    step: of(({ step }) => same(step)),
    lead: of(({ lead }) => [leadKey(lead), lead.name ?? lead.function]),
  };
}
