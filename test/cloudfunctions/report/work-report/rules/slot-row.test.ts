import {
  factRow,
  requestRow,
  toSlotRow,
} from '../../../../../cloudfunctions/report/work-report/rules/slot-row';
import type { RowRef } from '../../../../../cloudfunctions/report/work-report/rules/ask';
import type { Sources } from '../../../../../cloudfunctions/report/work-report/rules/sources';
import { smallDirectory } from '../../../request/rules/books';
import { factOf, requestOf, sourcesOf, suggestionOf } from './span';

const small = smallDirectory(
  [],
  ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id })),
);
const directory = {
  ...small,
  card: { ...small.card, voters: 2_000 },
  homes: small.homes.map((home) => ({ ...home, name: `${home.id}之家` })),
};
const events: Sources['events'] = new Map([
  ['held', { title: '视察村道', place: '镇政府', sites: ['通村路', '油橄榄园'] }],
  ['placed', { title: '学法', place: '会议室', sites: [] }],
]);
const row = (...[id, kind, changes]: Parameters<typeof factOf>) =>
  factRow(factOf(id, kind, changes), { directory, events });

describe('a fact', () => {
  it('is named by its kind and title, with who, where and of what', () => {
    const about = { persons: ['p1', 'p2'], home: 'h1', village: 'v2', category: 'road', entered: true };
    expect(row('held', 'inspection', about)).toEqual({
      row: 'held',
      date: '2026-06-01',
      title: '视察：视察村道',
      words: '代表p1、代表p2 · h1之家 · 通村路、油橄榄园 · 乙村 · 道路 · 补录',
      source: { kind: 'activity', id: 'held' },
    });
  });

  it('has the place where there are no sites, and nothing between dots where nothing is known', () => {
    expect(row('placed', 'training', { persons: ['p1'] }).words).toBe('代表p1 · 会议室');
    expect(row('unknown', 'training')).toMatchObject({
      title: expect.not.stringContaining('：') as string,
      words: '',
    });
  });

  it('names three, and of more how many they were; whoever is gone has no name', () => {
    expect(row('x', 'study', { persons: ['p1', 'p2', 'p3'] }).words).toBe('代表p1、代表p2、代表p3');
    expect(row('x', 'study', { persons: ['p1', 'gone', 'p3', 'p4'] }).words).toBe('代表p1、代表p3等4人');
  });

  it.each([
    ['reception', '代表接待'],
    ['reception-other', '其他接访人接待'],
    ['request-submitted', '收到群众意见'],
    ['request-answered', '答复群众意见'],
    ['request-solved', '群众意见解决'],
    ['request-rated', '群众评价'],
    ['session-attended', '出席人代会'],
    ['session-missed', '没有出席人代会'],
    ['session-spoke', '审议发言'],
    ['bill-moved', '提出议案'],
    ['meeting-attended', '参加主席团会议'],
    ['no-such-kind', '履职'],
  ])('%s is called %s', (kind, label) => {
    expect(row('x', kind).title).toBe(label);
  });

  it.each([
    ['day~bh~2026-12-07', { kind: 'day', id: 'bh~2026-12-07' }],
    ['request~r', { kind: 'request', id: 'r' }],
    ['session~s', { kind: 'session', id: 's' }],
    ['suggestion~s', { kind: 'suggestion', id: 's' }],
  ])('%s opens it', (source, opens) => {
    expect(row('x', 'reception', { source }).source).toEqual(opens);
  });

  it.each(['presidium~p', 'article~a'])('%s has no screen that would open', (source) => {
    expect(row('x', 'reception', { source })).not.toHaveProperty('source');
  });
});

it('a request is its number and category, its village and last day, and nothing of what was asked', () => {
  expect(requestRow(requestOf('r1', { village: 'v2', due: '2026-12-11' }), directory)).toEqual({
    row: 'r1',
    title: 'r1 · 道路',
    words: '乙村 · 期限 2026-12-11',
    source: { kind: 'request', id: 'r1' },
  });
  expect(requestRow({ ...requestOf('r1'), due: '' }, directory).words).toBe('甲村');
});

describe('a row behind a figure', () => {
  const { submittedOn: _on, ...undated } = suggestionOf('s2', { title: '修桥', category: 'water' });
  const sources = sourcesOf({
    directory,
    events,
    requests: [requestOf('r1')],
    suggestions: [suggestionOf('s1', { number: '建1', title: '修路' }), undated],
    missed: [{ _id: 'm1', group: 'g1', date: '2026-07-01' }],
    wished: [{ _id: 'n1', date: '2026-08-01', words: '学财务' }],
  });
  const facts = new Map([['f1', factOf('f1', 'reception', { persons: ['p2'] })]]);
  const to = (of: RowRef['of'], id: string) => toSlotRow({ of, id }, sources, facts);

  it('is the fact, the request, the suggestion, the study or the wish of that id', () => {
    expect(to('fact', 'f1')).toMatchObject({ title: '代表接待', words: '代表p2' });
    expect(to('request', 'r1')).toMatchObject({ title: 'r1 · 道路' });
    expect(to('suggestion', 's1')).toEqual({
      row: 's1',
      title: '修路',
      words: '建1 · 道路',
      source: { kind: 'suggestion', id: 's1' },
      date: '2026-01-12',
    });
    expect(to('study', 'm1')).toEqual({
      row: 'm1',
      title: '第一小组学习',
      words: '排了没有学',
      source: { kind: 'activity', id: 'm1' },
      date: '2026-07-01',
    });
    expect(to('note', 'n1')).toEqual({ row: 'n1', title: '学财务', words: '想要的培训', date: '2026-08-01' });
  });

  it('is without its day where it has none', () => {
    expect(to('suggestion', 's2')).not.toHaveProperty('date');
  });

  it.each([
    ['v2', '乙村'],
    ['g1', '第一小组'],
    ['h2', 'h2之家'],
    ['p3', '代表p3'],
    ['v1s2', '甲村二组'],
    ['voters', '登记选民2000人'],
    ['gone', 'gone'],
  ])('%s of the directory is %s', (id, title) => {
    expect(to('directory', id)).toMatchObject({ row: id, title });
  });

  it('is an empty line where it is gone since: its page does not break', () => {
    expect(to('fact', 'gone')).toEqual({ row: 'gone', title: '', words: '' });
    expect(to('request', 'gone')).toMatchObject({ row: 'gone', title: '', words: '' });
    expect(to('suggestion', 'gone')).toEqual({
      row: 'gone',
      title: '',
      words: '',
      source: { kind: 'suggestion', id: 'gone' },
    });
    expect(to('note', 'gone')).toEqual({ row: 'gone', title: '', words: '想要的培训' });
    expect(to('note', 'gone')).not.toHaveProperty('date');
    expect(to('study', 'gone')).toMatchObject({ row: 'gone', title: '学习' });
    expect(to('study', 'gone')).not.toHaveProperty('date');
    expect(to('directory', 'v1').words).toBe('');
  });
});
