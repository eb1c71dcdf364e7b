/** Whose names and numbers are public, and who may approve what was written. In process. */
import type { Directory, Membership } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { ArticleView, Saved } from '../../../miniprogram/contract/publicity';
import type { InProcessCloud } from '../../support/in-process';
import { ask, CHIEF, compose, contentOf, STAFF, startWriting, TWO, view, written } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) => Promise.resolve(files),
}));

let cloud: InProcessCloud;
/** Name → what they are; nobody of the sample is called so. */
const PEOPLE: Readonly<Record<string, Partial<Membership> | undefined>> = {
  甲代表: { level: 'town' },
  乙接访: { receiver: true },
  丙主席团: { presidium: true },
  丁书记: { title: '党委副书记' },
  戊组员: { group: 'g1' },
  己离任: { level: 'town', to: '2026-12-06' },
  庚将任: { level: 'town', from: '2026-12-08' },
  辛无职: undefined,
};
const HIDDEN = ['戊组员', '己离任', '庚将任', '辛无职'];
beforeAll(async () => {
  cloud = await startWriting();
  const people = Object.entries(PEOPLE).map(([name, own], n) => ({
    id: `px${String(n)}`,
    name,
    strokes: 900 + n,
    claimed: false,
    absent: [],
    memberships: own ? [{ term: 't', from: '2026-01-01', ...own }] : [],
  }));
  const townships = cloud.documents<Directory>('townships');
  cloud.replace(
    'townships',
    townships.map((one) => (one._id === 'bh' ? { ...one, people: [...one.people, ...people] } : one)),
  );
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

/** What is marked in these words, by kind. */
async function marksIn(article: string, edition: number, words: string) {
  const { cover: _cover, ...content } = contentOf(words);
  const { data } = await ask(STAFF, 'save', { article, edition, content });
  const { marks } = data as Extract<Saved, { saved: true }>;
  return marks.map(({ kind, quote }) => `${kind} ${quote}`);
}
const ALL = Object.keys(PEOPLE).join('，');
const named = (kind: string, names: readonly string[]) => names.map((name) => `${kind} ${name}`);

test('of people in public office nobody’s name is marked; of whoever holds none, no more or not yet, it is', async () => {
  const article = await compose();
  expect(await marksIn(article, 1, ALL)).toEqual(named('name', HIDDEN));
  // On a day that an article tells of, or on the day on which it is written.
  cloud.clock.set(Date.parse('2026-12-08T09:00:00+08:00'));
  expect(await marksIn(article, 2, ALL)).toEqual(named('name', ['戊组员', '己离任', '辛无职']));
});

test('in an election period deputies are marked as such, others in office are not', async () => {
  const { edition } = (await ask(STAFF, 'settings')).data as { edition: number };
  const settings = { account: 'district', publish: 'leave', author: '' };
  const election = { from: '2026-12-08', to: '2026-12-08' };
  await ask(CHIEF, 'saveSettings', { edition, settings: { ...settings, election } });
  const article = await compose();
  const marks = await marksIn(article, 1, ALL);
  expect(marks.filter((mark) => mark.startsWith('election'))).toEqual(
    named('election', ['甲代表', '庚将任']),
  );
  expect(marks.filter((mark) => mark.startsWith('name'))).toEqual(
    named('name', ['戊组员', '己离任', '辛无职']),
  );
  await ask(CHIEF, 'saveSettings', { edition: edition + 1, settings });
});

test('numbers of the homes and of the complaints line are public', async () => {
  const { homes, card } = cloud
    .documents<Directory>('townships')
    .find(({ _id }) => _id === 'bh') as Directory;
  const article = await compose();
  const lines = [...homes.map(({ landline }) => landline), card.complaints];
  expect(await marksIn(article, 1, lines.join('，'))).toEqual([]);
  expect(await marksIn(article, 2, '电话0000-7654321')).toEqual(['phone 0000-7654321']);
});

test('what each may do next: the chief who did not write it approves, a colleague reviews, the writer neither', async () => {
  const { article, edition } = await written('写好了。');
  const acts = async (who: string) => (await view(article, who)).acts;
  expect(await acts(STAFF)).toEqual(['save', 'submit', 'drop']);
  await ask(STAFF, 'submit', { article, edition });
  expect(await acts(STAFF)).toEqual(['withdraw']);
  expect(await acts(TWO)).toEqual(['withdraw', 'review']);
  expect(await acts(CHIEF)).toEqual(['withdraw', 'review', 'approve', 'send-back']);
  expect(await ask(STAFF, 'review', { article, edition, words: '好' })).toMatchObject({
    code: 'own-article',
  });
  const shown: Partial<ArticleView> = await view(article, CHIEF);
  expect(shown).toMatchObject({ mine: false, state: 'submitted', openMarks: 0, marks: [], problems: [] });
});
