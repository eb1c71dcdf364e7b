/** What each act on a report and its template answers and leaves, and how each refusal is told; figures are elsewhere. */
import type { ReportDocument } from '../../../../cloudfunctions/report/work-report/rules/report-document';
import { SLOT_NAMES } from '../../../../cloudfunctions/report/work-report/rules/slots';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { TemplateView, WordsVersion } from '../../../../miniprogram/contract/work-report';
import { wordsIn } from '../paper-desk';
import { CHIEF, newKey, openReports, STAFF, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.mock(
  '../../../../cloudfunctions/shared/files',
  () => jest.requireActual<{ filesHere: object }>('../paper-desk').filesHere,
);

const SPAN = { from: '2026-06-01', to: '2026-11-23' };
const NONE = `bh~${'0'.repeat(16)}`;
const WORDS = '抓好学习。';

let reports: Reports;
let report: string;
let title: string;
let names: { staff: string; chief: string };
beforeAll(async () => {
  reports = await openReports({ lives: false });
  const view = await reports.open('work', SPAN);
  ({ report, title } = view);
  names = { staff: view.by, chief: '' };
});

const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });
const print = () => reports.ask(STAFF, 'reportDocument', { report });
const versions = async (section = 'plans') =>
  ((await reports.ask(STAFF, 'reportVersions', { report, section })).data as { versions: WordsVersion[] })
    .versions;

it('goes from act to act; a key is answered as before, and refused with another body', async () => {
  const step = (edition: number, act: string, words?: string) => ({
    report,
    edition,
    act,
    ...(words !== undefined && { words }),
  });
  const words = { report, section: 'plans', version: 0, words: WORDS };
  const draft = await print();
  const acts: readonly [action: string, openid: string, input: object, other: object, answer: object][] = [
    ['saveReportWords', STAFF, words, { words: '别的。' }, { saved: true, version: 1 }],
    ['computeReport', STAFF, { report, edition: 1 }, { edition: 2 }, { edition: 2, changed: [] }],
    ['actOnReport', STAFF, step(2, 'submit'), { edition: 3 }, { state: 'submitted', edition: 3 }],
    ['actOnReport', CHIEF, step(3, 'send-back', '再核'), { words: '否' }, { state: 'draft', edition: 4 }],
    ['actOnReport', STAFF, step(4, 'submit'), { edition: 5 }, { state: 'submitted', edition: 5 }],
    ['actOnReport', STAFF, step(5, 'withdraw'), { edition: 6 }, { state: 'draft', edition: 6 }],
    ['actOnReport', CHIEF, step(6, 'submit'), { edition: 7 }, { state: 'submitted', edition: 7 }],
    ['actOnReport', CHIEF, step(7, 'withdraw'), { edition: 8 }, { state: 'draft', edition: 8 }],
    ['actOnReport', STAFF, step(8, 'submit'), { edition: 9 }, { state: 'submitted', edition: 9 }],
    ['actOnReport', CHIEF, step(9, 'sign'), { edition: 10 }, { state: 'signed', edition: 10 }],
  ];
  for (const [action, openid, input, other, answer] of acts) {
    const key = newKey();
    for (const each of [
      await reports.act(openid, action, input, key),
      await reports.act(openid, action, input, key),
    ])
      expect([input, each]).toEqual([input, expect.objectContaining({ ok: true, data: answer })]);
    expect(await reports.act(openid, action, { ...input, ...other }, key)).toMatchObject(
      refused('key-reused'),
    );
  }
  const { steps, ...view } = await reports.view(report);
  names.chief = steps.find(({ act }) => act === 'sign')?.by ?? '';
  const { staff, chief } = names;
  expect(new Set([staff, chief, ''])).toHaveProperty('size', 3);
  expect(steps.map(({ act, by, words: said }) => [act, by, said].filter(Boolean).join(' '))).toEqual([
    `create ${staff}`,
    `compute ${staff}`,
    `submit ${staff}`,
    `send-back ${chief} 再核`,
    `submit ${staff}`,
    `withdraw ${staff}`,
    `submit ${chief}`,
    `withdraw ${chief}`,
    `submit ${staff}`,
    `sign ${chief}`,
  ]);
  const at = steps.at(-1)?.at;
  expect(steps.map((each) => each.at)).toEqual([...steps.map((each) => each.at)].sort());
  expect(view).toMatchObject({
    report,
    kind: 'work',
    ...SPAN,
    state: 'signed',
    edition: 10,
    by: chief,
    at,
    title,
  });
  expect(view).toMatchObject({ changed: [], differs: [], computedAt: steps[1]?.at, maySign: false });
  expect(wordsIn(draft)).toContain('（草稿，未签发）');
  const signed = await print();
  expect(signed.data).toMatchObject({ name: `${title}（2026年6月1日—11月23日）.docx` });
  const printed = wordsIn(signed);
  expect(printed).not.toContain('草稿');
  for (const said of [
    title,
    '（2026年6月1日—11月23日）',
    WORDS,
    '附：图表',
    '数字按2026年11月23日',
    '主办单位',
  ])
    expect(printed).toContain(said);
});

it('signed it shows what was signed, whatever its sentences say by now', async () => {
  const { sections } = await reports.view(report);
  const all = reports.cloud.documents<ReportDocument>('reports');
  const turned = all.map((one) =>
    one._id === report ? { ...one, off: { receptionDay: true }, written: {} } : one,
  );
  reports.cloud.replace('reports', turned);
  expect((await reports.view(report)).sections).toEqual(sections);
  reports.cloud.replace('reports', all);
});

it('leaves of each act a row of the audit: whose, when, from which state to which', () => {
  const rows = reports.cloud
    .documents<{ document: string; seq: string; [of: string]: unknown }>('audit')
    .filter(({ document }) => document === report)
    .sort((one, other) => (one.seq < other.seq ? -1 : 1));
  const [staff, chief] = [accountOf(STAFF), accountOf(CHIEF)];
  const told = rows.map(({ act, by, from, to, of }) => [act, by, from, to, of === report]);
  expect(told).toEqual([
    ['create', staff, '', 'draft', true],
    ['compute', staff, 'draft', 'draft', true],
    ['submit', staff, 'draft', 'submitted', true],
    ['send-back', chief, 'submitted', 'draft', true],
    ['submit', staff, 'draft', 'submitted', true],
    ['withdraw', staff, 'submitted', 'draft', true],
    ['submit', chief, 'draft', 'submitted', true],
    ['withdraw', chief, 'submitted', 'draft', true],
    ['submit', staff, 'draft', 'submitted', true],
    ['sign', chief, 'submitted', 'signed', true],
  ]);
  for (const row of rows)
    expect(row).toMatchObject({ collection: 'reports', township: 'bh', unsealed: true });
  const [stored] = reports.cloud.documents<ReportDocument & { unaudited?: object }>('reports');
  expect(stored).not.toHaveProperty('unaudited');
});

it('made anew is there already; the same key is told that it made it', async () => {
  const span = { kind: 'presidium', from: '2026-06-01', to: '2026-06-01' };
  const key = newKey();
  const made = await reports.act(STAFF, 'createReport', span, key);
  expect(made).toMatchObject({ ok: true, data: { existed: false } });
  expect((await reports.act(STAFF, 'createReport', span, key)).data).toEqual(made.data);
  const again = await reports.act(STAFF, 'createReport', span);
  expect(again.data).toEqual({ ...(made.data as object), existed: true });
});

it('says of each refusal why', async () => {
  const { report: draft } = await reports.open('work', { ...SPAN, from: '2026-06-02' });
  const { report: waiting } = await reports.open('work', { ...SPAN, from: '2026-06-03' });
  await reports.act(STAFF, 'actOnReport', { report: waiting, edition: 1, act: 'submit' });
  const made = (from: string, to: string) => ({ kind: 'work', from, to });
  const said = (of: string, section: string, version: number) => ({
    report: of,
    section,
    version,
    words: '甲',
  });
  const off = { sentence: 'received', off: true };
  const [signed, none] = [refused('wrong-state', { state: 'signed' }), refused('not-found')];
  const cases: readonly [action: string, openid: string, input: object, answer: object][] = [
    ['createReport', STAFF, made('2026-06-02', '2026-06-01'), refused('bad-input', { field: 'to' })],
    ['createReport', STAFF, made('2024-01-01', '2026-03-12'), refused('bad-input', { field: 'to' })],
    ['createReport', STAFF, made('2024-01-01', '2026-03-11'), { ok: true }],
    ['createReport', 'bh-p5', made('2026-06-02', '2026-06-03'), refused('not-allowed')],
    ['computeReport', STAFF, { report: NONE, edition: 1 }, none],
    ['computeReport', STAFF, { report: draft, edition: 2 }, refused('report-changed', { edition: 1 })],
    ['computeReport', STAFF, { report, edition: 10 }, signed],
    ['saveReportWords', STAFF, said(NONE, 'plans', 0), none],
    ['saveReportWords', STAFF, said(draft, 'nowhere', 0), none],
    ['saveReportWords', STAFF, said(draft, 'received', 0), none],
    ['saveReportWords', STAFF, said(draft, 'plans', 1), none],
    ['saveReportWords', STAFF, said(report, 'plans', 1), signed],
    ['saveReportWords', STAFF, said(report, 'upward', 0), signed],
    ['keepSentence', STAFF, { report: NONE, ...off }, none],
    ['keepSentence', STAFF, { report: draft, ...off, sentence: 'nothing' }, none],
    ['keepSentence', STAFF, { report, ...off }, signed],
    ['keepSentence', STAFF, { report: draft, ...off }, { ok: true, data: { off: true } }],
    ['keepSentence', STAFF, { report: draft, ...off, off: false }, { ok: true, data: { off: false } }],
    ['actOnReport', STAFF, { report: NONE, edition: 1, act: 'submit' }, none],
    ['actOnReport', STAFF, { report, edition: 10, act: 'submit' }, signed],
    [
      'actOnReport',
      STAFF,
      { report: draft, edition: 3, act: 'submit' },
      refused('report-changed', { edition: 1 }),
    ],
    [
      'actOnReport',
      CHIEF,
      { report: waiting, edition: 2, act: 'send-back' },
      refused('bad-input', { field: 'words' }),
    ],
    ['actOnReport', STAFF, { report: waiting, edition: 2, act: 'sign' }, refused('not-allowed')],
    [
      'actOnReport',
      STAFF,
      { report: waiting, edition: 2, act: 'send-back', words: '否' },
      refused('not-allowed'),
    ],
    ['reportRows', STAFF, { report: NONE, slot: 'villages' }, none],
    ['reportRows', STAFF, { report, slot: 'nobody' }, none],
    ['reportDocument', STAFF, { report: NONE }, none],
    ['reportVersions', STAFF, { report: NONE, section: 'plans' }, { ok: true, data: { versions: [] } }],
  ];
  for (const [action, openid, input, answer] of cases)
    expect([action, input, await reports.act(openid, action, input)]).toMatchObject([action, input, answer]);
});

it('opens a figure page by page, the newest first, under what it is called', async () => {
  const all = await reports.rows(report, 'villagerGroups');
  const { data } = await reports.ask(STAFF, 'reportRows', { report, slot: 'villagerGroups' });
  expect(data).toMatchObject({ label: '村民小组', total: 57, next: 20 });
  const last = await reports.ask(STAFF, 'reportRows', { report, slot: 'villagerGroups', after: 40 });
  expect(last.data).toEqual({ label: '村民小组', total: 57, rows: all.slice(40) });
  const { villages } = reports.cloud
    .documents<{ _id: string; villages: { villagerGroups: { id: string }[] }[] }>('townships')
    .find(({ _id }) => _id === 'bh') ?? { villages: [] };
  const groups = villages.flatMap(({ villagerGroups }) => villagerGroups.map(({ id }) => id));
  expect(all.map(({ row }) => row)).toEqual(groups.reverse());
});

it('keeps what was replaced and what came too late, each with whose it is and when', async () => {
  ({ report } = await reports.open('work', { ...SPAN, from: '2026-06-04' }));
  const save = (version: number, words: string, openid = STAFF) =>
    reports.act(openid, 'saveReportWords', { report, section: 'plans', version, words });
  const { cloud } = reports;
  const [minute, first] = [60_000, cloud.clock.now() + 2_000];
  await save(0, '甲');
  await save(1, '乙');
  expect(await versions()).toEqual([]);
  cloud.clock.set(first + 5 * minute - 2_001);
  await save(2, '丙');
  expect((await versions()).map(({ words }) => words)).toEqual([]);
  cloud.clock.set(first + 5 * minute);
  await save(3, '丁');
  expect(await versions()).toEqual([
    { version: 3, words: '丙', by: names.staff, at: first + 5 * minute - 1, aside: false },
  ]);
  await save(4, '戊', CHIEF);
  const late = await save(4, '己', STAFF);
  const at = cloud.clock.now() - 2_000;
  expect(late.data).toEqual({ saved: false, version: 5, words: '戊', by: names.chief, at });
  expect(await versions()).toMatchObject([
    { version: 5, words: '己', by: names.staff, at: at + 2_000, aside: true },
    { version: 4, words: '丁', by: names.staff, aside: false },
    { version: 3, words: '丙' },
  ]);
  expect(await versions('upward')).toEqual([]);
  await save(4, '庚', STAFF);
  expect((await versions()).filter(({ aside }) => aside).map(({ words }) => words)).toEqual(['庚']);
});

it('keeps twenty copies of a heading, the newest', async () => {
  for (let n = 5; n < 28; n++)
    await reports.act(n % 2 === 0 ? CHIEF : STAFF, 'saveReportWords', {
      report,
      section: 'plans',
      version: n,
      words: `第${String(n + 1)}稿`,
    });
  const kept = (await versions()).filter(({ aside }) => !aside).map(({ version }) => version);
  expect(kept).toEqual(Array.from({ length: 20 }, (_, n) => 27 - n));
});

it('lists all reports page by page, the newest first', async () => {
  const [one] = reports.cloud.documents<ReportDocument>('reports');
  if (!one) throw new Error('no report');
  const ids = Array.from({ length: 40 }, (_, n) => `bh~${String(n).padStart(16, '0')}`);
  const many = ids.map((_id, n) => ({ ...one, _id, seq: `${String(n).padStart(13, '0')}00000000` }));
  reports.cloud.replace('reports', many);
  const page = async (after?: string) =>
    (await reports.ask(STAFF, 'reports', after === undefined ? {} : { after })).data as {
      reports: { report: string }[];
      next?: string;
    };
  const first = await page();
  const second = await page(first.next);
  const third = await page(second.next);
  const told = [first, second, third].map((each) => each.reports.map((card) => card.report));
  expect(told).toEqual([ids.slice(20).reverse(), ids.slice(0, 20).reverse(), []]);
  expect([first.next, second.next, third]).toEqual([many[20]?.seq, many[0]?.seq, { reports: [] }]);
  const { kind, from, to, state, at } = one;
  expect(first.reports[0]).toEqual({ report: ids[39], kind, from, to, state, at, by: names.chief });
});

describe('its template', () => {
  const look = async () =>
    (await reports.ask(STAFF, 'reportTemplate', { kind: 'work' })).data as TemplateView;
  const save = (edition: number, sections: object[] | null) =>
    reports.act(STAFF, 'saveReportTemplate', { kind: 'work', edition, sections });

  it('shows every figure with what it is called, and who saved it last', async () => {
    const product = await look();
    expect(product.slots.map(({ slot }) => slot)).toEqual(SLOT_NAMES);
    expect(product.slots).toContainEqual({ slot: 'villages', label: '行政村' });
    expect(product).not.toHaveProperty('by');
    expect((await save(0, product.sections as object[])).data).toEqual({ edition: 1 });
    const at = reports.cloud.clock.now();
    expect(await look()).toEqual({ ...product, edition: 1, own: true, by: names.staff, at });
  });

  it('says what is wrong with it', async () => {
    const { sections } = await look();
    const cases: readonly [number, object[], object][] = [
      [0, sections as object[], refused('report-changed', { edition: 1 })],
      [1, sections.slice(1), refused('bad-input', { field: 'sections' })],
    ];
    for (const [edition, all, answer] of cases) expect(await save(edition, all)).toMatchObject(answer);
  });

  it('keeps the last ten, and of each saving a row of the audit', async () => {
    const { sections } = await look();
    for (let edition = 1; edition < 13; edition++)
      await save(edition, edition % 2 === 1 ? null : (sections as object[]));
    const [kept] = reports.cloud.documents<{
      before: { edition: number; sections: string | null }[];
      acts: object[];
    }>('reporttemplates');
    expect(kept?.before.map(({ edition }) => edition)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(kept?.before.map((each) => each.sections === null)).toEqual(
      [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => n % 2 === 0),
    );
    const rows = reports.cloud
      .documents<{ collection: string; act: string; of: string; from: string; to: string; document: string }>(
        'audit',
      )
      .filter(({ collection }) => collection === 'reporttemplates');
    expect(rows).toHaveLength(13);
    const told = new Set(
      rows.map(({ act, of, from, to, document }) => [act, of, from, to, document].join('|')),
    );
    expect(told).toEqual(new Set(['template-saved|work|||bh~work', 'template-reset|work|||bh~work']));
  });
});
