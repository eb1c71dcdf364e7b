/** A save that comes too late changes no word of the article, and is an act all the same: one row, one answer to a key. In process. */
import type { Saved } from '../../../miniprogram/contract/publicity';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';
import { contentOf, STAFF, startWriting, stored, TWO, written } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startWriting();
});

interface Asked {
  article: string;
  edition: number;
  words: string;
}
const save = ({ article, edition, words }: Asked, openid: string, key: string) =>
  cloud.invoke(
    'publicity',
    'save',
    { township: 'bh', article, edition, content: contentOf(words) },
    { openid, key },
  );
const rows = (article: string) =>
  (stored(article) as unknown as { history: { act: string; by: string; from: string; to: string }[] })
    .history;

test('leaves one row and the article as it was; its key is answered as before, and with other words refused', async () => {
  const { article, edition } = await written('第一稿。');
  expect(await save({ article, edition, words: '快的。' }, TWO, newKey())).toMatchObject({
    data: { saved: true },
  });
  const before = stored(article);
  const key = newKey();
  const late = { article, edition, words: '慢的。' };
  const first = await save(late, STAFF, key);
  expect(first.data).toMatchObject({ saved: false, edition: before.edition } satisfies Partial<Saved>);
  expect(rows(article).at(-1)).toMatchObject({
    act: 'set-aside',
    by: accountOf(STAFF),
    from: 'draft',
    to: 'draft',
  });
  const after = stored(article);
  expect({ ...after, content: 0 }).toMatchObject({ state: 'draft', edition: before.edition, by: before.by });
  expect(after.content).toEqual(before.content);
  // One of them to admit; of these three the last is the article's.
  expect(first.cost.calls).toBe(4);
  const count = rows(article).length;
  expect((await save(late, STAFF, key)).data).toEqual(first.data);
  expect(await save({ ...late, words: '别的。' }, STAFF, key)).toMatchObject({ code: 'key-reused' });
  expect(rows(article)).toHaveLength(count);
  expect(await save({ ...late, words: '更慢的。' }, STAFF, newKey())).toMatchObject({ cost: { calls: 5 } });
  // Whoever wrote goes on from what lies there.
  const next = { article, edition: before.edition, words: '再一稿。' };
  expect(await save(next, TWO, newKey())).toMatchObject({ data: { saved: true } });
});
