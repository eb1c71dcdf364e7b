/** Lists of requests, of the ledger, of the audit and of bookings: every row, in its order, page after page. In process. */
import { toRows } from '../../../../cloudfunctions/duty/ledger/store';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { encryptField as sealed } from '../../../../cloudfunctions/shared/cipher';
import type { ExportedList } from '../../../../miniprogram/contract/list-export';
import type { InProcessCloud } from '../../../support/in-process';
import { idOf, many, row, rowsOf, startLists, take, type Row } from './take-table';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const TODAY = '2026-11-23';
let cloud: InProcessCloud;
let directory: Directory;
beforeAll(async () => {
  ({ cloud, directory } = await startLists());
});

describe('requests', () => {
  let sample: RequestDocument;
  beforeAll(() => {
    sample = cloud.documents<RequestDocument>('requests').find(({ open }) => open) as RequestDocument;
  });
  const request = (n: number, said: object = {}) => {
    const due = `2026-12-${String((n % 28) + 1).padStart(2, '0')}`;
    return Object.assign(
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
    ) as unknown as Row & RequestDocument;
  };
  const numbers = async (...asked: Parameters<typeof take>) =>
    (await rowsOf(...asked)).map((each) => each.split('|')[0]);

  it('of a queue page after page to its end, without those that the caller may not know of', async () => {
    const all = [...many(401, (n) => request(n)), request(500, { open: false })] as RequestDocument[];
    cloud.replace('requests', all);
    const sorted = all
      .slice(0, 401)
      .sort((one, other) => (one.dueSeq < other.dueSeq ? -1 : 1))
      .map(({ number }) => number);
    expect(await numbers({ list: 'requests', queue: 'all' })).toEqual(sorted);
    cloud.replace('requests', [...many(200, (n) => request(n, { hidden: n === 7 ? ['p5'] : [] }))]);
    expect(await numbers({ list: 'requests', queue: 'all' }, { person: 'p5' })).toHaveLength(199);
    expect(await numbers({ list: 'requests', queue: 'all' })).toHaveLength(200);
  });

  it('of a queue with a last date, or with what the index does not tell apart, no others', async () => {
    const due = (n: number, date: string, said: object = {}) =>
      request(n, { due: date, dueSeq: `${date}${String(n)}`, ...said });
    cloud.replace('requests', [
      due(1, '2026-11-20'),
      due(2, '2026-11-22'),
      due(3, TODAY),
      due(4, '2026-12-30'),
    ]);
    expect(await numbers({ list: 'requests', queue: 'overdue' })).toEqual(['号1', '号2']);
    const facets = ['*', 'c:road', 'g:g3', 'c:road g:g3'];
    cloud.replace('requests', [
      request(1, { category: 'road', group: 'g3', village: 'v4', facets }),
      request(2, { category: 'road', group: 'g3', village: 'v5', facets }),
    ]);
    const filter = { category: 'road', group: 'g3', village: 'v4' };
    expect(await numbers({ list: 'requests', queue: 'all', filter })).toEqual(['号1']);
  });

  it('of what was dispatched the newest first, and nothing that never was', async () => {
    cloud.replace('requests', [
      request(1, { dispatchSeq: '1700000000000a' }),
      request(2),
      request(3, { dispatchSeq: '1700000000001a' }),
    ]);
    expect(await numbers({ list: 'requests', queue: 'dispatches' })).toEqual(['号3', '号1']);
  });

  it('with what was answered and how it was judged; the chosen ones in their order', async () => {
    const replies = [{ class: 'A', words: sealed('好'), at: 1, unit: 'u1' }];
    const rating = { satisfaction: 'satisfied', at: 1 };
    cloud.replace('requests', [request(1, { replies, rating }), request(2), request(3, { hidden: ['p5'] })]);
    const last = async (of: ExportedList) =>
      (await rowsOf(of, { person: 'p5' })).map((each) =>
        each.split('|').slice(-2).concat(each.slice(0, 2)).join(),
      );
    const judged = 'A 已经解决,满意,号1';
    expect(await last({ list: 'requests', queue: 'all' })).toEqual([judged, ',,号2']);
    const chosen = [3, 2, 1, 9].map(idOf);
    expect(await last({ list: 'requests', queue: 'all', chosen })).toEqual([',,号2', judged]);
    const table = await take({ list: 'requests', queue: 'all', chosen });
    expect([table?.name, table?.said.split('\u3000')[0]]).toEqual([
      '群众意见 选出的几件 2026年11月23日',
      '选出的几件',
    ]);
  });
});

describe('of the ledger', () => {
  const fact = (kind: 'activity' | 'request', id: string, of: string, date: string, said: object = {}) =>
    toRows({ township: 'bh', kind, id }, [
      Object.assign({ kind: of, part: '0', date, persons: ['p5'] }, said),
    ]);

  it('facts oldest first, with their titles and headings, without requests that the caller may not know of', async () => {
    cloud.replace('activities', [
      row(1, {
        kind: 'care',
        state: 'held',
        date: '2026-11-01',
        said: sealed(JSON.stringify({ title: '看望' })),
        opinions: {},
      }),
    ]);
    const requests = cloud.documents<RequestDocument>('requests');
    const [known] = requests;
    cloud.replace('requests', [
      { ...known, _id: idOf(7), hidden: ['p1'] },
      { ...known, _id: idOf(8), hidden: [] },
    ]);
    cloud.replace('facts', [
      ...fact('activity', idOf(1), 'care', '2026-11-02', { heading: 'care' }),
      ...fact('request', idOf(7), 'request-submitted', '2026-11-01'),
      ...fact('request', idOf(8), 'request-submitted', '2026-11-03'),
      ...fact('request', idOf(9), 'request-submitted', '2026-10-31'),
      ...fact('request', idOf(10), 'request-submitted', '2026-11-04'),
    ]);
    const of = { list: 'facts', of: 'all', from: '2026-11-01', to: '2026-11-03' } as const;
    const told = async (person?: string) =>
      (await rowsOf(of, person === undefined ? {} : { person })).map((each) =>
        each.split('|').slice(0, 3).join(),
      );
    expect(await told('p1')).toEqual(['2026-11-02,关爱行动,看望', '2026-11-03,收到群众意见,']);
    expect(await told()).toEqual([
      '2026-11-01,收到群众意见,',
      '2026-11-02,关爱行动,看望',
      '2026-11-03,收到群众意见,',
    ]);
    const table = await take(of);
    expect([table?.name, table?.said]).toEqual([
      '履职事实 2026年11月1日—11月3日',
      '2026年11月1日—11月3日\u30002026年11月23日导出\u3000共 3 行',
    ]);
    expect((await take({ ...of, of: 'visited' }))?.name).toMatch(/^走访/);
    expect((await take({ ...of, of: 'care' }))?.rows[0]?.split('|')[3]).not.toBe('');
  });

  it('a duty record is of one person and year, and of nobody nothing', async () => {
    cloud.replace('facts', [
      ...fact('request', idOf(1), 'request-solved', '2025-12-31'),
      ...fact('request', idOf(8), 'request-solved', '2026-01-01'),
      ...fact('request', idOf(8), 'request-answered', '2026-12-31'),
      ...fact('request', idOf(3), 'request-solved', '2027-01-01'),
      ...fact('request', idOf(4), 'request-solved', '2026-06-01', { persons: ['p6'] }),
    ]);
    const name = directory.people.find(({ id }) => id === 'p5')?.name ?? '';
    const table = await take({ list: 'duty', year: 2026, person: 'p5' });
    expect(table?.rows.map((each) => each.slice(0, 10))).toEqual(['2026-01-01', '2026-12-31']);
    expect([table?.name, table?.said]).toEqual([
      `履职档案 ${name} 2026年`,
      `${name} 2026年\u30002026年11月23日导出\u3000共 2 行`,
    ]);
    expect(await take({ list: 'duty', year: 2026 })).toBeUndefined();
    expect(await take({ list: 'duty', year: 2026, person: 'p999' })).toBeUndefined();
  });

  it('the rows behind a figure of a report, of none nothing', async () => {
    cloud.replace('reports', [row(1, { from: '2026-06-01', to: TODAY })]);
    const of = { list: 'slot', report: idOf(1), slot: 'villages' } as const;
    const table = await take(of);
    expect([table?.name, table?.said, table?.rows.length]).toEqual([
      '行政村 2026年6月1日—11月23日',
      '2026年6月1日—11月23日\u30002026年11月23日导出\u3000共 12 行',
      12,
    ]);
    expect(await take({ ...of, slot: 'nothing' })).toBeUndefined();
    expect(await take({ ...of, report: idOf(2) })).toBeUndefined();
  });

  it('the audit page after page, or of one day', async () => {
    const at = (n: number) => Date.parse('2026-11-20T00:00:00+08:00') + n * 60_000;
    const audit = many(401, (n) =>
      row(n, {
        at: at(n * 10),
        seq: String(at(n * 10)).padStart(13, '0') + 'a'.repeat(8),
        by: 'p1',
        act: 'export',
        collection: 'lists',
        document: 'x',
        of: '',
        from: '',
        to: 'meeting',
      }),
    );
    cloud.replace('audit', audit);
    const table = await take({ list: 'audit', filter: {} });
    expect([table?.name, table?.said, table?.rows.length]).toEqual([
      '操作记录 2026年11月23日',
      '2026年11月23日导出\u3000共 401 行',
      401,
    ]);
    expect(new Set(table?.rows.map((each) => each.slice(0, 16))).size).toBe(401);
    const day = await take({ list: 'audit', filter: { day: '2026-11-21' } });
    expect([day?.said, day?.rows.length]).toEqual([
      '2026年11月21日\u30002026年11月23日导出\u3000共 144 行',
      144,
    ]);
  });
});

test('bookings of the named days, with their phone’s tail and what came of the visit where there is any', async () => {
  interface Day extends Row {
    date: string;
    plan: Record<string, string>;
  }
  const [sample] = cloud
    .documents<Day>('days')
    .filter(({ date, township }) => date === '2026-12-07' && township === 'bh');
  const booked = (said: object) => ({
    state: 'booked',
    whom: 'self',
    name: sealed('王师傅'),
    keys: '',
    openid: '',
    at: 1,
    ...said,
  });
  const place = { 'h2-0830-2': 'a1-b1', 'h2-0900-3': 'a1-b2', 'h2-0930-5': 0 };
  const bookings = {
    a1: {
      b1: booked({ p: 'h2-0830-2', phone: sealed('13800001234'), category: 'road' }),
      b2: booked({ p: 'h2-0900-3' }),
    },
  };
  const visits = { 'h2-0830-2': { s: 'left', o: 'answered', seat: 'h2-am-1' } };
  const day = (date: string) => ({ ...sample, _id: `bh~${date}`, date, place, bookings, visits });
  cloud.replace('days', ['2026-12-07', '2026-12-08'].map(day) as object[]);
  const table = await take({ list: 'bookings', from: '2026-12-07', to: '2026-12-07' });
  const [one, other] = (table?.rows ?? []).map((each) => each.split('|'));
  const home = directory.homes.find(({ id }) => id === 'h2')?.name;
  const road = directory.categories.find(({ id }) => id === 'road')?.name;
  expect(one?.slice(0, 5)).toEqual(['2026-12-07', home, '上午', '08:30', '2']);
  expect(one?.slice(6, 10)).toEqual(['王师傅', '1234', road, '手机预约']);
  expect(other?.slice(3, 10)).toEqual(['09:00', '3', expect.any(String), '王师傅', '', '', '手机预约']);
  expect([one?.at(-1) === '', other?.at(-1)]).toEqual([false, '']);
  expect(table?.said).toBe('2026年12月7日\u30002026年11月23日导出\u3000共 2 行');
  expect(await rowsOf({ list: 'bookings', from: '2026-12-07', to: '2026-12-31' })).toHaveLength(4);
});
