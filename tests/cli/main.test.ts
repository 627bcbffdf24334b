import { protocolCommand } from '../support/output.ts';

describe('wrong usage ends with 2 and says in Dutch what is wrong', () => {
  it.each<[string, string[], string]>([
    ['no command', [], 'Kies een opdracht.'],
    ['a command that is not there', ['chek'], 'De opdracht ‘chek’ bestaat niet.'],
    ['an option that is not there', ['check', '--snel', 'x.yaml'], 'De optie ‘--snel’ bestaat niet.'],
    ['no file', ['check'], 'Geef ook op: <bestand>.'],
    ['too much', ['diagram', 'a.yaml', 'b.yaml'], 'Er staat te veel op de regel.'],
    [
      'an option without its value',
      ['check', 'x.yaml', '--against'],
      'Bij ‘--against <pad>’ hoort een waarde.',
    ],
  ])('%s', (_name, argv, message) => {
    const { code, out, err } = protocolCommand(...argv);
    expect({ code, out }).toStrictEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('npm run protocol -- --help');
  });
});

it('the help names every command and what it is given', () => {
  const { code, out, err } = protocolCommand('--help');
  expect({ code, err }).toStrictEqual({ code: 0, err: '' });
  for (const usage of [
    'check <bestand...> [--against <pad>]',
    'describe <bestand> [--json]',
    'diagram <bestand>',
    'diff <oud> <nieuw>',
    'simulate <bestand> <scenario> [--json]',
    'schema',
  ])
    expect(out).toContain(usage);
  expect(out).not.toMatch(/Usage|Options|Commands|display help/);
});

it.each(['describe', 'diagram'])('%s of a file that is not there ends with 1 and says so', (command) => {
  expect(protocolCommand(command, 'nergens.yaml')).toStrictEqual({
    code: 1,
    out: '',
    err: 'nergens.yaml: Dit bestand bestaat niet. Kijk of de naam klopt.\n',
  });
});
