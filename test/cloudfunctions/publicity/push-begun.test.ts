/** A push is begun: with what, and what stands against it. In process. */
import type { InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';
import { kept, layPush, lendKeys, MINUTE, showing } from './push-desk';
import { ask, compose, lastOf, STAFF, startWriting, stored } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({}));

let cloud: InProcessCloud;
let article: string;
const now = () => cloud.clock.now();

const takeKeys = lendKeys();
beforeAll(async () => {
  cloud = await startWriting();
});
afterAll(takeKeys);
beforeEach(async () => {
  cloud.clock.set(now() + MINUTE + 1_000);
  article = await compose();
});

const begin = (more: object = {}, key = newKey()) =>
  ask(STAFF, 'push', { article, edition: 1, ...more }, key);
const approve = (own: object = {}, push: object = {}) => {
  layPush(cloud, article, {
    content: showing(kept('one.jpg'), 'code:bh.h1', kept('one.jpg')),
    own: { state: 'approved', ...own },
    push,
  });
};

test('with every picture once; the clock takes it up in a minute where nobody does', async () => {
  approve({ draft: { mediaId: 'd', account: 'district' }, adding: 'c' });
  const key = newKey();
  const view = { state: 'pushing', step: 'pictures', done: 0, total: 3, running: true };
  expect((await begin({}, key)).data).toMatchObject(view);
  const { push } = stored(article);
  expect((await begin({}, key)).data).toMatchObject(view);
  const after = stored(article);
  expect(after.push).toEqual(push);
  expect(push).toEqual({
    id: expect.any(String) as string,
    edition: 1,
    account: 'district',
    publish: false,
    step: 'pictures',
    anew: false,
    pictures: [kept('one.jpg'), 'code:bh.h1'],
    urls: [],
    lease: 0,
  });
  expect(after).toMatchObject({ workAt: now() + MINUTE, draft: { mediaId: 'd' }, adding: 'c' });
  expect(lastOf(after)).toMatchObject({
    row: { act: 'push', from: 'approved', to: 'pushing' },
    event: { event: 'article-push-begun', about: { article } },
  });
  const { data } = await cloud.invoke(
    'publicity',
    'pushStatus',
    { township: 'bh', article },
    { openid: STAFF },
  );
  expect(data).toMatchObject(view);
  const other = await begin();
  expect(other).toMatchObject({ code: 'wrong-state', details: { state: 'pushing' } });
});

test('a deleted draft is asked about; anew, nothing that lay there is gone by', async () => {
  const failure = { code: '40007', step: 'draft', at: 1 } as const;
  approve({ state: 'failed', draft: { mediaId: 'd', account: 'district' }, adding: 'c' }, { failure });
  expect(await begin()).toMatchObject({ code: 'draft-deleted' });
  expect((await begin({ anew: true })).data).toMatchObject({ state: 'pushing' });
  const after = stored(article);
  expect(after.push).toMatchObject({ anew: true });
  expect(after).not.toHaveProperty('draft');
  expect(after).not.toHaveProperty('adding');
});

test('after another failure nothing is asked', async () => {
  approve({ state: 'failed' }, { failure: { code: '45009', step: 'draft', at: 1 } });
  expect((await begin()).data).toMatchObject({ state: 'pushing' });
});

test('not with a mark that is open, nor to an account without keys; published where the settings say so', async () => {
  approve({ content: { ...showing(), title: '请打13812345678' } });
  expect(await begin()).toMatchObject({ code: 'marks-open', details: { open: 1 } });
  approve();
  const settings = (account: string) => ({ account, publish: 'submit', author: '' });
  const put = (account: string) => {
    const row = {
      _id: 'bh~settings',
      township: 'bh',
      rev: 1,
      edition: 1,
      acts: [],
      history: [],
      outbox: [],
    };
    cloud.replace('publicityrows', [{ ...row, settings: settings(account) }]);
  };
  put('own');
  expect(await begin()).toMatchObject({ code: 'account-missing' });
  put('district');
  expect((await begin()).data).toMatchObject({ state: 'pushing' });
  expect(stored(article).push).toMatchObject({ publish: true, account: 'district' });
});
