/**
 * Every list that leaves the house, from one table that the compiler holds complete: its heading and file name say what,
 * how narrowed and when; days are days; words are words; more than a page is taken whole; nothing that its reader is not
 * shown is in it; whoever is not of the office gets none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as report } from '../../../../cloudfunctions/report/index';
import { encryptField } from '../../../../cloudfunctions/shared/cipher';
import type { ExportedList, ListId } from '../../../../miniprogram/contract/list-export';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { readSheet, type ReadSheet } from '../read-written';

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
jest.setTimeout(120_000);

const TOWNSHIP = 'bh';
const CHIEF = 'bh-p1';
const SCREENS = join(__dirname, '../../../../miniprogram');
const FORMULA = '=HYPERLINK("http://x","请点")';
const PHONE = '13899991234';
/** More than one page of any read. */
const MANY = 205;
const AT = Date.parse('2026-11-20T01:00:00Z');
/** The report that a list of a figure is of. */
const made = { report: '' };

/** Chinese words, the year, and nothing that only a machine reads. */
const FILE_NAME = /^[\u4e00-\u9fff][\u4e00-\u9fff\d—、（） ]*20\d\d年[\u4e00-\u9fff\d—、（） ]*\.xlsx$/;

type Row = Record<string, unknown> & { _id: string };
const born = (n: number) => ({
  _id: `${TOWNSHIP}~${String(n).padStart(16, '0')}`,
  township: TOWNSHIP,
  rev: 1,
  seq: `${String(AT + n)}${String(n).padStart(8, '0')}`,
  at: AT,
});

interface Sample {
  of: () => ExportedList;
  /** What the heading says of how it was narrowed. */
  narrowed: string;
  /** Where its rows lie, and one of them; absent: those of the sample are enough. */
  rows?: { collection: string; row: (n: number) => Row; most?: number };
  /** A column of days. */
  days: string;
  /** Words of the row that stand in it as they were written. */
  words?: string;
}

const SAMPLES: Readonly<Record<ListId, Sample>> = {
  requests: {
    of: () => ({ list: 'requests', queue: 'all', filter: { village: 'v4' } }),
    narrowed: '柳树城村',
    days: '反映日期',
  },
  bookings: {
    of: () => ({ list: 'bookings', from: '2026-12-01', to: '2026-12-31' }),
    narrowed: '12月1日',
    days: '日期',
  },
  facts: {
    of: () => ({ list: 'facts', of: 'visited', from: '2026-07-01', to: '2026-12-31' }),
    narrowed: '7月1日',
    days: '日期',
  },
  slot: {
    of: () => ({ list: 'slot', report: made.report, slot: 'received' }),
    narrowed: '5月24日',
    days: '日期',
  },
  duty: { of: () => ({ list: 'duty', year: 2026, person: 'p5' }), narrowed: '2026年', days: '日期' },
  audit: { of: () => ({ list: 'audit', filter: {} }), narrowed: '', days: '日期' },
  suggestions: {
    of: () => ({ list: 'suggestions', queue: 'all' }),
    narrowed: '全部',
    days: '提出日期',
    words: FORMULA,
    rows: {
      collection: 'suggestions',
      row: (n) =>
        Object.assign(born(n), {
          number: `建${String(n)}`,
          title: encryptField(FORMULA),
          category: 'c1',
          state: 'submitted',
          lead: 'p5',
          due: '2026-12-20',
          dueSeq: `2026-12-20${String(n)}`,
          open: true,
          createdAt: AT,
          asked: {},
          acts: [],
          facets: ['all'],
        }),
    },
  },
  topics: {
    of: () => ({ list: 'topics', year: 2026 }),
    narrowed: '2026年',
    days: '计划日期',
    rows: {
      collection: 'presidium',
      most: 20,
      row: (n) =>
        Object.assign(born(n), {
          kind: 'topic',
          list: 'topics.2026',
          title: encryptField(FORMULA),
          form: 'report',
          on: '2026-11-20',
          state: 'planned',
          owner: 'office',
          due: '2026-11-20',
          steps: [],
          acts: [],
        }),
    },
  },
  activities: {
    of: () => ({ list: 'activities' }),
    narrowed: '全部',
    days: '日期',
    words: FORMULA,
    rows: {
      collection: 'activities',
      row: (n) =>
        Object.assign(born(n), {
          kind: 'inspection',
          state: 'held',
          date: '2026-11-20',
          by: 'p5',
          persons: ['p5'],
          invited: {},
          said: encryptField(JSON.stringify({ title: FORMULA })),
          opinions: {},
          lists: ['all'],
        }),
    },
  },
  roster: { of: () => ({ list: 'roster', year: 2026 }), narrowed: '2026年', days: '日期' },
  changes: {
    of: () => ({ list: 'changes' }),
    narrowed: '全部',
    days: '从哪天起',
    words: FORMULA,
    rows: {
      collection: 'changes',
      row: (n) =>
        Object.assign(born(n), {
          person: 'p5',
          kind: 'suspend',
          date: '2026-11-20',
          body: '镇人民代表大会主席团',
          notice: encryptField(FORMULA),
        }),
    },
  },
  invitations: {
    of: () => ({ list: 'invitations', state: 'issued' }),
    narrowed: '没认领',
    days: '从哪天起',
    words: FORMULA,
    rows: {
      collection: 'invitations',
      row: (n) =>
        Object.assign(born(n), {
          role: 'deputy',
          person: 'p5',
          name: encryptField(FORMULA),
          state: 'issued',
          openid: '',
          from: '2026-01-01',
          until: '2030-01-01',
          phone4: 'x',
          tries: 0,
          expiresAt: AT,
          since: AT,
        }),
    },
  },
  articles: {
    of: () => ({ list: 'articles', state: 'submitted' }),
    narrowed: '待审',
    days: '改动日期',
    words: FORMULA,
    rows: {
      collection: 'articles',
      row: (n) =>
        Object.assign(born(n), {
          state: 'submitted',
          source: { kind: 'reception-day', date: '2026-11-20' },
          sourceWords: '11月20日 代表接访日',
          by: encryptField('小李'),
          changedAt: AT,
          openMarks: 0,
          content: { title: encryptField(FORMULA) },
        }),
    },
  },
  bans: {
    of: () => ({ list: 'bans' }),
    narrowed: '正在暂停的',
    days: '停到哪天',
    words: FORMULA,
    rows: {
      collection: 'bans',
      row: (n) =>
        Object.assign(born(n), {
          seq: `2027-01-01~${String(n).padStart(8, '0')}`,
          key: `k${String(n)}`,
          marks: [],
          name: encryptField('王师傅'),
          phone: encryptField(PHONE),
          until: '2027-01-01',
          reason: encryptField(FORMULA),
        }),
    },
  },
  calls: {
    of: () => ({ list: 'calls' }),
    narrowed: '要打电话的',
    days: '日期',
    words: FORMULA,
    rows: {
      collection: 'messages',
      row: (n) =>
        Object.assign(born(n), {
          list: 'call',
          title: '预约改了时间',
          call: FORMULA,
          name: encryptField('王师傅'),
          phone: encryptField(PHONE),
          account: 'a',
          openid: '',
        }),
    },
  },
};
const LISTS = Object.keys(SAMPLES) as ListId[];

let cloud: InProcessCloud;
let keys = 0;
/** One grant makes sixty calls a minute. */
function take(of: ExportedList, openid = CHIEF) {
  cloud.clock.set(cloud.clock.now() + 2_000);
  const input = { township: TOWNSHIP, of, reason: 'meeting' };
  const key = `key-every-list-${String(keys++).padStart(4, '0')}`;
  return cloud.invoke('report', 'exportList', input, { openid, key });
}

beforeAll(async () => {
  cloud = await startInProcess({ report }, { lives: true });
  const span = { township: TOWNSHIP, from: '2026-05-24', to: '2026-11-23' };
  const caller = { openid: CHIEF, key: 'key-every-list-report' };
  const answer = await cloud.invoke('report', 'createReport', Object.assign({ kind: 'work' }, span), caller);
  expect(answer).toEqual(expect.objectContaining({ ok: true }));
  made.report = (answer.data as { report: string }).report;
  for (const { rows } of Object.values(SAMPLES)) {
    if (!rows) continue;
    const known = cloud.documents<Row>(rows.collection);
    cloud.replace(rows.collection, [
      ...known,
      ...Array.from({ length: rows.most ?? MANY }, (_, n) => rows.row(n)),
    ]);
  }
});

async function taken(list: ListId): Promise<ReadSheet & { name: string; head: string[] }> {
  const answer = await take(SAMPLES[list].of());
  expect([list, answer]).toEqual([list, expect.objectContaining({ ok: true })]);
  const sheet = readSheet(mockFiles.at(-1));
  return Object.assign(sheet, { name: (answer.data as { name: string }).name, head: sheet.lines[2] ?? [] });
}

it.each(LISTS)('%s: heading and file name say what it is, how narrowed and when', async (list) => {
  const { name, lines, widths, head } = await taken(list);
  expect(name).toMatch(FILE_NAME);
  const [[title = ''] = [], [said = ''] = []] = lines;
  expect(`${title}.xlsx`).toBe(name);
  expect(said).toContain(SAMPLES[list].narrowed);
  expect(said).toContain('2026年11月23日导出');
  expect(widths).toHaveLength(head.length);
});

it.each(LISTS)('%s: days are days, words are words and no formula', async (list) => {
  const { xml, cells, lines, head } = await taken(list);
  const { days, words } = SAMPLES[list];
  expect(xml).not.toContain('<f>');
  const rows = cells.slice(3);
  expect(rows.length).toBeGreaterThan(0);
  const column = rows.map((row) => row[head.indexOf(days)]);
  for (const cell of column) {
    expect(cell?.number).toBe(true);
    // 2024 to 2037 in the table's count of days.
    expect(Number(cell?.text)).toBeGreaterThan(45_290);
    expect(Number(cell?.text)).toBeLessThan(50_000);
  }
  // What could be a formula or a day is a string.
  const open = rows.flat().filter(({ text, number }) => !number && text === FORMULA);
  if (words !== undefined) expect(open.length).toBeGreaterThanOrEqual(MANY);
  for (const text of lines.flat()) expect(text).not.toMatch(/^\d{4}-\d\d-\d\d/);
});

it.each(LISTS.filter((list) => SAMPLES[list].words !== undefined))(
  '%s: more than one page is taken whole',
  async (list) => {
    const { lines } = await taken(list);
    expect(lines.length - 3).toBeGreaterThanOrEqual(MANY);
    expect(lines[1]?.[0]).toContain(`共 ${String(lines.length - 3)} 行`);
  },
);

it('has no whole phone, no id and no villager’s whole name where only a part is shown', async () => {
  for (const list of LISTS) {
    const { lines } = await taken(list);
    const words = lines.flat().join('\n');
    expect([list, words.includes(PHONE)]).toEqual([list, false]);
    expect([list, /bh~|\bp\d+\b|\bv\d+\b/.test(words)]).toEqual([list, false]);
  }
  const { lines: bans } = await taken('bans');
  expect(bans.flat()).toContain('1234');
  const { lines: calls } = await taken('calls');
  expect(calls.flat()).toContain('王*傅');
  expect(calls.flat()).not.toContain('王师傅');
});

it('leaves the draft of a deputy with its deputy', async () => {
  const draft = Object.assign(born(9_001), {
    number: '',
    title: encryptField('还在写的建议'),
    category: 'c1',
    state: 'drafting',
    lead: 'p5',
    asked: {},
    acts: [],
    open: true,
    due: '2026-12-20',
    createdAt: AT,
    facets: ['all'],
  });
  cloud.replace('suggestions', [...cloud.documents<Row>('suggestions'), draft]);
  const { lines } = await taken('suggestions');
  expect(lines.flat()).not.toContain('还在写的建议');
});

it.each(LISTS.filter((list) => list !== 'duty'))('%s: nobody but the office takes it', async (list) => {
  const of = SAMPLES[list].of();
  for (const openid of ['bh-p5', 'qs-staff', 'bh-unit'])
    expect([openid, await take(of, openid)]).toEqual([openid, expect.objectContaining({ ok: false })]);
});

it.each(LISTS)('%s: a row of the audit says which list and why', async (list) => {
  const rows = () =>
    cloud
      .documents<{ act: string; of: string; to: string }>('audit')
      .filter(({ act, of, to }) => act === 'export' && of.startsWith(`${list} `) && to === 'meeting');
  const before = rows().length;
  await taken(list);
  expect(rows()).toHaveLength(before + 1);
});

it('every list is taken from a screen', () => {
  const screens = ['office', 'deputy'].flatMap((room) =>
    readdirSync(join(SCREENS, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(SCREENS, room, path), 'utf8')),
  );
  expect(LISTS.filter((list) => !screens.some((text) => text.includes(`list: '${list}'`)))).toEqual([]);
});
