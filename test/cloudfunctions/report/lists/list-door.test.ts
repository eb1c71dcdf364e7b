/** What may be asked for of a list, how it is read whole, and the file that is made of it. */
import * as v from 'valibot';
import { exportList } from '../../../../cloudfunctions/report/lists/export-list';
import { MOST_ROWS, readWhole, spanWords } from '../../../../cloudfunctions/report/lists/reading';
import { writeList } from '../../../../cloudfunctions/report/lists/write-list';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { ListId } from '../../../../miniprogram/contract/list-export';
import type { InProcessCloud } from '../../../support/in-process';
import { SAMPLES } from '../list-samples';
import { readSheet } from '../read-written';
import { newKey } from '../../request/requests';
import { idOf, many, row, startLists } from './take-table';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
const mockFiles: Buffer[] = [];
jest.mock('../../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockFiles.push(bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
}));

describe('the door', () => {
  const isTaken = (of: object) => v.is(exportList.input, { township: 'bh', of, reason: 'meeting' });

  it('takes each list with all that it may be asked for, and nothing more', () => {
    for (const list of Object.keys(SAMPLES) as ListId[]) {
      const of = list === 'slot' ? { list, report: idOf(1), slot: 'received' } : SAMPLES[list].of();
      expect([list, isTaken(of), isTaken({ ...of, more: 1 })]).toEqual([list, true, false]);
    }
    const may: readonly [object, string, readonly unknown[], readonly unknown[]][] = [
      [
        { list: 'suggestions' },
        'queue',
        ['examine', 'decide', 'waiting', 'promised', 'key', 'all'],
        ['', 'late'],
      ],
      [{ list: 'invitations' }, 'state', ['issued', 'claimed', 'confirmed', 'revoked'], ['', 'open']],
      [{ list: 'articles' }, 'state', ['draft', 'published'], ['', 'open']],
      [{ list: 'topics' }, 'year', [2020, 2099], [2019, 2100, 2026.5, '2026', undefined]],
      [
        { list: 'requests', queue: 'all' },
        'chosen',
        [[idOf(1)], many(LIMITS.actAtOnce, (n) => row(n, {})).map(({ _id }) => _id)],
        [
          [],
          many(LIMITS.actAtOnce + 1, (n) => row(n, {})).map(({ _id }) => _id),
          [`${idOf(1)}0`],
          [idOf(1).slice(0, -1)],
          [` ${idOf(1)}`],
          ['BH~0000000000000000'],
        ],
      ],
      [
        { list: 'slot', report: idOf(1) },
        'slot',
        ['a', 'aB', 'a'.repeat(40)],
        ['', 'A', 'a b', 'a'.repeat(41), ' a'],
      ],
      [
        { list: 'directory', kind: 'village' },
        'rows',
        [[], ['v1', 'v4.road-2026-01-01', '*'], ['a'.repeat(80)]],
        [[''], ['a/b'], ['a'.repeat(81)], many(MOST_ROWS + 1, (n) => row(n, {})).map(() => 'v1')],
      ],
    ];
    for (const [of, name, taken, refused] of may) {
      for (const value of taken)
        expect([name, value, isTaken({ ...of, [name]: value })]).toEqual([name, value, true]);
      for (const value of refused)
        expect([name, value, isTaken({ ...of, [name]: value })]).toEqual([name, value, false]);
    }
    const as = (type: string) =>
      v.is(exportList.input, { township: 'bh', of: { list: 'bans' }, reason: 'meeting', as: type });
    expect([as('csv'), as('xlsx')]).toEqual([true, false]);
  });
});

describe('a list', () => {
  let cloud: InProcessCloud;
  beforeAll(async () => {
    ({ cloud } = await startLists());
  });
  const ask = (openid: string, of: object, more: object = {}, key = newKey()) => {
    cloud.clock.set(cloud.clock.now() + 61_000);
    return cloud.invoke(
      'report',
      'exportList',
      { township: 'bh', of, reason: 'meeting', ...more },
      { openid, key },
    );
  };

  it('goes to those alone whose it is', async () => {
    const lists: readonly [ListId, readonly string[]][] = [
      ['audit', ['bh-p1', 'bh-admin']],
      ['invitations', ['bh-staff', 'bh-p1', 'bh-admin']],
      ['directory', ['bh-staff', 'bh-p1', 'bh-admin']],
      ['passed', ['qu-district']],
      ['asked', ['qu-district']],
      ['quiet', ['bh-p1']],
      ['district-deputies', ['qu-district']],
      ['bans', ['bh-staff', 'bh-p1']],
      ['duty', ['bh-staff', 'bh-p1', 'bh-p5']],
    ];
    const all = ['bh-staff', 'bh-p1', 'bh-admin', 'qu-district', 'bh-p5', 'bh-p8', 'bh-unit', 'o-voter'];
    for (const [list, takers] of lists) {
      const answers: Awaited<ReturnType<typeof ask>>[] = [];
      for (const openid of all) answers.push(await ask(openid, SAMPLES[list].of()));
      expect([list, all.filter((_, n) => answers[n]?.ok)]).toEqual([
        list,
        all.filter((each) => takers.includes(each)),
      ]);
      expect(answers.filter(({ ok, code }) => !ok && code !== 'not-allowed')).toEqual([]);
    }
    // Who is nobody in the directory has no record of their own.
    expect(await ask('bh-staff', { list: 'duty', year: 2026 })).toMatchObject({ code: 'not-found' });
    expect(await ask('bh-p5', { list: 'duty', year: 2026 })).toMatchObject({ ok: true });
    expect(await ask('bh-p5', { list: 'duty', year: 2026, person: 'p8' })).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('is a table or plain text, with as many rows as it says, and stands in the audit as that', async () => {
    const of = { list: 'directory', kind: 'village' };
    const key = newKey();
    const audited = () =>
      cloud
        .documents<{ of: string; to: string }>('audit')
        .filter(({ of: said }) => said.startsWith('directory {"kind":"village"}'));
    const before = audited().length;
    const table = await ask('bh-staff', of, {}, key);
    expect(table.data).toMatchObject({ rows: 12, name: expect.stringMatching(/\.xlsx$/) as string });
    expect(mockFiles.at(-1)?.subarray(0, 2).toString()).toBe('PK');
    const text = await ask('bh-staff', of, { as: 'csv' });
    expect(text.data).toMatchObject({ rows: 12, name: expect.stringMatching(/\.csv$/) as string });
    expect(mockFiles.at(-1)?.toString().startsWith('\uFEFF')).toBe(true);
    expect(await ask('bh-staff', { ...of, kind: 'unit' }, {}, key)).toMatchObject({ code: 'key-reused' });
    expect(
      audited()
        .slice(before)
        .map((one) => [one.of, one.to]),
    ).toEqual([
      ['directory {"kind":"village"}', 'meeting'],
      ['directory {"kind":"village"} csv', 'meeting'],
    ]);
    expect(await ask('qu-district', { list: 'district-deputies', of: 'nowhere', year: 2026 })).toMatchObject({
      code: 'not-found',
    });
  });
});

test('a list is read whole, page by page, up to what somebody reads', async () => {
  const readOf = async (total: number) => {
    const asked: (string | undefined)[] = [];
    const { rows, cut } = await readWhole(
      (limit, after) => {
        asked.push(after);
        const from = after === undefined ? 0 : Number(after) + 1;
        return Promise.resolve(
          Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, n) => from + n),
        );
      },
      (n) => String(n),
    );
    expect(rows).toEqual(Array.from({ length: Math.min(total, MOST_ROWS) }, (_, n) => n));
    return [asked.length, cut];
  };
  expect(await readOf(0)).toEqual([1, false]);
  expect(await readOf(199)).toEqual([1, false]);
  expect(await readOf(200)).toEqual([2, false]);
  expect(await readOf(MOST_ROWS)).toEqual([26, false]);
  expect(await readOf(MOST_ROWS + 1)).toEqual([26, true]);
  expect(await readOf(MOST_ROWS + 400)).toEqual([26, true]);
  const unmarked = await readWhole(
    () => Promise.resolve(Array.from({ length: 200 }, () => 1)),
    () => undefined,
  );
  expect([unmarked.rows.length, unmarked.cut]).toEqual([200, false]);
  expect(spanWords('2026-12-07', '2026-12-07')).toBe('2026年12月7日');
  expect(spanWords('2026-12-07', '2027-01-02')).toBe('2026年12月7日—1月2日');
});

test('in the file numbers are numbers, days are days, and the heading stays', async () => {
  const rows = [['甲', 3, { date: '2026-11-23' }]];
  const columns = [
    { title: '字', width: 11 },
    { title: '数', width: 7 },
    { title: '日', width: 12 },
  ];
  const { cells, widths, xml } = readSheet(await writeList({ name: '名单', said: '共 1 行', columns, rows }));
  expect(cells).toEqual([
    [{ text: '名单', number: false }],
    [{ text: '共 1 行', number: false }],
    columns.map(({ title }) => ({ text: title, number: false })),
    [
      { text: '甲', number: false },
      { text: '3', number: true },
      { text: '46349', number: true },
    ],
  ]);
  expect(widths).toHaveLength(3);
  expect(xml).toContain('ySplit="3"');
});
