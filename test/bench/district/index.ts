/**
 * `npm run bench:district`: sixty townships with five years behind them, on the built functions in the local cloud.
 * Prints what each list costs, what each job of the clock costs, the largest document of each collection, and as its last
 * line one JSON object. Ends with an error when a goal is missed. DISTRICT_TOWNSHIPS=3 DISTRICT_FACTS=5000 makes a small one.
 */
import { buildFunctions } from '../../../build/functions';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { loadSample } from '../../../local/townships';
import { startTestCloud, type Answer } from '../../support/cloud';
import { SAMPLE_NOW, TEST_FIELD_KEYS } from '../../support/given';
import { submit } from '../../cloudfunctions/request/requests';
import type { SampleCloud } from '../../support/sample-cloud';
import { printTable, round } from '../figures';
import { buildDistrict, type Size } from './build';
import { READS, type Read } from './reads';

const SIZE: Size = {
  townships: Number(process.env['DISTRICT_TOWNSHIPS'] ?? 60),
  years: 5,
  requests: 1_500,
  audit: 4_500,
  facts: 2_000,
  factsOfFirst: Number(process.env['DISTRICT_FACTS'] ?? 100_000),
  bookings: 40,
};
const MINUTE_MS = 60_000;
const PHONE_LIMIT_KB = 16;
const DOCUMENT_LIMIT_KB = 256;
const IDLE_LIMIT = 12;
const CALLS_LIMIT = 5;
/** Half of the relay's time-out. */
const SECONDS_LIMIT = 25;
/** A page and what tells that there is more, who asks, and the directory. */
const EXAMINED_LIMIT = LIMITS.page + 4;
/** Calls of an event: of the relay, of the ledger, one look of each of four others that hear of a request. */
const EVENT_LIMIT = 6 + 3 + 4;
/** And for each who is told of it. */
const TOLD_LIMIT = 2;
/** Calls for each who is told on an eve or by a digest. */
const REMINDED_LIMIT = 3;
/** What else a township costs at 08:00: other subjects’ mornings, and leaders told of messages that did not arrive. */
const MORNING = 40;
/** Minutes of the clock: the first night clears away what five years left. */
const AT_REST_WITHIN = 600;

async function openDistrict(): Promise<{ cloud: SampleCloud; townships: readonly string[] }> {
  const bare = await startTestCloud({ now: SAMPLE_NOW, instancesPerFunction: 1 });
  const ring = JSON.parse(TEST_FIELD_KEYS) as { current: string; keys: Record<string, string> };
  const keys = { id: ring.current, key: ring.keys[ring.current] ?? '' };
  const sample = await loadSample(bare.database, { now: bare.clock.now(), keys, lives: true });
  const cloud = { ...bare, sample };
  // One act that is shipped, so that the audit has a row to copy.
  await submit(cloud, 'o-first', { deputy: 'p5' });
  await tick(cloud);
  const began = performance.now();
  const townships = await buildDistrict(cloud.database, SIZE);
  console.log(`built in ${String(round((performance.now() - began) / 1_000))} seconds`);
  return { cloud, townships };
}

/** What the functions did since the bench began. */
const done = { sending: 0, told: 0, audited: 0, removed: 0 };

/** Rows told and audited, rows that went, and calls of the sending of messages, which is the same whatever they say. */
function countDone({ database }: SampleCloud): void {
  const { execute } = database;
  database.execute = async (name, body, cost) => {
    const collection = String(body['collectionName']);
    const isInsert = name === 'database.insertDocument';
    if (collection === 'consents' || (collection === 'messages' && !isInsert)) done.sending++;
    const answer = await execute(name, body, cost);
    // It is there already: who failed to be reached is told of with each message.
    if ('code' in answer) {
      if (isInsert && collection === 'inbox') done.sending++;
      return answer;
    }
    if (isInsert && collection === 'inbox') done.told++;
    if (isInsert && collection === 'audit') done.audited++;
    if (name === 'database.removeDocument') done.removed++;
    return answer;
  };
}

/** What one run of the relay cost. */
interface Run {
  calls: number;
  /** Of these, for sending messages. */
  sending: number;
  /** As long as it ran here, where a call takes a fraction of a millisecond. */
  seconds: number;
  /** It did not come to its end: its time-out, as a rule. */
  died: boolean;
}

/** One minute of the clock. */
async function tick(cloud: SampleCloud): Promise<Run> {
  await cloud.control({ clock: { advanceMs: MINUTE_MS } });
  const event = { Type: 'Timer', TriggerName: 'every-minute' };
  const began = performance.now();
  const { sending } = done;
  const { result, errMsg, cost } = await cloud.cloud.invoke('notify', event, { timer: true });
  const died = (result as Answer | undefined)?.ok !== true;
  if (died) console.log(`the timer failed: ${errMsg ?? JSON.stringify(result)}`);
  const sent = done.sending - sending;
  return { calls: cost.calls, sending: sent, seconds: round((performance.now() - began) / 1_000), died };
}

interface ReadCost {
  read: string;
  calls: number;
  /** Of the goal. */
  mostCalls: number;
  mostExamined: number;
  examined: number;
  rows: number;
  KB: number;
}

/** Rows of the longest list in the answer. */
function countRows(data: unknown): number {
  if (data === null || typeof data !== 'object') return 0;
  const lists = Object.values(data).filter((value) => Array.isArray(value));
  return Math.max(0, ...lists.map((list) => list.length));
}

/** Rows that one call of a count brings. */
const COUNTED = 1_000;

async function measureRead(cloud: SampleCloud, asked: Read): Promise<ReadCost> {
  const { fn, action, openid, input, counts, firstCalls } = asked;
  await cloud.control({ clock: { advanceMs: MINUTE_MS + 1_000 } });
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid });
  const read = `${fn}.${action} ${Object.values(input).map(String).join(' ')}`.trim();
  if (!answer.ok) throw new Error(`${read}: ${JSON.stringify(answer)}`);
  const { calls, examined } = answer.cost;
  const KB = round(Buffer.byteLength(JSON.stringify(answer.data)) / 1024);
  const mostExamined = counts ? Infinity : EXAMINED_LIMIT;
  const mostCalls = firstCalls === undefined ? CALLS_LIMIT : firstCalls + Math.ceil(examined / COUNTED);
  return { read, calls, mostCalls, examined, mostExamined, rows: countRows(answer.data), KB };
}

interface JobCost {
  job: string;
  /** Minutes of the clock until nothing more was done. */
  minutes: number;
  calls: number;
  /** Of the dearest minute, and of the longest one. */
  most: number;
  seconds: number;
  /** Runs that did not come to their end. */
  died: number;
  /** Calls for sending messages. */
  sending: number;
  /** What the job was about, and the calls for each of them above those of idle minutes and of sending. */
  items: number;
  perItem: number;
  /** Of the goal; absent: there is none. */
  mostPerItem?: number;
}

/** Turns the clock on until the relay does no more than in an idle minute. */
async function settle(cloud: SampleCloud): Promise<Run[]> {
  const spent: Run[] = [];
  while (spent.length < AT_REST_WITHIN) {
    const run = await tick(cloud);
    spent.push(run);
    if (run.calls <= IDLE_LIMIT && !run.died) return spent;
  }
  throw new Error('the relay does not come to rest');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** `beside`: calls of other things in these minutes. */
function costOf(
  job: string,
  items: number,
  spent: readonly Run[],
  { mostPerItem, beside = 0 }: { mostPerItem?: number; beside?: number } = {},
): JobCost {
  const calls = sum(spent.map((one) => one.calls));
  const sending = sum(spent.map((one) => one.sending));
  const own = calls - IDLE_LIMIT * spent.length - sending - beside;
  const row = {
    job,
    minutes: spent.length,
    calls,
    most: Math.max(...spent.map((one) => one.calls)),
    seconds: Math.max(...spent.map((one) => one.seconds)),
    died: spent.filter((one) => one.died).length,
    sending,
    items,
    perItem: round(own / Math.max(1, items)),
    ...(mostPerItem !== undefined && { mostPerItem: round(mostPerItem) }),
  };
  console.log(JSON.stringify(row));
  return row;
}

/** Requests that one township is sent in one minute. */
const REQUESTS = 11;

async function measureEvents(cloud: SampleCloud, townships: readonly string[]): Promise<JobCost[]> {
  const send = async (to: readonly string[]): Promise<{ spent: Run[]; told: number }> => {
    const { told } = done;
    for (const [n, township] of to.entries())
      await submit(cloud, `o-${township}-${String(to.length)}-${String(n)}`, { township, deputy: 'p5' });
    return { spent: await settle(cloud), told: done.told - told };
  };
  const each = await send(townships);
  const [one] = townships;
  const first = await send([one ?? '']);
  const more = await send(Array.from({ length: REQUESTS }, () => one ?? ''));
  const events = REQUESTS - 1;
  const own = sum(first.spent.map(({ calls, sending }) => calls - sending)) - IDLE_LIMIT * first.spent.length;
  const mostPerItem = EVENT_LIMIT + (TOLD_LIMIT * (more.told - first.told)) / events;
  return [
    costOf('a new request in each township, and its figures', townships.length, each.spent),
    costOf('eleven in one township: each further one', events, more.spent, { mostPerItem, beside: own }),
  ];
}

async function measureJobs(cloud: SampleCloud, townships: readonly string[]): Promise<JobCost[]> {
  await settle(cloud);
  const jobs = [costOf('an idle minute', 1, [await tick(cloud)]), ...(await measureEvents(cloud, townships))];
  const at = async (
    job: string,
    instant: string,
    { of, ...more }: { of?: 'told' | 'cleared' | 'audited'; mostPerItem?: number; beside?: number } = {},
  ): Promise<void> => {
    await cloud.control({ clock: { set: instant } });
    const before = { ...done };
    const spent = await settle(cloud);
    const told = done.told - before.told;
    const audited = done.audited - before.audited;
    const cleared = audited + done.removed - before.removed;
    const items = { told, cleared, audited }[of ?? 'told'];
    const events = of === 'audited' && {
      mostPerItem: EVENT_LIMIT + (TOLD_LIMIT * told) / Math.max(1, items),
    };
    jobs.push(costOf(job, items, spent, { ...more, ...events }));
  };
  const night = { of: 'cleared' } as const;
  const reminded = { mostPerItem: REMINDED_LIMIT };
  await at('a weekend passes: clocks of requests', '2026-11-29T23:59:00+08:00', { of: 'audited' });
  await at('the first night: what is older than it is kept goes', '2026-11-30T02:59:20+08:00', night);
  await at('the hours until the digests', '2026-11-30T07:49:20+08:00');
  const morning = { ...reminded, beside: MORNING * townships.length };
  await at('08:00: digests', '2026-11-30T07:59:20+08:00', morning);
  await at('a night after it', '2026-12-01T02:59:20+08:00', night);
  await at('the days until the eve', '2026-12-06T08:49:20+08:00');
  await at('the eve of the common reception day', '2026-12-06T08:59:20+08:00', reminded);
  return jobs;
}

function measureDocuments(cloud: SampleCloud) {
  return cloud.database.collectionNames().flatMap((collection) => {
    let [documents, largest] = [0, 0];
    for (const document of cloud.database.exportDocuments(collection)) {
      documents += 1;
      largest = Math.max(largest, Buffer.byteLength(JSON.stringify(document)));
    }
    return documents === 0 ? [] : [{ collection, documents, largestKB: round(largest / 1024) }];
  });
}

async function main(): Promise<void> {
  await buildFunctions();
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const { cloud, townships } = await openDistrict();
  countDone(cloud);
  try {
    const first = costOf('all that is due at first', 1, await settle(cloud));
    // Before the nights, so that nothing of the five years is cleared away yet.
    const lists: ReadCost[] = [];
    for (const read of READS) lists.push(await measureRead(cloud, read));
    printTable(
      'Lists, admit included',
      lists.map(({ mostCalls: _calls, mostExamined: _examined, ...row }) => row),
    );
    const jobs = [first, ...(await measureJobs(cloud, townships))];
    const documents = measureDocuments(cloud);
    printTable(
      'Jobs of the clock; an item is who is told, an event, or a document that went or was changed by night',
      jobs.map((row) => ({ ...row })),
    );
    printTable('Documents', documents);
    const missed = [
      ...lists
        .filter(({ calls, mostCalls }) => calls > mostCalls)
        .map(({ read, calls }) => `${read}: ${String(calls)} calls`),
      ...lists
        .filter(({ examined, mostExamined }) => examined > mostExamined)
        .map(({ read, examined }) => `${read}: ${String(examined)} examined`),
      ...lists.filter(({ KB }) => KB > PHONE_LIMIT_KB).map(({ read, KB }) => `${read}: ${String(KB)} KB`),
      ...documents
        .filter(({ largestKB }) => largestKB > DOCUMENT_LIMIT_KB)
        .map(({ collection, largestKB }) => `${collection}: a document of ${String(largestKB)} KB`),
      ...jobs
        .filter(({ died }) => died > 0)
        .map(({ job, died }) => `${job}: ${String(died)} runs did not come to their end`),
      ...jobs
        .filter(({ seconds }) => seconds > SECONDS_LIMIT)
        .map(({ job, seconds }) => `${job}: a run of ${String(seconds)} seconds`),
      ...jobs
        .filter(({ perItem, mostPerItem = Infinity }) => perItem > mostPerItem)
        .map(({ job, perItem }) => `${job}: ${String(perItem)} calls for each`),
      ...jobs
        .filter(({ job, calls }) => job === 'an idle minute' && calls > IDLE_LIMIT)
        .map(({ calls }) => `an idle minute: ${String(calls)} calls`),
    ];
    for (const each of missed) console.log(`\nmissed: ${each}`);
    console.log(JSON.stringify({ size: SIZE, lists, jobs, documents, missed }));
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    await cloud.close();
  }
}

void main();
