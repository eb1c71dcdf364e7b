/** The report of the sample's half-year: its figures and their rows, words beside them, two editors, signing. */
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { ReportView, SlotRow } from '../../../../miniprogram/contract/work-report';
import { HALF } from './by-hand';
import { figureOf, newKey, openReports, STAFF, CHIEF, textOf, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});

const refused = (code: string) => ({ ok: false, code });
const save = (report: string, version: number, words: string, openid = STAFF, section = 'plans') =>
  reports.act(openid, 'saveReportWords', { report, section, version, words });

const promptOf = ({ sections }: ReportView) => sections.find(({ section }) => section === 'intro')?.prompt;

describe('the half-year of the sample', () => {
  it('says the seed’s own figures: homes, received, households, matters, suggestions all answered', async () => {
    const view = await reports.open();
    const said = ['homes', 'received', 'visited', 'done', 'suggestions', 'suggestionsAnswered'] as const;
    expect(said.map((slot) => figureOf(view, slot))).toEqual(['3', '36', '126', '52', '8', '8']);
    expect(textOf(view, 'reception')).toContain('接待选民36人，走访选民126户，帮办实事52件');
    expect(textOf(view, 'sessions')).toMatch(/一次会议以来，共收到代表建议8条.*现8条已全部办复/);
  });

  it('begins as the seed does, people and voters with it; both open the line of the card', async () => {
    const view = await reports.open();
    expect(textOf(view, 'intro')).toMatch(
      /^白鹤镇辖12个行政村，57个村民小组，3\.2万人口，现有选民24860人。全镇分为8个代表小组，/,
    );
    expect(promptOf(view)).toBe('一两句总的话。');
    const opened = await Promise.all(['population', 'voters'].map((slot) => reports.rows(view.report, slot)));
    const said = opened.flat().map(({ title, date }) => ({ title, date }));
    expect(said).toEqual([
      { title: '人口32150人', date: '2025-12-31' },
      { title: '登记选民24860人', date: '2025-12-31' },
    ]);
  });

  it.each(['population', 'voters'] as const)(
    'asks whoever writes for %s, where nobody noted it',
    async (field) => {
      const townships = reports.cloud.documents<{ _id: string; card?: object }>('townships');
      const unsaid = townships.map((one) =>
        one._id === 'bh'
          ? Object.assign({}, one, { card: Object.assign({}, one.card, { [field]: undefined }) })
          : one,
      );
      reports.cloud.replace('townships', JSON.parse(JSON.stringify(unsaid)) as object[]);
      reports.cloud.clock.set(reports.cloud.clock.now() + 61_000);
      const made = await reports.open('work', {
        from: '2026-06-01',
        to: field === 'voters' ? '2026-11-21' : '2026-11-20',
      });
      reports.cloud.replace('townships', townships);
      reports.cloud.clock.set(reports.cloud.clock.now() + 61_000);
      expect(promptOf(made)).toMatch(/^人口、选民人数：名册的“本镇”里没有写全/);
      expect(textOf(made, 'intro')).not.toContain(field === 'voters' ? '选民' : '人口');
      expect(textOf(made, 'intro')).toContain('57个村民小组');
    },
  );

  it('says what stands in the homes, each thing once, and opens the homes', async () => {
    const view = await reports.open();
    expect(textOf(view, 'buildings')).toContain('配有电脑、办公桌、档案柜、沙发、打印机等办公设备。');
    const opened = await reports.rows(view.report, 'equipment');
    const homes = ['城关代表之家', '柳树城代表之家', '白鹤桥代表之家'];
    expect(opened.map(({ title }) => title).sort()).toEqual(homes.sort());
  });

  it('names the inspections with their dates and places', async () => {
    const said = textOf(await reports.open(), 'inspection');
    expect(said).toContain('10月16日视察脱贫攻坚与乡村振兴衔接（高山移民新村）');
    expect(said).toContain('11月11日视察产业和村道建设（油橄榄产业园、中药材合作社、通村道路）');
  });

  it('opens as many rows as each figure counts, each with a title', async () => {
    const { report, sections } = await reports.open();
    const pieces = sections.flatMap(({ computed, offered }) => [...computed, ...offered]);
    const open = pieces.flatMap((sentence) => sentence.pieces).filter(({ rows }) => rows !== undefined);
    expect(open.length).toBeGreaterThan(15);
    for (const { slot = '', rows } of open) {
      const seen = await reports.rows(report, slot);
      expect({ slot, rows: new Set(seen.map(({ row }) => row)).size }).toEqual({ slot, rows });
      expect(seen.every(({ title }) => title !== '')).toBe(true);
    }
  });

  it('names no request to whom it is kept from, in no list and no chart; the figure is the same for all', async () => {
    const requests = reports.cloud.documents<RequestDocument>('requests');
    const facts = reports.cloud.documents<{ kind: string; source: string }>('facts');
    const kept = requests.find(
      ({ _id, open }) =>
        open && facts.some(({ kind, source }) => kind === 'request-submitted' && source === `request~${_id}`),
    );
    if (!kept) throw new Error('the sample has no open request that is a fact');
    const change = { hidden: ['p1'], promise: 'open' };
    const hidden = requests.map((one) => (one === kept ? Object.assign({}, one, change) : one));
    reports.cloud.replace('requests', hidden);
    const { report } = await reports.open();
    const [staff, chief] = await Promise.all([STAFF, CHIEF].map((openid) => reports.view(report, openid)));
    expect(chief?.sections).toEqual(staff?.sections);
    for (const slot of ['open', 'submitted']) {
      const [all, own] = [await reports.rows(report, slot), await reports.rows(report, slot, CHIEF)];
      const isKept = ({ source }: SlotRow) => source?.id === kept._id;
      expect({ slot, kept: all.filter(isKept).length }).toEqual({ slot, kept: 1 });
      expect(own).toEqual(all.filter((row) => !isKept(row)));
    }
    const span = { from: '2026-11-01', to: '2026-11-23', of: 'open' };
    for (const [action, input] of [
      ['chartRows', span],
      ['reportCharts', { of: 'open' }],
    ] as const) {
      const seen = await Promise.all([STAFF, CHIEF].map((openid) => reports.ask(openid, action, input)));
      expect(seen.map(({ data }) => JSON.stringify(data).includes(kept._id))).toEqual([true, false]);
    }
    reports.cloud.replace('requests', requests);
  });

  it('is the same report when it is asked for again', async () => {
    const answer = await reports.act(STAFF, 'createReport', { kind: 'work', ...HALF });
    expect(answer).toMatchObject({ ok: true, data: { existed: true } });
  });
});

describe('words', () => {
  const SPAN = { from: '2026-01-01', to: '2026-06-30' };

  it('stay when figures are computed again, which says what became otherwise', async () => {
    const { report, edition } = await reports.open('work', SPAN);
    expect(await save(report, 0, '抓好学习。')).toMatchObject({ data: { saved: true, version: 1 } });
    const facts = reports.cloud.documents<{ _id: string; kind: string; date: string }>('facts');
    const gone = facts.find(({ kind, date }) => kind === 'help' && date < '2026-07-01');
    reports.cloud.replace(
      'facts',
      facts.filter(({ _id }) => _id !== gone?._id),
    );
    const before = await reports.view(report);
    expect(before.differs.map(({ slot }) => slot)).toEqual(['done', 'helped']);
    const { data } = await reports.act(STAFF, 'computeReport', { report, edition });
    const was = Number(figureOf(before, 'helped'));
    expect(data).toMatchObject({
      changed: [{}, { slot: 'helped', from: String(was), to: String(was - 1), added: 0, gone: 1 }],
    });
    const after = await reports.view(report);
    expect(figureOf(after, 'helped')).toBe(String(was - 1));
    expect(after.differs).toEqual([]);
    expect(after.sections.find(({ section }) => section === 'plans')?.words).toBe('抓好学习。');
    reports.cloud.replace('facts', facts);
  });

  it('of two editors: the later one is told and nothing is overwritten; other headings are not disturbed', async () => {
    const { report } = await reports.open('work', SPAN);
    expect(await save(report, 1, '抓好培训。')).toMatchObject({ data: { saved: true, version: 2 } });
    const late = await save(report, 1, '抓好宣传。', CHIEF);
    expect(late).toMatchObject({ data: { saved: false, version: 2, words: '抓好培训。' } });
    expect(await save(report, 0, '请区里培训。', CHIEF, 'upward')).toMatchObject({ data: { saved: true } });
    const { data } = await reports.ask(STAFF, 'reportVersions', { report, section: 'plans' });
    const { versions } = data as { versions: { words: string; aside: boolean }[] };
    expect(versions.map(({ words, aside }) => [words, aside])).toContainEqual(['抓好宣传。', true]);
    expect(await save(report, 0, '不该有', STAFF, 'received')).toMatchObject(refused('not-found'));
  });

  it('keep copies of what was replaced: another person’s at once, one’s own every five minutes', async () => {
    const { report } = await reports.open('work', { from: '2026-03-01', to: '2026-06-30' });
    for (const [version, words, openid] of [
      [0, '甲', STAFF],
      [1, '乙', STAFF],
      [2, '丙', CHIEF],
    ] as const)
      await save(report, version, words, openid);
    reports.cloud.clock.set(reports.cloud.clock.now() + 301_000);
    await save(report, 3, '丁', CHIEF);
    const { data } = await reports.ask(STAFF, 'reportVersions', { report, section: 'plans' });
    expect((data as { versions: { words: string }[] }).versions.map(({ words }) => words)).toEqual([
      '丙',
      '乙',
    ]);
  });

  it('are stored encrypted, as is what events are called', async () => {
    await reports.open();
    const stored = JSON.stringify([
      ...reports.cloud.documents('reports'),
      ...reports.cloud.documents('reportversions'),
    ]);
    expect(stored).not.toContain('抓好');
    expect(stored).not.toContain('油橄榄');
  });
});

describe('signing', () => {
  const SPAN = { from: '2026-04-01', to: '2026-11-20' };
  const step = (report: string, edition: number, act: string, openid: string, words?: string) =>
    reports.act(openid, 'actOnReport', { report, edition, act, ...(words !== undefined && { words }) });

  it('is a second person’s, who is the chief; then words, figures and sentences are frozen', async () => {
    const { report } = await reports.open('work', SPAN);
    await save(report, 0, '抓好学习。');
    expect(await step(report, 1, 'sign', CHIEF)).toMatchObject(refused('wrong-state'));
    expect(await step(report, 1, 'submit', STAFF)).toMatchObject({
      data: { state: 'submitted', edition: 2 },
    });
    expect(await step(report, 2, 'sign', STAFF)).toMatchObject(refused('not-allowed'));
    expect(await save(report, 1, '再改')).toMatchObject(refused('wrong-state'));
    expect(await step(report, 1, 'sign', CHIEF)).toMatchObject(refused('report-changed'));
    expect((await reports.view(report)).maySign).toBe(false);
    expect((await reports.view(report, CHIEF)).maySign).toBe(true);
    expect(await step(report, 2, 'send-back', CHIEF)).toMatchObject(refused('bad-input'));
    expect(await step(report, 2, 'send-back', CHIEF, '再核一遍')).toMatchObject({ data: { state: 'draft' } });
    await step(report, 3, 'submit', STAFF);
    expect(await step(report, 4, 'sign', CHIEF)).toMatchObject({ data: { state: 'signed', edition: 5 } });
    expect(await save(report, 1, '签发了再改')).toMatchObject(refused('wrong-state'));
    expect(await save(report, 0, '用旧的版本改')).toMatchObject({
      data: { saved: false, words: '抓好学习。' },
    });
    const off = { report, sentence: 'received', off: true };
    expect(await reports.act(STAFF, 'keepSentence', off)).toMatchObject(refused('wrong-state'));
    const again = { report, edition: 5 };
    expect(await reports.act(STAFF, 'computeReport', again)).toMatchObject(refused('wrong-state'));
    for (const [act, openid] of [
      ['withdraw', STAFF],
      ['submit', STAFF],
      ['sign', CHIEF],
    ] as const)
      expect(await step(report, 5, act, openid)).toMatchObject(refused('wrong-state'));
    const { sections, state } = await reports.view(report);
    expect([state, sections.find(({ section }) => section === 'plans')?.words]).toEqual([
      'signed',
      '抓好学习。',
    ]);
  });

  it('shows what is corrected later as a difference, and keeps the number that was signed', async () => {
    const { report } = await reports.open('work', SPAN);
    const facts = reports.cloud.documents<{ _id: string; kind: string; date: string }>('facts');
    const gone = facts.find(({ kind, date }) => kind === 'inspection' && date === '2026-11-11');
    reports.cloud.replace(
      'facts',
      facts.filter(({ _id }) => _id !== gone?._id),
    );
    const view = await reports.view(report);
    expect(view.differs.map(({ slot, from, to }) => [slot, from, to])).toContainEqual([
      'inspections',
      '2',
      '1',
    ]);
    expect(figureOf(view, 'inspections')).toBe('2');
    reports.cloud.replace('facts', facts);
  });

  it('is not for whoever submitted it, also when that is the chief', async () => {
    const { report } = await reports.open('presidium', SPAN);
    await step(report, 1, 'submit', CHIEF);
    expect(await step(report, 2, 'sign', CHIEF)).toMatchObject(refused('own-report'));
    expect(await step(report, 2, 'withdraw', STAFF)).toMatchObject({ data: { state: 'draft' } });
  });

  it('is not for the same person with a second account', async () => {
    const { report } = await reports.open('presidium', { from: '2026-02-01', to: '2026-11-20' });
    await step(report, 1, 'submit', CHIEF);
    const invitations = reports.cloud.documents<{ openid: string; role: string }>('invitations');
    const second = invitations
      .filter(({ openid, role }) => openid === CHIEF && role === 'chief')
      .map((one) => Object.assign({}, one, { _id: 'bh~second', openid: 'bh-p1-second' }));
    expect(second).toHaveLength(1);
    reports.cloud.replace('invitations', [...invitations, ...second]);
    expect((await reports.view(report, 'bh-p1-second')).maySign).toBe(false);
    expect(await step(report, 2, 'sign', 'bh-p1-second')).toMatchObject(refused('own-report'));
    reports.cloud.replace('invitations', invitations);
  });

  it('tells the chief that it waits and the office that it was signed, and nobody of their own act', () => {
    const inbox = reports.cloud.documents<{ event: string; account: string }>('inbox');
    const told = (event: string) => inbox.filter((one) => one.event === event).map(({ account }) => account);
    const [staff, chief] = [STAFF, CHIEF].map(accountOf);
    expect(told('report-submit')).toContain(chief);
    expect(told('report-submit')).not.toContain(staff);
    expect(told('report-sign')).toContain(staff);
    expect(told('report-sign')).not.toContain(chief);
    expect(told('report-compute')).toEqual([]);
  });

  it('leaves a row of the audit for each act', () => {
    const rows = reports.cloud.documents<{ act: string; collection: string }>('audit');
    const acts = rows.filter(({ collection }) => collection === 'reports').map(({ act }) => act);
    expect(new Set(acts)).toEqual(new Set(['create', 'compute', 'submit', 'send-back', 'sign', 'withdraw']));
  });
});

test('a sentence is left out of a report and taken in again', async () => {
  const { report } = await reports.open();
  const keep = (off: boolean) =>
    reports.act(STAFF, 'keepSentence', { report, sentence: 'receptionDay', off }, newKey());
  const isOff = async () => {
    const { sections } = await reports.view(report);
    const said = sections.flatMap(({ computed }) => computed);
    return said.find(({ sentence }) => sentence === 'receptionDay')?.off ?? false;
  };
  expect(await reports.act(STAFF, 'keepSentence', { report, sentence: 'none', off: true })).toMatchObject(
    refused('not-found'),
  );
  expect(await keep(true)).toMatchObject({ ok: true });
  expect(await isOff()).toBe(true);
  const key = newKey();
  const takeIn = (sentence = 'receptionDay') =>
    reports.act(STAFF, 'keepSentence', { report, sentence, off: false }, key);
  expect(await takeIn()).toMatchObject({ ok: true });
  expect(await isOff()).toBe(false);
  // The same once more, late: somebody left it out since.
  expect(await keep(true)).toMatchObject({ ok: true });
  expect(await takeIn()).toMatchObject({ ok: true, data: { off: false } });
  expect(await isOff()).toBe(true);
  expect(await takeIn('visits')).toMatchObject(refused('key-reused'));
});

test('a span with nothing in the ledger says what is missing, and no zero', async () => {
  const view = await reports.open('work', { from: '2025-01-01', to: '2025-01-31' });
  const printed = view.sections.flatMap(({ computed }) => computed.filter(({ missing }) => !missing));
  const said = printed.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
  expect(said.join('')).not.toMatch(/(?<!\d)0[人户件次条期场]/);
  expect(textOf(view, 'reception')).toContain('台账里没有记录');
});
