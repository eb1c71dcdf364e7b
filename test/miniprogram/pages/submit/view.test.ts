import { answer, nextQuestion } from '../../../../miniprogram/pages/submit/open';
import {
  isLast,
  turned,
  findVillages,
  saySeenBy,
  sayRoute,
  toSubmitScreen,
} from '../../../../miniprogram/pages/submit/view';
import { emptyDraft } from '../../../../miniprogram/platform/drafts';
import { places, request } from '../../../support/sample-answers';

const draft = {
  ...emptyDraft('bh'),
  village: 'v2',
  villagerGroup: 's3',
  category: 'water',
  text: '水渠堵了',
};

test('a village is found by its former name, and says which that was', () => {
  expect(findVillages(places.villages, '上柳')).toEqual([{ id: 'v2', text: '柳树城村', hint: '原上柳村' }]);
  expect(findVillages(places.villages, ' 白鹤 ').map(({ text }) => text)).toEqual(['白鹤桥村']);
  expect(findVillages(places.villages, '没有的')).toEqual([]);
  expect(findVillages(places.villages, '')).toHaveLength(places.villages.length);
});

test('answered questions show their answers', () => {
  const screen = toSubmitScreen(draft, places, '');
  expect(screen).toMatchObject({
    villageAnswer: '柳树城村 3组'.replace('3', '三'),
    categoryAnswer: '水利饮水',
    reason: '',
  });
});

test('the directory is not there yet: the words can be written all the same', () => {
  expect(toSubmitScreen(emptyDraft('bh'), null, '')).toMatchObject({
    villages: [],
    reason: '请先选是哪个村的事',
  });
});

test('not knowing the villager group is an answer', () => {
  expect(answer('villagerGroup', 'unknown')).toEqual({ villagerGroup: '' });
  expect(toSubmitScreen(draft, places, '').villagerGroups.at(-1)).toEqual({ id: 'unknown', text: '不知道' });
});

test('another village or category is another route: a group chosen by hand is dropped', () => {
  expect(answer('village', 'v3')).toEqual({ village: 'v3', villagerGroup: '', group: '' });
  expect(answer('category', 'road')).toEqual({ category: 'road', group: '' });
  expect(answer('route', 'g1')).toEqual({ group: 'g1' });
});

test('one question leads to the next', () => {
  expect(nextQuestion(emptyDraft('bh'))).toBe('village');
  expect(nextQuestion({ ...draft, category: '' })).toBe('category');
  expect(nextQuestion(draft)).toBe('');
});

test('who sees it, said before it is sent', () => {
  const open = { hideName: false, notOwnVillage: false, publishable: false };
  expect(saySeenBy(open)).toBe(
    '能看到的人：接手的代表、小组组长和人大办。电话要说明原因才看得到，谁看了会记下来。不会公开。',
  );
  expect(saySeenBy({ ...open, hideName: true })).toContain('看不到您的名字、电话、录音和照片');
  expect(saySeenBy({ ...open, notOwnVillage: true })).toContain('不是本村的');
  expect(saySeenBy({ ...open, publishable: true })).not.toContain('不会公开');
});

test('where it goes: group and person, or the office', () => {
  const { owner, reason } = request;
  expect(sayRoute({ owner, reason, groupName: '第二代表小组' })).toEqual({
    route: '第二代表小组，李样样',
    routeReason: reason,
  });
  expect(sayRoute({ owner: { kind: 'office', name: '镇人大办' }, reason }).route).toBe('镇人大办');
});

test('nine photos or three recordings: no more can be added', () => {
  const files = (n: number) => Array.from({ length: n }, (_, i) => ({ i, path: String(i) }));
  expect(toSubmitScreen({ ...draft, photos: files(9), recordings: files(3) }, places, '')).toMatchObject({
    canShoot: false,
    canRecord: false,
  });
  expect(toSubmitScreen({ ...draft, photos: files(8), recordings: files(2) }, places, '')).toMatchObject({
    canShoot: true,
    canRecord: true,
  });
});

test('长辈版: what happened first, then one question a screen; each says what it waits for, only the last one sends', () => {
  const empty = emptyDraft('bh');
  expect(toSubmitScreen(empty, places, '', 'say').reason).toBe('说、写、拍，有一样就能提交');
  const said = { ...empty, text: '水渠堵了' };
  expect(toSubmitScreen(said, places, '', 'say').reason).toBe('');
  expect(turned(said, 'say', 1)).toMatchObject({
    step: 'village',
    open: 'village',
    'screen.reason': '请先选是哪个村的事',
  });
  expect(turned({ ...said, village: 'v4' }, 'village', 1)).toMatchObject({
    step: 'category',
    open: 'category',
  });
  expect(turned({ ...said, village: 'v4', category: 'road' }, 'category', 1)).toEqual({
    step: 'send',
    open: '',
    'screen.reason': '',
  });
  expect([turned(said, 'say', -1).step, turned(said, 'send', 1).step, turned(said, '', 1).step]).toEqual([
    'say',
    'send',
    '',
  ]);
  expect((['say', 'village', 'category', 'send', ''] as const).filter(isLast)).toEqual(['send', '']);
});
