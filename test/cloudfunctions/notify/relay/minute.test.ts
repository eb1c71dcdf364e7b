/** One run of the relay: what is shipped, what is tried again, where it looks next, and what it says of itself. In process. */
import { main as notify } from '../../../../cloudfunctions/notify/index';
import type { DeadLetter } from '../../../../cloudfunctions/notify/dead-letters/store';
import {
  CLOCK_LOOKS,
  runClockJobs,
  type ClockLook,
} from '../../../../cloudfunctions/notify/relay/clock-jobs';
import {
  beginRun,
  endRun,
  JOBS_IN_TURN,
  noteLook,
  SOURCES_IN_TURN,
} from '../../../../cloudfunctions/notify/relay/due-work';
import { QUIET, SOURCES, sourcesOf, VILLAGERS } from '../../../../cloudfunctions/notify/relay/outbox-store';
import { relayOutboxes } from '../../../../cloudfunctions/notify/relay/relay-outboxes';
import type { Delivered, HistoryRow, OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
const mockDelivered: Delivered[] = [];
let mockLeaves: () => void;
jest.mock('../../../../cloudfunctions/notify/relay/consumers', () => ({
  consumersOf: (event: string) => [
    (delivered: Delivered) => {
      mockDelivered.push(delivered);
      if (event === 'fails') throw new Error('金丝雀');
      if (event === 'stirs') mockLeaves();
      return Promise.resolve();
    },
  ],
  leavesEvents: (event: string) => event === 'stirs',
  takeMediaVerdict: () => Promise.resolve(false),
}));

const MINUTE_MS = 60_000;
interface Kept {
  _id: string;
  township: string;
  rev: number;
  outbox: OutboxEntry[];
  history: HistoryRow[];
  outboxAt: number;
  lease?: number;
}

let cloud: InProcessCloud;
let townships: { _id: string }[];
let grants: object[];
beforeAll(async () => {
  cloud = await startInProcess({ notify });
  townships = cloud.documents('townships');
  grants = cloud.documents('invitations');
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 60 * MINUTE_MS);
  for (const { name } of SOURCES) if (name !== 'townships') cloud.replace(name, []);
  cloud.replace('townships', townships);
  cloud.replace('invitations', grants);
  for (const name of ['audit', 'deadletters', 'timers']) cloud.replace(name, []);
  mockDelivered.length = 0;
  mockLeaves = () => undefined;
});

const now = () => cloud.clock.now();
const entry = (id: string, own: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  event: 'goes',
  at: 1,
  about: { of: id },
  ...own,
});
const row = (id: string): HistoryRow => ({ id, at: 1, by: 'b', act: 'a', of: 'o', from: '', to: '' });
const kept = (id: string, outbox: OutboxEntry[], own: Partial<Kept> = {}): Kept => ({
  _id: id,
  township: 'bh',
  rev: 1,
  outbox,
  history: [],
  outboxAt: now(),
  ...own,
});
const one = (name: string, id: string) => cloud.documents<Kept>(name).find(({ _id }) => _id === id);
const figures = () =>
  cloud
    .documents<{ _id: string; stale: boolean; stirs?: number }>('townships')
    .find(({ _id }) => _id === 'bh~figures');
type Looks = Parameters<typeof relayOutboxes>[2];
const ship = (looks?: Looks) => relayOutboxes(['bh', 'qs'], now(), looks);

describe('shipping', () => {
  it('what is due goes, with its document; what failed waits, what failed too often is a letter', async () => {
    const entries = [
      entry('e1'),
      entry('e2', { nextAt: now() + 1 }),
      entry('e3', { event: 'fails' }),
      entry('e4', { event: 'fails', attempts: 9 }),
      entry('e5', { nextAt: now() }),
    ];
    cloud.replace('articles', [kept('bh~a1', entries, { history: [row('h1'), row('h2')] })]);
    expect(await ship()).toEqual({ documents: 1, events: 3, failed: 1 });
    expect(mockDelivered.map(({ id }) => id)).toEqual(['e1', 'e3', 'e4', 'e5']);
    expect(mockDelivered[0]).toEqual({
      ...entry('e1'),
      township: 'bh',
      collection: 'articles',
      document: 'bh~a1',
    });
    expect(one('articles', 'bh~a1')).toEqual({
      _id: 'bh~a1',
      township: 'bh',
      rev: 3,
      history: [],
      outbox: [
        entry('e2', { nextAt: now() + 1 }),
        entry('e3', { event: 'fails', attempts: 1, nextAt: now() + MINUTE_MS }),
      ],
      outboxAt: now() + 1,
    });
    expect(cloud.documents<DeadLetter>('deadletters')).toMatchObject([
      {
        id: 'e4',
        event: 'fails',
        about: { of: 'e4' },
        attempts: 10,
        collection: 'articles',
        document: 'bh~a1',
        nextAt: 0,
      },
    ]);
    expect(cloud.documents('audit')).toHaveLength(2);
    expect(figures()).toMatchObject({ stale: true });
    expect(figures()?.stirs ?? 0).toBe(0);
  });

  it('tells of each place when something there is due next', async () => {
    const told: [string, number, number][] = [];
    cloud.replace('articles', [kept('bh~a1', [entry('e1', { event: 'fails' })])]);
    cloud.replace('activities', [kept('bh~b1', [], { outboxAt: now() + 5 })]);
    cloud.replace('rosters', [kept('bh~r1', [entry('e2')])]);
    cloud.replace('bans', [kept('bh~l1', [entry('e3')], { lease: now() + 9 })]);
    const sources = ['articles', 'activities', 'rosters', 'bans', 'keys'];
    const sum = await ship({
      sources,
      onLook: (name, at, next) => told.push([name, at - now(), next - now()]),
    });
    expect(sum).toEqual({ documents: 2, events: 1, failed: 1 });
    expect(told).toEqual([
      ['articles', 0, MINUTE_MS],
      ['activities', 0, 5],
      ['rosters', 0, Infinity],
      ['bans', 0, 9],
      ['keys', 0, Infinity],
    ]);
    expect(one('bans', 'bh~l1')?.outbox).toHaveLength(1);
  });

  it('what somebody else took in hand in the very moment is theirs for a minute', async () => {
    const told: number[] = [];
    cloud.replace('rosters', [kept('bh~r1', [entry('e1')])]);
    const { pass } = turnstile;
    let calls = 0;
    turnstile.pass = () => {
      if (++calls === 2) cloud.replace('rosters', [kept('bh~r1', [entry('e1')], { lease: now() + 7 })]);
      return pass();
    };
    const sum = await ship({
      sources: ['rosters'],
      onLook: (_name, _at, next) => told.push(next - now()),
    }).finally(() => (turnstile.pass = pass));
    expect([sum, told, mockDelivered]).toEqual([{ documents: 0, events: 0, failed: 0 }, [MINUTE_MS], []]);
  });

  it('what came while it was shipped is shipped by the next look', async () => {
    cloud.replace('rosters', [kept('bh~r1', [entry('stirs-1', { event: 'stirs' })])]);
    mockLeaves = () => {
      const all = cloud.documents<Kept>('rosters');
      cloud.replace(
        'rosters',
        all.map((each) => ({ ...each, rev: 9, outbox: [...each.outbox, entry('e2')] })),
      );
    };
    expect(await ship({ sources: ['rosters'] })).toEqual({ documents: 2, events: 2, failed: 0 });
    expect(one('rosters', 'bh~r1')).toMatchObject({ outbox: [], outboxAt: 0 });
  });

  it('what a consumer left anywhere goes too; others’ places are not looked into otherwise', async () => {
    cloud.replace('articles', [kept('bh~a1', [entry('e9')])]);
    cloud.replace('rosters', [kept('bh~r1', [entry('e1')])]);
    expect(await ship({ sources: ['rosters'] })).toMatchObject({ events: 1 });
    expect(one('articles', 'bh~a1')?.outbox).toHaveLength(1);
    cloud.replace('rosters', [kept('bh~r1', [entry('e2', { event: 'stirs' })])]);
    expect(await ship({ sources: ['rosters'] })).toMatchObject({ events: 2 });
    expect(figures()?.stirs).toBe(1);
  });

  it('more than a look finds, and more than a turn takes, goes with the next ones', async () => {
    cloud.replace(
      'articles',
      Array.from({ length: 50 }, (_, n) => kept(`bh~a${String(n)}`, [entry(`e${String(n)}`)])),
    );
    const many = Array.from({ length: 450 }, (_, n) => entry(`m${String(n)}`));
    const rows = Array.from({ length: 250 }, (_, n) => row(`h${String(n)}`));
    cloud.replace('rosters', [kept('bh~r1', many, { history: rows })]);
    expect(await ship()).toEqual({ documents: 53, events: 500, failed: 0 });
    expect(new Set(mockDelivered.map(({ id }) => id)).size).toBe(500);
    expect(cloud.documents('audit')).toHaveLength(250);
    expect(one('rosters', 'bh~r1')).toMatchObject({ outbox: [], history: [], outboxAt: 0 });
  });

  it('nothing is begun when the time is over, and what is due is said to be', async () => {
    const told: number[] = [];
    cloud.replace('rosters', [kept('bh~r1', [entry('e1')])]);
    const onLook = (_name: string, _at: number, next: number) => told.push(next - now());
    expect(await ship({ sources: ['rosters'], endsAt: now() - 1, onLook })).toMatchObject({ documents: 0 });
    expect([told, mockDelivered]).toEqual([[0], []]);
    expect(await ship({ sources: ['rosters'], endsAt: now() })).toMatchObject({ documents: 1 });
  });

  it('of no township nothing is asked', async () => {
    const before = turnstile.calls;
    expect(await relayOutboxes([], now())).toEqual({ documents: 0, events: 0, failed: 0 });
    expect(turnstile.calls).toBe(before);
  });
});

describe('where it looks', () => {
  const names = (looks: readonly { name: string }[]) => looks.map(({ name }) => name);
  /** Everything was looked at a minute ago, and nothing is due. */
  async function quiet(): Promise<void> {
    await beginRun(['bh'], now());
    for (const name of [...names(SOURCES), ...names(CLOCK_LOOKS)]) noteLook(name, now(), Infinity);
    endRun(now());
    cloud.clock.set(now() + MINUTE_MS);
  }
  const count = async () => {
    const { sources, jobs } = await beginRun(['bh'], now());
    return [sources.length, jobs.length];
  };
  const ALL = [SOURCES.length, CLOCK_LOOKS.length];
  const TURN = [VILLAGERS.length + SOURCES_IN_TURN, JOBS_IN_TURN];
  const stir = (stirs: number) => {
    cloud.replace(
      'townships',
      townships.map((each) => (each._id === 'bh~figures' ? { ...each, stirs } : each)),
    );
  };
  const write = (wrote: object, many = 1) => {
    const wroteAt = now();
    cloud.replace(
      'invitations',
      grants.map((each, n) => (n < many ? { ...each, wroteAt, wrote } : each)),
    );
  };

  it('everywhere at first and where the last run did not end; else where villagers write, and a few in turn', async () => {
    await quiet();
    expect(await count()).toEqual(TURN);
    expect(await count()).toEqual(ALL);
    await quiet();
    cloud.clock.set(now() - 2 * MINUTE_MS);
    expect(await count()).toEqual(ALL);
  });

  it('everywhere once a consumer left something, as the mark says', async () => {
    await quiet();
    stir(41);
    expect(await count()).toEqual(ALL);
    await quiet();
    expect(await count()).toEqual(TURN);
  });

  it('where somebody of a role wrote since the last run, or shortly before; where too many did everywhere', async () => {
    await quiet();
    write({ duty: now() - 2 * MINUTE_MS, congress: now() - 4 * MINUTE_MS });
    const { sources } = await beginRun(['bh'], now());
    expect(sourcesOf('duty').every((name) => sources.includes(name))).toBe(true);
    const turn = QUIET.slice(0, SOURCES_IN_TURN).map(({ name }) => name);
    const other = sourcesOf('congress').filter((name) => !turn.includes(name));
    expect(other.some((name) => sources.includes(name))).toBe(false);
    const crowd = Array.from({ length: 200 }, (_, n) => ({
      _id: `bh~g${String(n)}`,
      township: 'bh',
      rev: 1,
    }));
    await quiet();
    cloud.replace(
      'invitations',
      crowd.slice(1).map((each) => ({ ...each, wroteAt: now() })),
    );
    expect(await count()).toEqual(TURN);
    await quiet();
    cloud.replace(
      'invitations',
      crowd.map((each) => ({ ...each, wroteAt: now() })),
    );
    expect(await count()).toEqual(ALL);
  });
});

describe('jobs of the clock', () => {
  const job = (name: string, done: () => number, nextAt?: ClockLook['nextAt']): ClockLook => ({
    name,
    job: () => {
      ran.push(name);
      return new Promise((resolve) => {
        resolve(done());
      });
    },
    ...(nextAt && { nextAt }),
  });
  const fails = () => {
    throw new Error('金丝雀');
  };
  let ran: string[];
  const run = async (looks: readonly ClockLook[], endsAt = now() + MINUTE_MS) => {
    ran = [];
    const began = now();
    const [looked, faults]: [[string, number][], string[]] = [[], []];
    const { error } = console;
    const said: unknown[][] = [];
    console.error = (...words: unknown[]) => said.push(words);
    const done = await runClockJobs(['bh'], { now: began, endsAt }, looks, {
      between: () => Promise.resolve(ran.push('between')),
      onLook: ({ name }, next) => looked.push([name, next - began]),
      onFault: ({ name }) => faults.push(name),
    }).finally(() => (console.error = error));
    return { done, ran, looked, faults, said: JSON.stringify(said) };
  };

  it('each has its turn, whatever became of the one before; what did something is looked at again at once', async () => {
    const all = [
      job('two', () => 2),
      job('fails', fails),
      job('none', () => 0),
      job(
        'later',
        () => 0,
        (at) => at + 7,
      ),
    ];
    const { said, ...found } = await run(all);
    expect(found).toEqual({
      done: 2,
      ran: ['two', 'between', 'fails', 'none', 'later'],
      looked: [
        ['two', 0],
        ['fails', 0],
        ['none', Infinity],
        ['later', 7],
      ],
      faults: ['fails'],
    });
    expect(said).toMatch(/notify.*clock/);
    // Nobody need listen.
    expect(await runClockJobs(['bh'], { now: now(), endsAt: Infinity }, [job('two', () => 2)])).toBe(2);
    expect(said).not.toContain('金丝雀');
  });

  it('none is begun when the time is over; what the time ended is not known to be through', async () => {
    expect(await run([job('one', () => 1)], now())).toMatchObject({ done: 0, ran: [], looked: [] });
    const endsAt = now() + MINUTE_MS;
    const long = job('long', () => {
      cloud.clock.set(endsAt);
      return 0;
    });
    expect(await run([long, job('one', () => 1)], endsAt)).toMatchObject({
      ran: ['long'],
      looked: [['long', 0]],
    });
  });
});

describe('a minute', () => {
  const minute = async () => {
    process.env['TRIGGER_SRC'] = 'timer';
    delete process.env['WX_OPENID'];
    try {
      return (await notify({ Type: 'Timer', TriggerName: 'every-minute' })) as { data: object };
    } finally {
      delete process.env['TRIGGER_SRC'];
    }
  };
  const call = async () => (await minute()).data;

  it('says what was shipped before and after its jobs, and what failed', async () => {
    await call();
    cloud.clock.set(now() + MINUTE_MS);
    cloud.replace('rosters', [kept('bh~r1', [entry('e1'), entry('e2', { event: 'fails' })])]);
    const letter = {
      _id: 'bh~l1',
      township: 'bh',
      rev: 1,
      collection: 'rosters',
      document: 'd',
      attempts: 10,
      seq: '1',
    };
    cloud.replace('deadletters', [{ ...letter, ...entry('stirs-2', { event: 'stirs' }), nextAt: now() }]);
    mockLeaves = () => {
      cloud.replace('articles', [kept('bh~a1', [entry('e3'), entry('e4'), entry('e5', { event: 'fails' })])]);
    };
    expect(await call()).toMatchObject({ events: 3, failed: 2, changed: 1 });
    expect(figures()).toMatchObject({ stale: false });
    cloud.clock.set(now() + 10_000);
    expect(await call()).toMatchObject({ events: 0, failed: 0, changed: 0 });
  });
});
