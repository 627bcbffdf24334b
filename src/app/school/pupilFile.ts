/** Reads a list of pupils as school administrations export it: comma or semicolon, UTF-8 or Windows-1252, Dutch headers. */
import { CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../../domain/errors.ts';
import { folded } from '../../domain/folded.ts';
import { limits } from '../../domain/limits.ts';
import type { PupilLine } from '../../domain/schoolChangePupils.ts';

/** Names of columns, as folded text. */
const HEADERS = {
  number: ['leerlingnummer', 'leerlingnr', 'stamnummer', 'stamnr', 'nummer', 'id', 'llnr', 'll nr'],
  name: ['naam', 'leerling', 'volledige naam', 'naam leerling', 'leerlingnaam'],
  first: ['voornaam', 'roepnaam', 'voornamen'],
  middle: ['tussenvoegsel', 'tussenvoegsels', 'voorvoegsel', 'voorvoegsels'],
  last: ['achternaam', 'familienaam'],
  group: ['groep', 'klas', 'stamgroep', 'stamklas', 'klasnaam', 'groepsnaam', 'basisgroep'],
} as const;
type Column = keyof typeof HEADERS;

/** @throws DomainError for a file that is no list of pupils; what is wrong on one line is for `pupilImport` to say */
export function readPupilFile(bytes: Uint8Array): PupilLine[] {
  const text = decoded(bytes);
  const rows = rowsOf(text);
  const [header, ...lines] = rows;
  if (!header) throw wrong('Het bestand is leeg.');
  const columns = columnsOf(header.record);
  if (lines.length === 0) throw wrong('Het bestand heeft alleen een regel met kopjes, en geen leerlingen.');
  if (lines.length > limits.importPupils)
    throw wrong(
      `Er staan ${lines.length} leerlingen in. Kies een bestand met hooguit ${limits.importPupils}.`,
    );
  return lines.map(({ record, line }) => {
    const cell = (column: Column) => {
      const at = columns[column];
      return at === undefined ? '' : tidy(record[at] ?? '');
    };
    const name = cell('name') || [cell('first'), cell('middle'), cell('last')].filter(Boolean).join(' ');
    return { line, number: cell('number') || undefined, name, group: cell('group') };
  });
}

/** A file that is no UTF-8 is taken for Windows-1252, in which Excel saves. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function rowsOf(text: string): { record: string[]; line: number }[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', ',', '\t'].find((sign) => first.includes(sign)) ?? ';';
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines;
    throw wrong(
      `Ik kan ${line === undefined ? 'het bestand' : `regel ${line}`} niet lezen. Staan er losse aanhalingstekens in?`,
    );
  }
}

function columnsOf(header: string[]): Partial<Record<Column, number>> {
  const names = header.map((name) => folded(name));
  const columns: Partial<Record<Column, number>> = {};
  for (const [column, words] of Object.entries(HEADERS)) {
    const at = names.findIndex((name) => (words as readonly string[]).includes(name));
    if (at >= 0) columns[column as Column] = at;
  }
  if (columns.group === undefined)
    throw wrong('Ik vind geen kolom met de groep. Noem die kolom ‘groep’ of ‘klas’.');
  if (columns.name === undefined && (columns.first === undefined || columns.last === undefined))
    throw wrong(
      'Ik vind geen kolom met de naam. Noem die kolom ‘naam’, of gebruik ‘voornaam’ en ‘achternaam’.',
    );
  return columns;
}

const tidy = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ').trim();
const wrong = (text: string) => new DomainError('invalid', text, 'file');
