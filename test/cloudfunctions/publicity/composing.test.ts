/** What articles are made of and what goes to groups: the publicity month, templates, the public board, packs. */
import type { ArticleView, PublicityActions } from '../../../miniprogram/contract/publicity';
import { BH, openPublicity, STAFF, STAFF_TWO, type Publicity } from './office';

jest.setTimeout(120_000);

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
});
afterAll(() => office.close());

const blank = { from: { kind: 'blank', of: '' } };
const view = (article: string) => office.get<ArticleView>(STAFF, 'get', { article });

it('turns each done activity of the publicity month into an article with one tap, and lists what has none', async () => {
  const activity = {
    id: 'a1',
    profession: '教师',
    title: '法治第一课',
    speaker: '王老师',
    date: '2026-12-04',
    place: '中心小学',
    state: 'planned',
    people: 0,
  };
  const row = { year: 2026, edition: 0 };
  await office.get(STAFF, 'saveActivity', { ...row, activity });
  expect(await office.ask(STAFF_TWO, 'saveActivity', { ...row, activity })).toMatchObject({
    code: 'row-changed',
  });
  const from = { kind: 'activity', of: '2026-a1' };
  expect(await office.ask(STAFF, 'compose', { from })).toMatchObject({ code: 'not-found' });
  await office.get(STAFF, 'saveActivity', {
    year: 2026,
    edition: 1,
    activity: { ...activity, state: 'done', people: 86 },
  });
  const open = await office.get<PublicityActions['happenings']['output']>(STAFF, 'happenings', {
    kind: 'activity',
  });
  expect(open.happenings).toContainEqual(
    expect.objectContaining({ source: from, words: '中心小学 · 86人次' }),
  );
  const { article } = await office.get<{ article: string }>(STAFF, 'compose', { from });
  expect((await view(article)).content.title).toBe('人大宣传月：法治第一课');
  const { activities } = await office.get<PublicityActions['plan']['output']>(STAFF, 'plan', { year: 2026 });
  expect(activities).toMatchObject([{ id: 'a1', article, articleState: 'draft' }]);
});

it('lets the office make its own templates', async () => {
  const read = () => office.get<PublicityActions['templates']['output']>(STAFF, 'templates');
  const { edition, templates } = await read();
  const own = {
    ...templates.find(({ kind }) => kind === 'blank'),
    id: 'notice',
    name: '通知',
    title: '通知 {{date}}',
  };
  await office.get(STAFF, 'saveTemplate', { edition, template: own });
  expect(await office.ask(STAFF_TWO, 'saveTemplate', { edition, template: own })).toMatchObject({
    code: 'row-changed',
  });
  const { article } = await office.get<{ article: string }>(STAFF, 'compose', {
    ...blank,
    template: 'notice',
  });
  expect((await view(article)).content.title).toBe('通知 12月7日');
  await office.get(STAFF, 'dropTemplate', { edition: edition + 1, template: 'notice' });
  expect((await read()).templates.map(({ id }) => id)).not.toContain('notice');
});

it('makes a long picture and a text for groups, once it is approved', async () => {
  const { article, edition } = await office.approved({ title: '发到群里' });
  const { text: words, picture } = await office.get<PublicityActions['pack']['output']>(STAFF, 'pack', {
    article,
  });
  expect(words).toMatch(/^【发到群里】/);
  const bytes = Buffer.from(await (await fetch(picture)).arrayBuffer());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  expect(bytes.length).toBeGreaterThan(5_000);
  await office.get(STAFF, 'reopen', { article, edition });
  expect(await office.ask(STAFF, 'pack', { article })).toMatchObject({ code: 'wrong-state' });
});

it('composes from what the office published on the board, in its words alone', async () => {
  const all = [...office.database.exportDocuments('requests')] as { township: string }[];
  const pattern = all.find(({ township }) => township === BH);
  const of = `${BH}~${'b'.repeat(16)}`;
  const published = { title: '路灯亮了', summary: '村口路灯不亮。', result: '换了三盏。', on: '2026-12-06' };
  const board = { board: `${String(office.clock.now())}bbbbbbbb`, boardPlaces: ['*'], published };
  await office.database.importDocuments('requests', [
    { ...pattern, _id: of, text: '原话不能出现', ...board },
  ]);
  const from = { kind: 'request', of };
  const { happenings } = await office.get<PublicityActions['happenings']['output']>(STAFF, 'happenings', {
    kind: 'request',
  });
  expect(happenings).toContainEqual(expect.objectContaining({ source: from, title: '路灯亮了' }));
  const { article } = await office.get<{ article: string }>(STAFF, 'compose', { from });
  const words = JSON.stringify((await view(article)).content);
  expect(words).toContain('换了三盏。');
  expect(words).not.toContain('原话不能出现');
  await office.database.importDocuments('articles', [{ ...office.article(article), state: 'approved' }]);
  expect(await office.ask(STAFF, 'pack', { article })).toMatchObject({ ok: true });
  // Taken off the board, it goes to no group any more.
  await office.database.importDocuments('requests', [{ ...pattern, _id: of }]);
  expect(await office.ask(STAFF, 'pack', { article })).toMatchObject({ code: 'source-withdrawn' });
});

it('in January tells of what was done last autumn, and writes about it', async () => {
  const activity = {
    id: 'a2',
    profession: '医生',
    title: '健康讲座',
    speaker: '',
    date: '2026-12-04',
    place: '镇卫生院',
    state: 'done',
    people: 40,
  };
  await office.get(STAFF, 'saveActivity', { year: 2026, edition: 0, activity });
  await office.control({ clock: { set: '2027-01-10T09:00:00+08:00' } });
  const { happenings } = await office.get<PublicityActions['happenings']['output']>(STAFF, 'happenings', {
    kind: 'activity',
  });
  const from = { kind: 'activity', of: '2026-a2' };
  expect(happenings).toContainEqual(expect.objectContaining({ source: from, title: '健康讲座' }));
  const { article } = await office.get<{ article: string }>(STAFF, 'compose', { from });
  expect((await view(article)).content.title).toContain('健康讲座');
});
