const transform = {
  '^.+\\.(ts|js|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

/** A test may import any room; generated folders hold nothing to test. */
const common = {
  // Jest keeps what it has translated by this name; under one name the projects translate a file once for all.
  id: 'tests',
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: { '^@cloudbase/node-sdk$': '<rootDir>/test/support/lazy-sdk.ts' },
  setupFiles: process.env.PROOF_SEED === undefined ? [] : ['<rootDir>/test/setup/seed.ts'],
};

const browser = ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/test/**/*.browser.test.ts'];
const onArtefacts = ['<rootDir>/test/cloudfunctions/**/*.test.ts'];
const pure = ['/test/cloudfunctions/([^/]+/)+rules/', '/test/cloudfunctions/shared/'];
/** Stories of minutes: every call dies once, two hundred at once, any input, any order. */
const long = ['crash', 'fuzz', 'storm', 'history', 'full-day'];
const isLong = `(^|[-/])(${long.join('|')})\\.test\\.ts$`;
/** Of code that makes or reads dates; lint keeps the process's zone out of all other code. */
const dates = [
  '<rootDir>/test/cloudfunctions/shared/china-time.test.ts',
  '<rootDir>/test/cloudfunctions/reception/calendar/**/*.test.ts',
  '<rootDir>/test/cloudfunctions/request/life/rules/deadline.test.ts',
  '<rootDir>/test/cloudfunctions/notify/**/rules/{reminders,digest}.test.ts',
  '<rootDir>/test/miniprogram/**/{dates,acts,feedback}.test.ts',
];
const screens = ['/test/miniprogram/(components|pages|more|deputy|office)/'];
const isBrowser = ['\\.browser\\.test\\.ts$', '/test/e2e/'];
const buildDist = '<rootDir>/test/setup/build-dist.ts';

/** Which kind a test is, its folder says: docs/decisions/005-gates.md. */
export default {
  maxWorkers: 2,
  // Milliseconds; a test that hangs is found, one on a busy machine is not.
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/test/cloudfunctions/**/rules/**/*.test.ts',
        '<rootDir>/test/cloudfunctions/shared/**/*.test.ts',
        '<rootDir>/test/miniprogram/**/*.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', ...screens, ...isBrowser],
    },
    {
      ...common,
      displayName: 'dates',
      testMatch: dates,
    },
    {
      ...common,
      displayName: 'server',
      testMatch: onArtefacts,
      testPathIgnorePatterns: ['/node_modules/', ...pure, ...isBrowser, isLong],
      globalSetup: buildDist,
    },
    {
      ...common,
      displayName: 'hardship',
      testMatch: onArtefacts.map((pattern) =>
        pattern.replace('*.test.ts', `{*-,}{${long.join(',')}}.test.ts`),
      ),
      testPathIgnorePatterns: ['/node_modules/', ...pure, ...isBrowser],
      globalSetup: buildDist,
    },
    {
      ...common,
      displayName: 'local',
      testMatch: ['<rootDir>/test/local/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...isBrowser],
      globalSetup: buildDist,
    },
    {
      ...common,
      displayName: 'gates',
      testMatch: ['<rootDir>/test/build/**/*.test.ts', '<rootDir>/test/gates/**/*.test.ts'],
      globalSetup: buildDist,
    },
    {
      ...common,
      // Finds modules in another way, which Jest also keeps by this name.
      id: 'component-tests',
      // Those that draw say `@jest-environment jsdom`, which takes longer to make than most of the others take.
      displayName: 'component',
      // A script of the phone finds npm's part where WeChat does.
      moduleDirectories: ['miniprogram_npm', 'node_modules'],
      globalSetup: '<rootDir>/test/setup/build-npm.ts',
      testMatch: ['components', 'pages', 'more', 'deputy', 'office'].map(
        (room) => `<rootDir>/test/miniprogram/${room}/**/*.test.ts`,
      ),
      testPathIgnorePatterns: ['/node_modules/', ...isBrowser],
    },
    {
      // What takes minutes and is for `npm run proof` alone.
      ...common,
      displayName: 'proof',
      testMatch: ['<rootDir>/test/proof/**/*.test.ts'],
      globalSetup: buildDist,
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: browser,
      globalSetup: buildDist,
    },
  ],
};
