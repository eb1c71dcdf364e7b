/**
 * One act, one row of the audit, on the built artefacts: of every function that persons act through a chosen act, twice
 * under one key, twice at once, under two keys, and again after its instance died at each of its calls. What is counted is
 * what the relay has shipped. Every act of every function is looked at in one process by support/audit-law.ts.
 */
import type { Message } from '../../cloudfunctions/notify/messages/store';
import { ACCESS } from '../../cloudfunctions/shared/access';
import type { DayView } from '../../miniprogram/contract/reception';
import type { FunctionName } from '../../miniprogram/contract/wire';
import type { Answer } from '../support/cloud';
import { DEATHS_OF_ACTS, dieAtEachCall, LONG_STEP } from '../support/deaths';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';
import { newKey, submission, submit } from './request/requests';

jest.setTimeout(120_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

const STAFF = 'bh-staff';
let made = 0;
const next = () => String(made++).padStart(4, '0');

interface Act {
  openid: string;
  input: object;
}
interface Story {
  /** What is asked for the first time. */
  make: () => Promise<Act> | Act;
  /** What the same under another key is: a further act, no act since it is so already, or a refusal with this code. */
  other: 'further' | 'nothing' | 'already-booked' | 'wrong-state';
  /** Dies at every so many calls only, where it makes very many. */
  step?: number;
}

async function freePlace() {
  const { data } = await cloud.invoke('reception', 'day', { township: 'bh' }, { openid: STAFF });
  const { date, homes } = data as DayView;
  for (const { home, times } of homes)
    for (const { free } of times) if (free[0]) return { date, home, place: free[0].place };
  throw new Error('no place is free');
}

const MESSAGE: Message = {
  _id: '',
  township: 'bh',
  rev: 1,
  account: 'b0',
  openid: '',
  event: 'place-given',
  title: '候补到了',
  template: '',
  data: {},
  page: '',
  call: '候补到了，来得了吗？',
  thread: 't',
  at: 1,
  seq: '1',
  until: 0,
  nextAt: 0,
  state: 'unreached',
  list: 'call',
  attempts: 0,
  code: '',
};

const STORIES: Readonly<Record<string, Story>> = {
  'registry.issueInvitation': {
    make: () => ({
      openid: STAFF,
      input: { role: 'helper', name: `某${next()}`, village: 'v1', phoneLast4: '0000' },
    }),
    other: 'further',
  },
  'reception.book': {
    make: async () => ({
      openid: `booker-${next()}`,
      input: Object.assign(await freePlace(), { wish: { who: 'any' }, whom: 'self', name: `王${next()}` }),
    }),
    other: 'already-booked',
  },
  'request.submit': {
    make: () => ({ openid: `asker-${next()}`, input: submission() }),
    other: 'further',
  },
  'request.act': {
    make: async () => {
      const openid = `asker-${next()}`;
      const { request } = await submit(cloud, openid);
      return { openid, input: { request, step: { act: 'withdraw', words: '不用了' } } };
    },
    other: 'wrong-state',
  },
  'duty.note': {
    make: () => ({
      openid: 'bh-p5',
      input: { activity: { kind: 'household-visit', date: '2026-11-20', village: 'v4', people: 2 } },
    }),
    other: 'further',
  },
  'congress.draftSuggestion': {
    make: () => ({
      openid: 'bh-p5',
      input: {
        category: 'road',
        requests: [],
        title: `修路${next()}`,
        grounds: '路坏了。',
        plan: '修好它。',
      },
    }),
    other: 'further',
  },
  'publicity.compose': {
    make: () => ({ openid: STAFF, input: { from: { kind: 'blank', of: '' } } }),
    other: 'further',
  },
  'notify.settleCall': {
    make: async () => {
      const call = `bh~${next().padStart(20, '0')}`;
      await cloud.database.importDocuments('messages', [Object.assign({}, MESSAGE, { _id: call })]);
      return { openid: STAFF, input: { call, state: 'missed' } };
    },
    other: 'nothing',
  },
  'report.exportList': {
    make: () => ({ openid: STAFF, input: { of: { list: 'directory', kind: 'village' }, reason: 'meeting' } }),
    other: 'further',
  },
  'overview.verify': {
    make: () => ({ openid: 'bh-admin', input: {} }),
    other: 'further',
    step: LONG_STEP === 1 ? 1 : 12,
  },
};
/** Called by the product's own functions alone. */
const NOBODYS: readonly FunctionName[] = ['media'];

const splitName = (name: string) => name.split('.') as [FunctionName, string];

function ask(name: string, { openid, input }: Act, key: string): Promise<Answer> {
  const [fn, action] = splitName(name);
  return cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key });
}

/** Of the act under this key, once everything is shipped. */
async function countRows(key: string): Promise<number> {
  await cloud.control({ runTimers: true });
  const rows = [...cloud.database.exportDocuments('audit')] as { _id: string; by: string }[];
  return rows.filter(({ _id, by }) => by !== 'system' && _id.includes(`~${key}~`)).length;
}

// Nobody's calls of a minute are used up.
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});

test('there is an act of every function that persons act through', () => {
  const told = new Set(Object.keys(STORIES).map((name) => splitName(name)[0]));
  const missing = (Object.keys(ACCESS) as FunctionName[]).filter(
    (fn) => !told.has(fn) && !NOBODYS.includes(fn),
  );
  expect(missing).toEqual([]);
});

describe.each(Object.keys(STORIES))('%s', (name) => {
  const story = STORIES[name];
  if (!story) throw new Error('no story');

  test('twice under one key is one row', async () => {
    const [act, key] = [await story.make(), newKey()];
    expect(await ask(name, act, key)).toMatchObject({ ok: true });
    await ask(name, act, key);
    expect(await countRows(key)).toBe(1);
  });

  test('twice at one instant under one key is one row', async () => {
    const [act, key] = [await story.make(), newKey()];
    const both = await Promise.all([ask(name, act, key), ask(name, act, key)]);
    expect([both, both.some(({ ok }) => ok)]).toEqual([both, true]);
    expect(await countRows(key)).toBe(1);
  });

  test('under two keys it is a row for each that did something', async () => {
    const [act, key, other] = [await story.make(), newKey(), newKey()];
    expect(await ask(name, act, key)).toMatchObject({ ok: true });
    const { ok, code = story.other } = await ask(name, act, other);
    expect([ok, code]).toEqual([story.other === 'further' || story.other === 'nothing', story.other]);
    expect([await countRows(key), await countRows(other)]).toEqual([1, story.other === 'further' ? 1 : 0]);
  });

  test.each(DEATHS_OF_ACTS)('%s each of its calls, done again: one row', async (death) => {
    const [fn] = splitName(name);
    const deaths = await dieAtEachCall(
      { cloud, fn, death, step: story.step ?? 1, atMost: 99 },
      async (fatally) => {
        cloud.clock.set(cloud.clock.now() + 90_000);
        const [act, key] = [await story.make(), newKey()];
        await fatally(() => ask(name, act, key));
        const again = await ask(name, act, key);
        expect([again, again.ok]).toEqual([again, true]);
        expect(await countRows(key)).toBe(1);
      },
    );
    expect(deaths.length).toBeGreaterThan(0);
  });
});
