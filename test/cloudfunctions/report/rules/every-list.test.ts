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
import { fairShare } from '../../../support/fair-share';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { AT, born, CHIEF, FORMULA, made, MANY, PHONE, SAMPLES, TOWNSHIP, type Row } from '../list-samples';
import { readSheet, type ReadCell, type ReadSheet } from '../read-written';

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

const SCREENS = join(__dirname, '../../../../miniprogram');

/** Chinese words, the year, and nothing that only a machine reads. */
const FILE_NAME = /^[\u4e00-\u9fff][\u4e00-\u9fff\d—、（） ]*20\d\d年[\u4e00-\u9fff\d—、（） ]*\.xlsx$/;

const LISTS = Object.keys(SAMPLES) as ListId[];

let cloud: InProcessCloud;
let keys = 0;
/** One grant makes sixty calls a minute. */
function take(of: ExportedList, openid = CHIEF, as?: 'csv') {
  cloud.clock.set(cloud.clock.now() + 2_000);
  const input = { township: TOWNSHIP, of, reason: 'meeting', ...(as && { as }) };
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

/** Lines of a .csv as a spreadsheet reads them; within quotes a line goes on. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.slice(0, -1);
}

async function taken(list: ListId): Promise<ReadSheet & { name: string; head: string[] }> {
  const { of, by } = SAMPLES[list];
  const answer = await take(of(), by);
  expect([list, answer]).toEqual([list, expect.objectContaining({ ok: true })]);
  const sheet = readSheet(mockFiles.at(-1));
  return Object.assign(sheet, { name: (answer.data as { name: string }).name, head: sheet.lines[2] ?? [] });
}

const sheets = new Map<ListId, ReturnType<typeof taken>>();
/** Taken once for all who only look at it. */
function sheetOf(list: ListId): ReturnType<typeof taken> {
  const sheet = sheets.get(list) ?? taken(list);
  sheets.set(list, sheet);
  return sheet;
}

it.each(LISTS)('%s: heading and file name say what it is, how narrowed and when', async (list) => {
  const { name, lines, widths, head } = await sheetOf(list);
  expect(name).toMatch(FILE_NAME);
  const [[title = ''] = [], [said = ''] = []] = lines;
  expect(`${title}.xlsx`).toBe(name);
  expect(said).toContain(SAMPLES[list].narrowed);
  expect(said).toContain('2026年11月23日导出');
  expect(widths).toHaveLength(head.length);
});

it.each(LISTS)('%s: days are days, words are words and no formula', async (list) => {
  const { xml, cells, lines, head } = await sheetOf(list);
  const { days, words } = SAMPLES[list];
  expect(xml).not.toContain('<f>');
  const rows = cells.slice(3);
  expect(rows.length).toBeGreaterThan(0);
  // Where a deputy has no note, no day stands.
  const column = days === '' ? [] : rows.map((row) => row[head.indexOf(days)]);
  for (const cell of column) {
    expect(cell?.number).toBe(true);
    // 2023 to 2037 in the table's count of days.
    expect(Number(cell?.text)).toBeGreaterThan(44_926);
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
    const { lines } = await sheetOf(list);
    expect(lines.length - 3).toBeGreaterThanOrEqual(MANY);
    expect(lines[1]?.[0]).toContain(`共 ${String(lines.length - 3)} 行`);
  },
);

it('has no whole phone, no id and no villager’s whole name where only a part is shown', async () => {
  for (const list of LISTS) {
    const { lines } = await sheetOf(list);
    const words = lines.flat().join('\n');
    expect([list, words.includes(PHONE)]).toEqual([list, false]);
    expect([list, /bh~|\bp\d+\b|\bv\d+\b/.test(words)]).toEqual([list, false]);
  }
  const { lines: bans } = await sheetOf('bans');
  expect(bans.flat()).toContain('1234');
  const { lines: calls } = await sheetOf('calls');
  expect(calls.flat()).toContain('王*傅');
  expect(calls.flat()).not.toContain('王师傅');
});

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's count. */
const FIRST_DAY_MS = Date.UTC(1899, 11, 30);

/** What a cell of the .xlsx is in the .csv, without the sign that keeps words as words. */
function plainOf({ text, number }: ReadCell, cell: string): string {
  const isDay = number && /^\d{4}-\d\d-\d\d$/.test(cell);
  return isDay ? new Date(FIRST_DAY_MS + Number(text) * DAY_MS).toISOString().slice(0, 10) : text;
}

// What was taken out is a row more in the audit.
it.each(fairShare(LISTS, 3).filter((list) => list !== 'audit'))(
  '%s: the .csv says the same, and no cell of it would be run',
  async (list) => {
    const { cells: written } = await sheetOf(list);
    const { of, by } = SAMPLES[list];
    const answer = await take(of(), by, 'csv');
    expect((answer.data as { name: string }).name).toMatch(/[^.]\.csv$/);
    const text = mockFiles.at(-1)?.toString('utf8') ?? '';
    expect(text.startsWith('\uFEFF')).toBe(true);
    const cells = readCsv(text.slice(1));
    expect(cells).toHaveLength(written.length);
    for (const [n, line] of cells.entries()) {
      const same = line.map((cell, at) => plainOf(written[n]?.[at] ?? { text: '', number: false }, cell));
      expect(line.map((cell) => cell.replace(/^'/, ''))).toEqual(same);
      for (const cell of line) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^\s*[\t\r\n]/);
    }
    const audited = cloud.documents<{ of?: string }>('audit').at(-1);
    expect(audited?.of).toMatch(new RegExp(`^${list} .* csv$`));
  },
);

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

const OFFICE = ['bh-staff', CHIEF];
/** Who takes a list, where it is not the office alone. */
const TAKERS: Readonly<Partial<Record<ListId, readonly string[]>>> = {
  duty: [...OFFICE, 'bh-p5'],
  audit: [CHIEF, 'bh-admin'],
  invitations: [...OFFICE, 'bh-admin'],
  directory: [...OFFICE, 'bh-admin'],
  passed: ['qu-district'],
  asked: ['qu-district'],
  quiet: [CHIEF],
  'district-deputies': ['qu-district'],
};
const ALL = [
  ...OFFICE,
  'bh-admin',
  'bh-p5',
  'bh-p17',
  'bh-unit',
  'bh-helper',
  'qs-staff',
  'qu-district',
  'o-voter',
];

it.each(LISTS)('%s: nobody takes it but those whose it is', async (list) => {
  const of = SAMPLES[list].of();
  const takers: string[] = [];
  for (const openid of ALL) {
    const { ok, code } = await take(of, openid);
    if (ok) takers.push(openid);
    else expect([openid, code]).toEqual([openid, 'not-allowed']);
  }
  expect(takers).toEqual(ALL.filter((openid) => (TAKERS[list] ?? OFFICE).includes(openid)));
});

it.each(fairShare(LISTS, 3, 1))('%s: a row of the audit says which list and why', async (list) => {
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
