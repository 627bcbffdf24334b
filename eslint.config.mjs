// Lint, with the rules of which room may import which (see the README's architecture section).
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const rooms = ['domain', 'app', 'storage', 'cards', 'teams', 'api', 'tab', 'cli', 'dev'];

/** Files of a room may import the rooms and the packages named, and nothing else. */
function room(name, allowedRooms, allowedPackages) {
  const otherRooms = rooms.filter((r) => r !== name && !allowedRooms.includes(r));
  const packages = allowedPackages.map((p) => p.replace(/[/.]/g, '\\$&')).join('|');
  return {
    files: [`src/${name}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${otherRooms.join('|')})/`,
              message: `${name} may import ${['itself', ...allowedRooms].join(', ')} only`,
            },
            {
              regex: `^(\\.\\./)+(index|service|config|log|stopping)\\.ts$`,
              message: `${name} gets its surroundings handed in`,
            },
            { regex: `^(?!\\.{1,2}/|(?:${packages})$)`, message: `${name} may not import this package` },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'src/dev/host/', 'src/dev/gallery/*.js', '*.cjs', '**/*.cjs'] },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, properties: false, attributes: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  room('domain', [], ['zod/v4', 'temporal-polyfill']),
  room('app', ['domain'], ['node:timers/promises', 'p-limit', 'date-holidays', 'csv-parse/sync']),
  room(
    'storage',
    ['app', 'domain'],
    [
      '@azure/data-tables',
      '@azure/identity',
      '@azure/core-rest-pipeline',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:timers/promises',
      'yaml',
      'zod/v4',
    ],
  ),
  room('cards', ['domain'], ['adaptivecards-templating', 'node:fs', 'node:path', 'zod/v4']),
  room(
    'teams',
    ['app', 'cards', 'domain'],
    ['botbuilder', 'botframework-connector', '@microsoft/teams-ai', 'fuse.js', 'restify', 'zod/v4'],
  ),
  room(
    'api',
    ['app', 'domain'],
    [
      'restify',
      'jose',
      'write-excel-file/node',
      'zod/v4',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:zlib',
    ],
  ),
  room(
    'cli',
    ['app', 'domain', 'storage'],
    ['commander', 'yaml', 'zod/v4', 'node:fs', 'node:path', 'node:process'],
  ),
  {
    files: ['src/api/contract/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!zod/v4$|\\./)', message: 'the tab imports these files: zod only' }] },
      ],
    },
  },
  {
    files: ['src/tab/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+(?!api/contract/)(domain|app|storage|cards|teams|api|cli|dev)/',
              message: 'the tab imports api/contract and nothing else of the server',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/config.ts', 'src/dev/**', 'src/tab/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts is the only reader of the environment' },
      ],
    },
  },
  {
    // The protocol files, Azurite's inner modules and jest's matchers are untyped by nature.
    files: ['tests/**/*.{ts,tsx}', 'src/dev/azurite.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false },
      globals: { process: 'readonly', console: 'readonly' },
    },
  },
);
