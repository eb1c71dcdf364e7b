/** Lists as they leave the house: the rows of the screen, real dates, never a formula, one row of the audit. */
import { unzipSync, strFromU8 } from 'fflate';
import { main as duty } from '../../../../cloudfunctions/duty/index';
import { main as registry } from '../../../../cloudfunctions/registry/index';
import { main as report } from '../../../../cloudfunctions/report/index';
import { main as requests } from '../../../../cloudfunctions/request/index';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { KINDS } from '../../../../miniprogram/contract/activity-kinds';
import type { ExportedList } from '../../../../miniprogram/contract/list-export';
import type { Places } from '../../../../miniprogram/contract/registry';
import type { OfficePage } from '../../../../miniprogram/contract/request-lists';
import type { Output } from '../../../../miniprogram/contract/wire';
import { facetsOf, factSeq } from '../../../../cloudfunctions/duty/ledger/rules/fact';
import type { StoredFact } from '../../../../cloudfunctions/duty/ledger/store';
import { addDays } from '../../../../cloudfunctions/shared/china-time';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { submission } from '../../request/requests';
import { readSheet } from '../read-written';

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

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ duty, registry, report, request: requests }, { lives: true });
});

let keys = 0;
const key = () => `key-list-${String(keys++).padStart(4, '0')}`;
const take = (of: ExportedList, openid = 'bh-staff', own = key()) =>
  cloud.invoke('report', 'exportList', { township: 'bh', of, reason: 'meeting' }, { openid, key: own });

const read = () => readSheet(mockFiles.at(-1));

it('has the rows of the office’s list, with days as days and words as words', async () => {
  const words = '=HYPERLINK("http://x")';
  await cloud.invoke('request', 'submit', submission({ text: words }), { openid: 'asker', key: key() });
  const of = { list: 'requests', queue: 'all', filter: { village: 'v4' } } as const;
  const answer = await take(of);
  expect(answer).toMatchObject({ ok: true });
  const { xml, lines } = read();
  expect(xml).not.toContain('<f>');
  const [[name = ''] = [], [said = ''] = [], head = [], ...rows] = lines;
  expect([name, said]).toEqual([
    expect.stringContaining('柳树城村'),
    expect.stringContaining(`共 ${String(rows.length)} 行`),
  ]);
  const seen: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const asked = {
      township: 'bh',
      queue: of.queue,
      filter: of.filter,
      ...(after !== undefined && { after }),
    };
    const page = (await cloud.invoke('request', 'listOffice', asked, { openid: 'bh-staff' }))
      .data as OfficePage;
    seen.push(...page.requests.map(({ number }) => number));
    after = page.next;
    more = after !== undefined;
  }
  const column = (title: string) => rows.map((row) => row[head.indexOf(title)] ?? '');
  expect(column('编号')).toEqual(seen);
  expect(column('什么事')).toContain(words);
  // 23 November 2026 is the 46,349th day of the table's count.
  expect(Math.max(...column('反映日期').map(Number))).toBe(46_349);
});

it('leaves one row in the audit however often the phone tries again, with who, what and why', async () => {
  const of = { list: 'requests', queue: 'late' } as const;
  const own = key();
  await take(of, 'bh-staff', own);
  await take(of, 'bh-staff', own);
  const rows = cloud
    .documents<{ act: string; of: string; to: string }>('audit')
    .filter(({ act }) => act === 'export');
  expect(rows.filter(({ of: about }) => about.includes('late'))).toEqual([
    expect.objectContaining({ to: 'meeting', of: expect.stringContaining('requests') as string }),
  ]);
});

it('a table with its rows asks why and leaves one row in the audit; a form leaves none', async () => {
  const asked = (input: object, own: string) =>
    cloud.invoke('report', 'exportTable', { township: 'bh', ...input }, { openid: 'bh-staff', key: own });
  const rows = () =>
    cloud
      .documents<{ act: string; of: string; to: string; by: string }>('audit')
      .filter(({ act, of }) => act === 'export' && of.startsWith('table '));
  const own = key();
  expect(await asked({ table: 'unit' }, key())).toMatchObject({ ok: false, code: 'bad-input' });
  expect(await asked({ table: 'unit', empty: true }, key())).toMatchObject({ ok: true });
  expect(rows()).toEqual([]);
  const once = { table: 'unit', reason: 'above' };
  for (const answer of [await asked(once, own), await asked(once, own)])
    expect(answer).toMatchObject({ ok: true });
  expect(rows()).toEqual([expect.objectContaining({ of: 'table unit', to: 'above' })]);
  expect(await asked({ table: 'village', reason: 'above' }, own)).toMatchObject({ code: 'key-reused' });
});

it('of the directory the rows that the screen shows; an administrator sees no profile', async () => {
  const all = { list: 'directory', kind: 'person' } as const;
  await take(all, 'bh-staff');
  const office = read().lines;
  await take(all, 'bh-admin');
  const administrator = read().lines;
  expect(administrator).toHaveLength(office.length);
  const born = office[2]?.indexOf('出生年份') ?? -1;
  const said = (lines: readonly string[][]) => lines.slice(3).filter((line) => line[born] !== '').length;
  expect([born > 0, said(office) > 0, said(administrator)]).toEqual([true, true, 0]);
  const some = { list: 'directory', kind: 'village', rows: ['v1', 'v3', 'v900'] } as const;
  await take(some);
  expect(read().lines).toHaveLength(3 + 2);
  expect(await take({ list: 'directory', kind: 'setting' }, 'bh-admin')).toMatchObject({ ok: true });
  expect(read().lines.flat()).toContain('代表接访日');
});

it('refuses another list under the same key, and names all that were chosen', async () => {
  const own = key();
  const chosen = Array.from({ length: LIMITS.actAtOnce }, (_, n) => `bh~${String(n).padStart(16, '0')}`);
  await take({ list: 'requests', queue: 'key' }, 'bh-staff', own);
  expect(await take({ list: 'requests', queue: 'key', chosen }, 'bh-staff', own)).toMatchObject({
    ok: false,
    code: 'key-reused',
  });
  await take({ list: 'requests', queue: 'key', chosen });
  const said = cloud
    .documents<{ act: string; of: string }>('audit')
    .filter(({ act, of }) => act === 'export' && of.includes('"key"'))
    .map(({ of }) => of);
  expect(said).toHaveLength(2);
  expect(chosen.filter((id) => !said.some((each) => each.includes(id)))).toEqual([]);
});

it('takes out bookings of a month, facts and a duty record', async () => {
  const lists: readonly [ExportedList, string][] = [
    [{ list: 'bookings', from: '2026-12-01', to: '2026-12-31' }, '电话后四位'],
    [{ list: 'facts', of: 'visited', from: '2026-07-01', to: '2026-12-31' }, '做了什么'],
    [{ list: 'duty', year: 2026, person: 'p5' }, '归在哪一项'],
  ];
  for (const [of, title] of lists) {
    expect(await take(of)).toMatchObject({ ok: true });
    const { lines } = read();
    expect(lines[2]).toContain(title);
    expect([of.list, lines.length > 3]).toEqual([of.list, true]);
  }
});

it('has of 代表履职 what its screens show: the grid of studies, and for the chair alone whom to call', async () => {
  const caller = { openid: 'bh-p1' };
  const grid = (await cloud.invoke('duty', 'studyGrid', { township: 'bh', year: 2026 }, caller))
    .data as Output<'duty', 'studyGrid'>;
  expect(await take({ list: 'studies', year: 2026 })).toMatchObject({ ok: true });
  const rows = read().lines.slice(3);
  expect(rows).toHaveLength(grid.groups.length);
  const said = rows.flatMap((row) => row.slice(1));
  expect(said).toHaveLength(grid.groups.length * 12);
  const cells = { 已学: 0, 待登记: 0, 已排: 0 };
  for (const { held, missed } of grid.cells) cells[held > 0 ? '已学' : missed > 0 ? '待登记' : '已排'] += 1;
  expect(cells.已学).toBeGreaterThan(0);
  for (const [word, n] of Object.entries(cells))
    expect([word, said.filter((cell) => cell === word).length]).toEqual([word, n]);

  const asked = { township: 'bh', months: 1 };
  const quiet = (await cloud.invoke('duty', 'quietDeputies', asked, caller)).data as Output<
    'duty',
    'quietDeputies'
  >;
  expect(quiet.persons.length).toBeGreaterThan(0);
  const of = { list: 'quiet', months: 1 } as const;
  expect(await take(of, 'bh-p1')).toMatchObject({ ok: true });
  const called = read().lines.slice(3);
  expect(called.map(([name]) => name)).toEqual(quiet.persons.map(({ name }) => name));
  expect(await take(of, 'bh-staff')).toMatchObject({ code: 'not-allowed' });
});

it('gives the district its own deputies of one township, nothing of voters, and nobody else that list', async () => {
  const of = { list: 'district-deputies', of: 'bh', year: 2026 } as const;
  const places = (await cloud.invoke('registry', 'places', { township: 'bh' }, { openid: 'qu-district' }))
    .data as Places;
  const names = places.deputies.filter(({ level }) => level === 'district').map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(await take(of, 'qu-district')).toMatchObject({ ok: true });
  const rows = read().lines.slice(3);
  expect(new Set(rows.map(([name]) => name))).toEqual(new Set(names));
  const visits = rows.filter(([, , kind]) => kind === KINDS['household-visit'].label);
  expect(visits.length).toBeGreaterThan(0);
  for (const [, , , title] of visits) expect(title).toBe('');
  for (const openid of ['bh-staff', 'bh-p1', 'bh-p3'])
    expect([openid, await take(of, openid)]).toMatchObject([openid, { code: 'not-allowed' }]);
  const elsewhere = { list: 'district-deputies', of: 'nowhere', year: 2026 } as const;
  expect(await take(elsewhere, 'qu-district')).toMatchObject({ code: 'not-found' });
});

it('says that it is not whole where days or rows are left out, and keeps the newest facts', async () => {
  const said = () => read().lines[1]?.[0] ?? '';
  const days = cloud.documents<{ _id: string; township: string; date: string }>('days');
  const day = days.find(({ township, date }) => township === 'bh' && date === '2026-12-07');
  const dates = Array.from({ length: 41 }, (_, n) => addDays('2027-01-01', n));
  cloud.replace('days', [...days, ...dates.map((date) => ({ ...day, _id: `bh~${date}`, date }))]);
  await take({ list: 'bookings', from: '2027-01-01', to: '2027-02-09' });
  expect(said()).toContain('共 ');
  await take({ list: 'bookings', from: '2027-01-01', to: '2027-02-10' });
  expect(said()).toContain('没有列全');

  const [fact] = cloud
    .documents<StoredFact>('facts')
    .filter(({ township, source }) => township === 'bh' && source.startsWith('request~'));
  if (!fact) throw new Error('no fact of a request');
  const many = Array.from({ length: 5_001 }, (_, n) => {
    const date = n === 0 ? '2031-01-01' : '2031-01-02';
    const _id = `bh~many${String(n)}`;
    return { ...fact, _id, date, source: 'meeting~x', seq: factSeq(date, _id) };
  });
  // The newest one is of a request that nobody knows: left out, it must not make the list look whole.
  const gone = { ...fact, _id: 'bh~gone', date: '2031-01-03', seq: factSeq('2031-01-03', 'bh~gone') };
  cloud.replace('facts', [...many, { ...gone, source: 'request~bh~0000000000000000' }]);
  await take({ list: 'facts', of: 'all', from: '2031-01-01', to: '2031-12-31' }, 'bh-p1');
  expect(said()).toContain('没有列全，只列了 4999 行');
});

it('is the office’s; a deputy takes the own record and no other', async () => {
  const other = { list: 'duty', year: 2026, person: 'p49' } as const;
  expect(await take({ list: 'duty', year: 2026 }, 'bh-p5')).toMatchObject({ ok: true });
  expect(await take(other, 'bh-p5')).toMatchObject({ code: 'not-allowed' });
  expect(await take({ list: 'requests', queue: 'all' }, 'bh-p5')).toMatchObject({ code: 'not-allowed' });
  expect(await take({ list: 'requests', queue: 'all' }, 'qs-staff')).toMatchObject({ code: 'not-allowed' });
});

it('says of help for a tied household nothing to a leader, as the record on the screen', async () => {
  const of = { list: 'duty', year: 2029, person: 'p5' } as const;
  const [fact] = cloud.documents<StoredFact>('facts').filter(({ township }) => township === 'bh');
  const rows = ['tied-help', 'help'].map((kind) => {
    const [_id, date] = [`bh~${kind}`, '2029-03-01'];
    const about = {
      _id,
      kind,
      date,
      source: `activity~bh~${kind}`,
      seq: factSeq(date, _id),
      persons: ['p5'],
    };
    const row = Object.assign({}, fact, about);
    return Object.assign(row, { facets: facetsOf(row) });
  });
  cloud.replace('facts', rows);
  const counted = async (openid: string) => {
    expect(await take(of, openid)).toMatchObject({ ok: true });
    return read().lines[1]?.[0] ?? '';
  };
  expect(await counted('bh-p6')).toContain('共 1 行');
  for (const openid of ['bh-p5', 'bh-staff']) expect(await counted(openid)).toContain('共 2 行');
});

it('puts all notices of a month in one document', async () => {
  const asked = { township: 'bh', year: 2026, month: 12 };
  const answer = await cloud.invoke('report', 'employerNotices', asked, { openid: 'bh-staff' });
  expect(answer).toMatchObject({ ok: true, data: { name: '2026年12月代表履职通知.docx' } });
  const xml = strFromU8(
    unzipSync(new Uint8Array(mockFiles.at(-1) ?? Buffer.alloc(0)))['word/document.xml'] ?? new Uint8Array(),
  );
  const pages = xml.split('<w:pageBreakBefore/>').length;
  expect(pages).toBeGreaterThan(1);
  expect(xml.split('特此通知').length - 1).toBe(pages);
  expect(
    await cloud.invoke(
      'report',
      'employerNotices',
      { ...asked, month: 1, year: 2028 },
      { openid: 'bh-staff' },
    ),
  ).toMatchObject({ code: 'not-published' });
});

it('an old key opens no list of another day without a row of that day', async () => {
  const of = { list: 'requests', queue: 'to-route' } as const;
  const own = key();
  const rows = () =>
    cloud.documents<{ of: string }>('audit').filter(({ of: about }) => about.includes('to-route'));
  for (const n of [1, 2, 3]) {
    expect(await take(of, 'bh-staff', own)).toMatchObject({ ok: true });
    expect(await take(of, 'bh-staff', own)).toMatchObject({ ok: true });
    expect(rows()).toHaveLength(n);
    cloud.clock.set(cloud.clock.now() + 86_400_000);
  }
});
