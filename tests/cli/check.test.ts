import { dirname } from 'node:path';
import { changed, fileWith, small } from '../support/smallProtocol.ts';
import { protocolCommand } from '../support/output.ts';

it('a file that is right gets a line with how much stands in it', () => {
  const file = fileWith(small);
  expect(protocolCommand('check', file)).toStrictEqual({
    code: 0,
    out: `${file}: in orde (8 stappen, 1 norm)\n`,
    err: '',
  });
});

it('every fault gets a line with file, line, what and how to mend it, in the order of the file', () => {
  const file = fileWith(
    changed(
      ['opens: { after: groep }', 'opens: { after: groepp }'],
      ['also: [directeur]', 'also: [conrector]'],
    ),
  );
  const { code, out, err } = protocolCommand('check', file);
  expect({ code, out }).toStrictEqual({ code: 1, out: '' });
  expect(err.split('\n')).toStrictEqual([
    `${file}:28: De functie ‘conrector’ staat niet bij functions. Kies uit: mentor, coordinator, directeur.`,
    `${file}:55: Er is geen stap ‘groepp’. Bedoel je ‘groep’?`,
    '',
  ]);
});

it('the other files are checked too when one is not right', () => {
  const [wrong, right] = [fileWith('id: [', 'stuk.yaml'), fileWith(small)];
  const { code, out, err } = protocolCommand('check', 'nergens.yaml', wrong, right);
  expect(code).toBe(1);
  expect(out).toBe(`${right}: in orde (8 stappen, 1 norm)\n`);
  expect(err).toContain('nergens.yaml: Dit bestand bestaat niet.');
  expect(err).toMatch(/stuk\.yaml:1: Dit is geen goede YAML: .+\. Maak eerst dit goed/);
  expect(err).not.toMatch(/\bat .+\.ts/);
});

it.each<[string, string, string]>([
  ['a folder', dirname(fileWith(small)), 'Dit is een map, geen bestand.'],
  ['an empty file', fileWith(''), ':1: Dit bestand is geen protocol. Begin met id, version en title.'],
  ['a list', fileWith('- a\n- b\n'), ':1: Dit bestand is geen protocol. Begin met id, version en title.'],
])('%s is no protocol, and says so', (_name, file, message) => {
  const { code, err } = protocolCommand('check', file);
  expect(code).toBe(1);
  expect(err).toContain(message);
});

describe('a released version', () => {
  const released = fileWith(small, 'eerder.yaml');

  it('keeps its text: another text under the same version is a fault', () => {
    const file = fileWith(changed(['title: Groep\n', 'title: Bijeenkomst\n']));
    const said = `${file}:2: De tekst van versie 1 is veranderd: in ${released} staat een andere. Maak er versie 2 van.\n`;
    expect(protocolCommand('check', file, '--against', released)).toStrictEqual({
      code: 1,
      out: '',
      err: said,
    });
    expect(protocolCommand('check', file, '--against', dirname(released)).err).toBe(said);
  });

  it('may get other comments and spaces', () => {
    const file = fileWith(`# Nieuw.\n${small.replace('{ id: plagen, title', '{ id:   plagen, title')}`);
    expect(protocolCommand('check', file, '--against', released).code).toBe(0);
  });

  it('is left alone by a new version', () => {
    const file = fileWith(changed(['version: 1', 'version: 2'], ['title: Groep\n', 'title: Bijeenkomst\n']));
    expect(protocolCommand('check', file, '--against', released).code).toBe(0);
  });

  it('is not followed by an older one', () => {
    const file = fileWith(small);
    const newer = fileWith(changed(['version: 1', 'version: 3']));
    const { code, err } = protocolCommand('check', file, '--against', newer);
    expect(code).toBe(1);
    expect(err).toBe(`${file}:2: Versie 1 is ouder dan versie 3 in ${newer}. Maak er versie 4 van.\n`);
  });

  it('of another protocol says nothing about this one', () => {
    const other = fileWith(changed(['id: klein', 'id: ander'], ['title: Groep\n', 'title: Iets\n']));
    expect(protocolCommand('check', fileWith(small), '--against', other).code).toBe(0);
  });

  it('that is not there is a fault', () => {
    const { code, err } = protocolCommand('check', fileWith(small), '--against', '/nergens');
    expect(code).toBe(1);
    expect(err).toContain('/nergens: Dit bestaat niet.');
  });
});
