/**
 * A key belongs to one act: with another body it is refused, and an act that died at any of its database calls is done
 * once by one retry. Every action that writes is named here once: with a story of its own, with the story that goes
 * through the same module, or with the reason why it has none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as congress } from '../../cloudfunctions/congress/index';
import { main as duty } from '../../cloudfunctions/duty/index';
import { main as notify } from '../../cloudfunctions/notify/index';
import { main as overview } from '../../cloudfunctions/overview/index';
import { main as publicity } from '../../cloudfunctions/publicity/index';
import { main as reception } from '../../cloudfunctions/reception/index';
import { main as registry } from '../../cloudfunctions/registry/index';
import { main as report } from '../../cloudfunctions/report/index';
import { main as request } from '../../cloudfunctions/request/index';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import type { Slip } from '../../miniprogram/contract/reception';
import type { Answer } from '../support/cloud';
import { noteDied, noteWrites } from '../support/death-law';
import { fairShare } from '../support/fair-share';
import { dieAt, startInProcess, type InProcessCloud } from '../support/in-process';
import { listActions, type Table } from '../support/listed-actions';
import { keepRows } from '../support/memory-database';
import { dayOf, freePlaceOf } from './reception/support/free-place';
import { newKey, submission } from './request/requests';
import { KEEPS_NONE, LIKE, ROWS_OF, TOLD_IN } from './told-keys';

jest.mock('../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../support/memory-database'),
);

jest.mock('../../cloudfunctions/shared/serve', () => {
  const real = jest.requireActual<{ serve: (...all: unknown[]) => unknown }>(
    '../../cloudfunctions/shared/serve',
  );
  const tables: Table[] = [];
  const serve = (fn: string, actions: Table['actions'], ...rest: unknown[]) => {
    tables.push({ fn, actions });
    return real.serve(fn, actions, ...rest);
  };
  return { ...real, serve, tables };
});
const { tables } = jest.requireMock<{ tables: Table[] }>('../../cloudfunctions/shared/serve');

let cloud: InProcessCloud;
let putBack: () => void;
beforeAll(async () => {
  cloud = await startInProcess({
    congress,
    duty,
    notify,
    overview,
    publicity,
    reception,
    registry,
    report,
    request,
  });
  putBack = keepRows();
});
beforeEach(() => {
  // Further on, so that nobody's calls of a minute are used up.
  cloud.clock.set(cloud.clock.now() + 90_000);
});

const STAFF = 'bh-staff';
const DATE = '2026-12-07';

async function ask(
  name: string,
  openid: string,
  input: object,
  key: string = newKey(),
): Promise<Answer & { name: string }> {
  const [fn = '', action = ''] = name.split('.');
  return { name, ...(await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key })) };
}

async function granted<T>(name: string, openid: string, input: object): Promise<T> {
  const answer = await ask(name, openid, input);
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.data as T;
}

interface Story {
  openid: string;
  input: object;
  /** What differs in the other body. */
  other: object;
  /** What the repetition says otherwise than the first. */
  again?: object;
}

const day = () => dayOf(cloud, DATE);
const freePlace = () => freePlaceOf(day());
let people = 0;
const somebody = () => `somebody-${String(people++)}`;
const booking = () => {
  const { place, home } = freePlace();
  return { date: DATE, home, place, wish: { who: 'any' }, whom: 'self', name: '王先生' };
};

async function article() {
  const { article: id } = await granted<{ article: string }>('publicity.compose', STAFF, {
    from: { kind: 'blank', of: '' },
  });
  const cover = { picture: { file: '', faces: 'none' as const } };
  return { id, content: { title: '一篇', author: '', digest: '', cover, blocks: [] } };
}

async function submitted(openid: string): Promise<string> {
  return (await granted<{ request: string }>('request.submit', openid, submission())).request;
}

/** A fact about this deputy, which the relay made of what they noted. */
async function factOf(openid: string, person: string): Promise<string> {
  const activity = { kind: 'household-visit', date: '2026-11-19', village: 'v4', people: 1 };
  await granted('duty.note', openid, { activity });
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid });
  const facts = cloud.documents<{ _id: string; township: string; persons?: string[] }>('facts');
  const found = facts.find((fact) => fact.township === 'bh' && fact.persons?.includes(person));
  if (!found) throw new Error('no fact');
  return found._id;
}

function change(collection: string, id: string, fields: object): void {
  const all = cloud.documents<{ _id: string }>(collection);
  cloud.replace(
    collection,
    all.map((each) => (each._id === id ? { ...each, ...fields } : each)),
  );
}

const STORIES: Readonly<Record<string, () => Promise<Story> | Story>> = {
  'registry.claimInvitation': () => ({
    openid: 'new-phone',
    input: { code: 'bhp20x0', phoneLast4: '1234' },
    other: { phoneLast4: '4321' },
  }),
  'registry.issueInvitation': () => ({
    openid: STAFF,
    input: { role: 'helper', name: '某', village: 'v1', phoneLast4: '0000' },
    other: { name: '另一位' },
  }),
  'registry.editBook': () => ({
    openid: STAFF,
    input: { kind: 'setting', reason: '测试', edits: [{ id: 'contactDays', seen: '', row: { value: 4 } }] },
    other: { reason: '另一个' },
  }),
  'reception.book': () => ({ openid: somebody(), input: booking(), other: { name: '别人' } }),
  'reception.wait': async () => {
    const { home, time } = freePlace();
    for (const [place, by] of Object.entries(day().place))
      if (by === 0 && place.startsWith(`${home}-${time.replace(':', '')}`) && /\d$/.test(place))
        await granted('reception.book', somebody(), {
          ...booking(),
          place,
          home,
        });
    return {
      openid: somebody(),
      input: { date: DATE, home, time, whom: 'self', name: '王先生' },
      other: { name: '别人' },
    };
  },
  'reception.takeOver': async () => {
    const { whom: _self, ...wished } = booking();
    const slip = await granted<Slip>('reception.bookFor', STAFF, {
      ...wished,
      name: '柳奶奶',
      village: 'v4',
    });
    const { home, half, number, code } = slip;
    return { openid: somebody(), input: { date: DATE, home, half, number, code }, other: { number: 99 } };
  },
  'reception.addPlaces': () => {
    const { place, time } = freePlace();
    return {
      openid: STAFF,
      input: { date: DATE, seat: day().plan[place], time, count: 1 },
      other: { count: 2 },
    };
  },
  'request.submit': () => ({ openid: somebody(), input: submission(), other: { text: '另一件' } }),
  'request.settlePart': async () => {
    const id = await submitted(somebody());
    change('requests', id, { checks: { text: { state: 'held', at: 1 } } });
    return {
      openid: STAFF,
      input: { request: id, part: 'text', release: true },
      other: { release: false },
    };
  },
  'request.act': async () => {
    const openid = somebody();
    const id = await submitted(openid);
    const step = { act: 'withdraw', words: '不用了' };
    return { openid, input: { request: id, step }, other: { step: { ...step, words: '算了' } } };
  },
  'publicity.save': async () => {
    const { id, content } = await article();
    return {
      openid: STAFF,
      input: { article: id, edition: 1, content },
      other: { content: { ...content, title: '另一篇' } },
    };
  },
  'publicity.overrule': async () => {
    const { id, content } = await article();
    const blocks = [{ id: 'b1', type: 'text', text: '电话13812345678，找老王。' }];
    const { marks, edition } = await granted<{ edition: number; marks: { id: string }[] }>(
      'publicity.save',
      STAFF,
      { article: id, edition: 1, content: { ...content, blocks } },
    );
    return {
      openid: STAFF,
      input: { article: id, edition, mark: marks[0]?.id, words: '本人同意' },
      other: { words: '可以公开' },
    };
  },
  'publicity.saveSettings': () => ({
    openid: 'bh-p1',
    input: { edition: 0, settings: { account: 'own', publish: 'leave', author: '人大办' } },
    other: { settings: { account: 'own', publish: 'submit', author: '人大办' } },
  }),
  'publicity.drop': async () => ({
    openid: STAFF,
    input: { article: (await article()).id, edition: 1 },
    other: { edition: 2 },
  }),
  'publicity.compose': () => ({
    openid: STAFF,
    input: { from: { kind: 'blank', of: '' } },
    other: { template: 'solved' },
    again: { existed: true },
  }),
  'registry.revokeInvitation': async () => {
    const { invitation } = await granted<{ invitation: string }>('registry.issueInvitation', STAFF, {
      role: 'helper',
      name: '某',
      village: 'v1',
      phoneLast4: '0000',
    });
    return { openid: STAFF, input: { invitation, reason: '搬走了' }, other: { reason: '另一个' } };
  },
  'reception.move': async () => {
    const openid = somebody();
    const { booking: id, place: from } = await granted<Slip>('reception.book', openid, booking());
    const { place } = freePlace();
    const [other = ''] = Object.entries(day().place).flatMap(([at, by]) =>
      by === 0 && at !== place && /\d$/.test(at) ? [at] : [],
    );
    const wish = { who: 'any' };
    return { openid, input: { date: DATE, booking: id, from, place, wish }, other: { place: other } };
  },
  'reception.cancel': async () => {
    const openid = somebody();
    const slip = await granted<Slip>('reception.book', openid, booking());
    const { booking: id, place: from, keys } = slip;
    return {
      openid,
      input: { date: DATE, booking: id, from, keys },
      other: { from: freePlace().place },
    };
  },
  'reception.bookFor': () => {
    const { whom: _self, ...wished } = booking();
    return {
      openid: STAFF,
      input: { ...wished, name: '柳爷爷', village: 'v4' },
      other: { name: '别人' },
    };
  },
  'duty.withdraw': async () => {
    const { activity } = await granted<{ activity: string }>('duty.note', 'bh-p5', {
      activity: { kind: 'household-visit', date: '2026-11-20', village: 'v4', people: 4 },
    });
    return { openid: 'bh-p5', input: { activity, reason: '记错了' }, other: { reason: '另一个' } };
  },
  'duty.keepTie': () => ({
    openid: 'bh-p5',
    input: { alias: '核桃树那家', measures: ['work'] },
    other: { alias: '桥头那家' },
  }),
  'duty.endTie': async () => {
    const { tie } = await granted<{ tie: string }>('duty.keepTie', 'bh-p6', { alias: '某', measures: [] });
    return { openid: 'bh-p6', input: { tie, reason: '搬走了' }, other: { reason: '稳定了' } };
  },
  'duty.tieAccess': () => ({ openid: STAFF, input: { act: 'ask' }, other: { account: '0'.repeat(16) } }),
  'duty.dispute': async () => ({
    openid: 'bh-p5',
    input: { fact: await factOf('bh-p5', 'p5'), words: '不是我' },
    other: { words: '是别人' },
  }),
  'duty.answerDispute': async () => {
    const asked = { fact: await factOf('bh-p6', 'p6'), words: '不是我' };
    const { dispute } = await granted<{ dispute: string }>('duty.dispute', 'bh-p6', asked);
    return { openid: STAFF, input: { dispute, corrected: false, words: '是您' }, other: { words: '还是您' } };
  },
  'report.saveReportWords': async () => {
    const { report: id } = await granted<{ report: string }>('report.createReport', STAFF, {
      kind: 'work',
      from: '2026-07-01',
      to: '2026-11-23',
    });
    return {
      openid: STAFF,
      input: { report: id, section: 'plans', version: 0, words: '抓好学习' },
      other: { words: '抓好培训' },
    };
  },
  'congress.actOnSuggestion': async () => {
    const { suggestion } = await granted<{ suggestion: string }>('congress.draftSuggestion', 'bh-p5', {
      category: 'road',
      requests: [],
      title: '关于路灯',
      grounds: '路黑。',
      plan: '装灯。',
    });
    return {
      openid: 'bh-p5',
      input: { suggestion, step: { act: 'withdraw', words: '不提了' } },
      other: { step: { act: 'withdraw', words: '先不提' } },
    };
  },
  'congress.draftSuggestion': () => ({
    openid: 'bh-p5',
    input: { category: 'road', requests: [], title: '关于修路', grounds: '路坏了。', plan: '修好它。' },
    other: { title: '另一件' },
  }),
  'duty.note': () => ({
    openid: 'bh-p5',
    input: { activity: { kind: 'household-visit', date: '2026-11-20', village: 'v4', people: 2 } },
    other: { activity: { kind: 'household-visit', date: '2026-11-20', village: 'v4', people: 3 } },
  }),
};

describe('a key that comes back', () => {
  /** Brings what was left in outboxes into the audit; whose rows these are, is told by their ids. */
  async function shipAll(): Promise<void> {
    for (let n = 0; n < 4; n++) {
      cloud.clock.set(cloud.clock.now() + 1_000);
      await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: 'relay', key: newKey() });
    }
  }
  const rows = () =>
    cloud.documents<{ _id: string; by: string }>('audit').filter(({ by }) => by !== 'system');

  it.each(Object.keys(STORIES))(
    '%s: the same body is answered as before, another is refused, and the audit has one row of it',
    async (name) => {
      const story = await STORIES[name]?.();
      if (!story) throw new Error('no story');
      const { openid, input, other, again } = story;
      await shipAll();
      const before = rows().length;
      const key = newKey();
      const act = () => ask(name, openid, input, key);
      // Two at once, as a phone does that waited too long; one may be told that the other is at it.
      const both = await cloud.together([act, act], [0, 1, 1, 0]);
      const first = both.find(({ ok }) => ok);
      expect([both, first !== undefined]).toEqual([both, true]);
      expect(await act()).toMatchObject({ ok: true, data: { ...(first?.data as object), ...again } });
      expect(await ask(name, openid, { ...input, ...other }, key)).toMatchObject({
        ok: false,
        code: 'key-reused',
      });
      await shipAll();
      expect(rows().length - before).toBe(ROWS_OF[name] ?? 1);
    },
  );

  it.each(fairShare(Object.keys(STORIES), 3))(
    '%s: dies at each of its calls, then one retry: done once',
    async (name) => {
      let deaths = 0;
      for (let died = true; died;) {
        putBack();
        cloud.clock.set(cloud.clock.now() + 90_000);
        const story = await STORIES[name]?.();
        if (!story) throw new Error('no story');
        const { openid, input, again } = story;
        await shipAll();
        const before = rows().length;
        const key = newKey();
        const act = () => ask(name, openid, input, key);
        died = await dieAt(deaths + 1, act);
        if (died) deaths++;
        const answer = await act();
        expect([deaths, answer]).toMatchObject([deaths, { name, ok: true }]);
        expect(await act()).toMatchObject({ ok: true, data: { ...(answer.data as object), ...again } });
        await shipAll();
        expect([deaths, rows().length - before]).toEqual([deaths, ROWS_OF[name] ?? 1]);
      }
      noteDied(name, deaths);
    },
  );

  test('«我也反映» under the key of another act on the request is refused', async () => {
    const openid = somebody();
    const id = await submitted(openid);
    const key = newKey();
    const step = { act: 'withdraw', words: '不用了' };
    expect(await ask('request.act', openid, { request: id, step }, key)).toMatchObject({ ok: true });
    change('requests', id, { board: '1' });
    expect(await ask('request.joinPublished', openid, { request: id }, key)).toMatchObject({
      code: 'key-reused',
    });
    const found = cloud.documents<{ _id: string; acts: { k: string }[] }>('requests');
    const kept = found.find(({ _id }) => _id === id)?.acts.map(({ k }) => k);
    expect(kept).toEqual([`${accountOf(openid)}~${key}`]);
    expect(await ask('request.joinPublished', openid, { request: id })).toMatchObject({ ok: true });
  });
});

test('every action that writes is named once, and what is told elsewhere is told there', async () => {
  const named = [STORIES, TOLD_IN, LIKE, KEEPS_NONE].flatMap((names) => Object.keys(names));
  const writes = (await listActions(tables, true)).sort();
  expect([...named].sort()).toEqual(writes);
  noteWrites(writes);
  for (const story of Object.values(LIKE))
    expect([...Object.keys(STORIES), ...Object.keys(TOLD_IN)]).toContain(story);
  for (const [name, file] of Object.entries(TOLD_IN)) {
    const told = readFileSync(join(__dirname, file), 'utf8');
    expect([name, /key-reused/.test(told)]).toEqual([name, true]);
  }
});
