/** Writing, checking, four eyes: everything before the push. */
import type { Content, Mark } from '../../../miniprogram/contract/article';
import type { ArticleView, PublicityActions, Saved } from '../../../miniprogram/contract/publicity';
import { newKey } from '../request/requests';
import { BH, CHIEF, DAY, openPublicity, photo, STAFF, STAFF_TWO, text, type Publicity } from './office';

jest.setTimeout(120_000);

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
});
afterAll(() => office.close());

const blank = { from: { kind: 'blank', of: '' } };
const view = (article: string, who = STAFF) => office.get<ArticleView>(who, 'get', { article });

async function write(
  words: string,
  who = STAFF,
): Promise<{ article: string; edition: number; content: Content; marks: readonly Mark[] }> {
  const { article } = await office.get<{ article: string }>(who, 'compose', blank);
  const file = await office.upload(who, `w-${article.slice(3, 9)}.jpg`, photo('#1d4ed8', 300));
  const cover = { picture: { file, faces: 'none' as const } };
  const content: Content = { title: '一篇', author: '', digest: '', cover, blocks: [text(words)] };
  const saved = await office.get<Saved>(who, 'save', { article, edition: 1, content });
  if (!saved.saved) throw new Error('not saved');
  return { article, edition: saved.edition, content, marks: saved.marks };
}

it('composes from a reception day: figures, homes and receivers, no visitor’s name; one article a day', async () => {
  const [first] = (
    await office.get<PublicityActions['happenings']['output']>(STAFF, 'happenings', { kind: 'reception-day' })
  ).happenings;
  expect(first?.source).toEqual({ kind: 'reception-day', of: DAY });
  const made = await Promise.all(
    [STAFF, STAFF_TWO].map((who) =>
      office.get<{ article: string; existed: boolean }>(who, 'compose', { from: first?.source }),
    ),
  );
  expect(new Set(made.map(({ article }) => article)).size).toBe(1);
  expect(made.filter(({ existed }) => !existed)).toHaveLength(1);
  const article = await view(made[0]?.article ?? '');
  expect(article.content.title).toBe('12月7日代表接访日：接待群众0人次');
  expect(JSON.stringify(article.content)).not.toMatch(/\{\{/);
  expect(article.marks).toEqual([]);
  expect(article.problems.map(({ code }) => code)).toEqual(['cover-missing', 'picture-missing']);
  const after = await office.get<PublicityActions['happenings']['output']>(STAFF, 'happenings', {
    kind: 'reception-day',
  });
  expect(after.happenings.map(({ source }) => source.of)).not.toContain(DAY);
});

it('marks the names of those who came on that day', async () => {
  const answer = await office.invoke('reception', 'desk', { township: BH, date: DAY }, { openid: STAFF });
  const desk = answer.data as { home: string; half: string; next?: string };
  const came = await office.invoke(
    'reception',
    'walkIn',
    { township: BH, date: DAY, home: desk.home, half: desk.half, place: desk.next, name: '欧阳村民' },
    { openid: STAFF, key: newKey() },
  );
  expect(came.ok).toBe(true);
  // An instance goes by the names it read for a minute.
  office.clock.set(office.clock.now() + 61_000);
  const { article } = await office.get<{ article: string }>(STAFF, 'compose', {
    from: { kind: 'reception-day', of: DAY },
  });
  const { edition, content } = await view(article);
  const blocks = [text('欧阳村民说，路灯不亮。')];
  const saved = await office.get<Saved>(STAFF, 'save', { article, edition, content: { ...content, blocks } });
  expect(saved).toMatchObject({
    saved: true,
    marks: [{ kind: 'name', quote: '欧阳村民', overrulable: true }],
  });
});

it('is stopped by a telephone number until it is gone or let stand with words', async () => {
  const { article, edition, content, marks } = await write('请打13812345678。');
  expect(marks).toMatchObject([{ kind: 'phone', quote: '13812345678' }]);
  const at = { article, edition };
  expect(await office.ask(STAFF, 'submit', at)).toMatchObject({ code: 'marks-open', details: { open: 1 } });
  const mark = marks[0]?.id ?? '';
  const words = '这是村委会公开的电话';
  const after = await office.get<{ marks: readonly Mark[] }>(STAFF, 'overrule', { ...at, mark, words });
  expect(after.marks).toMatchObject([{ overruled: { words } }]);
  // Typing elsewhere does not open it again; other digits do.
  const typed = { ...content, title: '另一个标题' };
  const second = await office.get<Saved>(STAFF, 'save', { ...at, content: typed });
  expect(second).toMatchObject({ saved: true, marks: [{ overruled: { words } }] });
  const other = { ...typed, blocks: [text('请打13812345679。')] };
  const third = await office.get<Saved>(STAFF, 'save', { article, edition: edition + 1, content: other });
  expect(third).toMatchObject({ saved: true, marks: [{ quote: '13812345679' }] });
  const gone = { ...typed, blocks: [text('请打村委会电话。')] };
  await office.get<Saved>(STAFF, 'save', { article, edition: edition + 2, content: gone });
  expect(await office.ask(STAFF, 'submit', { article, edition: edition + 3 })).toMatchObject({ ok: true });
});

it('never writes over somebody else: both versions are kept and the answer says whose is newer', async () => {
  const { article, edition, content } = await write('第一稿。');
  const by = (words: string) => ({ article, edition, content: { ...content, blocks: [text(words)] } });
  expect(await office.get<Saved>(STAFF_TWO, 'save', by('周二的稿。'))).toMatchObject({ saved: true });
  const lost = await office.get<Saved>(STAFF, 'save', by('我的稿。'));
  expect(lost).toMatchObject({ saved: false, edition: edition + 1, newer: { by: '周二' } });
  expect((await view(article)).content.blocks).toEqual([text('周二的稿。')]);
  const { versions } = await office.get<PublicityActions['history']['output']>(STAFF, 'history', { article });
  const contents = await Promise.all(
    versions.map(({ version }) => office.get<{ content: Content }>(STAFF, 'version', { article, version })),
  );
  const said = contents
    .map((one) => one.content.blocks[0])
    .map((block) => (block?.type === 'text' ? block.text : ''));
  expect(said.sort()).toEqual(['我的稿。', '第一稿。'].sort());
});

it('answers a repeated save as the first time', async () => {
  const { article, edition, content } = await write('存两次。');
  const key = newKey();
  const again = { article, edition, content: { ...content, title: '存两次' } };
  const first = await office.ask(STAFF, 'save', again, key);
  const second = await office.ask(STAFF, 'save', again, key);
  expect(second.data).toEqual(first.data);
  expect(office.article(article).edition).toBe(edition + 1);
  expect(await office.ask(STAFF, 'save', { ...again, edition: edition + 1 }, key)).toMatchObject({
    code: 'key-reused',
  });
});

it('keeps what is said at the first, the second and the last reading, by whom and when', async () => {
  const { article, edition } = await write('三个人看过。');
  const at = { article, edition };
  expect(await office.ask(CHIEF, 'review', { ...at, words: '核过' })).toMatchObject({ code: 'wrong-state' });
  await office.get(STAFF, 'submit', { ...at, words: '数字都核对过' });
  expect(await office.ask(STAFF, 'review', { ...at, words: '自己看自己' })).toMatchObject({
    code: 'own-article',
  });
  expect(await office.ask(CHIEF, 'review', at)).toMatchObject({ code: 'bad-input' });
  await office.get(CHIEF, 'review', { ...at, words: '题目改短了更好' });
  expect((await view(article)).state).toBe('submitted');
  await office.get(CHIEF, 'approve', { ...at, words: '同意发' });
  const said = (await view(article)).steps.flatMap(({ act, by, words }) =>
    words ? [[act, by !== '', words]] : [],
  );
  expect(said).toEqual([
    ['submit', true, '数字都核对过'],
    ['review', true, '题目改短了更好'],
    ['approve', true, '同意发'],
  ]);
});

it('is approved by a chief who did not write in it, and sent back with words', async () => {
  const { article, edition, content } = await write('两个人看过。');
  const at = { article, edition };
  expect(await office.ask(STAFF, 'approve', at)).toMatchObject({ code: 'not-allowed' });
  expect(await office.ask(CHIEF, 'approve', at)).toMatchObject({ code: 'wrong-state' });
  await office.get(STAFF, 'submit', at);
  expect((await view(article)).acts).toEqual(['withdraw']);
  expect((await view(article, CHIEF)).acts).toEqual(['withdraw', 'review', 'approve', 'send-back']);
  await office.get(CHIEF, 'sendBack', { ...at, words: '标题再想想' });
  expect((await view(article)).steps.at(-1)).toMatchObject({ act: 'send-back', words: '标题再想想' });
  const { edition: next } = await office.get<{ edition: number }>(CHIEF, 'save', {
    ...at,
    content: { ...content, title: '主席改的标题' },
  });
  await office.get(STAFF, 'submit', { article, edition: next });
  expect(await office.ask(CHIEF, 'approve', { article, edition: next })).toMatchObject({
    code: 'own-article',
  });
  expect(await office.ask(CHIEF, 'approve', { article, edition })).toMatchObject({ code: 'article-changed' });
});

it('names no single deputy in an election period', async () => {
  const { edition } = await office.get<{ edition: number }>(CHIEF, 'settings');
  const election = { from: '2026-12-01', to: '2026-12-31' };
  const settings = { account: 'district', publish: 'leave', author: '', election };
  await office.get(CHIEF, 'saveSettings', { edition, settings });
  const places = await office.invoke('registry', 'places', { township: BH }, { openid: STAFF });
  const [deputy] = (places.data as { deputies: { name: string }[] }).deputies;
  const { article, edition: at, marks } = await write(`${deputy?.name ?? ''}到家接访。`);
  expect(marks).toMatchObject([{ kind: 'election', overrulable: false }]);
  const mark = marks[0]?.id;
  expect(await office.ask(STAFF, 'overrule', { article, edition: at, mark, words: '要写' })).toMatchObject({
    code: 'mark-stands',
  });
  expect(await office.ask(STAFF, 'submit', { article, edition: at })).toMatchObject({ code: 'marks-open' });
  const { election: _gone, ...without } = settings;
  await office.get(CHIEF, 'saveSettings', { edition: edition + 1, settings: without });
  expect(await office.ask(STAFF, 'submit', { article, edition: at })).toMatchObject({ ok: true });
});

it('takes no picture out of another’s folder', async () => {
  const { article, edition, content } = await write('别人的照片。');
  const file = await office.upload('o-villager', 'private.jpg', photo('#146c2e', 200));
  const stolen = {
    ...content,
    blocks: [{ id: 'p', type: 'picture', picture: { file, faces: 'none' }, caption: '' }],
  };
  expect(await office.ask(STAFF, 'save', { article, edition, content: stolen })).toMatchObject({
    code: 'not-your-file',
  });
});

it('previews exactly what is pushed, but for the addresses of pictures', async () => {
  const { article } = await write('预览看到的，就是推出去的。');
  const { html, problems } = await office.get<PublicityActions['preview']['output']>(STAFF, 'preview', {
    article,
  });
  expect(html).toContain('预览看到的，就是推出去的。');
  expect(problems).toEqual([]);
});
