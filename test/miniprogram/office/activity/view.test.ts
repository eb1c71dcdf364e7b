import type { ActivityView } from '../../../../miniprogram/contract/duty';
import { toJudged } from '../../../../miniprogram/office/activity/view';

const view: ActivityView = {
  activity: 'a1',
  kind: 'inspection',
  state: 'held',
  date: '2026-11-20',
  title: '看村级道路',
  group: 'g2',
  persons: ['p1', 'p2'],
  entered: true,
  leaves: 0,
  edition: 3,
  words: '看了两处',
  topicFrom: 'people',
  tag: '道路',
  sites: [{ name: '一号桥', quality: '好' }, { name: '二号桥' }],
  opinions: [],
  invited: [],
  materials: [],
  pictures: [],
  mayAddPictures: false,
  mayAddMaterials: false,
  mayTell: false,
  mayConsent: false,
  consented: false,
  recordedAt: 0,
  mayCorrect: true,
};

test('a site that is judged changes itself, and nothing else of the inspection', () => {
  const { sites, ...others } = toJudged(view, 1, { quality: ' 有裂缝 ', progress: ' ', suggestion: '' });
  expect(sites).toEqual([view.sites[0], { name: '二号桥', quality: '有裂缝' }]);
  const { kind, date, title, group, words, topicFrom, tag, entered } = view;
  expect(others).toEqual({ kind, date, title, group, words, topicFrom, tag, entered });
});
