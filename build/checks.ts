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

export type Mode = 'all' | 'quick';

const rooms = ['miniprogram', 'cloudfunctions', 'node', 'preview', 'test'];
/** Nothing may depend on where the machine stands: ahead of China's day, in it, behind it. */
const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];
/** The one of the inner loop: furthest from China, and it changes its clocks. */
const quickZone = 'America/Los_Angeles';

function jest(project: string): Check['run'] {
  return ['jest', '--selectProjects', project, '--passWithNoTests', '--silent', '--maxWorkers', '1'];
}

/** Caches help the inner loop; the whole run trusts none, since a file's lint hangs on types in other files. */
function cached(mode: Mode, ...options: string[]): string[] {
  return mode === 'quick' ? options : [];
}

function typeCheck(mode: Mode, room: string): Check {
  const cache = cached(mode, '--incremental', '--tsBuildInfoFile', `.cache/types-${room}.json`);
  return { name: `types: ${room}`, run: ['tsc', '-p', `tsconfig.${room}.json`, ...cache], quick: true };
}

function lint(mode: Mode): Check {
  const cache = cached(mode, '--cache', '--cache-location', '.cache/eslint');
  return { name: 'lint', run: ['eslint', '--max-warnings', '0', ...cache, '.'], quick: true };
}

function format(mode: Mode): Check {
  const cache = cached(mode, '--cache', '--cache-location', '.cache/prettier');
  return { name: 'format', run: ['prettier', '--check', '--log-level', 'warn', ...cache, '.'], quick: true };
}

const importRules: Check['run'] = [
  'depcruise',
  '--config',
  '.dependency-cruiser.cjs',
  'miniprogram',
  'cloudfunctions',
  'local',
  'build',
  'test',
];

const sheets: Check['run'] = [
  'stylelint',
  '--max-warnings',
  '0',
  '--allow-empty-input',
  'miniprogram/**/*.wxss',
];

/** In the order in which they start: what takes long goes first, so that the two lanes end together. */
function listAll(mode: Mode): Check[] {
  return [
    { name: 'build', run: ['build/main.ts'], quick: true, alone: true },
    lint(mode),
    { name: 'server tests on the artefacts', run: jest('server'), quick: true },
    ...rooms.map((room) => typeCheck(mode, room)),
    { name: 'component tests', run: jest('component'), quick: true },
    ...zones.map((zone) => ({
      name: `unit tests in ${zone}`,
      run: jest('unit'),
      env: { TZ: zone },
      quick: zone === quickZone,
    })),
    { name: 'tests of the gates', run: jest('gates'), quick: true },
    format(mode),
    { name: 'import rules', run: importRules, quick: true },
    { name: 'dead code', run: ['knip'], quick: true },
    { name: 'sheets', run: sheets, quick: true },
    { name: 'templates, by WeChat’s compilers', run: ['build/wxml-gate.ts'], quick: true },
    { name: 'package sizes', run: ['build/size.ts'], quick: true },
    { name: 'server tests under storms, deaths and bad input', run: jest('hardship'), quick: false },
    { name: 'tests of the local cloud and preview', run: jest('local'), quick: false },
    { name: 'browser tests', run: jest('browser'), quick: false, alone: true },
  ];
}

/** All of `npm test`, or the inner loop's part of it. */
export function listChecks(mode: Mode): Check[] {
  return listAll(mode).filter((check) => mode === 'all' || check.quick);
}
