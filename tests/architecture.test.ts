import { execFileSync } from 'node:child_process';

/** A line of code that a file may not have, and what lint says of it. */
const forbidden: [file: string, code: string, message: string][] = [
  ['src/domain/evolve.ts', "import '../app/ports/store.ts';", 'domain may import itself only'],
  ['src/domain/evolve.ts', "import 'node:fs';", 'domain may not import this package'],
  ['src/app/commit.ts', "import '../storage/store.ts';", 'app may import itself, domain only'],
  ['src/app/commit.ts', "import 'botbuilder';", 'app may not import this package'],
  ['src/cards/notice.ts', "import '../teams/bot.ts';", 'cards may import itself, domain only'],
  ['src/api/routes.ts', "import 'botbuilder';", 'api may not import this package'],
  ['src/api/contract/case.ts', "import '../../domain/case.ts';", 'zod only'],
  [
    'src/tab/main.tsx',
    "import '../domain/case.ts';",
    'the tab imports api/contract and nothing else of the server',
  ],
  ['src/cli/check.ts', "import '../teams/bot.ts';", 'cli may import itself, app, domain, storage only'],
  ['src/storage/store.ts', "import '../teams/bot.ts';", 'storage may import itself, app, domain only'],
  [
    'src/app/commit.ts',
    'export const x = process.env.HOME;',
    'config.ts is the only reader of the environment',
  ],
];

describe('the rooms', () => {
  it('import only what they may: lint makes everything else an error', () => {
    const input = JSON.stringify(forbidden.map(([file, code]) => ({ file, code })));
    const said = JSON.parse(
      execFileSync(process.execPath, ['tests/support/lintTexts.mjs'], { input, encoding: 'utf8' }),
    ) as string[][];
    forbidden.forEach(([file, code, message], i) => {
      expect({ file, code, said: said[i] }).toStrictEqual({
        file,
        code,
        said: expect.arrayContaining([expect.stringContaining(message)]),
      });
    });
  }, 60_000);
});
