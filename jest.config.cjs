/** Packages that ship only ES modules; jest has to transform them for the CommonJS server. */
const esm = ['temporal-polyfill', 'temporal-utils', 'temporal-spec', 'jose', 'p-limit', 'yocto-queue'];

/** Packages that take long to load: once for all test files of a process (tests/support/jest/outside.cjs). */
const outside = [
  '@azure/data-tables',
  '@microsoft/teams-ai',
  'adaptive-expressions',
  'adaptivecards-templating',
  'azurite',
  'botbuilder',
  'botframework-connector',
  'date-holidays',
  'playwright-core',
  'restify',
  'yaml',
];

// Azurite brings Application Insights along, which would trace every request of the process though nobody looks.
process.env.APPLICATION_INSIGHTS_NO_DIAGNOSTIC_CHANNEL = '1';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/support/jest/environment.cjs',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: {
    [`/node_modules/(${outside.join('|')})/`]: '<rootDir>/tests/support/jest/outside.cjs',
    '^.+\\.m?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esm, ...outside].join('|')})/)`],
  testTimeout: 30_000,
  maxWorkers: 2,
};
