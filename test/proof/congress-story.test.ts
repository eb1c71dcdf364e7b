/**
 * The congress of a township in a real browser on the running product, from scans and by taps: a session is prepared from
 * the one before, forty sign in, a suggestion grows out of three requests and is answered twice on signed paper, the
 * presidium oversees it, a deputy dies and is succeeded, and a new term begins. What forty do alike is done without a
 * screen, at the same door.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { membersOn } from '../../cloudfunctions/registry/directory/rules/directory';
import { toLocalDate } from '../../cloudfunctions/shared/china-time';
import { wordsOf } from '../support/docx';
import { baseOn } from '../../cloudfunctions/congress/session/rules/attendance';
import { fill, press, see, waitForPage } from '../support/browser';
import { act, confirm, pick, pickExactly, pickFirstDay } from '../e2e/support/act-panel';
import {
  begin,
  CHIEF,
  directory,
  gateway,
  GOVERNMENT,
  LEAD,
  MEMBER,
  on,
  running,
  sendLetter,
  STAFF,
  stored,
  take,
  UNIT,
} from '../e2e/support/congress-hands';

const NOW = Date.parse('2026-11-23T08:30:00+08:00');
const SESSION = '镇十八届人大二次会议';

/** How the product words what three requests of one village have in common. */
const TITLE = '关于解决柳树城村';

let session = '';
let suggestion = '';

beforeAll(() => begin(NOW), 90_000);
afterAll(() => running.close(), 30_000);

const accountOf = (person: string) => `bh-${person}`;

test('a session is prepared from the one before and told of', async () => {
  await on(STAFF, '工作台', ['人代会'], async (phone) => {
    await waitForPage(phone, 'deputy/sessions/sessions');
    await act(phone, '准备一次会议');
    await fill(phone, '名称（如：十九届一次会议）', SESSION);
    await pickFirstDay(phone);
    await pickFirstDay(phone);
    await fill(phone, '地点', '镇政府三楼会议室');
    await pick(phone, '镇十八届人大一次会议');
    await confirm(phone, '准备');
    await waitForPage(phone, 'deputy/session/session');
    await see(phone, '1. 听取和审议镇人民政府工作报告');
    await take(phone, '发会议通知', () => fill(phone, '地点', '镇政府三楼会议室'));
  });
  const { sessions } = await gateway.ask('congress', 'sessions', STAFF, {});
  session = sessions.find(({ name }) => name === SESSION)?.session ?? '';
  expect(session).not.toBe('');
}, 90_000);

test('forty sign in, two are on leave, one is missing, and the hall says so', async () => {
  await on('bh-p6', '今日待办', ['人代会', SESSION], async (phone) => {
    await act(phone, '答复会议通知');
    await pickExactly(phone, '请假');
    await fill(phone, '事由', '住院');
    await confirm(phone, '答复');
    await see(phone, '您请假了');
  });
  await gateway.ask('congress', 'answerNotice', 'bh-p8', { session, answer: 'leave', reason: '外出学习' });
  const base = baseOn(directory(), '2026-11-23');
  expect(base).toHaveLength(43);
  const [missing, byHand, ...rest] = base.filter((person) => person !== 'p6' && person !== 'p8').reverse();
  const { code } = await gateway.ask('congress', 'hallCode', STAFF, { session, sitting: 'b1' });
  const held = [...running.run.cloud.database.exportDocuments('invitations')] as {
    township: string;
    openid?: string;
  }[];
  const phones = new Set(held.flatMap(({ township, openid }) => (township === 'bh' ? [openid] : [])));
  const withPhone = rest.filter((person) => phones.has(accountOf(person)));
  await Promise.all(
    withPhone.map((person) => gateway.ask('congress', 'signIn', accountOf(person), { code })),
  );
  const persons = rest.filter((person) => !withPhone.includes(person));
  await gateway.ask('congress', 'signInOnPaper', STAFF, { session, sitting: 'b1', persons });
  const nameOf = (id = '') => directory().people.find((person) => person.id === id)?.name ?? '';
  await on(STAFF, '工作台', ['人代会', SESSION, '签到、会场的码'], async (phone) => {
    await see(phone, '39 / 43');
    await press(phone, nameOf(byHand), true);
    await see(phone, '40 / 43');
    await see(phone, '到会够三分之二，可以开会');
    await see(phone, '未到 3，其中请假 2');
    await press(phone, '同意请假', true);
    await see(phone, '请假（同意）');
  });
  expect(nameOf(missing)).not.toBe('');
}, 90_000);

test('three speak, five move a bill, and it is closed', async () => {
  await on(STAFF, '工作台', ['人代会', SESSION], async (phone) => {
    await take(phone, '登记审议意见', async () => {
      await pick(phone, '听取和审议镇人民政府工作报告');
      await pick(phone, '马秋月');
      await fill(phone, '说了什么', '路要修在前面。');
    });
    await see(phone, '马秋月：路要修在前面。');
    await take(phone, '登记议案', async () => {
      await fill(phone, '案由', '关于整修集镇排水的议案');
      for (const name of ['马秋月', '丁守田', '万小满', '王麦香', '王保根']) await pick(phone, name);
      await pickExactly(phone, '列入');
    });
    await see(phone, '关于整修集镇排水的议案');
  });
  for (const person of ['p2', 'p4'])
    await gateway.ask('congress', 'addOpinion', STAFF, { session, item: 'a1', person, words: '同意报告。' });
  await on(STAFF, '工作台', ['人代会', SESSION], async (phone) => {
    await see(phone, '同意报告。');
    await take(phone, '登记表决结果', async () => {
      await pick(phone, '听取和审议镇人民政府工作报告');
      await fill(phone, '表决什么', '政府工作报告的决议');
      for (const [field, votes] of [
        ['实到', '40'],
        ['赞成', '39'],
        ['反对', '0'],
        ['弃权', '1'],
      ] as const)
        await fill(phone, field, votes);
    });
    await see(phone, '应到43，实到40，赞成39，反对0，弃权1：通过');
    await act(phone, '闭会');
    await confirm(phone, '闭会');
    await see(phone, '已闭会');
  });
}, 90_000);

/** A villager of the third group asks for this deputy. */
async function reflect(n: number, text: string, deputy: string): Promise<void> {
  const privacy = { hideName: false, notOwnVillage: false, publishable: false };
  const about = { village: 'v4', category: 'road', kind: 'report', privacy, text, deputy } as const;
  const asked = Object.assign({ photos: [], recordings: [] }, about);
  await gateway.ask('request', 'submit', `bh-villager-${String(n)}`, asked);
}

test('a suggestion grows out of three requests, with a co-signer’s own consent', async () => {
  for (const n of [1, 2, 3]) await reflect(n, `第${String(n)}处：路面坑洼，雨天走不了车。`, 'p5');
  await on(LEAD, '今日待办', ['代表建议：写一件'], async (phone) => {
    await press(phone, '写一件建议', true);
    await waitForPage(phone, 'deputy/suggest/suggest');
    await press(phone, '从我手上的群众意见写起');
    for (const n of [1, 2, 3]) await press(phone, `第${String(n)}处：路面坑洼`);
    await press(phone, '由选的3件写起');
    await see(phone, '由 3 件群众意见引出');
    await see(phone, '这一类以前提过的');
    await fill(phone, '谁来办、分几步', '列入年度项目，分两段修。');
    await press(phone, '存为草稿');
    await waitForPage(phone, 'deputy/suggestion/suggestion');
    await take(phone, '请代表联名', () => pick(phone, '马德顺'));
  });
  const { suggestions } = await gateway.ask('congress', 'suggestions', LEAD, { queue: 'mine' });
  suggestion = suggestions.find(({ title }) => title.startsWith(TITLE))?.suggestion ?? '';
  await on('bh-p6', '今日待办', ['代表建议：写一件', '请我联名的', TITLE], (phone) =>
    take(phone, '同意联名', () => Promise.resolve()),
  );
}, 90_000);

/** The office's, the presidium's and the unit's lists, each behind the same entry. */
const OPEN = (queue: string) => ['代表建议', queue, TITLE];

test('it goes through the government to a unit, which talks with the deputy and answers on signed paper', async () => {
  await on(LEAD, '今日待办', ['代表建议：写一件', TITLE], (phone) =>
    take(phone, '提交', () => Promise.resolve()),
  );
  await on(STAFF, '工作台', OPEN('待审查'), (phone) => take(phone, '审查通过', () => Promise.resolve()));
  await on(CHIEF, '工作台', OPEN('待交办、待审议'), (phone) =>
    take(phone, '交镇政府办理', () => Promise.resolve()),
  );
  await on(GOVERNMENT, '工作台', ['代表建议', TITLE], (phone) =>
    take(phone, '确定承办单位', () => pick(phone, '交通建设办')),
  );
  await on(UNIT, '工作台', ['代表建议', TITLE], async (phone) => {
    await take(phone, '记下和代表的联系', () => fill(phone, '谈了什么', '一起看了三处路面。'));
    await sendLetter(phone, '白政建复〔21〕号', 'B 正在解决', true);
  });
  expect(stored(suggestion)).toMatchObject({ state: 'replied', unit: 'u1', through: true });
}, 90_000);

test('the presidium proposes it for key supervision, and decides so in a meeting', async () => {
  await on(MEMBER, '工作台', ['代表建议', '全部', TITLE], (phone) =>
    take(phone, '提请重点督办', () => fill(phone, '理由', '三个组的群众都在走。')),
  );
  await on(STAFF, '工作台', ['主席团', '会议'], async (phone) => {
    await act(phone, '登记一次会议');
    await pickFirstDay(phone);
    await fill(phone, '地点', '镇人大办会议室');
    for (const name of ['丁春禾', '王麦香', '史云开']) await pick(phone, name);
    await pick(phone, stored(suggestion).number);
    await fill(phone, '这一件的票数：赞成 反对 弃权（可以不写）', '3 0 0');
    await fill(phone, '议了什么、怎么表决', '交办审议意见 3 0 0');
    await fill(phone, '会议记录卷号', '主席团会议卷五');
    await confirm(phone, '登记');
    await see(phone, '列为重点督办');
  });
  await gateway.settle();
  expect(stored(suggestion).key?.state).toBe('decided');
}, 90_000);

test('what was promised is kept, answered again, and the deputy is satisfied', async () => {
  await on(LEAD, '今日待办', ['代表建议：写一件', TITLE], async (phone) => {
    await take(phone, '填写意见', () => pick(phone, '基本满意'));
  });
  expect(stored(suggestion)).toMatchObject({ state: 'promised', promise: { class: 'B' } });
  await on(UNIT, '工作台', ['代表建议', TITLE], (phone) =>
    sendLetter(phone, '白政建复〔22〕号', 'A 已经解决', false),
  );
  await on(LEAD, '今日待办', ['代表建议：写一件', TITLE], async (phone) => {
    await act(phone, '填写意见');
    await pickExactly(phone, '满意');
    await confirm(phone, '填写意见');
    await see(phone, '记下了');
  });
  expect(stored(suggestion)).toMatchObject({ state: 'closed', open: false });
  expect(stored(suggestion).replies).toHaveLength(2);
}, 90_000);

/** Presses a row and answers the words of the document that the phone opens. */
async function print(phone: Page, row: string): Promise<string> {
  await press(phone, row, true);
  const [download] = await Promise.all([
    phone.waitForEvent('download', { timeout: 20_000 }),
    phone.getByText('知道了', { exact: true }).tap({ timeout: 20_000 }),
  ]);
  return wordsOf(readFileSync(await download.path()));
}

test('the material of the quarter is a document with the suggestion and the meeting in it', async () => {
  await on(STAFF, '工作台', ['主席团', '会议'], async (phone) => {
    const words = await print(phone, '2026年第四季度 ›');
    expect(words).toContain('列为重点督办');
  });
}, 90_000);

/** Open matters whose owner is neither a deputy in office nor the office itself. */
function withoutOwner(day: string): string[] {
  const held = membersOn(directory().people, day).map(({ person }) => person);
  const inOffice = new Set(held);
  const open = [...running.run.cloud.database.exportDocuments('requests')] as {
    _id: string;
    township: string;
    open: boolean;
    owner: { person: string };
  }[];
  const requests = open.filter(
    ({ township, open: is, owner }) =>
      township === 'bh' && is && owner.person !== '' && !inOffice.has(owner.person),
  );
  const led = [...running.run.cloud.database.exportDocuments('suggestions')] as {
    _id: string;
    open: boolean;
    lead: string;
    leadGone?: true;
  }[];
  const suggestions = led.filter(
    ({ open: is, lead, leadGone }) => is && leadGone !== true && !inOffice.has(lead),
  );
  return [...requests, ...suggestions].map(({ _id }) => _id);
}

test('a deputy dies: what was theirs has an owner, and who is elected in their place counts', async () => {
  const name = '马秋月';
  await on(STAFF, '工作台', ['变动和换届'], async (phone) => {
    await act(phone, '登记一次变动');
    await pick(phone, name);
    await pick(phone, '去世');
    await pickFirstDay(phone);
    await fill(phone, '决定机关', '镇人大主席团');
    await fill(phone, '公告文号', '镇人大公告〔3〕号');
    await confirm(phone, '登记');
    await see(phone, `${name} 去世`);
  });
  await gateway.settle();
  const day = toLocalDate(running.run.cloud.clock.now());
  expect(baseOn(directory(), day)).toHaveLength(42);
  expect(withoutOwner(day)).toEqual([]);
  await on(STAFF, '工作台', ['变动和换届'], async (phone) => {
    await act(phone, '登记一次变动');
    await pick(phone, '王兴邦');
    await pickExactly(phone, '补选');
    await pick(phone, `原代表${name}`);
    await pickFirstDay(phone);
    await pickFirstDay(phone);
    await fill(phone, '资格审查报告文号', '资审〔1〕号');
    await fill(phone, '决定机关', '镇选举委员会');
    await fill(phone, '公告文号', '镇人大公告〔4〕号');
    await confirm(phone, '登记');
    await see(phone, '王兴邦 补选');
    await see(phone, `接${name}的缺`);
  });
  await gateway.settle();
  expect(baseOn(directory(), day)).toHaveLength(43);
}, 90_000);

const OPENS = '2026-12-21';
/** Of the leaver's group. */
const NEXT_LEADER = 'p20';

/** How much somebody has in hand; states and owners are plain in the store. */
function openOf(person: string): number {
  const all = [...running.run.cloud.database.exportDocuments('requests')] as {
    open?: boolean;
    owner?: { person: string };
  }[];
  return all.filter(({ open, owner }) => open === true && owner?.person === person).length;
}

/** Everybody in office goes on but one, who leads a group; somebody else of it leads it then. */
function electedLines(leaver: string): string {
  const { people, groups, constituencies } = directory();
  const day = toLocalDate(running.run.cloud.clock.now());
  const nameIn = (rows: readonly { id: string; name: string }[], id = '') =>
    rows.find((row) => row.id === id)?.name ?? '';
  const staying = membersOn(people, day).filter(({ level, person }) => level === 'town' && person !== leaver);
  const lines = staying.map(({ person, name, group, leader, presidium }) => {
    const { constituency } =
      people
        .find(({ id }) => id === person)
        ?.memberships.filter((row) => row.level === 'town')
        .at(-1) ?? {};
    const place = nameIn(constituencies, constituency);
    const leads = leader || person === NEXT_LEADER ? ' 组长' : '';
    return `${name} ${place} ${nameIn(groups, group)}${leads}${presidium ? ' 主席团' : ''}`;
  });
  return lines.join('\n');
}

test('a new term begins: the list is published, a leader who leaves hands on, and nothing is ever nobody’s', async () => {
  const leaver = 'p6';
  await reflect(4, '桥头的护栏松了，孩子上学要从那里过。', leaver);
  expect(openOf(leaver)).toBeGreaterThan(0);
  await gateway.ask('congress', 'prepareTerm', STAFF, { name: '第十九届', opens: OPENS });
  await on(STAFF, '工作台', ['变动和换届', '换届'], async (phone) => {
    await waitForPage(phone, 'office/term/term');
    await act(phone, '贴上当选名单');
    await fill(phone, '当选名单', electedLines(leaver));
    await confirm(phone, '贴上当选名单');
    await see(phone, '办好了');
    await act(phone, '登记资格审查');
    await pickFirstDay(phone);
    await fill(phone, '报告文号', '资审〔2〕号');
    await pick(phone, '全部当选有效');
    await confirm(phone, '登记资格审查');
    await see(phone, '资审〔2〕号');
    await act(phone, '公布名单');
    await fill(phone, '公告文号', '镇人大公告〔7〕号');
    await confirm(phone, '公布名单');
    await see(phone, '名单已公布，等开幕');
  });
  await gateway.settle();
  expect(withoutOwner(toLocalDate(running.run.cloud.clock.now()))).toEqual([]);
  await gateway.at(`${OPENS}T00:00`);
  await gateway.settle();
  expect(withoutOwner(OPENS)).toEqual([]);
  expect(membersOn(directory().people, OPENS).some(({ person }) => person === leaver)).toBe(false);
  await on(STAFF, '工作台', ['变动和换届', '换届'], (phone) => see(phone, '已经换届'));
}, 90_000);
