/**
 * One suggestion from its draft to the deputy's content, and a deputy who dies and is succeeded: in a real browser on the
 * running product, from scans and by taps. The whole story of the congress is a proof (test/proof/congress-story.test.ts).
 */
import { baseOn } from '../../cloudfunctions/congress/session/rules/attendance';
import { toLocalDate } from '../../cloudfunctions/shared/china-time';
import { fill, press, see, waitForPage } from '../support/browser';
import { act, confirm, pick, pickExactly, pickFirstDay } from './support/act-panel';
import {
  begin,
  CHIEF,
  directory,
  gateway,
  GOVERNMENT,
  LEAD,
  on,
  running,
  sendLetter,
  STAFF,
  stored,
  take,
  UNIT,
} from './support/congress-hands';

const NOW = Date.parse('2026-11-23T08:30:00+08:00');
const TITLE = '关于修整河湾渡口石阶的建议';

let suggestion = '';

beforeAll(() => begin(NOW), 90_000);
afterAll(() => running.close(), 30_000);

const step = (openid: string, one: object) =>
  gateway.ask('congress', 'actOnSuggestion', openid, { suggestion, step: one } as never);

test('a deputy writes a suggestion and hands it in', async () => {
  await on(LEAD, '今日待办', ['代表建议：写一件'], async (phone) => {
    await press(phone, '写一件建议', true);
    await waitForPage(phone, 'deputy/suggest/suggest');
    await press(phone, '道路桥梁');
    await fill(phone, '案由：一句话说要办什么', TITLE);
    await fill(phone, '案据：为什么要办', '石阶塌了六级，老人下不去。');
    await fill(phone, '方案：怎么办', '冬闲时重砌，装扶手。');
    await press(phone, '存为草稿');
    await waitForPage(phone, 'deputy/suggestion/suggestion');
    await take(phone, '提交', () => Promise.resolve());
  });
  const { suggestions } = await gateway.ask('congress', 'suggestions', LEAD, { queue: 'mine' });
  suggestion = suggestions.find(({ title }) => title === TITLE)?.suggestion ?? '';
  expect(stored(suggestion).state).toBe('submitted');
}, 120_000);

test('the office and the presidium hand it on, the unit answers on signed paper, and the deputy is content', async () => {
  await step(STAFF, { act: 'examine' });
  await on(CHIEF, '工作台', ['代表建议', '待交办、待审议', TITLE], (phone) =>
    take(phone, '交镇政府办理', () => Promise.resolve()),
  );
  await step(GOVERNMENT, { act: 'nameUnits', lead: 'u1', assist: [], words: '请先和代表联系。' });
  await on(UNIT, '工作台', ['代表建议', TITLE], async (phone) => {
    await take(phone, '记下和代表的联系', () => fill(phone, '谈了什么', '一起看了石阶。'));
    await sendLetter(phone, '白政建复〔31〕号', 'A 已经解决', false);
  });
  await on(LEAD, '今日待办', ['代表建议：写一件', TITLE], async (phone) => {
    await act(phone, '填写意见');
    await pickExactly(phone, '满意');
    await confirm(phone, '填写意见');
    await see(phone, '记下了');
  });
  expect(stored(suggestion)).toMatchObject({ state: 'closed', open: false, through: true });
}, 120_000);

test('a deputy dies: the seat stands empty, what was theirs has an owner, and who is elected for it counts', async () => {
  const name = '马秋月';
  const base = baseOn(directory(), toLocalDate(running.run.cloud.clock.now())).length;
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
  expect(baseOn(directory(), day)).toHaveLength(base - 1);
  await on(STAFF, '工作台', ['变动和换届'], async (phone) => {
    await see(phone, `原代表${name}`);
    await act(phone, '登记一次变动');
    await pick(phone, '王兴邦');
    await pickExactly(phone, '补选');
    await pick(phone, `原代表${name}`);
    await pickFirstDay(phone);
    await pickFirstDay(phone);
    await fill(phone, '资格审查报告文号', '资审〔2〕号');
    await fill(phone, '决定机关', '镇选举委员会');
    await fill(phone, '公告文号', '镇人大公告〔4〕号');
    await confirm(phone, '登记');
    await see(phone, `接${name}的缺`);
  });
  await gateway.settle();
  expect(baseOn(directory(), day)).toHaveLength(base);
}, 120_000);
