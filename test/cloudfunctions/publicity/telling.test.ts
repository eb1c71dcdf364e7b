/** What happened and may be told: the lists of it, the article that is begun of it, and when it may be told no more. In process. */
import type { DayDocument } from '../../../cloudfunctions/reception/days/rules/day-document';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { encryptField } from '../../../cloudfunctions/shared/cipher';
import type { Happening } from '../../../miniprogram/contract/happening';
import type { InProcessCloud } from '../../support/in-process';
import { ask, CHIEF, contentOf, lastOf, STAFF, startWriting, stored, view } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) => Promise.resolve(files),
}));

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startWriting();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const list = async (kind: string, who = STAFF) =>
  ((await ask(who, 'happenings', { kind })).data as { happenings: Happening[] }).happenings;
const compose = async (kind: string, of: string, who = STAFF) => {
  const answer = await ask(who, 'compose', { from: { kind, of } });
  return answer.ok ? (answer.data as { article: string }).article : (answer.code ?? '');
};
const election = async (on: boolean) => {
  const { edition } = (await ask(STAFF, 'settings')).data as { edition: number };
  const settings = { account: 'district', publish: 'leave', author: '' };
  const period = { election: { from: '2026-12-01', to: '2026-12-31' } };
  await ask(CHIEF, 'saveSettings', { edition, settings: { ...settings, ...(on && period) } });
};

describe('a reception day', () => {
  const DAY = '2026-12-07';
  const change = (date: string, changes: object) => {
    const all = cloud.documents<DayDocument>('days');
    cloud.replace(
      'days',
      all.map((day) => (day.date === date ? { ...day, ...changes } : day)),
    );
  };

  test('the last six up to today that were published, with their homes and who was received, newest first', async () => {
    const [pattern] = cloud.documents<DayDocument>('days').filter(({ township }) => township === 'bh');
    const day = (date: string) => ({ ...pattern, _id: `bh~${date}`, date, state: 'published', visits: {} });
    const dates = ['01', '02', '03', '04', '05', '06', '07', '08'].map((n) => `2026-12-${n}`);
    cloud.replace('days', dates.map(day));
    change('2026-12-05', { state: 'withdrawn' });
    change(DAY, { visits: { a: { s: 'met' }, b: { s: 'talking' }, c: { s: 'here' }, d: { s: 'gone' } } });
    const found = await list('reception-day');
    expect(found.map(({ date }) => date?.slice(-2))).toEqual(['07', '06', '04', '03', '02']);
    expect(found[0]).toEqual({
      source: { kind: 'reception-day', of: DAY },
      title: '12月7日 代表接访日',
      date: DAY,
      words: '3个代表之家 · 2人次',
    });
    expect(found[1]?.words).toBe('3个代表之家 · 0人次');
    change(DAY, { visits: undefined });
    expect((await list('reception-day'))[0]?.words).toBe('3个代表之家 · 0人次');
  });

  test('is told once, on its own day or later, where it was published', async () => {
    expect(await compose('reception-day', '2026-12-08')).toBe('not-found');
    expect(await compose('reception-day', '2026-12-05')).toBe('not-found');
    expect(await compose('reception-day', '2026-11-30')).toBe('not-found');
    const article = await compose('reception-day', DAY);
    expect(await compose('reception-day', DAY, CHIEF)).toBe(article);
    expect(stored(article)).toMatchObject({ day: DAY, source: { kind: 'reception-day', of: DAY } });
    const shown = await view(article);
    expect(shown.sourceWords).toBe('12月7日 代表接访日');
    expect(shown.content.author).toBe('白鹤镇');
    expect(JSON.stringify(shown.content.blocks)).toContain('白鹤桥代表之家');
    const [first] = await list('reception-day');
    expect(first?.date).toBe('2026-12-06');
  });

  test('whoever came there is marked by name; an instance goes by the names it read for a minute', async () => {
    const article = await compose('reception-day', '2026-12-06');
    let edition = 1;
    const save = async (words: string) => {
      const { cover: _cover, ...content } = contentOf(words);
      const { data } = await ask(STAFF, 'save', { article, edition, content });
      edition += 1;
      return (data as { marks: { kind: string; quote: string }[] }).marks.map(({ quote }) => quote);
    };
    expect(await save('欧阳村民说了。')).toEqual([]);
    change('2026-12-06', { bookings: { a: { x: { name: encryptField('欧阳村民') } } } });
    cloud.clock.set(cloud.clock.now() + 57_000);
    expect(await save('欧阳村民说。')).toEqual([]);
    cloud.clock.set(cloud.clock.now() + 4_000);
    expect(await save('欧阳村民说了话。')).toEqual(['欧阳村民']);
  });

  test('in an election period no receiver is named', async () => {
    const named = '任远航';
    const article = await compose('reception-day', '2026-12-04');
    expect(JSON.stringify((await view(article)).content)).toContain(named);
    await election(true);
    const silent = await compose('reception-day', '2026-12-03');
    expect(JSON.stringify((await view(silent)).content)).not.toContain(named);
    await election(false);
  });
});

describe('a request on the board', () => {
  const idOf = (n: number) => `bh~${'b'.repeat(14)}${String(n).padStart(2, '0')}`;
  const PUBLISHED = { title: '路灯亮了', summary: '村口路灯不亮。', result: '换了三盏。', on: '2026-12-06' };
  const lay = (n: number, changes: object = {}) => {
    const all = cloud.documents<RequestDocument>('requests');
    const [pattern] = all;
    const row = {
      ...pattern,
      _id: idOf(n),
      board: `${String(1_000 + n)}b`,
      boardPlaces: ['*'],
      published: { ...PUBLISHED, on: `2026-11-${String(10 + n)}` },
      name: encryptField('欧阳村民'),
      hidden: [],
      recused: [],
      ...changes,
    };
    cloud.replace('requests', [...all.filter(({ _id }) => _id !== row._id), row]);
  };

  test('the newest ten, in the office’s words; none that its reader may not know of', async () => {
    for (let n = 1; n <= 12; n++) lay(n);
    const found = await list('request');
    expect(found.map(({ source }) => source.of)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map(idOf));
    expect(found[0]).toEqual({
      source: { kind: 'request', of: idOf(12) },
      title: '路灯亮了',
      words: '村口路灯不亮。',
      date: '2026-11-22',
    });
    lay(12, { hidden: ['p1'], recused: ['p1'] });
    expect((await list('request', CHIEF))[0]?.source.of).toBe(idOf(11));
    expect((await list('request'))[0]?.source.of).toBe(idOf(12));
    expect(await compose('request', idOf(12), CHIEF)).toBe('not-found');
  });

  test('is told with its village, its days and its answer; who wrote it is marked', async () => {
    lay(20, { createdAt: Date.parse('2026-11-21T23:00:00+08:00'), published: PUBLISHED, village: 'v4' });
    const article = await compose('request', idOf(20));
    const { content, sourceWords } = await view(article);
    expect(content).toMatchObject({
      title: '柳树城村：路灯亮了',
      digest: '群众反映，代表跟办，15天有了结果。',
    });
    expect(JSON.stringify(content)).toContain('换了三盏。');
    expect(sourceWords).toBe('12月6日 路灯亮了');
    expect(stored(article).day).toBe('2026-12-06');
    const { cover: _cover, ...said } = contentOf('欧阳村民说了。');
    const { data } = await ask(STAFF, 'save', { article, edition: 1, content: said });
    expect(data).toMatchObject({ marks: [{ kind: 'name', quote: '欧阳村民' }] });
  });

  test('what has no row in the directory any more is left empty', async () => {
    lay(21, { village: 'gone', category: 'gone' });
    expect((await view(await compose('request', idOf(21)))).content.title).toBe('：路灯亮了');
  });

  test('off the board it is told no more, not even where it is written already', async () => {
    lay(22);
    const article = await compose('request', idOf(22));
    const content = { ...(await view(article)).content, ...contentOf('路灯亮了。') };
    const laid = { ...stored(article), content };
    const others = cloud.documents<{ _id: string }>('articles').filter(({ _id }) => _id !== article);
    cloud.replace('articles', [...others, laid]);
    lay(22, { published: undefined });
    expect(await ask(STAFF, 'submit', { article, edition: 1 })).toMatchObject({ code: 'source-withdrawn' });
    lay(23, { published: undefined });
    expect(await compose('request', idOf(23))).toBe('not-found');
    expect(await compose('request', idOf(99))).toBe('not-found');
    lay(22);
    expect(await ask(STAFF, 'submit', { article, edition: 1 })).toMatchObject({ ok: true });
    lay(22, { published: undefined });
    expect(await ask(CHIEF, 'approve', { article, edition: 1 })).toMatchObject({ code: 'source-withdrawn' });
  });
});

describe('what deputies did', () => {
  const idOf = (n: number) => `bh~${'d'.repeat(14)}${String(n).padStart(2, '0')}`;
  const lay = (n: number, changes: object = {}) => {
    const date = `2026-12-${String(n).padStart(2, '0')}`;
    const row = {
      _id: idOf(n),
      township: 'bh',
      rev: 1,
      state: 'held',
      kind: 'inspection',
      date,
      seq: `${date}-${String(n)}`,
      persons: ['p5', 'p6'],
      lists: ['all'],
      said: encryptField(JSON.stringify({ title: '看村道', place: '柳树城村', words: '路面要补。' })),
      ...changes,
    };
    const others = cloud.documents<{ _id: string }>('activities').filter(({ _id }) => _id !== row._id);
    cloud.replace('activities', [...others, row]);
  };

  test('those of today and before that may be told, newest first, with how many were there', async () => {
    lay(3);
    lay(7, { said: encryptField('{}') });
    lay(8);
    lay(2, { persons: ['p5'] });
    lay(1, { persons: ['p5'], story: 'p5' });
    const found = await list('duty');
    expect(found.map(({ source }) => source.of)).toEqual([idOf(7), idOf(3), idOf(1)]);
    expect(found[1]).toMatchObject({
      source: { kind: 'duty', of: idOf(3) },
      title: '看村道',
      date: '2026-12-03',
    });
    expect(found[1]?.words).toMatch(/^.+ · 2名代表$/);
    // Without a title it is called by its kind.
    expect(found[0]?.title).toBe(found[1]?.words.split(' · ')[0]);
    for (let n = 10; n < 40; n++) lay(n, { date: '2026-12-01', seq: `2026-12-01-${String(n)}` });
    // Twenty are looked at, of which one may not be told.
    expect(await list('duty')).toHaveLength(19);
  });

  test('one person’s with consent alone, and not in an election period', async () => {
    expect(await compose('duty', idOf(2))).toBe('not-found');
    expect(await compose('duty', idOf(99))).toBe('not-found');
    await election(true);
    expect(await compose('duty', idOf(1))).toBe('not-found');
    const both = await compose('duty', idOf(3));
    expect((await view(both)).sourceWords).toBe('12月3日 看村道');
    await election(false);
    const article = await compose('duty', idOf(1));
    const { content } = await view(article);
    expect(content.title).toContain('看村道');
    expect(JSON.stringify(content)).toContain('地点在柳树城村。');
    expect((await view(await compose('duty', idOf(7)))).sourceWords).toBe('12月7日');
    const laid = { ...stored(article), content: contentOf('代表看了村道。'), state: 'approved' };
    const others = cloud.documents<{ _id: string }>('articles').filter(({ _id }) => _id !== article);
    cloud.replace('articles', [...others, laid]);
    lay(1, { persons: ['p5'] });
    const handed = { article, edition: 1, words: '区人大' };
    expect(await ask(STAFF, 'handOver', handed)).toMatchObject({ code: 'source-withdrawn' });
    lay(1, { persons: ['p5'], story: 'p5' });
    expect(await ask(STAFF, 'handOver', handed)).toMatchObject({ ok: true });
    expect(lastOf(stored(article)).event).toMatchObject({ event: 'article-handed' });
  });
});

test('planned activities of last year are told of for half a year', async () => {
  const activity = (id: string, date: string, state = 'done') => ({
    id,
    profession: '教师',
    title: `第${id}课`,
    speaker: '',
    date,
    place: '中心小学',
    state,
    people: 86,
  });
  const save = (year: number, ...rest: [string, string, string?]) =>
    ask(STAFF, 'saveActivity', { year, edition: 0, activity: activity(...rest) });
  await save(2025, 'a', '2025-07-01');
  await save(2026, 'b', '2026-01-05');
  await save(2026, 'c', '2026-12-01', 'planned');
  await save(2024, 'd', '2026-12-01');
  await save(2026, 'e', '2026-03-05');
  expect((await list('activity')).map(({ source }) => source.of)).toEqual(['2026-e', '2026-b']);
  expect(await compose('activity', '2026-c')).toBe('not-found');
  // 180 days before the 5th of January 2027.
  for (const [id, date] of [
    ['x', '2026-07-09'],
    ['y', '2026-07-08'],
  ] as const)
    await save(2026, id, date);
  cloud.clock.set(Date.parse('2027-01-05T09:00:00+08:00'));
  expect((await list('activity')).map(({ source }) => source.of)).toEqual(['2026-x']);
});
