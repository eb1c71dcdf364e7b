/** Requests as they come, step by step: what each act answers, leaves for the relay and refuses. */
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { BoardItem } from '../../../miniprogram/contract/request-lists';
import { toldActs } from '../told-acts';
import { newKey, submission, type Submitted } from './requests';
import {
  CONSENT,
  HELPER,
  LEADER,
  NONE,
  OWNER,
  Requests,
  type Refused,
  STAFF,
  UNIT,
} from './requests-in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let requests: Requests;
beforeAll(async () => {
  requests = await Requests.open();
});
beforeEach(() => {
  requests.begin();
});

const told = () => toldActs(requests.cloud, 'requests');

describe('a new one', () => {
  it('answers number, way and next date, once under its key, and leaves whose it is', async () => {
    const key = newKey();
    const sent = submission({ deputy: 'p5', recused: ['p8'] });
    const first = await requests.ask(requests.asker, 'submit', sent, key);
    expect(await requests.ask(requests.asker, 'submit', sent, key)).toMatchObject({ data: first.data });
    expect(await requests.ask(requests.asker, 'submit', { ...sent, text: '别的' }, key)).toMatchObject({
      code: 'key-reused',
    });
    const { request: id, number, route, nextDate } = first.data as Submitted;
    const [stored] = requests.all();
    expect(stored).toMatchObject({
      _id: id,
      number,
      due: nextDate,
      account: accountOf(requests.asker),
      n: 1,
    });
    expect(JSON.stringify(route)).toContain(requests.directory().people.find((one) => one.id === 'p5')?.name);
    const by = accountOf(requests.asker);
    const about = { request: id, owner: 'p5', ownerKind: 'deputy', group: 'g3' };
    expect(told()).toEqual([
      {
        document: id,
        by,
        act: 'submit',
        of: id,
        from: '',
        to: 'submitted',
        event: 'request-submitted',
        about,
      },
    ]);
  });

  it('is refused with nothing said, another’s file, an unknown place or matter, and after the day’s last', async () => {
    const { text: _text, ...silent } = submission();
    const sent = submission();
    const { village, category, privacy } = sent;
    const way = { village, category, privacy };
    await requests.expectRefused([
      [requests.asker, 'submit', silent, { code: 'nothing-said' }],
      [
        requests.asker,
        'submit',
        { ...sent, photos: ['cloud://e.b/bh/u/other/1.jpg'] },
        { code: 'not-your-file' },
      ],
      [requests.asker, 'submit', { ...sent, village: 'v99' }, { code: 'bad-input', field: 'village' }],
      [requests.asker, 'submit', { ...sent, category: 'sea' }, { code: 'bad-input', field: 'category' }],
      [requests.asker, 'previewRoute', { ...way, village: 'v99' }, { code: 'bad-input', field: 'village' }],
    ]);
    for (let n = 0; n < 5; n++) await requests.send();
    await requests.expectRefused([[requests.asker, 'submit', sent, { code: 'too-many-requests', most: 5 }]]);
    requests.later(86_400_000);
    expect(await requests.ask(requests.asker, 'submit', sent)).toMatchObject({ ok: true });
  });

  it('for somebody is entered by the office, or by the helper of the village where they live', async () => {
    const sent = { ...submission(), name: '周大山', livesIn: 'v4' };
    const entries = [
      [STAFF, 'v1', true],
      [HELPER, 'v4', true],
      [HELPER, 'v1', false],
      [OWNER, 'v4', false],
    ] as const;
    for (const [openid, livesIn, may] of entries) {
      const { ok, code } = await requests.ask(openid, 'submitFor', { ...sent, livesIn });
      expect([openid, livesIn, ok || code]).toEqual([openid, livesIn, may || 'not-allowed']);
    }
    const { text: _text, ...silent } = sent;
    await requests.expectRefused([
      [STAFF, 'submitFor', { ...sent, livesIn: 'v99' }, { code: 'bad-input', field: 'livesIn' }],
      [STAFF, 'submitFor', { ...sent, village: 'v99' }, { code: 'bad-input', field: 'village' }],
      [STAFF, 'submitFor', silent, { code: 'nothing-said' }],
    ]);
    // It is nobody's own, and its asker has no phone to be told on.
    for (const stored of requests.all()) expect(stored).toMatchObject({ openid: '', account: '' });
    expect(told().map(({ by, act: done, to }) => [by, done, to])).toEqual([
      [accountOf(STAFF), 'submit', 'submitted'],
      [accountOf(HELPER), 'submit', 'submitted'],
    ]);
    expect(requests.all().map(({ livesIn }) => livesIn)).toEqual(['v1', 'v4']);
    expect((await requests.read<{ requests: [] }>(STAFF, 'listMine')).requests).toEqual([]);
  });
});

describe('a step', () => {
  it('leaves who did what, from where to where, and whose it is then', async () => {
    const id = await requests.send();
    await requests.must(OWNER, id, { act: 'take' }, { act: 'propose', words: '请交办' });
    await requests.must(STAFF, id, { act: 'assign', lead: 'u1', assist: ['u2'] });
    await requests.must(UNIT, id, { act: 'accept' }, { act: 'reply', class: 'A', words: '修好了' });
    const clerk = accountOf(STAFF);
    const rows = told().slice(1);
    expect(rows.map(({ by, act: done, to, event }) => [by, done, to, event])).toEqual([
      ['p5', 'take', 'contacting', 'request-taken'],
      ['p5', 'propose', 'proposed', 'request-proposed'],
      [clerk, 'assign', 'assigned', 'request-assigned'],
      ['u1', 'accept', 'accepted', 'request-accepted'],
      ['u1', 'reply', 'confirming', 'request-answered'],
    ]);
    for (const { of, by, act: done, about } of rows)
      expect([of, about]).toMatchObject([id, { request: id, act: done, by }]);
    expect(rows[2]?.about).toMatchObject({ owner: '', ownerKind: 'unit' });
  });

  it('under its key is one act; its answer is told again as it was', async () => {
    const id = await requests.send();
    const key = newKey();
    const first = await requests.act(OWNER, id, { act: 'take' }, key);
    expect(first.data).toEqual({ request: id, state: 'contacting', nextDate: expect.any(String) as unknown });
    expect(await requests.act(OWNER, id, { act: 'take' }, key)).toMatchObject({ data: first.data });
    await requests.must(OWNER, id, { act: 'explain', words: '说清了' });
    expect(await requests.act(OWNER, id, { act: 'take' }, key)).toMatchObject({
      data: { state: 'contacting' },
    });
    expect(await requests.act(OWNER, id, { act: 'note', words: '某' }, key)).toMatchObject({
      code: 'key-reused',
    });
    await requests.must(requests.asker, id, { act: 'solved' });
    const over = await requests.act(STAFF, id, { act: 'setTitle', title: '路灯' });
    expect(over.data).not.toHaveProperty('nextDate');
  });

  it('is refused by who it is asked by: to an outsider there is none, to a colleague it is not theirs', async () => {
    const id = await requests.send({ recused: ['p8'] });
    const take = { act: 'take' };
    const step = (openid: string, taken: object, refused: object): Refused => [
      openid,
      'act',
      { request: id, step: taken },
      refused,
    ];
    await requests.expectRefused([
      [OWNER, 'act', { request: NONE, step: take }, { code: 'not-found' }],
      [STAFF, 'act', { request: NONE, step: { act: 'keep' } }, { code: 'not-found' }],
      step('bh-p2', take, { code: 'not-owner' }),
      step('bh-p8', take, { code: 'not-found' }),
      step('stranger', { act: 'supplement', words: '某' }, { code: 'not-found' }),
      step('stranger', take, { code: 'not-allowed' }),
      step(UNIT, { act: 'accept' }, { code: 'not-found' }),
      step(OWNER, { act: 'keep' }, { code: 'not-allowed' }),
      step(LEADER, { act: 'handOver', to: 'p999' }, { code: 'cannot-own', why: 'role' }),
      step(STAFF, { act: 'merge', into: NONE }, { code: 'not-found' }),
      step('bh-p17', { act: 'urge' }, { code: 'not-found' }),
    ]);
  });

  it('of several is answered one by one: what may be done is done, the others say why', async () => {
    const [one, other] = [await requests.send(), await requests.send()];
    const note = (id: string) => ({ request: id, step: { act: 'urge' } });
    await requests.must(STAFF, other, { act: 'urge' });
    const key = newKey();
    const acts = { acts: [note(one), note(other), note(NONE)] };
    const { data } = await requests.ask(STAFF, 'actMany', acts, key);
    const { done } = data as { done: { request: string; state?: string; code?: string }[] };
    expect(done.map(({ request: id, state, code }) => [id, state ?? code])).toEqual([
      [one, 'submitted'],
      [other, 'step-used'],
      [NONE, 'not-found'],
    ]);
    expect(await requests.ask(STAFF, 'actMany', acts, key)).toMatchObject({ data });
  });
});

describe('the public board', () => {
  it('has what was offered by its title, counts who joins once each, and forgets it when it is taken down', async () => {
    const id = await requests.send({ privacy: CONSENT });
    const join = (openid: string, key?: string) =>
      requests.ask(openid, 'joinPublished', { request: id }, key);
    expect(await join('neighbour')).toMatchObject({ code: 'not-found' });
    expect(await requests.ask('neighbour', 'joinPublished', { request: NONE })).toMatchObject({
      code: 'not-found',
    });
    await requests.must(STAFF, id, { act: 'offer', title: '柳树城村二组路灯' });
    const board = async (openid = 'neighbour', input: object = {}) =>
      (await requests.read<{ items: BoardItem[]; next?: string }>(openid, 'board', input)).items;
    const { villages, categories } = requests.directory();
    const item = {
      request: id,
      title: '柳树城村二组路灯',
      summary: '',
      result: '',
      on: toLocalDate(requests.cloud.clock.now()),
      state: 'submitted',
      joined: 0,
      village: villages.find((one) => one.id === 'v4')?.name,
      category: categories.find((one) => one.id === 'road')?.name,
    };
    expect(await board()).toEqual([item]);
    expect(await board('neighbour', { mine: true })).toEqual([]);
    expect((await join('neighbour')).data).toEqual({ joined: 1 });
    expect((await join('neighbour')).data).toEqual({ joined: 1 });
    expect((await join('other')).data).toEqual({ joined: 2 });
    expect(await board('other', { mine: true })).toEqual([{ ...item, joined: 2 }]);
    const by = accountOf('other');
    expect(told().at(-1)).toEqual({
      document: id,
      by,
      act: 'join',
      of: id,
      from: '',
      to: '',
      event: 'request-joined',
      about: { request: id },
    });
    expect(requests.all()[0]?.joined).toMatchObject({
      [`a${by}`]: { account: by, openid: 'other' },
    });
    const shown = await requests.read<{ items: BoardItem[]; count?: number }>('x', 'published', {
      village: 'v4',
      category: 'road',
    });
    expect(shown).toEqual({ items: [{ ...item, joined: 2 }] });
    await requests.must(STAFF, id, { act: 'unpublish' });
    expect(await board()).toEqual([]);
    expect(await join('third')).toMatchObject({ code: 'not-found' });
  });

  it('tells how many there were of a matter from three on, within a year, and three of them at most', async () => {
    const look = () =>
      requests.read<{ items: BoardItem[]; count?: number }>('x', 'published', {
        village: 'v4',
        category: 'road',
      });
    for (let n = 0; n < 4; n++) {
      const id = await requests.send({ privacy: CONSENT });
      await requests.must(STAFF, id, { act: 'offer', title: `第${String(n)}盏灯` });
      requests.later();
      const { items, count } = await look();
      expect([items.length, count]).toEqual([Math.min(n + 1, 3), n < 2 ? undefined : n + 1]);
      expect(items[0]?.title).toBe(`第${String(n)}盏灯`);
    }
    const start = requests.cloud.clock.now();
    requests.cloud.clock.set(start + 366 * 86_400_000);
    expect(await look()).not.toHaveProperty('count');
    requests.cloud.clock.set(start);
  });
});

describe('who has their data deleted', () => {
  it('loses what is over at once, what is handled later, and what they joined keeps the count', async () => {
    const [over, open, joined] = [
      await requests.send(),
      await requests.send(),
      await requests.send({ privacy: CONSENT }, 'somebody'),
    ];
    await requests.must(requests.asker, over, { act: 'withdraw' });
    await requests.must(STAFF, joined, { act: 'offer', title: '路灯' });
    await requests.ask(requests.asker, 'joinPublished', { request: joined });
    const erased = await requests.ask(requests.asker, 'eraseOwn');
    expect(erased).toMatchObject({ data: { erased: 1, later: 1 } });
    expect(requests.stored(over)).toMatchObject({ openid: '' });
    expect(requests.stored(over)?.account).not.toBe(accountOf(requests.asker));
    expect(requests.stored(over)).not.toHaveProperty('text');
    expect(requests.stored(open)).toMatchObject({
      eraseFor: expect.any(String) as unknown,
      account: accountOf(requests.asker),
    });
    expect(requests.stored(joined)).toMatchObject({ joinedCount: 1 });
    expect(JSON.stringify(requests.stored(joined))).not.toContain(`"a${accountOf(requests.asker)}"`);
    expect(told().filter(({ event }) => event === 'request-erased')).toEqual([
      {
        document: over,
        by: accountOf(requests.asker),
        act: 'erase',
        of: over,
        from: 'withdrawn',
        to: 'withdrawn',
        event: 'request-erased',
        about: { request: over },
      },
    ]);
  });

  it('or takes consents back: of what is handled the title leaves the board', async () => {
    const [given, none] = [await requests.send({ privacy: CONSENT }), await requests.send()];
    await requests.must(STAFF, given, { act: 'offer', title: '路灯' });
    const joinable = await requests.send({ privacy: { ...CONSENT, publishable: false } });
    expect((await requests.ask(requests.asker, 'withdrawConsents')).data).toEqual({ withdrawn: 2 });
    expect(requests.stored(joinable)?.privacy.joinable).toBe(false);
    expect(requests.stored(given)?.privacy).toMatchObject({
      publishable: false,
      joinable: false,
      unitMayCall: false,
    });
    expect(requests.stored(given)).not.toHaveProperty('board');
    expect(requests.stored(none)?.privacy).not.toHaveProperty('joinable');
    for (let n = 0; n < 4; n++)
      expect(await requests.ask(requests.asker, 'withdrawConsents')).toMatchObject({ ok: true });
    expect(await requests.ask(requests.asker, 'withdrawConsents')).toMatchObject({ code: 'rate-limited' });
  });
});
