/**
 * `npm run bench`: builds the functions, runs them as artefacts in the local cloud, prints tables, and as its
 * last line one JSON object. Ends with an error when a goal is missed.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../build/files';
import { buildFunctions, listFunctions } from '../../build/functions';
import { functionsOut } from '../../build/paths';
import { openReception } from '../cloudfunctions/reception/support/reception';
import { countCalls, travel } from './acts';
import { measureCrowd } from './crowd';
import { measureDesk } from './desk';
import { printTable, quantile, round } from './figures';
import { measureLoadTime } from './load-time';
import { measureRequests } from './requests';
import { runStorm, type Storm } from './storm';
import { measureTimers } from './timers';

/** One instance serves one invocation at a time; more than this only crowd two processors. */
const INSTANCES = 8;

/** Turns of a function and the whole SDK; the best of each counts. */
const LOADS = 10;

function codeBytes(name: string): number {
  const scripts = listFiles(join(functionsOut, name)).filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + statSync(join(functionsOut, name, file)).size, 0);
}

function measureArtefacts() {
  return listFunctions().map((name) => ({
    name,
    KB: round(codeBytes(name) / 1024),
    loadRatio: round(measureLoadTime(name, LOADS).ratio, 2),
  }));
}

async function runStorms(): Promise<Storm[]> {
  const reception = await openReception({ instancesPerFunction: INSTANCES });
  const storms: Storm[] = [];
  // The first storm also starts the instances; it counts, but its times do not.
  await runStorm(reception, 0, 0);
  for (const roundTripMs of [0, 5, 50])
    for (const staggerMs of [0, 2, 10]) storms.push(await runStorm(reception, roundTripMs, staggerMs));
  await reception.close();
  return storms;
}

async function measure() {
  const reception = await openReception();
  const calls = await countCalls(reception);
  const journey = await travel(reception);
  const crowd = await measureCrowd(reception);
  await reception.close();
  const desk = await measureDesk();
  const timers = await measureTimers();
  const requests = await measureRequests();
  const storms = await runStorms();
  const sum = (pick: (storm: Storm) => number) => storms.reduce((total, storm) => total + pick(storm), 0);
  const storm = {
    oversold: sum(({ oversold }) => oversold),
    unsold: sum(({ unsold }) => unsold),
    duplicates: sum(({ duplicates }) => duplicates),
    strange: sum(({ strange }) => strange),
    p95Ms: quantile(
      storms.filter(({ staggerMs }) => staggerMs === 0).map(({ p95Ms }) => p95Ms),
      1,
    ),
  };
  return { ...calls, journey, storm, storms, crowd, desk, timers, requests, artefacts: measureArtefacts() };
}

type Figures = Awaited<ReturnType<typeof measure>>;

function print({ journey, storms, crowd, desk, timers, requests, artefacts, ...figures }: Figures): void {
  const { book, move, cancel, refuse, day, listMine } = figures;
  const acts = Object.entries({ book, move, cancel, refuse, day, listMine });
  printTable('Database calls of one act', [
    Object.fromEntries(acts.map(([act, { dbCalls }]) => [act, dbCalls])),
  ]);
  printTable('Database calls of one act at the desk, admit included', [desk.calls]);
  printTable(
    'The desk on a day with 200 visitors against one with 20, ms; the local database apart',
    desk.acts.map((act) => ({ ...act })),
  );
  printTable('From opening the app to the slip', journey.steps);
  printTable(
    '200 people, 20 places',
    storms.map((storm) => ({ ...storm })),
  );
  printTable(
    'A day with 200 bookings against one with 20, ms; the local database apart',
    crowd.acts.map((act) => ({ ...act })),
  );
  console.log(
    `document ${crowd.documentKB} KB, once shipped ${crowd.shippedKB} KB; to the phone ${crowd.phoneKB} KB`,
  );
  printTable(
    'Database calls of the timer, by minute',
    timers.map((each) => ({ ...each })),
  );
  printTable('Database calls of a request', [{ submit: requests.submit, refused: requests.refused }]);
  printTable('Database calls of its steps, admit included; whether the old value is needed', requests.steps);
  printTable('Lists of very many requests, admit included', requests.lists);
  printTable('Artefacts; load time against the SDK as npm brings it', artefacts);
}

/** What goals.md and the reception day promise, as counts and ratios; absolute times decide nothing. */
function listMissed({
  book,
  move,
  cancel,
  refuse,
  journey,
  storm,
  crowd,
  desk,
  timers,
  requests,
  artefacts,
}: Figures): string[] {
  // The size is that of functions without a document library.
  const slim = artefacts.filter(({ name }) => name !== 'report');
  const goals: [string, boolean][] = [
    ['book, move, cancel in one call', [book, move, cancel].every(({ dbCalls }) => dbCalls === 1)],
    ['a refusal in two calls', refuse.dbCalls === 2],
    [
      'a journey of 3 function calls and 5 database calls',
      journey.functionCalls <= 3 && journey.dbCalls <= 5,
    ],
    ['nothing oversold, unsold or double', storm.oversold + storm.unsold + storm.duplicates === 0],
    ['each answer a slip or full', storm.strange === 0],
    ['200 bookings within 2.5 times, 256 KB and 16 KB', crowd.withinLimits],
    ['check-in, walk-in in one call after admit, refused one more; a place given in two', desk.fewCalls],
    ['the desk at 200 visitors within 2.5 times and 16 KB', desk.withinLimits],
    [
      'an idle minute costs at most 12 calls, and the same for 1, 3 and 20 townships',
      timers.every(({ idle }) => idle <= 12 && idle === timers[0]?.idle),
    ],
    [
      'submit in one call, a step in one after admit or two where it reads, refused in two',
      requests.fewCalls,
    ],
    ['lists of very many requests within twice a page', requests.withinLimits],
    ['artefacts of at most 500 KB', slim.every(({ KB }) => KB <= 500)],
    ['load time at most 0.25 of the SDK', artefacts.every(({ loadRatio }) => loadRatio <= 0.25)],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}

async function main(): Promise<void> {
  await buildFunctions();
  const figures = await measure();
  const missed = listMissed(figures);
  print(figures);
  for (const goal of missed) console.log(`\nmissed: ${goal}`);
  console.log(JSON.stringify({ ...figures, missed }));
  if (missed.length > 0) process.exitCode = 1;
}

void main();
