import { listInProcessFiles, listProofFiles } from './proof-files';

export interface Check {
  name: string;
  /** A program that a package brings, a file below node_modules, or a TypeScript file here, with its arguments. */
  run: readonly [program: string, ...args: string[]];
  env?: Readonly<Record<string, string>>;
  /** Part of `npm run check`, the inner loop: no browser, nothing slow. */
  quick: boolean;
  /** Takes the whole machine, so that nothing else upsets its timing. */
  alone?: boolean;
  /** What it prints is what somebody waits for: shown though it passes. */
  tells?: boolean;
}

/** Where the suites of the proof leave what Jest says of them, for its figures. */
export const proofFolder = '.cache/proof';
/** In it: a line for each act of which somebody died, with at how many calls; and one for each action that writes. */
export const diedFile = `${proofFolder}/died.txt`;
export const writesFile = `${proofFolder}/writes.txt`;

/** `npm test`, `npm run check`, `npm run proof`: every seed and every death; `npm run soak`: an hour of months. */
export const MODES = ['all', 'quick', 'proof', 'soak'] as const;
export type Mode = (typeof MODES)[number];

const rooms = ['miniprogram', 'cloudfunctions', 'node', 'preview', 'test'];
/**
 * Nothing may depend on where the machine stands. The unit tests run in the zone that is furthest from China and changes
 * its clocks; those of code that makes dates run in China's, and in one between, as well.
 */
const farZone = 'America/Los_Angeles';
const otherZones = ['UTC', 'Asia/Shanghai'];

/** With one worker: the checks beside it have the other cores. */
function jest(...projects: string[]): Check['run'] {
  return ['jest', '--selectProjects', ...projects, '--silent', '--maxWorkers', '1'];
}

/** A project in two halves, so that neither is what everything else waits for. */
function inHalves(name: string, project: string, quick: boolean): Check[] {
  return [1, 2].map((half) => ({
    name: `${name}, ${String(half)} of 2`,
    run: [...jest(project), `--shard=${String(half)}/2`],
    quick,
  }));
}

/** Caches help the inner loop; the whole run trusts none, since a file's lint hangs on types in other files. */
function cached(mode: Mode, ...options: string[]): string[] {
  return mode === 'quick' ? options : [];
}

/** The native compiler; version 6 of it is what ESLint's parser reads with. */
function typeCheck(mode: Mode, room: string): Check {
  const cache = cached(mode, '--incremental', '--tsBuildInfoFile', `.cache/types-${room}.json`);
  const run: Check['run'] = ['typescript-7/bin/tsc', '-p', `tsconfig.${room}.json`, ...cache];
  return { name: `types: ${room}`, run, quick: true };
}

function lint(mode: Mode): Check {
  const cache = cached(mode, '--cache', '--cache-location', '.cache/eslint');
  return { name: 'lint', run: ['eslint', '--max-warnings', '0', ...cache, '.'], quick: true };
}

/** Oxc's parser has the same syntax trees in less time, so that prettier prints the same. */
function format(mode: Mode): Check {
  const cache = cached(mode, '--cache', '--cache-location', '.cache/prettier');
  const run: Check['run'] = ['prettier', '--check', '--plugin', '@prettier/plugin-oxc'];
  return { name: 'format', run: [...run, '--log-level', 'warn', ...cache, '.'], quick: true };
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

/** In the order in which they start: what takes long goes first, so that the lanes end together. */
function listAll(mode: Mode): Check[] {
  return [
    { name: 'build', run: ['build/main.ts'], quick: true, alone: true },
    ...inHalves('browser tests', 'browser', false),
    ...inHalves('server tests on the artefacts', 'server', true),
    { name: 'server tests under storms, deaths and bad input', run: jest('hardship'), quick: false },
    { name: 'tests of the local cloud and preview', run: jest('local'), quick: false },
    { name: `unit tests in ${farZone}`, run: jest('unit'), env: { TZ: farZone }, quick: true },
    { name: 'tests of the gates', run: jest('gates'), quick: true },
    lint(mode),
    format(mode),
    { name: 'component tests', run: jest('component'), quick: true },
    { name: 'lint that asks for types', run: ['oxlint', '.'], quick: true },
    ...rooms.map((room) => typeCheck(mode, room)),
    ...otherZones.map((zone) => ({
      name: `tests of dates in ${zone}`,
      run: jest('dates'),
      env: { TZ: zone },
      quick: false,
    })),
    { name: 'import rules', run: importRules, quick: true },
    { name: 'dead code', run: ['knip'], quick: true },
    { name: 'sheets', run: sheets, quick: true },
    { name: 'templates, by WeChat’s compilers', run: ['build/wxml-gate.ts'], quick: true },
    { name: 'package sizes', run: ['build/size.ts'], quick: true },
  ];
}

interface Suite {
  name: string;
  project: string;
  /** Its files; without it all of the project that no other suite names. */
  files?: RegExp;
}

/** What takes long first; in so many parts that the lanes end together. */
const SUITES: readonly Suite[] = [
  { name: 'stories and soak', project: 'proof' },
  { name: 'histories', project: 'hardship', files: /history\.test/ },
  { name: 'server', project: 'server' },
  { name: 'every answer about a request', project: 'server', files: /request\/every-/ },
  { name: 'screens', project: 'browser' },
  { name: 'random input', project: 'hardship', files: /fuzz\.test/ },
  { name: 'rules', project: 'unit' },
  { name: 'sabotages', project: 'proof', files: /sabotages/ },
  { name: 'local cloud', project: 'local' },
  { name: 'deaths', project: 'hardship' },
  { name: 'gates', project: 'gates' },
];

function proof({ name, project, files }: Suite, all: readonly string[]): Check {
  const named = SUITES.flatMap((suite) => (suite.project === project ? (suite.files ?? []) : []));
  const own = all.filter((file) => files?.test(file) ?? !named.some((others) => others.test(file)));
  const json = `${proofFolder}/${name.replace(/\W+/g, '-')}.json`;
  const [program, ...options] = jest(project);
  return {
    name: `proof: ${name}`,
    // Of the files that are named, Jest takes those of the project.
    run: [program, ...own, ...options, '--json', '--outputFile', json],
    env: { PROOF: '1', NOTE_DEATHS: '1', TZ: farZone },
    quick: false,
  };
}

/**
 * Acts of tests, each with its deaths (test/support/death-law.ts): of all tests in one process but those of which every
 * answer is a case, and of publicity's and some others on artefacts, which nobody does in one process.
 */
function deathsOfActs(): Check {
  const files = [
    ...listInProcessFiles().filter((file) => !/\/every-(answer|read)\./.test(file)),
    ...[
      'publicity/(?!fuzz)',
      'registry/invitations.test',
      'notify/inbox.test',
      'request/own-data.test',
      'request/lists',
      'one-row-built',
    ].map((name) => `test/cloudfunctions/${name}`),
  ];
  const [program, ...options] = jest('server', 'unit', 'hardship');
  const json = `${proofFolder}/deaths-of-acts.json`;
  return {
    name: 'proof: deaths of acts',
    run: [program, ...files, ...options, '--testTimeout=300000', '--json', '--outputFile', json],
    env: { DEATHS: '1', NOTE_DEATHS: '1', TZ: farZone },
    quick: false,
  };
}

/** What `npm test` tries a part of, whole; then what takes too long for it at all. */
function listProof(): Check[] {
  const files = listProofFiles();
  return [
    { name: 'build', run: ['build/main.ts'], quick: false, alone: true },
    deathsOfActs(),
    ...SUITES.map((suite) => proof(suite, files)),
    { name: 'figures of the proof', run: ['test/proof/figures.ts'], quick: false, alone: true, tells: true },
  ];
}

/** As many months as an hour holds, in place of the proof's few. */
function listSoak(): Check[] {
  const run: Check['run'] = ['jest', 'test/proof/soak.test.ts', '--selectProjects', 'proof'];
  return [
    { name: 'build', run: ['build/main.ts'], quick: false, alone: true },
    { name: 'soak', run, env: { SOAK_MONTHS: '1000', SOAK_MINUTES: '60' }, quick: false },
  ];
}

/** All of `npm test`, the inner loop's part of it, or the proof. */
export function listChecks(mode: Mode): Check[] {
  if (mode === 'proof') return listProof();
  if (mode === 'soak') return listSoak();
  return listAll(mode).filter((check) => mode === 'all' || check.quick);
}
