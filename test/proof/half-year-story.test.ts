/**
 * A half-year that was lived, not seeded: a township is set up from nothing, six reception days come and go, deputies
 * walk from house to house, eight suggestions are answered; then the office presses one button, and each figure of its
 * report is what somebody wrote down with a pencil, and opens as many rows. The many act without a screen, at the same
 * door as the phones; what matters is tapped, from a scan on.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { addDays } from '../../cloudfunctions/shared/china-time';
import { startLocal, type LocalRun } from '../../local/start';
import {
  allowMessages,
  fill,
  openBrowser,
  press,
  see,
  topPage,
  waitForPage,
  type TestBrowser,
} from '../support/browser';
import { closeAll } from '../support/close-all';
import { wordsOf } from '../support/docx';
import { inlineInstances } from '../support/inline-instance';
import { made } from '../support/made';
import { act, confirm, pick, pickFirstDay } from '../e2e/support/act-panel';
import { sendScan } from '../e2e/support/scan';
import { LAST_TITLE, Requests, SESSION, Suggestions } from '../e2e/support/half-year/congress';
import { Gateway } from '../e2e/support/half-year/gateway';
import { Months } from '../e2e/support/half-year/months';
import { different, figuresOf, Pencil } from '../e2e/support/half-year/pencil';
import { accountOf, CHIEF, CLERK, foundTownship, HOMES, STAFF } from '../e2e/support/half-year/township';

const PICTURES = resolve(__dirname, '../../test-results/half-year');
const BEGINS = Date.parse('2026-05-20T09:00:00+08:00');
const TAPPER = 'yl-tapper';
const TAPPED = '来访三婶';
const HOUSE = '溪边人家';
/** Requests that whoever asked finds solved. */
const SOLVED = 8;

/** Those that are open when the story stops are looked at. */
const phones: Page[] = [];
let folder: string;
let run: LocalRun;
let browser: TestBrowser;
let gateway: Gateway;
const pencil = new Pencil();
let months: Months;
let suggestions: Suggestions;
let requests: Requests;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'half-year-'));
  mkdirSync(PICTURES, { recursive: true });
  const inline = inlineInstances();
  const options = { port: 0, dataDir: folder, reset: false, empty: true, lan: false, watch: false };
  const making = Object.assign({ startInstance: inline.start }, made);
  [run, browser] = await Promise.all([
    startLocal(Object.assign({ now: BEGINS }, options), undefined, making),
    openBrowser(),
  ]);
  inline.connect(run.cloud);
  gateway = new Gateway(run, 'yl');
  months = new Months(gateway, pencil);
  suggestions = new Suggestions(gateway, pencil);
  requests = new Requests(gateway, pencil);
}, 120_000);

afterAll(async () => {
  for (const [n, page] of phones.entries()) if (!page.isClosed()) await picture(page, `99-last-${String(n)}`);
  await closeAll(browser, run);
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** A phone that scanned the poster of the first home, or a village's; the rest is taps. */
async function scan(openid: string, wide = false, poster = 'yl.h1'): Promise<Page> {
  const size = wide ? { width: 1024, height: 768 } : {};
  const query = wide ? { scene: poster, wide: '1' } : { scene: poster };
  const phone = await browser.newPhone({ url: run.url, openid, query, ...size });
  if (!phones.includes(phone)) phones.push(phone);
  await allowMessages(phone);
  return phone;
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });

/** The third of the tabs below. */
async function openMine(phone: Page): Promise<void> {
  await phone.getByText('我的', { exact: true }).last().tap();
  await waitForPage(phone, 'pages/mine/mine');
}

async function bench(openid: string): Promise<Page> {
  const desk = await scan(openid, true);
  await openMine(desk);
  await press(desk, '工作台', true);
  await waitForPage(desk, 'office/workbench/workbench');
  return desk;
}

/** She books, and reflects what is on her mind. */
async function bookAndReflect(): Promise<void> {
  const phone = await scan(TAPPER, false, 'yl.v1');
  await see(phone, HOMES[0] ?? '');
  await press(phone, '预约');
  await waitForPage(phone, 'more/booking/booking');
  await fill(phone, '如：李婶、王大爷', TAPPED);
  await press(phone, '确认预约');
  await waitForPage(phone, 'more/slip/slip');
  await picture(phone, '01-slip');
  await phone.getByRole('button', { name: '返回' }).tap();
  await press(phone, '我要反映');
  await waitForPage(phone, 'pages/submit/submit');
  await see(phone, '上云村');
  await press(phone, '道路桥梁');
  await fill(phone, '写：什么地方、什么事、多久了', '村口第一盏路灯不亮，夜里看不见坑。');
  await see(phone, '会交给');
  await press(phone, '提交', true);
  await waitForPage(phone, 'more/progress/progress');
  await picture(phone, '02-progress');
  await browser.putAway(phone);
}

/** The office checks her in and writes down what came of it. */
async function receiveAtTheDesk(): Promise<void> {
  const desk = await bench(STAFF);
  await press(desk, '接待台', true);
  await waitForPage(desk, 'office/desk/desk');
  const row = topPage(desk).locator('[class*="row"]', { hasText: TAPPED }).last();
  await row.getByText('人到了').tap({ timeout: 20_000 });
  await see(desk, `${TAPPED}：已到`);
  await press(desk, '直接开始谈');
  await see(desk, '谈完了，结果是');
  await press(desk, '当场说清');
  await see(desk, '已办完');
  pencil.received.push(TAPPED);
  await picture(desk, '03-desk');
  await browser.putAway(desk);
}

async function noteVisit(person: string): Promise<void> {
  const phone = await scan(accountOf(person));
  await openMine(phone);
  await press(phone, '今日待办', true);
  await waitForPage(phone, 'deputy/today/today');
  await press(phone, '履职登记：走访、帮办……');
  await waitForPage(phone, 'deputy/log/log');
  await press(phone, '入户走访');
  await press(phone, '上云村');
  await fill(phone, '哪一户（户主称呼，可以不写）', HOUSE);
  await press(phone, '记下', true);
  await see(phone, '记下了');
  pencil.households.push(`v1 ${HOUSE}`);
  await picture(phone, '04-visit');
  await browser.putAway(phone);
}

const DAYS = ['2026-06-05', '2026-07-06', '2026-08-05', '2026-09-07', '2026-10-08', '2026-11-05'];

test('a township is set up, and on its first reception day she comes by her phone', async () => {
  await foundTownship(gateway);
  await gateway.ask('reception', 'proposeRoster', STAFF, { year: 2026, from: '2026-05-20' });
  const [first = ''] = DAYS;
  await months.publish(first);
  await suggestions.prepare('2026-06-10', '2026-06-10');
  await gateway.settle();
  await gateway.at('2026-06-02T09:00');
  await bookAndReflect();
  const receive = await months.receptionDay(first, 0, 1);
  await gateway.at(`${first}T09:10`);
  await receiveAtTheDesk();
  await receive();
  await gateway.at('2026-06-08T15:00');
  await noteVisit('p2');
  await months.walk('2026-06-08', 0, 1);
  await months.study('2026-06-08', 0);
  const tapped = await requests.newestOf(TAPPER);
  pencil.submitted.push(tapped.request);
  await requests.solve(TAPPER, tapped.request, 'satisfied');
  await suggestions.handIn();
  await gateway.settle();
}, 240_000);

/** What a month brings besides its reception day, houses and studies. */
const BESIDES: Readonly<Record<number, () => Promise<unknown>>> = {
  1: async () => {
    await suggestions.assign();
    await suggestions.contact('2026-07-10');
  },
  2: async () => {
    const persons = ['p2', 'p3', 'p4', 'p5', 'p6'];
    const title = '怎样提好建议';
    await months.noteByOffice({ kind: 'training', date: '2026-08-06', title, persons });
    pencil.trainings.push(title);
    pencil.trained.push(...persons);
    await months.note('p4', { kind: 'campaign', date: '2026-08-06', title: '法制进校园', people: 60 });
    pencil.campaigns.push('法制进校园');
  },
  3: async () => {
    await suggestions.answer();
    for (const person of ['p5', 'p6', 'p8']) {
      await months.note(person, { kind: 'tied-help', date: '2026-09-08', words: '帮着联系销路。' });
      pencil.tiedHelps.push(person);
    }
  },
  4: async () => {
    const persons = ['p1', 'p2', 'p3'];
    const title = '视察衔接资金项目';
    await months.noteByOffice({ kind: 'inspection', date: '2026-10-09', title, topicFrom: 'party', persons });
    pencil.inspections.push(title);
    await months.note('p9', {
      kind: 'care',
      date: '2026-10-09',
      title: '看望孤寡老人',
      helped: { alone: 2 },
    });
    pencil.cares.push('看望孤寡老人');
  },
  5: async () => {
    const sites = [{ name: '油橄榄产业园' }, { name: '通村道路' }];
    const title = '视察产业和村道';
    const seen = { title, topicFrom: 'people' as const, persons: ['p1', 'p10', 'p11'], sites };
    await months.noteByOffice({ kind: 'inspection', date: '2026-11-09', ...seen });
    pencil.inspections.push(title);
    await months.noteByOffice({
      kind: 'liaison',
      date: '2026-11-09',
      persons: ['p2'],
      words: '听了两名代表的困难。',
    });
    pencil.liaisons.push('p2');
  },
};

async function live(month: number): Promise<void> {
  const date = DAYS[month] ?? '';
  await gateway.at(`${addDays(date, -20)}T09:00`);
  await months.publish(date);
  await gateway.settle();
  const receive = await months.receptionDay(date, month, 0);
  await gateway.at(`${date}T09:10`);
  await receive();
  const after = addDays(date, 4);
  await gateway.at(`${after}T15:00`);
  await months.walk(after, month, 0);
  await months.study(after, month);
  for (let n = 0; n < 2; n++) {
    const { request, openid } = await requests.submit();
    const done = pencil.solved.length;
    if (done < SOLVED) await requests.solve(openid, request, done % 3 === 2 ? 'basic' : 'satisfied');
  }
  await BESIDES[month]?.();
  await gateway.settle();
}

test('five more months are lived', async () => {
  for (let month = 1; month < DAYS.length; month++) await live(month);
  expect(different(pencil.received)).toBe(36);
  expect(pencil.received.length).toBeGreaterThan(36);
  expect(different(pencil.households)).toBe(126);
  expect(pencil.helped.length + pencil.solved.length).toBe(52);
}, 400_000);

/** The unit's clerk answers the last suggestion in writing; the office enters what its deputy thinks of it, from paper. */
async function answerTheLast(): Promise<void> {
  const clerk = await scan(CLERK);
  await openMine(clerk);
  await press(clerk, '工作台', true);
  await waitForPage(clerk, 'office/workbench/workbench');
  await press(clerk, '代表建议', true);
  await waitForPage(clerk, 'deputy/suggestions/suggestions');
  await press(clerk, LAST_TITLE);
  await waitForPage(clerk, 'deputy/suggestion/suggestion');
  await act(clerk, '写答复函');
  await fill(clerk, '答复函文号', '云政建复〔8〕号');
  await fill(clerk, '签发人', '镇长');
  await pick(clerk, 'A 已经解决');
  await fill(clerk, '答复内容', '农机补贴已由村里代办。');
  await confirm(clerk, '写答复函');
  await see(clerk, '还没有签字的答复函');
  await act(clerk, '上传签好的答复函');
  await confirm(clerk, '上传签好的答复函');
  await sendScan(clerk, '公开性内容');
  await see(clerk, '看签字盖章的答复函');
  await picture(clerk, '05-answered');
  await browser.putAway(clerk);
  await gateway.settle();
  const desk = await bench(STAFF);
  await press(desk, '代表建议', true);
  await waitForPage(desk, 'deputy/suggestions/suggestions');
  await press(desk, '全部', true);
  await press(desk, LAST_TITLE);
  await waitForPage(desk, 'deputy/suggestion/suggestion');
  await picture(desk, '06-office');
  await act(desk, '登记纸质意见表');
  await pick(desk, '满意');
  await pickFirstDay(desk);
  await confirm(desk, '登记纸质意见表');
  await see(desk, '记下了');
  pencil.suggestionsAnswered.push(LAST_TITLE);
  await browser.putAway(desk);
}

test('the last suggestion is answered on screens', async () => {
  await gateway.at('2026-11-12T10:00');
  await answerTheLast();
  await gateway.settle();
}, 120_000);

/** Taps the figure that stands right behind these words. */
async function openFigure(desk: Page, words: string, figure: string): Promise<void> {
  const said = topPage(desk)
    .locator('[class*="said"]', { hasText: `${words}${figure}` })
    .first();
  const sentence = (await said.innerText()).replace(/\s/g, '');
  const wanted = sentence.indexOf(`${words}${figure}`) + words.length;
  const all = said.locator('[class*="figure"]');
  let from = 0;
  for (const [n, text] of (await all.allInnerTexts()).entries()) {
    const at = sentence.indexOf(text, from);
    if (at === wanted) {
      expect(text).toBe(figure);
      await all.nth(n).tap({ timeout: 20_000 });
      return;
    }
    from = at + text.length;
  }
  throw new Error(`no figure behind «${words}» in «${sentence}»`);
}

/** Page by page the list beside it has so many lines, and no more. */
async function countRows(desk: Page, rows: number): Promise<void> {
  const panel = topPage(desk).locator('[class*="panel"]');
  // The button below them is an outlined one.
  const lines = panel.locator('[class*="line"]:not([class*="outline"])');
  const more = panel.getByText('再看后面的');
  for (let seen = await lines.count(); seen < rows; seen = await lines.count()) {
    await more.tap({ timeout: 20_000 });
    await lines.nth(seen).waitFor({ timeout: 20_000 });
  }
  await more.waitFor({ state: 'hidden', timeout: 20_000 });
  expect(await lines.count()).toBe(rows);
}

async function openReport(): Promise<Page> {
  const desk = await bench(STAFF);
  await press(desk, '报告', true);
  await waitForPage(desk, 'office/reports/reports');
  return desk;
}

test('one button, and every figure is the pencil’s and opens its rows', async () => {
  await gateway.at('2026-11-23T09:00');
  const desk = await openReport();
  await press(desk, '半年', true);
  await waitForPage(desk, 'office/report/report');
  await see(desk, '云岭镇人大工作汇报');
  await see(desk, `${SESSION}以来，共收到代表建议`);
  await see(desk, '已全部办复');
  await picture(desk, '07-report');
  for (const [words, figure, rows] of figuresOf(pencil, HOMES.length)) {
    await openFigure(desk, words, figure);
    await see(desk, `共 ${String(rows)} 条记录`);
    await countRows(desk, rows);
  }
  await picture(desk, '08-rows');
  await browser.putAway(desk);
}, 300_000);

/** What stands in the document that the phone opens. */
async function print(desk: Page): Promise<string> {
  await press(desk, '打开文档', true);
  const [download] = await Promise.all([
    desk.waitForEvent('download', { timeout: 20_000 }),
    desk.getByText('知道了', { exact: true }).tap({ timeout: 20_000 }),
  ]);
  return wordsOf(readFileSync(await download.path()));
}

const WRITTEN = '个别小组学习不够经常。';

test('words are written, a second person signs, and the paper says the same', async () => {
  const staff = await openReport();
  await press(staff, '5月24日');
  await waitForPage(staff, 'office/report/report');
  await press(staff, '二、');
  await press(staff, '写这一段');
  await staff.locator('textarea').fill(WRITTEN);
  await press(staff, '写好了');
  await see(staff, WRITTEN);
  await press(staff, '送签', true);
  await see(staff, '送签以后文字和数字都不能改');
  await staff.getByText('送签', { exact: true }).last().tap();
  await see(staff, '待签发');
  await browser.putAway(staff);
  const chief = await bench(CHIEF);
  await press(chief, '报告', true);
  await waitForPage(chief, 'office/reports/reports');
  await press(chief, '待签发');
  await waitForPage(chief, 'office/report/report');
  await press(chief, '签发', true);
  await see(chief, '签发以后数字和文字都定住');
  await chief.getByText('签发', { exact: true }).last().tap();
  await see(chief, '已经签发');
  const words = await print(chief);
  for (const said of ['接待选民36人，走访选民126户，帮办实事52件', '8条已全部办复', WRITTEN, '附：图表'])
    expect(words).toContain(said);
  expect(words).toContain(`其他接访人接待群众${String(different(pencil.receivedByOthers))}人`);
  // The table of sources has a line for each figure: with its unit, and with as many rows as were written down.
  const table = words.slice(words.indexOf('数字来源表'));
  for (const [, figure, rows] of figuresOf(pencil, HOMES.length))
    expect(table).toMatch(new RegExp(`\\n${figure}\\D{1,2}\\n${String(rows)}条\\n`));
  expect(words).not.toContain('草稿');
}, 240_000);

test('the presidium’s yearly report to the session comes from the same engine', async () => {
  const desk = await openReport();
  await press(desk, '主席团工作报告');
  await press(desk, '2026年全年');
  await waitForPage(desk, 'office/report/report');
  await see(desk, '云岭镇人民代表大会主席团工作报告');
  await picture(desk, '09-presidium');
  const words = await print(desk);
  for (const said of ['一年来，区、镇人大代表在3个代表之家', '接待选民36人', '代表建议8条', '数字来源表'])
    expect(words).toContain(said);
}, 120_000);
