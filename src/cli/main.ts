/** `npm run protocol -- …`: the commands for whoever writes a protocol file. */
import { Command, CommanderError } from 'commander';
import { ProtocolFileError } from '../storage/protocolFiles.ts';
import { runCheck } from './check.ts';
import { runDescribe } from './describe.ts';
import { runDiagram } from './diagram.ts';
import { runDiff } from './diff.ts';
import type { Output } from './output.ts';
import { terminal } from './output.ts';
import { runSchema } from './schema.ts';
import { runSimulate } from './simulateCommand.ts';

/** Wrong usage, or a command that could not even begin. */
const USAGE = 2;

/** Runs one command. @returns its exit code: 0 done, 1 faults were found, 2 wrong usage */
export function run(argv: readonly string[], output: Output = terminal): number {
  let code = 0;
  const program = commands(output, (result) => (code = result));
  try {
    program.parse(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof ProtocolFileError) {
      output.err(error.message);
      return 1;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') output.err(program.helpInformation());
    output.err(`${inDutch(error)}\nUitleg: npm run protocol -- --help`);
    return USAGE;
  }
}

function commands(output: Output, done: (code: number) => void): Command {
  const program = new Command('protocol')
    .description('Nakijken, tonen en naspelen van protocollen')
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text.trimEnd()), writeErr: () => undefined })
    .configureHelp({
      helpWidth: 100,
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: usageOf,
      commandUsage: (command) => `npm run protocol -- ${command.parent ? usageOf(command) : '<opdracht>'}`,
    })
    .helpOption('-h, --help', 'deze uitleg')
    .helpCommand(false);
  const command = (name: string, description: string) =>
    program.command(name).description(description).helpOption('-h, --help', 'deze uitleg');

  command('check', 'kijk protocollen na: bestand, regel, wat er mis is en hoe je het herstelt')
    .argument('<bestand...>', 'protocollen')
    .option('--against <pad>', 'eerdere versie, als bestand of map: een uitgebrachte versie verandert niet')
    .action((files: string[], options: { against?: string }) => done(runCheck(files, options, output)));
  command('describe', 'alles wat in een protocol staat, in gewone taal')
    .argument('<bestand>', 'protocol')
    .option('--json', 'als JSON')
    .action((file: string, options: { json?: boolean }) => done(runDescribe(file, options, output)));
  command('diagram', 'een tekening van de stappen, als Mermaid')
    .argument('<bestand>', 'protocol')
    .action((file: string) => done(runDiagram(file, output)));
  command('diff', 'wat twee versies verschillen, en wat dat voor een lopende zaak betekent')
    .argument('<oud>', 'protocol')
    .argument('<nieuw>', 'protocol')
    .action((old: string, next: string) => done(runDiff(old, next, output)));
  command('simulate', 'speel een scenario na: wat gebeurt wanneer, en klopt dat met wat je verwacht')
    .argument('<bestand>', 'protocol')
    .argument('<scenario>', 'scenario')
    .option('--json', 'als JSON')
    .action((file: string, scenario: string, options: { json?: boolean }) =>
      done(runSimulate(file, scenario, { json: options.json === true })),
    );
  command('schema', 'de taal van een protocol als JSON Schema').action(() => done(runSchema(output)));
  return program;
}

/** "check <bestand...> [--against <pad>]". */
const usageOf = (command: Command): string =>
  [
    command.name(),
    ...command.registeredArguments.map((argument) => `<${argument.name()}${argument.variadic ? '...' : ''}>`),
    ...command.options.map((option) => `[${option.flags}]`),
  ].join(' ');

const titles: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Wat je opgeeft:',
};

/** What commander refuses, in Dutch, with the word that it is about. */
function inDutch({ code, message }: CommanderError): string {
  const word = /'([^']+)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.help':
      return 'Kies een opdracht.';
    case 'commander.unknownCommand':
      return `De opdracht ‘${word}’ bestaat niet.`;
    case 'commander.unknownOption':
      return `De optie ‘${word}’ bestaat niet.`;
    case 'commander.missingArgument':
      return `Geef ook op: <${word}>.`;
    case 'commander.optionMissingArgument':
      return `Bij ‘${word}’ hoort een waarde.`;
    case 'commander.excessArguments':
      return 'Er staat te veel op de regel.';
    default:
      return `Dit kan niet: ${message}.`;
  }
}

if (require.main === module) {
  // Who reads the first lines only (head, less) may stop reading.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = run(process.argv.slice(2));
}
