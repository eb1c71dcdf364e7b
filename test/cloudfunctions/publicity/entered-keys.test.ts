/** Keys of the township’s own account: what WeChat says of them, who has a secret, and by which ones is gone. In process. */
import { decryptField, encryptField } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';
import { ask, lastOf, STAFF, startWriting } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockAsked: unknown[] = [];
let mockTried: object = { ok: true, data: 'token' };
jest.mock('../../../cloudfunctions/shared/wechat/token', () => ({
  tryCredentials: (keys: unknown) => {
    mockAsked.push(keys);
    return Promise.resolve(mockTried);
  },
}));

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startWriting();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const save = (edition: number, appid: string, key = newKey()) =>
  ask('bh-admin', 'saveOfficialKeys', { edition, appid, secret: '0123456789abcdef0123456789abcdef' }, key);
const document = () => {
  const [found] = cloud.documents<{ edition: number; rows: { secret?: string }[] }>('officialkeys');
  return found;
};
const A = 'wx-entered-first';
const B = 'wx-entered-second';

test('are asked of WeChat first; what it says of them is answered', async () => {
  mockTried = { ok: false, code: 40125, maybeDone: false };
  expect(await save(0, A)).toMatchObject({ code: 'keys-wrong' });
  expect(document()).toBeUndefined();
  mockTried = { ok: false, code: 40164, address: '203.0.113.7', maybeDone: false };
  const key = newKey();
  const answer = { edition: 1, checked: 'address', address: '203.0.113.7' };
  expect((await save(0, A, key)).data).toEqual(answer);
  expect((await save(0, A, key)).data).toEqual(answer);
  expect(mockAsked[0]).toEqual({ appid: A, secret: '0123456789abcdef0123456789abcdef' });
  mockTried = { ok: false, code: 'timeout', maybeDone: true };
  expect((await save(1, B)).data).toEqual({ edition: 2, checked: 'later' });
  mockTried = { ok: true, data: 'token' };
  expect(await save(1, B)).toMatchObject({ code: 'row-changed' });
  expect((await save(2, B)).data).toEqual({ edition: 3, checked: 'works' });
});

test('only the row in force has its secret; each act is in the audit', async () => {
  const rows = document()?.rows ?? [];
  expect(rows.map(({ secret }) => secret !== undefined)).toEqual([true, false, false]);
  expect(decryptField(rows[0]?.secret ?? '')).toBe('0123456789abcdef0123456789abcdef');
  expect(lastOf(document())).toMatchObject({
    row: { act: 'saved', of: 'bh', from: B, to: B },
    event: { event: 'official-keys-saved', about: { township: 'bh' } },
  });
  const { data } = await ask('bh-admin', 'officialKeys');
  const now = cloud.clock.now();
  const before = now - 61_000;
  expect(data).toMatchObject({
    edition: 3,
    rows: [
      { appid: B, since: before },
      { appid: B, since: before, until: before },
      { appid: A, since: before, until: before },
    ],
    variables: { own: false },
  });
  expect(JSON.stringify(data)).not.toContain('secret');
  const key = newKey();
  const revoke = () => ask('bh-admin', 'revokeOfficialKeys', { edition: 3, words: '给人看到过' }, key);
  expect((await revoke()).data).toEqual({ edition: 4 });
  expect((await revoke()).data).toEqual({ edition: 4 });
  const after = (await ask('bh-admin', 'officialKeys')).data as { rows: object[] };
  expect(after.rows[0]).toEqual({ appid: B, since: before, until: now, words: '给人看到过' });
  expect(after.rows[1]).toEqual({ appid: B, since: before, until: before });
  expect(lastOf(document())).toMatchObject({
    row: { act: 'revoked', from: B, to: '' },
    event: { event: 'official-keys-revoked' },
  });
  for (let edition = 4; edition < 14; edition++) await save(edition, A);
  expect(document()?.rows).toHaveLength(10);
});

test('count for this instance as they are in force', async () => {
  const own = async () => ((await ask(STAFF, 'settings')).data as { keys: { own: boolean } }).keys.own;
  expect(await own()).toBe(true);
  const row = { appid: A, since: 1, secret: encryptField('x') };
  const lay = (rows: object[]) => {
    cloud.replace('officialkeys', [{ _id: 'bh', township: 'bh', rev: 1, edition: 9, rows, acts: [] }]);
  };
  lay([{ ...row, until: 2 }]);
  expect(await own()).toBe(false);
  lay([{ ...row, until: 2 }, row]);
  expect(await own()).toBe(true);
  lay([]);
  expect(await own()).toBe(false);
});
