import type { ActivityCard, ActivityView } from '../../../miniprogram/contract/duty';
import type { FactRow } from '../../../miniprogram/contract/facts';
import {
  kindLabel,
  personNames,
  siteWords,
  toActivityLine,
  toFactLine,
  toParts,
  villageName,
} from '../../../miniprogram/view/activity-words';
import { places } from '../../support/sample-answers';

const TODAY = '2026-11-23';
const [village] = places.villages;
const [first, second] = places.deputies;
const VILLAGE = village?.id ?? '';
const NAME = village?.name ?? '';
const card = (more: Partial<ActivityCard> = {}): ActivityCard =>
  ({
    activity: 'a1',
    kind: 'research',
    title: '水渠',
    date: '2026-11-25',
    state: 'planned',
    leaves: 0,
    ...more,
  }) as ActivityCard;
const line = (more: Partial<ActivityCard> = {}) => toActivityLine(card(more), places, TODAY);

test('a kind has its label, a fact its own, and what nobody knows is still duty', () => {
  expect(kindLabel('reception')).toBe('接待群众');
  expect(kindLabel('nobody-knows')).toBe('履职');
  expect(kindLabel('research')).not.toBe('履职');
});

test('names that the directory does not know, or does not say yet, are left out', () => {
  expect([
    villageName(places, VILLAGE),
    villageName(places, 'gone'),
    villageName(undefined, VILLAGE),
  ]).toEqual([NAME, '', '']);
  const persons = [first?.person ?? '', 'gone', second?.person ?? ''];
  expect(personNames(places, persons)).toBe(`${first?.name ?? ''}、${second?.name ?? ''}`);
  expect(personNames(undefined, persons)).toBe('');
});

test('an activity says its kind, title, day, village and that it was entered later', () => {
  expect(line({ village: VILLAGE, entered: true })).toMatchObject({
    activity: 'a1',
    title: `${kindLabel('research')}：水渠`,
    words: `11月25日 星期三 · ${NAME} · 补录`,
  });
  expect(line({ title: '' })).toMatchObject({ title: kindLabel('research'), words: '11月25日 星期三' });
});

// What decides comes first: a withdrawn one waits for nobody, one that was held waits for no leave.
test.each<[Partial<ActivityCard>, string, string]>([
  [{ state: 'withdrawn', leaves: 2 }, '已撤回', 'plain'],
  [{ state: 'held', leaves: 2, mine: 'invited' }, '已登记', 'done'],
  [{ leaves: 2, mine: 'invited' }, '2 人请假', 'waiting'],
  [{ mine: 'invited' }, '还没答复', 'waiting'],
  [{ mine: 'coming', date: '2026-11-01' }, '参加', 'in-hand'],
  [{ date: '2026-11-22' }, '待登记到会', 'waiting'],
  [{ date: TODAY }, '已通知', 'in-hand'],
])('%j: %s', (more, tag, tone) => {
  expect(line(more)).toMatchObject({ tag, tone });
});

test.each([
  ['activity', 'deputy/activity'],
  ['request', 'deputy/request'],
  ['reception', ''],
])('a fact of %s opens «%s»', (kind, page) => {
  const row = {
    fact: 'f1',
    kind: 'reception',
    date: TODAY,
    source: { kind, id: 's1' },
  } as unknown as FactRow;
  expect(toFactLine(row, places, TODAY)).toMatchObject({ fact: 'f1', title: '接待群众', page, id: 's1' });
  expect(toFactLine({ ...row, village: VILLAGE, entered: true }, places, TODAY).words).toMatch(
    new RegExp(` · ${NAME} · 补录$`),
  );
  expect(toFactLine(row, places, TODAY).words).not.toMatch(/·/);
});

test('of a site only what was found is said', () => {
  const site = { quality: '好', progress: '', suggestion: '加护栏' } as ActivityView['sites'][number];
  expect(siteWords(site)).toBe('质量：好；建议：加护栏');
  expect(siteWords({ ...site, quality: '', progress: '一半' })).toBe('进度：一半；建议：加护栏');
  expect(siteWords({} as never)).toBe('');
});

test('what was typed stands line by line, what was not is no line', () => {
  const view = {
    village: VILLAGE,
    place: '渠首',
    mandate: '镇人大主席团',
    household: { name: '王户' },
    people: 0,
    helped: { elderly: 2, children: 0 },
    topicFrom: 'plan',
    persons: [first?.person ?? ''],
    words: '看了水渠',
    result: '修',
    promised: '2026-12-01',
    tag: '防汛',
  } as unknown as ActivityView;
  const parts = Object.fromEntries(toParts(view, places).map(({ label, text }) => [label, text]));
  expect(parts).toMatchObject({
    村: NAME,
    地点: '渠首',
    受委托: '镇人大主席团',
    哪一户: '王户',
    见到几人: '0 人',
    参加的代表: first?.name,
    内容: '看了水渠',
    结果: '修',
    专项: '防汛',
  });
  expect(parts['约定再去']).toMatch(/12月1日/);
  expect(parts['帮助的人']).toMatch(/ 2 人$/);
  expect(parts['帮助的人']).not.toMatch(/、/);
  expect(toParts({ persons: [] } as unknown as ActivityView, places)).toEqual([]);
});
