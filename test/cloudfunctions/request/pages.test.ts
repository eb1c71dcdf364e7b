/** Lists of requests, whose they are, page by page and with what each row says. */
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestCard } from '../../../miniprogram/contract/request';
import type { OfficeCard } from '../../../miniprogram/contract/request-lists';
import { CHIEF, LEADER, NONE, OWNER, Requests, STAFF, UNIT } from './requests-in-process';

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
