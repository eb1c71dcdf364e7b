/** Lists of requests, whose they are, page by page and with what each row says. */
import { HELD } from '../../../cloudfunctions/request/content-check/rules/content-check';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestCard } from '../../../miniprogram/contract/request';
import type { OfficeCard } from '../../../miniprogram/contract/request-lists';
import { toldActs } from '../told-acts';
import { newKey } from './requests';
import { CHIEF, CONSENT, LEADER, NONE, OWNER, Requests, STAFF, UNIT } from './requests-in-process';

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

describe('lists', () => {
  const page = async (openid: string, action: string, input: object = {}) =>
    requests.read<{ requests: RequestCard[]; next?: string }>(openid, action, input);
  const ids = (rows: readonly RequestCard[]) => rows.map((row) => row.request);

  it('go on from page to page, each once and in their order', async () => {
    const all: string[] = [];
    for (let n = 0; n <= LIMITS.page; n++) {
      all.push(await requests.send({}, `lists-${String(n % 7)}`));
      requests.later();
    }
    for (const id of all) await requests.must(OWNER, id, { act: 'take' });
    for (const id of all) await requests.must(OWNER, id, { act: 'propose', words: '请交办' });
    const queues = [
      [OWNER, 'listOwned', { scope: 'following' }],
      [STAFF, 'listOffice', { queue: 'to-route' }],
      [STAFF, 'listOffice', { queue: 'all' }],
    ] as const;
    for (const [openid, action, input] of queues) {
      const first = await page(openid, action, input);
      const rest = await page(openid, action, { ...input, after: first.next });
      expect([action, first.requests.length, rest.requests.length, 'next' in rest]).toEqual([
        action,
        LIMITS.page,
        1,
        false,
      ]);
      expect(ids([...first.requests, ...rest.requests]).sort()).toEqual([...all].sort());
    }
    expect((await page(OWNER, 'listOwned', { scope: 'mine' })).requests).toEqual([]);
  });

  it('are each reader’s: what one has, follows, leads, and a unit was given; whoever has no such list is refused', async () => {
    const mine = await requests.send();
    requests.later();
    const assigned = await requests.send();
    await requests.must(OWNER, assigned, { act: 'propose', words: '请交办' });
    await requests.must(STAFF, assigned, { act: 'assign', lead: 'u1', assist: ['u2'] });
    expect(ids((await page(OWNER, 'listOwned', { scope: 'mine' })).requests)).toEqual([mine]);
    expect(ids((await page(OWNER, 'listOwned', { scope: 'following' })).requests)).toEqual([assigned]);
    expect(ids((await page(LEADER, 'listGroup')).requests)).toContain(mine);
    expect(ids((await page(UNIT, 'listUnit')).requests)).toEqual([assigned]);
    expect((await page(UNIT, 'listUnit', { closed: true })).requests).toEqual([]);
    expect(ids((await page(requests.asker, 'listMine')).requests)).toEqual([assigned, mine]);
    const [card] = (await page(OWNER, 'listOwned', { scope: 'mine' })).requests;
    const { villages, categories } = requests.directory();
    const stored = requests.stored(mine);
    expect(card).toEqual({
      request: mine,
      number: stored?.number,
      title: '二组的路灯坏了',
      village: villages.find((one) => one.id === 'v4')?.name,
      category: categories.find((one) => one.id === 'road')?.name,
      kind: 'report',
      state: 'submitted',
      createdAt: stored?.createdAt,
      late: false,
      sentence: expect.stringMatching(/^请在.*前/) as unknown,
      nextDate: stored?.due,
    });
    const presidium = 'bh-p17';
    expect(await requests.ask(presidium, 'listOffice', { queue: 'all' })).toMatchObject({
      code: 'not-allowed',
    });
    expect(await requests.ask(presidium, 'listOffice', { queue: 'late' })).toMatchObject({ ok: true });
    expect(await requests.ask(CHIEF, 'listOffice', { queue: 'all' })).toMatchObject({ ok: true });
  });

  it('find by number, name, phone, its last digits and words, what the searcher may know of', async () => {
    const id = await requests.send({
      name: '钱一',
      phone: '13711112222',
      text: '河堤裂缝很宽',
      recused: ['p1'],
    });
    await requests.send({ text: '河道里有垃圾' });
    const stored = requests.stored(id);
    const find = async (text: string, openid = STAFF) =>
      ids((await requests.read<{ requests: OfficeCard[] }>(openid, 'find', { text })).requests);
    for (const text of [stored?.number ?? '', '钱一', ' 钱 一', '13711112222', '2222', '河堤裂缝'])
      expect([text, await find(text)]).toEqual([text, [id]]);
    for (const text of ['钱二', '13711112223', '2223', '河堤垃圾'])
      expect([text, await find(text)]).toEqual([text, []]);
    expect(await find('钱一', CHIEF)).toEqual([]);
  });

  it('of what is alike have those of the place that came before and are open, the most alike first', async () => {
    const closed = await requests.send({ text: '二组的路灯坏了' });
    await requests.must(requests.asker, closed, { act: 'withdraw' });
    requests.later();
    const far = await requests.send({ text: '桥头要装护栏' });
    requests.later();
    const near = await requests.send({ text: '二组路灯又坏了' });
    requests.later();
    await requests.send({ text: '二组的路灯坏了', village: 'v1' });
    const id = await requests.send({ text: '二组的路灯坏了' });
    requests.later();
    await requests.send({ text: '二组的路灯坏了' }, 'later');
    const { requests: found } = await requests.read<{ requests: (RequestCard & { likeness: number })[] }>(
      STAFF,
      'similar',
      {
        request: id,
      },
    );
    expect(ids(found)).toEqual([near, far]);
    expect(found[0]?.likeness).toBeGreaterThan(found[1]?.likeness ?? 100);
    await requests.expectRefused([[STAFF, 'similar', { request: NONE }, { code: 'not-found' }]]);
  });

  it('of the office have each what waits there, and nothing else', async () => {
    const proposed = await requests.send();
    await requests.must(OWNER, proposed, { act: 'propose', words: '请交办' });
    const urged = await requests.send();
    await requests.must(STAFF, urged, { act: 'dispatch', words: '尽快看看' });
    const overseen = await requests.send();
    await requests.must(CHIEF, overseen, { act: 'supervise', words: '盯着' });
    const assigned = await requests.send();
    const later = await requests.send();
    for (const id of [assigned, later]) {
      await requests.must(OWNER, id, { act: 'propose', words: '请交办' });
      await requests.must(STAFF, id, { act: 'assign', lead: 'u1', assist: [] });
    }
    await requests.must(UNIT, assigned, { act: 'askExtension', until: '2026-12-20', words: '要预算' });
    const promise = { act: 'reply', class: 'C', words: '明年修', doneBy: '2027-06-30' } as const;
    await requests.must(UNIT, later, promise);
    const list = async (queue: string, openid = STAFF) =>
      ids((await page(openid, 'listOffice', { queue })).requests).sort();
    const wanted = {
      'to-route': [proposed],
      dispatches: [urged],
      key: [overseen],
      extensions: [assigned],
      promises: [later],
      'call-backs': [],
      overdue: [],
      all: [proposed, urged, overseen, assigned, later].sort(),
    };
    for (const [queue, found] of Object.entries(wanted))
      expect([queue, await list(queue)]).toEqual([queue, found]);
    const [card] = (await page(STAFF, 'listOffice', { queue: 'dispatches' })).requests;
    expect(card).toMatchObject({ request: urged, title: '二组的路灯坏了', state: 'submitted', late: false });
    expect(await list('key', 'bh-p17')).toEqual([overseen]);
    const now = requests.cloud.clock.now();
    requests.later(30 * 86_400_000);
    expect(await list('overdue')).toEqual(expect.arrayContaining([proposed, urged, overseen]));
    requests.cloud.clock.set(now);
  });

  it('of what was passed up have the office’s words, the newest first, page by page for the office and the district', async () => {
    const all: string[] = [];
    for (let n = 0; n <= LIMITS.page; n++) {
      const id = await requests.send({}, `passed-${String(n % 7)}`);
      await requests.must(STAFF, id, { act: 'keep' }, { act: 'passUp', summary: `第${String(n)}条渠` });
      requests.later();
      all.unshift(id);
    }
    type Passed = { items: { request: string; summary: string }[]; next?: string };
    for (const [openid, most] of [
      [STAFF, LIMITS.page],
      ['qu-district', LIMITS.page / 2],
    ] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const asked = after === undefined ? {} : { after };
        const { items, next } = await requests.read<Passed>(openid, 'listPassedUp', asked);
        expect(items.length).toBeLessThanOrEqual(most);
        seen.push(...items.map((item) => item.request));
        after = next;
      } while (after !== undefined);
      expect([openid, seen]).toEqual([openid, all]);
    }
    const [item] = (await requests.read<Passed>(STAFF, 'listPassedUp')).items;
    const { card, categories } = requests.directory();
    expect(item).toEqual({
      request: all[0],
      from: card.name,
      number: requests.stored(all[0] ?? '')?.number,
      category: categories.find((one) => one.id === 'road')?.name,
      summary: `第${String(LIMITS.page)}条渠`,
      state: 'passed-up',
      on: toLocalDate(requests.cloud.clock.now()),
    });
  });

  it('of what WeChat doubts have each part, until the office has looked at all of them', async () => {
    const id = await requests.send({ text: '要看一眼的话' });
    const held = { state: 'held', why: 'review', at: 0 };
    const [stored] = requests.cloud.documents<RequestDocument>('requests');
    const waits = { text: held, 'note-1764000000000': { ...held, state: 'passed' } };
    const doubted = Array.from({ length: 5 }, (_, n) => ({
      ...stored,
      _id: n === 0 ? id : `${id.slice(0, -1)}${String(n)}`,
      seq: `${String(1_764_000_000_000 + n)}00000000`,
      checks: waits,
      tokens: [...(stored?.tokens ?? []), HELD],
    }));
    requests.cloud.replace('requests', doubted);
    type Held = { requests: { request: string; parts: object[] }[]; next?: string };
    const list = (input: object = {}) => requests.read<Held>(STAFF, 'listHeld', input);
    const first = await list();
    const rest = await list({ after: first.next });
    expect([first.requests.length, rest.requests.length, 'next' in rest]).toEqual([4, 1, false]);
    expect([...first.requests, ...rest.requests].map(({ parts }) => parts)).toEqual(
      doubted.map(() => [{ part: 'text', why: 'review', text: '要看一眼的话' }]),
    );
    const settle = (part: string, release: boolean, key?: string) =>
      requests.ask(STAFF, 'settlePart', { request: id, part, release }, key);
    const key = newKey();
    const kept = await settle('text', false, key);
    expect(kept.data).toEqual({ request: id, part: 'text', released: false });
    expect(await settle('text', false, key)).toMatchObject({ data: kept.data });
    expect(await settle('text', true, key)).toMatchObject({ code: 'key-reused' });
    expect(requests.stored(id)?.tokens).not.toContain(HELD);
    expect(await settle('text', true)).toMatchObject({ data: { released: true } });
    expect(await settle('photo1', true)).toMatchObject({ code: 'not-found' });
    const by = accountOf(STAFF);
    const about = { request: id };
    const row = { document: id, by, of: `${id}.text`, about };
    expect(
      toldActs(requests.cloud, 'requests')
        .filter((told) => told.document === id)
        .slice(1),
    ).toEqual([
      { ...row, act: 'part-kept', from: 'held', to: 'kept', event: 'request-part-kept' },
      { ...row, act: 'part-released', from: 'kept', to: 'released', event: 'request-part-released' },
    ]);
  });
});

it('what somebody said «我也反映» to is theirs page by page, the newest first', async () => {
  const first = await requests.send({ privacy: CONSENT });
  await requests.must(STAFF, first, { act: 'offer', title: '一盏灯' });
  await requests.ask('neighbour', 'joinPublished', { request: first });
  const [stored] = requests.all();
  const all = Array.from({ length: LIMITS.page + 3 }, (_, n) => {
    const tail = String(n).padStart(10, '0');
    return { ...stored, _id: `bh~xxxxxx${tail}`, seq: `17640000000${tail}` };
  });
  requests.cloud.replace('requests', all);
  type Page = { items: { request: string }[]; next?: string };
  const board = (input: object) => requests.read<Page>('neighbour', 'board', { mine: true, ...input });
  const one = await board({});
  const rest = await board({ after: one.next });
  const seen = [...one.items, ...rest.items].map(({ request }) => request);
  expect([one.items.length, seen, 'next' in rest]).toEqual([
    LIMITS.page,
    all.map(({ _id }) => _id).reverse(),
    false,
  ]);
});

it('the draft of a publication says where a name and a phone stand, and is nobody’s from whom it is kept', async () => {
  const id = await requests.send({
    name: '钱一',
    text: '钱一家门口的路灯坏了，电话13711112222',
    recused: ['p1'],
  });
  await requests.must(OWNER, id, { act: 'explain', words: '已经修好' });
  type Draft = Readonly<Record<'title' | 'summary' | 'result', { text: string; remove: object[] }>>;
  const draft = await requests.read<Draft>(STAFF, 'draftPublication', { request: id });
  const remove = [
    { from: 0, to: 2, why: 'name' },
    { from: 13, to: 24, why: 'phone' },
  ];
  const text = '钱一家门口的路灯坏了，电话13711112222';
  expect(draft).toEqual({
    title: { text, remove },
    summary: { text, remove },
    result: { text: '已经修好', remove: [] },
  });
  await requests.expectRefused([
    [STAFF, 'draftPublication', { request: NONE }, { code: 'not-found' }],
    [CHIEF, 'draftPublication', { request: id }, { code: 'not-found' }],
    [CHIEF, 'get', { request: id }, { code: 'not-found' }],
    [STAFF, 'get', { request: NONE }, { code: 'not-found' }],
  ]);
});
