/** Where the minute's run looks: what it costs when nothing is due, and that nothing is left lying when a mark is missing. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { CLOCK_LOOKS } from '../../../cloudfunctions/notify/relay/clock-jobs';
import { JOBS_IN_TURN, SOURCES_IN_TURN } from '../../../cloudfunctions/notify/relay/due-work';
import { QUIET } from '../../../cloudfunctions/notify/relay/outbox-store';
import { roundOf } from '../../../cloudfunctions/notify/relay/rules/choose-looks';
import { main as reception } from '../../../cloudfunctions/reception/index';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const MINUTE_MS = 60_000;
const STAFF = 'bh-staff';
const IDLE_AT_MOST = 12;
const YEAR = 2027;

let cloud: InProcessCloud;
let seed: [string, object[]][];

beforeAll(async () => {
  cloud = await startInProcess({ notify, reception });
  const names = ['townships', 'invitations', 'days', 'rosters', 'requests', 'articles'];
  seed = names.map((name) => [name, cloud.documents<object>(name)]);
});

/** One minute later; answers how many calls of the database the run made. */
async function minute(): Promise<number> {
  cloud.clock.set(cloud.clock.now() + MINUTE_MS);
  process.env['TRIGGER_SRC'] = 'timer';
  delete process.env['WX_OPENID'];
  const calls = turnstile.calls;
  try {
    expect(await notify({ Type: 'Timer', TriggerName: 'every-minute' })).toMatchObject({ ok: true });
  } finally {
    delete process.env['TRIGGER_SRC'];
  }
  return turnstile.calls - calls;
}

/** The sample, relayed until nothing is due; later than any story before it. */
beforeEach(async () => {
  for (const [name, documents] of seed) cloud.replace(name, documents);
  for (let n = 0; n < 12; n++) await minute();
});

interface Roster {
  outbox: object[];
  outboxAt: number;
}
const rosters = () => cloud.documents<Roster>('rosters').filter(({ outbox }) => outbox.length > 0);

async function propose(key: string): Promise<void> {
  const input = { township: 'bh', year: YEAR, from: `${String(YEAR)}-01-01` };
  const answer = await cloud.invoke('reception', 'proposeRoster', input, { openid: STAFF, key });
  expect(answer).toMatchObject({ ok: true });
  expect(rosters()).toHaveLength(1);
}

test('a minute in which nothing is due costs at most twelve calls; each as many, and one more in five minutes', async () => {
  const costs = [];
  for (let n = 0; n < 30; n++) costs.push(await minute());
  console.info(`an idle minute: ${String(costs[0])} calls`);
  expect(Math.max(...costs)).toBeLessThanOrEqual(IDLE_AT_MOST);
  const least = Math.min(...costs);
  expect(costs.filter((cost) => cost !== least)).toEqual(Array(costs.length / 5).fill(least + 1));
});

test('an act of a role whose kick was lost is shipped by the next minute', async () => {
  await propose('key-lost-kick');
  await minute();
  expect(rosters()).toEqual([]);
});

test('an act that no mark tells of, by an instance whose clock is an hour behind, has its turn', async () => {
  await propose('key-late-clock');
  const grants = cloud.documents<{ wroteAt?: number; wrote?: object }>('invitations');
  cloud.replace(
    'invitations',
    grants.map(({ wroteAt: _at, wrote: _wrote, ...grant }) => grant),
  );
  const round = roundOf(QUIET, SOURCES_IN_TURN);
  let minutes = 0;
  while (rosters().length > 0 && minutes < 30) {
    await minute();
    minutes++;
  }
  expect(minutes).toBeLessThanOrEqual(round);
  // The worst that docs/decisions/032-due-work.md promises.
  expect(round).toBeLessThanOrEqual(8);
  expect(roundOf(CLOCK_LOOKS, JOBS_IN_TURN)).toBeLessThanOrEqual(5);
});

/** The township's roster with this event in its outbox, and nobody's grant telling of it. */
function leave(event: string): void {
  const at = cloud.clock.now();
  const entry = { id: event, event, at, about: { year: YEAR, date: `${String(YEAR)}-01-05` } };
  const all = cloud.documents<Roster & { _id: string }>('rosters').map((roster) => {
    return roster._id === `bh~${String(YEAR)}` ? { ...roster, outbox: [entry], outboxAt: at } : roster;
  });
  cloud.replace('rosters', all);
  const grants = cloud.documents<{ wroteAt?: number; wrote?: object }>('invitations');
  cloud.replace(
    'invitations',
    grants.map(({ wroteAt: _at, wrote: _wrote, ...grant }) => grant),
  );
}

test('what a consumer left, when the kick that brought it ended before it looked again, goes with the next minute', async () => {
  const stirs = () =>
    cloud.documents<{ _id: string; stirs?: number }>('townships').find(({ _id }) => _id === 'bh~figures')
      ?.stirs ?? 0;
  await propose('key-propose');
  await minute();
  const before = stirs();
  leave('roster-published');
  const kicked = await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: 'o-anybody' });
  expect(kicked).toMatchObject({ ok: true });
  expect(stirs()).toBeGreaterThan(before);
  leave('roster-proposed');
  await minute();
  expect(rosters()).toEqual([]);
});
