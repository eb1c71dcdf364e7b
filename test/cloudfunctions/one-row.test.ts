/**
 * One act, one row of the audit: what keeps no key is done here and looked at (support/audit-law.ts looks at every act of
 * every test in a process, and key-reused.test.ts does the acts that keep one). Every action that writes is in one of
 * these tables, so that one written tomorrow without a story is missed here.
 */
import { main as congress } from '../../cloudfunctions/congress/index';
import { main as notify } from '../../cloudfunctions/notify/index';
import type { Message } from '../../cloudfunctions/notify/messages/store';
import type { DeadLetter } from '../../cloudfunctions/notify/dead-letters/store';
import { main as reception } from '../../cloudfunctions/reception/index';
import type { RosterDocument } from '../../cloudfunctions/reception/roster/rules/roster-document';
import { main as registry } from '../../cloudfunctions/registry/index';
import { main as report } from '../../cloudfunctions/report/index';
import { main as request } from '../../cloudfunctions/request/index';
import { noteBirth, rowsUnder, underLaw } from '../support/audit-law';
import { startInProcess, type InProcessCloud } from '../support/in-process';
import { rowsOf } from '../support/memory-database';
import { ROWLESS, SEVERAL } from './audit-rows';
import { newKey, submission } from './request/requests';
import { KEEPS_NONE } from './told-keys';

jest.mock('../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ congress, notify, reception, registry, report, request });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});

const STAFF = 'bh-staff';
const DAY = '2026-12-21';

async function granted<T>(name: string, openid: string, input: object, key = newKey()): Promise<T> {
  const [fn = '', action = ''] = name.split('.');
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key });
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.data as T;
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
let made = 0;
function put(collection: string, document: Message | DeadLetter): string {
  const _id = `bh~${String(made++).padStart(20, '0')}`;
  rowsOf(collection).set(_id, { ...document, _id });
  return _id;
}

const LETTER: DeadLetter = {
  _id: '',
  township: 'bh',
  rev: 1,
  collection: 'days',
  document: 'bh~2026-12-07',
  id: 'somebody~a-key-of-old~booked~00000000',
  event: 'booked',
  about: {},
  attempts: 10,
  at: 1,
  seq: '1',
  nextAt: 0,
};

/** A session to which members are called. */
async function called(): Promise<string> {
  const wish = { name: `十九届${String(made++)}次会议`, from: DAY, to: DAY, place: '镇政府' };
  const { session } = await granted<{ session: string }>('congress.prepareSession', STAFF, wish);
  const step = async (one: object) => {
    const found = await cloud.invoke('congress', 'session', { township: 'bh', session }, { openid: STAFF });
    const { edition } = found.data as { edition: number };
    await granted('congress.actOnSession', STAFF, { session, edition, step: one });
  };
  const sittings = [{ date: DAY, start: '08:30', end: '11:30', title: '开幕' }];
  await step({ act: 'saveAgenda', agenda: [{ title: '听取报告' }], sittings });
  await step({ act: 'notify', place: '礼堂' });
  return session;
}

const leave = (session: string) => ({ session, answer: 'leave', reason: '住院' });

type Story = () => Promise<{ openid: string; input: object }> | { openid: string; input: object };
const STORIES: Readonly<Record<string, Story>> = {
  // Nobody has booked: it stands in the roster alone.
  'reception.withdrawDay': () => {
    const found = cloud
      .documents<RosterDocument>('rosters')
      .find(({ township, year }) => township === 'bh' && year === 2026);
    const [date, planned] = Object.entries(found?.days ?? {}).find(([of]) => of > '2026-11-23') ?? [];
    if (!found || date === undefined || !planned) throw new Error('the sample plans no day to come');
    const days = { ...found.days, [date]: { ...planned, state: 'published' as const } };
    rowsOf('rosters').set(found._id, { ...found, days });
    rowsOf('days').delete(`bh~${date}`);
    return { openid: STAFF, input: { year: 2026, date } };
  },
  'notify.settleCall': () => ({ openid: STAFF, input: { call: put('messages', MESSAGE), state: 'missed' } }),
  'notify.retryLetter': () => ({
    openid: STAFF,
    input: { letter: put('deadletters', LETTER), kind: 'event' },
  }),
  'congress.answerNotice': async () => ({ openid: 'bh-p5', input: leave(await called()) }),
  'congress.decideLeave': async () => {
    const session = await called();
    await granted('congress.answerNotice', 'bh-p5', leave(session));
    return { openid: STAFF, input: { session, person: 'p5', approved: true } };
  },
  'congress.signIn': async () => {
    const session = await called();
    const asked = { township: 'bh', session, sitting: 'b1' };
    const { data } = await cloud.invoke('congress', 'hallCode', asked, { openid: STAFF });
    cloud.clock.set(Date.parse(`${DAY}T08:00:00+08:00`));
    return { openid: 'bh-p5', input: { code: (data as { code: string }).code } };
  },
  'congress.signInOnPaper': async () => {
    const session = await called();
    cloud.clock.set(Date.parse(`${DAY}T09:00:00+08:00`));
    return { openid: STAFF, input: { session, sitting: 'b1', persons: ['p6'] } };
  },
  'congress.keepInTouch': () => ({ openid: STAFF, input: { person: 'p5', member: '' } }),
  'report.createReport': () => ({
    openid: STAFF,
    input: { kind: 'work', from: '2026-07-01', to: '2026-11-23' },
  }),
  'registry.saveDistrict': () => ({ openid: 'bh-admin', input: { paper: 'icp', mark: null } }),
  'registry.addTownship': () => ({ openid: 'bh-admin', input: { id: 'newtown', name: '新乡' } }),
  'request.joinPublished': async () => {
    const { request: id } = await granted<{ request: string }>('request.submit', 'somebody-2', submission());
    const stored = rowsOf('requests').get(id);
    if (stored) rowsOf('requests').set(id, { ...stored, board: '1' });
    return { openid: 'somebody-3', input: { request: id } };
  },
};

/** Done elsewhere, with the story of their rows there. */
const DONE_IN: Readonly<Record<string, string>> = {
  'request.revealPhone': 'request/reveal-phone.test.ts',
  'congress.commitElected': 'congress/term/elected.test.ts',
  'registry.setUp': 'as registry.addTownship, whose write it shares',
  'overview.verify': 'asks the platform itself; its row is written as report.exportList writes its own',
};

test.each(Object.keys(STORIES))('%s leaves one row, and none for its repetition', async (name) => {
  const story = await STORIES[name]?.();
  if (!story) throw new Error('no story');
  const key = newKey();
  const [fn = '', action = ''] = name.split('.');
  await granted(name, story.openid, story.input, key);
  expect([name, rowsUnder(key).length]).toEqual([name, 1]);
  const again = { openid: story.openid, key };
  await cloud.invoke(fn, action, { township: 'bh', ...story.input }, again);
  expect([name, rowsUnder(key).length]).toEqual([name, 1]);
});

test('what keeps no key is told of here, leaves several, or says why it leaves none', () => {
  const told = [STORIES, DONE_IN, ROWLESS].flatMap((names) => Object.keys(names));
  const missing = Object.keys(KEEPS_NONE).filter((name) => !told.includes(name) && !SEVERAL.includes(name));
  expect(missing).toEqual([]);
});

test('an act that changes something without a row is found out, and one with two', async () => {
  const act = (key: string, write: () => void) =>
    underLaw({ fn: 'request', action: 'settlePart', key }, () => {
      write();
      return Promise.resolve({ ok: true });
    });
  const row = (key: string, event: string) => ({ id: `staff~${key}~${event}~00000000` });
  await expect(
    act('planted-key-1', () => {
      noteBirth('days', {});
    }),
  ).rejects.toThrow('no row');
  await act('planted-key-2', () => {
    noteBirth('days', { history: [row('planted-key-2', 'one')] });
  });
  const two = () => {
    noteBirth('days', { history: ['one', 'two'].map((each) => row('planted-key-3', each)) });
  };
  await expect(act('planted-key-3', two)).rejects.toThrow('more than one row');
});
