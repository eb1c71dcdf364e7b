export interface Check {
  name: string;
  /** A program of node_modules/.bin, or a TypeScript file here, with its arguments. */
  run: readonly [program: string, ...args: string[]];
  env?: Readonly<Record<string, string>>;
  /** Part of `npm run check`, the inner loop: no browser, nothing slow. */
  quick: boolean;
  /** Takes the whole machine, so that nothing else upsets its timing. */
  alone?: boolean;
}

const rooms = ['miniprogram', 'cloudfunctions', 'node', 'preview', 'test'];
/** Nothing may depend on where the machine stands: ahead of China's day, in it, behind it. */
const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];

function jest(project: string): Check['run'] {
  return ['jest', '--selectProjects', project, '--passWithNoTests', '--silent', '--maxWorkers', '1'];
}

function typeCheck(room: string): Check {
  const cache = ['--incremental', '--tsBuildInfoFile', `.cache/types-${room}.json`];
  return { name: `types: ${room}`, run: ['tsc', '-p', `tsconfig.${room}.json`, ...cache], quick: true };
}

const lintCache = ['--cache', '--cache-location', '.cache/eslint'];

/** In the order in which they start: what takes long goes first, so that the two lanes end together. */
export const checks: readonly Check[] = [
  { name: 'build', run: ['build/main.ts'], quick: true, alone: true },
  { name: 'lint', run: ['eslint', '--max-warnings', '0', ...lintCache, '.'], quick: true },
  { name: 'server tests on the artefacts', run: jest('server'), quick: true },
  ...rooms.map(typeCheck),
  { name: 'component tests', run: jest('component'), quick: true },
  ...zones.map((zone) => ({
    name: `unit tests in ${zone}`,
    run: jest('unit'),
    env: { TZ: zone },
    quick: true,
  })),
  { name: 'tests of the gates', run: jest('gates'), quick: true },
  {
    name: 'format',
    run: [
      'prettier',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ],
    quick: true,
  },
  {
    name: 'import rules',
    run: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'miniprogram',
      'cloudfunctions',
      'local',
      'build',
      'test',
    ],
    quick: true,
  },
  { name: 'dead code', run: ['knip'], quick: true },
  {
    name: 'sheets',
    run: ['stylelint', '--max-warnings', '0', '--allow-empty-input', 'miniprogram/**/*.wxss'],
    quick: true,
  },
  { name: 'templates, by WeChat’s compilers', run: ['build/wxml-gate.ts'], quick: true },
  { name: 'package sizes', run: ['build/size.ts'], quick: true },
  { name: 'tests of the local cloud and preview', run: jest('local'), quick: false },
  { name: 'browser tests', run: jest('browser'), quick: false, alone: true },
];
