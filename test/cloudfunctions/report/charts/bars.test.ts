/** What stands behind a bar, and what beside the charts: promises, hot spots, and since when it was counted. In process. */
import type { StoredFact } from '../../../../cloudfunctions/duty/ledger/store';
import { toRows } from '../../../../cloudfunctions/duty/ledger/store';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { Figures } from '../../../../cloudfunctions/registry/store';
import { facetsOf } from '../../../../cloudfunctions/request/lists/rules/facets';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { ChartsView, SlotRow } from '../../../../miniprogram/contract/work-report';
import { CHIEF, openReports, STAFF, type Reports } from '../work-report/support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let reports: Reports;
let sample: RequestDocument;
beforeAll(async () => {
  reports = await openReports({ lives: false });
  sample = reports.cloud.documents<RequestDocument>('requests').find(({ open }) => open) as RequestDocument;
});

const idOf = (n: number) => `bh~${String(n).padStart(16, '0')}`;
const many = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n));
const dayOf = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;
function request(n: number, said: object = {}): RequestDocument {
  const due = dayOf((n % 28) + 1);
  const one = Object.assign(
    {},
    sample,
    {
      _id: idOf(n),
      number: `号${String(n)}`,
      due,
      dueSeq: `${due}${String(n).padStart(8, '0')}`,
      hidden: [],
    },
    said,
  );
  return Object.assign(one, { facets: facetsOf(one) });
}
const fact = (n: number, kind: string, date: string, said: object = {}): StoredFact[] =>
  toRows({ township: 'bh', kind: 'request', id: idOf(n) }, [
    Object.assign({ kind, part: '0', date, persons: ['p5'] }, said),
  ]);

const SPAN = { from: '2026-05-24', to: '2026-11-23' };
interface Page {
  rows: SlotRow[];
  next?: string;
}
const page = async (of: string, more: object = {}, openid = STAFF) =>
  (await reports.ask(openid, 'chartRows', { of, ...SPAN, ...more })).data as Page;
/** Ids of all pages. */
async function walk(of: string, more: object = {}): Promise<number[][]> {
  const pages: number[][] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const { rows, next }: Page = await page(of, { ...more, ...(after !== '' && { after }) });
    pages.push(rows.map(({ row }) => Number(row.slice(-16))));
    after = next;
  }
  return pages;
}
const by = (dimension: string, value: string) => ({ by: { dimension, value } });

it('open requests, the farthest date first, of a group, village, category or home', async () => {
  const all = many(45, (n) =>
    request(n, {
      home: n % 3 === 0 ? 'h1' : 'h2',
      village: n === 7 ? 'v9' : 'v4',
      group: n < 2 ? 'g1' : 'g3',
    }),
  );
  reports.cloud.replace('requests', [...all, request(99, { open: false })]);
  const wanted = (is: (one: RequestDocument) => boolean) =>
    all
      .filter(is)
      .sort((one, other) => (one.dueSeq < other.dueSeq ? 1 : -1))
      .map(({ _id }) => Number(_id.slice(-16)));
  const open = await walk('open');
  expect([open.map(({ length }) => length), open.flat()]).toEqual([[20, 20, 5], wanted(() => true)]);
  for (const [dimension, value, is] of [
    ['village', 'v9', ({ village }: RequestDocument) => village === 'v9'],
    ['group', 'g1', ({ group }: RequestDocument) => group === 'g1'],
    ['home', 'h1', ({ home }: RequestDocument) => home === 'h1'],
    ['home', 'h2', ({ home }: RequestDocument) => home === 'h2'],
    ['category', sample.category, () => true],
    ['category', 'none', () => false],
  ] as const)
    expect([dimension, value, (await walk('open', by(dimension, value))).flat()]).toEqual([
      dimension,
      value,
      wanted(is),
    ]);
  const exact = many(20, (n) => request(n));
  reports.cloud.replace('requests', exact);
  expect(await walk('open')).toEqual([expect.any(Array), []]);
  const [first] = (await page('open')).rows;
  expect(first).toMatchObject({
    title: expect.stringContaining('号19') as string,
    words: expect.stringContaining(`期限 ${dayOf(20)}`) as string,
    source: { kind: 'request', id: idOf(19) },
  });
});

it('late ones alone where they are late; none of whom it is kept from', async () => {
  const due = (n: number, date: string, said: object = {}) =>
    request(n, { due: date, dueSeq: `${date}${String(n).padStart(8, '0')}`, ...said });
  reports.cloud.replace('requests', [
    due(1, '2026-11-22'),
    due(2, '2026-11-23'),
    due(3, '2026-11-20', { hidden: ['p1'] }),
  ]);
  expect(await walk('late')).toEqual([[1, 3]]);
  expect((await page('late', {}, CHIEF)).rows.map(({ row }) => row)).toEqual([idOf(1)]);
});

it('facts of the span, the newest first; of judgements those alone that are of the bar’s own', async () => {
  const rated = many(50, (n) =>
    fact(n, 'request-rated', `2026-11-${String((n % 20) + 1).padStart(2, '0')}`, {
      result: n % 5 === 0 ? 'satisfied' : 'basic',
      village: 'v4',
    }),
  );
  reports.cloud.replace('facts', [
    ...rated.flat(),
    ...fact(77, 'request-solved', '2026-11-23', { village: 'v4' }),
  ]);
  reports.cloud.replace(
    'requests',
    many(80, (n) => request(n, { hidden: n === 10 ? ['p1'] : [] })),
  );
  const sources = (await page('satisfied')).rows.map(({ source }) => Number(source?.id.slice(-16)));
  expect(sources.sort((one, other) => one - other)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45]);
  const inVillage = await walk('satisfied', by('village', 'v4'));
  expect(inVillage.flat()).toHaveLength(10);
  expect(await walk('satisfied', by('village', 'v5'))).toEqual([[]]);
  const seen = (await page('satisfied', {}, CHIEF)).rows.map(({ source }) => source?.id);
  expect([seen.length, seen.includes(idOf(10))]).toEqual([9, false]);
  expect(
    (await page('satisfied', { to: '2026-11-10' })).rows.every(({ date = '' }) => date <= '2026-11-10'),
  ).toBe(true);
});

it('no longer than may be asked for, nor the wrong way round', async () => {
  const ask = (from: string, to: string) => reports.ask(STAFF, 'chartRows', { of: 'open', from, to });
  const refused = { ok: false, code: 'bad-input', details: { field: 'to' } };
  expect(await ask('2026-02-02', '2026-02-01')).toMatchObject(refused);
  expect(await ask('2024-01-01', '2026-03-12')).toMatchObject(refused);
  expect(await ask('2024-01-01', '2026-03-11')).toMatchObject({ ok: true });
});

describe('beside the charts', () => {
  const look = async (more: object = {}, openid = STAFF) =>
    (await reports.ask(openid, 'reportCharts', { of: 'received', ...more })).data as ChartsView;
  const settle = (said: object) => {
    const others = reports.cloud.documents<Figures>('townships').filter(({ _id }) => _id !== 'bh~figures');
    reports.cloud.replace('townships', [
      ...others,
      { _id: 'bh~figures', township: 'bh', rev: 1, openByPerson: {}, ...said },
    ]);
  };

  it('what was promised, the nearest day first, and requests of a hot spot, of those that the caller may know of', async () => {
    const { cloud } = reports;
    cloud.replace('charts', []);
    cloud.replace('requests', [
      request(1, { promise: 'open', due: '2026-12-20' }),
      request(2, { promise: 'open', due: '2026-12-01', hidden: ['p1'] }),
      request(3, { promise: 'kept', due: '2026-12-02' }),
      request(4, {}),
    ]);
    const [one, ...others] = cloud
      .documents<{ _id: string; promise?: object }>('suggestions')
      .map(({ promise: _none, ...rest }) => rest);
    cloud.replace('suggestions', [
      ...others,
      { ...one, _id: String(one?._id), promise: { class: 'B', doneBy: '2026-12-10' } },
    ]);
    cloud.replace(
      'facts',
      [1, 2].flatMap((n) => fact(n, 'request-submitted', '2026-11-02', { category: 'road', village: 'v4' })),
    );
    const view = await look();
    expect(view.promises.map(({ date, source }) => [date, source?.kind, source?.id])).toEqual([
      ['2026-12-01', 'request', idOf(2)],
      ['2026-12-10', 'suggestion', one?._id],
      ['2026-12-20', 'request', idOf(1)],
    ]);
    expect(view.hotSpots).toMatchObject([{ category: 'road', n: 2, requests: [idOf(1), idOf(2)] }]);
    const chief = await look({}, CHIEF);
    expect(chief.promises.map(({ date }) => date)).toEqual(['2026-12-10', '2026-12-20']);
    expect(chief.hotSpots).toMatchObject([{ category: 'road', n: 2, requests: [idOf(1)] }]);
  });

  it('says that something happened since, unless the timer has seen that nothing did; counts anew when it is asked', async () => {
    const { asOf } = await look();
    const stale = async (said: object) => {
      settle(said);
      return (await look()).stale ?? false;
    };
    expect(await stale({ asOf, stale: false })).toBe(false);
    expect(await stale({ asOf: asOf - 1, stale: false })).toBe(false);
    expect(await stale({ asOf: asOf + 1, stale: false })).toBe(true);
    expect(await stale({ asOf, stale: true })).toBe(true);
    expect(await stale({ asOf })).toBe(true);
    expect((await look()).asOf).toBe(asOf);
    const anew = await look({ anew: true });
    expect([anew.asOf > asOf, anew.stale]).toEqual([true, undefined]);
    settle({ asOf: anew.asOf, stale: false });
    expect((await look({ anew: true })).asOf).toBe(anew.asOf);
    const today = reports.cloud.clock.now();
    reports.cloud.clock.set(today + 86_400_000);
    expect((await look()).stale).toBe(true);
    reports.cloud.clock.set(today);
  });

  it('of no township nothing is drawn', async () => {
    const townships = reports.cloud.documents<Directory>('townships');
    reports.cloud.replace('charts', []);
    reports.cloud.replace(
      'townships',
      townships.filter(({ _id }) => _id !== 'bh'),
    );
    reports.cloud.clock.set(reports.cloud.clock.now() + 61_000);
    for (const [action, input] of [
      ['reportCharts', { of: 'open' }],
      ['chartRows', { of: 'open', ...SPAN }],
      ['chartsDocument', {}],
    ] as const)
      expect([action, await reports.ask(STAFF, action, input)]).toMatchObject([
        action,
        { ok: false, code: 'not-found' },
      ]);
    reports.cloud.replace('townships', townships);
    reports.cloud.clock.set(reports.cloud.clock.now() + 61_000);
  });
});
