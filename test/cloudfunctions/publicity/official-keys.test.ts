/** The keys of a township's own official account: entered, used, changed, revoked; the secret never comes back. */
import type { KeysSaved, OfficialKeysView } from '../../../miniprogram/contract/official-keys';
import type { PushView } from '../../../miniprogram/contract/publicity';
import { newKey } from '../request/requests';
import { BH, CHIEF, openPublicity, STAFF, type Publicity } from './office';

jest.setTimeout(120_000);

const ADMIN = 'bh-admin';
/** The account that the local WeChat knows and that is no district's. */
const RIGHT = { appid: 'wx-local-qingshi', secret: 'local-qingshi-secret' };
/** Comes up nowhere but in what was sent. */
const WRONG = { appid: 'wx-local-qingshi', secret: 'canary-of-a-wrong-secret' };
const OWN = { account: 'own', publish: 'leave', author: '' };

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
});
afterAll(() => office.close());

const look = () => office.get<OfficialKeysView>(ADMIN, 'officialKeys');
const save = (keys: object, edition: number) => office.ask(ADMIN, 'saveOfficialKeys', { ...keys, edition });
const stored = () => [...office.database.exportDocuments('officialkeys')];

async function useOwn(account: 'own' | 'district'): Promise<void> {
  const { edition } = await office.get<{ edition: number }>(STAFF, 'settings');
  await office.get(CHIEF, 'saveSettings', { edition, settings: { ...OWN, account } });
}

async function pushOne(title: string): Promise<PushView> {
  const { article, edition } = await office.approved({ title });
  await office.get(STAFF, 'push', { article, edition });
  return office.pushOut(article);
}

async function titlesAt(town: string): Promise<string[]> {
  return (await office.drafts(town)).flatMap(({ articles }) => articles.map(({ title }) => title));
}

it('keeps nothing that WeChat refuses', async () => {
  expect(await look()).toEqual({ edition: 0, rows: [], variables: { own: false, district: true } });
  expect(await save(WRONG, 0)).toMatchObject({ ok: false, code: 'keys-wrong' });
  expect(stored()).toEqual([]);
});

it('pushes to the account that was entered, and never to the district’s instead', async () => {
  const saved = await office.get<KeysSaved>(ADMIN, 'saveOfficialKeys', { ...RIGHT, edition: 0 });
  expect(saved).toEqual({ edition: 1, checked: 'works' });
  expect(await office.get(STAFF, 'settings')).toMatchObject({ keys: { own: true, district: true } });
  await useOwn('own');
  expect(await pushOne('到自己的公众号')).toMatchObject({ state: 'in-box' });
  expect(await titlesAt('qs')).toContain('到自己的公众号');

  // Revoked between the press and the first step: it stops, whatever the district has.
  const { article, edition } = await office.approved({ title: '停用以后' });
  await office.get(STAFF, 'push', { article, edition });
  const revoked = await office.get<{ edition: number }>(ADMIN, 'revokeOfficialKeys', {
    edition: 1,
    words: '给人看到过',
  });
  expect(revoked).toEqual({ edition: 2 });
  expect(await office.pushOut(article)).toMatchObject({
    state: 'failed',
    failure: { code: 'account-missing' },
  });
  expect(await titlesAt(BH)).not.toContain('停用以后');
  expect(await office.ask(STAFF, 'push', { article, edition })).toMatchObject({ code: 'account-missing' });

  // The district's goes on where the settings say so.
  await useOwn('district');
  await office.get(STAFF, 'push', { article, edition });
  expect(await office.pushOut(article)).toMatchObject({ state: 'in-box' });
  expect(await titlesAt(BH)).toContain('停用以后');
});

it('loses the secret with its row, and remembers that there was one', async () => {
  const [document] = stored();
  expect(JSON.stringify(document)).not.toMatch(/"secret"/);
  const { rows, edition } = await look();
  expect(rows).toMatchObject([{ appid: RIGHT.appid, words: '给人看到过' }]);
  expect(rows[0]?.until).toBeGreaterThanOrEqual(rows[0]?.since ?? Infinity);
  const nothing = { edition, words: '再停一次' };
  expect(await office.ask(ADMIN, 'revokeOfficialKeys', nothing)).toMatchObject({ code: 'wrong-state' });
});

it('gives the second of two administrators what the first one did', async () => {
  const { edition } = await look();
  const key = newKey();
  const again = { ok: true, data: { edition: edition + 1, checked: 'works' } };
  expect(await office.ask(ADMIN, 'saveOfficialKeys', { ...RIGHT, edition }, key)).toMatchObject(again);
  expect(await office.ask(ADMIN, 'saveOfficialKeys', { ...RIGHT, edition }, key)).toMatchObject(again);
  expect(await save(RIGHT, edition)).toMatchObject({ code: 'row-changed' });
  const other = { appid: 'wx-local-district', secret: 'local-district-secret', edition };
  expect(await office.ask(ADMIN, 'saveOfficialKeys', other, key)).toMatchObject({ code: 'key-reused' });
});

it('is named in the audit, and no answer, log or document has the secret', async () => {
  await office.timer();
  await office.timer();
  const audit = await office.invoke('overview', 'audit', { township: BH }, { openid: ADMIN });
  expect(JSON.stringify(audit)).toContain('存密钥');
  expect(JSON.stringify(audit)).toContain('停用密钥');
  const everything = JSON.stringify([
    audit,
    await look(),
    office.log,
    office.database.collectionNames().map((name) => [...office.database.exportDocuments(name)]),
  ]);
  expect(everything).toContain(RIGHT.appid);
  for (const { secret } of [RIGHT, WRONG]) expect(everything).not.toContain(secret);
});
