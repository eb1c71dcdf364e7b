/** One township moves from one environment to another: other app, other keys, another number. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { digestOf, unseal } from '../../build/backup/archive';
import { backUp, restore, type Place } from '../../build/backup/backup';
import { bringTownship } from '../../build/handover/bring-township';
import { FATES } from '../../build/handover/collections';
import type { Slip } from '../../build/handover/invitations';
import { backUpTownship, type HandedOver } from '../../build/handover/township';
import { functionsOut } from '../../build/paths';
import { decryptField } from '../../cloudfunctions/shared/cipher';
import { verifyAudit } from '../../local/audit-verify';
import { recount } from '../../local/recount';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { SAMPLE_NOW, TEST_FIELD_KEYS } from '../support/given';
import { loadKeptSample } from '../support/kept-sample';

// Two clouds with the sample on a machine that may be busy.
jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'handover-'));
const file = join(folder, 'archive');
const names = Object.keys(JSON.parse(readFileSync(join(functionsOut, 'database.json'), 'utf8')) as object);
const OTHER_KEYS = JSON.stringify({
  current: 'n1',
  keys: { n1: Buffer.alloc(32, 'key of the other district').toString('base64') },
});
const SECRET = 'secret of the other district';
const SECRET_OF_ACCOUNT = 'secret-of-the-official-account';
const PHONE = '13800000002';
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3, 4, 5]);
const NEW_ADMIN = 'admin-of-the-other-app';

let from: TestCloud;
let into: TestCloud;
let slips: readonly Slip[];
let said: string;
let content: HandedOver;
/** Of the ledger, before the relay of the new environment saw anything. */
let arrived: ReturnType<typeof recount>;

beforeAll(async () => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  });
  [from, into] = await Promise.all([
    startTestCloud({ now: SAMPLE_NOW }),
    startTestCloud({ now: SAMPLE_NOW, env: { FIELD_KEYS: OTHER_KEYS, SETUP_SECRET: SECRET } }),
  ]);
  const { current, keys } = JSON.parse(TEST_FIELD_KEYS) as { current: string; keys: Record<string, string> };
  const ring = { id: current, key: keys[current] ?? '' };
  await loadKeptSample(from.database, { now: from.clock.now(), keys: ring, lives: true });
  await live();
  said = await backUpTownship(placeOf(from, TEST_FIELD_KEYS), 'bh', file);
  content = unseal(readFileSync(file), KEY) as unknown as HandedOver;
  await act(into, 'registry', 'setUp', NEW_ADMIN, { township: 't1', name: '新来的镇', secret: SECRET });
  ({ slips } = await bringTownship(placeOf(into, OTHER_KEYS), 't1', { file, now: into.clock.now() }));
  arrived = recountThere();
  await relay(into);
});
afterAll(async () => {
  await Promise.all([from.close(), into.close()]);
  rmSync(folder, { recursive: true });
});

const KEY = Buffer.alloc(32, 'key of the archive').toString('base64');

function placeOf({ url }: TestCloud, keys: string): Place {
  const app = init({ env: 'local', secretId: 'i', secretKey: 'k', serviceUrl: `${url}/admin` });
  const variables = { FIELD_KEYS: keys, WECHAT_APPID: 'wx0000000000000000', BACKUP_KEY: KEY };
  return { app, names, variables };
}

let acts = 0;
async function act(cloud: TestCloud, fn: string, action: string, openid: string, input: object) {
  const answer = await cloud.invoke(fn, action, input, { openid, key: `key-of-story-${String(++acts)}` });
  if (!answer.ok)
    throw new Error(`${action}: ${answer.code ?? ''} ${JSON.stringify(answer.details ?? answer.errMsg)}`);
  return answer.data;
}
async function relay(cloud: TestCloud): Promise<void> {
  for (let minute = 0; minute < 6; minute++)
    await cloud.control({ clock: { advanceMs: 61_000 }, runTimers: true });
}
function recountThere(): ReturnType<typeof recount> {
  process.env['FIELD_KEYS'] = OTHER_KEYS;
  return recount(into.database, 't1');
}
type Row = Record<string, unknown> & { _id: string; township: string };
const rowsOf = ({ database }: TestCloud, name: string, township: string) =>
  ([...database.exportDocuments(name)] as unknown as Row[]).filter((row) => row.township === township);

/** What the sample has not: a file, keys of an official account, an audit with seals; and the township closed. */
async function live(): Promise<void> {
  const { app } = placeOf(from, TEST_FIELD_KEYS);
  const { fileID } = await app.uploadFile({ cloudPath: 'bh/k/one.jpg', fileContent: PHOTO });
  await from.database.importDocuments('scans', [
    { _id: 'bh~h1~2026-11', township: 'bh', rev: 1, place: 'h1', month: '2026-11', n: 3, fileID },
  ]);
  await from.database.importDocuments('officialkeys', [
    { _id: 'bh', township: 'bh', rev: 1, secret: SECRET_OF_ACCOUNT },
  ]);
  await relay(from);
  const place = placeOf(from, TEST_FIELD_KEYS);
  await expect(backUpTownship(place, 'bh', file)).rejects.toThrow('还没有停用');
  await expect(backUpTownship(place, 'nowhere', file)).rejects.toThrow('没有 nowhere 这个乡镇');
  const words = '已移交，请到新的小程序里找';
  await act(from, 'registry', 'closeTownship', 'bh-admin', { township: 'bh', closed: true, words });
  await expect(backUpTownship(place, 'bh', file)).rejects.toThrow('还有事情没有送完');
  await relay(from);
}

const moved = names.filter((name) => FATES[name]?.fate === 'carried' && name !== 'audit');
const everything = (township: string): string =>
  JSON.stringify(names.map((name) => rowsOf(into, name, township)));

test('each collection has a row that says what becomes of it, and each row a collection', () => {
  expect(Object.keys(FATES).sort()).toEqual([...names].sort());
});

test('the archive says how much it is, that the audit holds, and shows nothing to whoever lacks its key', () => {
  expect(said).toMatch(/条记录，1 个文件，操作记录 \d+ 行封在 \d+ 个封条里，核对无误/);
  expect(readFileSync(file).toString('latin1')).not.toContain('requests');
  const text = JSON.stringify(content);
  expect([PHONE, '李大爷', SECRET_OF_ACCOUNT].map((each) => text.includes(each))).toEqual([
    true,
    true,
    false,
  ]);
});

test('every document that is carried lies in the new environment once', () => {
  const counts = (cloud: TestCloud, township: string) =>
    moved.map((name) => [name, rowsOf(cloud, name, township).length]);
  expect(counts(into, 't1')).toEqual(counts(from, 'bh'));
  expect(rowsOf(into, 'requests', 't1').length).toBeGreaterThan(20);
  expect(rowsOf(into, 'facts', 't1').length).toBeGreaterThan(300);
});

test('nothing in it is called as it was there: number, keyed hashes, accounts, keys, files', () => {
  const text = everything('t1');
  const hashes = Object.keys(content.hashes);
  expect(hashes.length).toBeGreaterThan(500);
  expect(hashes.filter((hash) => text.includes(hash))).toEqual([]);
  const openids = rowsOf(from, 'invitations', 'bh').map(({ openid }) => String(openid));
  const known = [...new Set(openids.concat('bh-villager-1', 'bh-villager-2'))].filter((id) => id !== '');
  expect(known.filter((openid) => text.includes(`"${openid}"`))).toEqual([]);
  expect(text.match(/bh~.{20}|k1\.[\w-]{16}\.[\w-]{22}|cloud:[^"]*\/bh\//g)).toBeNull();
});

test('the file lies under the new number, byte for byte', async () => {
  const [scan] = rowsOf(into, 'scans', 't1');
  expect(scan?.fileID).toMatch(/\/t1\/k\/one\.jpg$/);
  const { fileContent } = await placeOf(into, OTHER_KEYS).app.downloadFile({ fileID: String(scan?.fileID) });
  expect(fileContent).toEqual(PHOTO);
});

test('the ledger equals its sources, on arrival and after the relay', () => {
  expect(arrived).toEqual([]);
  expect(recountThere()).toEqual([]);
});

test('the old rows of the audit lie under seals of the new chain, which holds the archive’s digest', () => {
  process.env['FIELD_KEYS'] = OTHER_KEYS;
  const verified = verifyAudit(into.database, into.clock.now()).get('t1');
  expect(verified).toMatchObject({ unsealed: 0, rows: rowsOf(into, 'audit', 't1').length });
  expect(verified?.broken).toBeUndefined();
  expect(verified?.rows).toBeGreaterThan(rowsOf(from, 'audit', 'bh').length);
  const [taken] = rowsOf(into, 'audit', 't1').filter((row) => row.act === 'take-over');
  const words = decryptField(String(taken?.words));
  expect(words).toContain(digestOf(content));
  expect(words).toContain(`原封条 ${String(content.chain.seals)} 个`);
  expect(words).toContain(`核对无误，最后一个 ${content.chain.last}`);
});

test('the old township is closed and says where it went, the new one is open and shows the same', async () => {
  const placesOf = (cloud: TestCloud, township: string) =>
    cloud.invoke('registry', 'places', { township }, { openid: 'somebody' });
  const [before, after] = [await placesOf(from, 'bh'), await placesOf(into, 't1')];
  expect(before.data).toMatchObject({ township: { id: 'bh' } });
  expect(after.data).toEqual(JSON.parse(JSON.stringify(before.data).replace('"id":"bh"', '"id":"t1"')));
  const [directory] = rowsOf(from, 'townships', 'bh').filter(({ _id }) => _id === 'bh');
  expect(directory?.closed).toMatchObject({ words: '已移交，请到新的小程序里找' });
  expect(rowsOf(into, 'townships', 't1').filter(({ closed }) => closed)).toEqual([]);
});

test('grants become invitations: the chief claims one by its code, is confirmed, and finds who is searched by phone', async () => {
  const held = rowsOf(from, 'invitations', 'bh').filter(
    ({ state, role }) => state !== 'revoked' && role !== 'admin' && role !== 'district',
  );
  expect(slips).toHaveLength(held.length);
  expect(slips.filter(({ unusable }) => unusable)).toEqual([]);
  const chief = slips.find(({ role }) => role === '人大主席');
  const [was] = held.filter(({ role }) => role === 'chief');
  const phoneLast4 = content.phones[was?._id ?? ''];
  const openid = 'chief-of-the-other-app';
  await act(into, 'registry', 'claimInvitation', openid, { township: 't1', code: chief?.code, phoneLast4 });
  const [claimed] = rowsOf(into, 'invitations', 't1').filter(({ state }) => state === 'claimed');
  const confirm = { township: 't1', invitation: claimed?._id };
  await act(into, 'registry', 'confirmInvitation', NEW_ADMIN, confirm);
  await relay(into);
  const found = await act(into, 'request', 'find', openid, { township: 't1', text: PHONE });
  const ofPhone = rowsOf(into, 'requests', 't1').filter(
    ({ phone }) => typeof phone === 'string' && decryptField(phone) === PHONE,
  );
  expect(ofPhone.length).toBeGreaterThan(0);
  expect((found as { requests: unknown[] }).requests).toHaveLength(ofPhone.length);
});

test('who did something before the move has a name in the audit still', async () => {
  const listed = await act(into, 'overview', 'audit', NEW_ADMIN, { township: 't1' });
  const { rows } = listed as { rows: readonly { who: string; act: string }[] };
  const by = rows.map(({ who }) => who);
  expect(by).toContain('管小网（系统管理员）');
});

describe('a restore is refused,', () => {
  test.each([
    ['into a township that nobody opened', 't9', '这里还没有 t9'],
    ['into one that is not empty', 't1', 't1 不是空的'],
  ])('%s', async (_how, id, sentence) => {
    const before = everything(id);
    const brought = bringTownship(placeOf(into, OTHER_KEYS), id, { file, now: into.clock.now() });
    await expect(brought).rejects.toThrow(sentence);
    expect(everything(id)).toBe(before);
  });

  test('as that of a whole environment, and the other way round', async () => {
    await expect(restore(placeOf(into, OTHER_KEYS), file)).rejects.toThrow('这是一个乡镇的移交档案');
    const whole = join(folder, 'whole');
    await backUp(placeOf(into, OTHER_KEYS), whole);
    const brought = bringTownship(placeOf(into, OTHER_KEYS), 't1', { file: whole, now: 0 });
    await expect(brought).rejects.toThrow('这是整个环境的备份');
  });
});

/** The same environment, but that `collection` goes through `turn`. */
function placeWith(turn: (name: string, collection: unknown) => unknown): Place {
  const place = placeOf(into, OTHER_KEYS);
  const database = () => {
    const real = place.app.database();
    return { command: real.command, collection: (name: string) => turn(name, real.collection(name)) };
  };
  const app = new Proxy(place.app, {
    get: (whole, name) => (name === 'database' ? database : (Reflect.get(whole, name) as unknown)),
  });
  return { ...place, app };
}

test('one that is cut off, or of which something was lost, leaves an empty township, and is done by doing it again', async () => {
  await act(into, 'registry', 'addTownship', NEW_ADMIN, { township: 't1', id: 't2', name: '再来一次' });
  const again = { file, now: into.clock.now() };
  let left = 400;
  const dying = placeWith((_name, collection) => {
    if (--left < 0) throw new Error('cut off');
    return collection;
  });
  await expect(bringTownship(dying, 't2', again)).rejects.toThrow('cut off');
  expect(rowsOf(into, 'activities', 't2').length).toBeGreaterThan(0);
  expect(rowsOf(into, 'townships', 't2').find(({ _id }) => _id === 't2')).toMatchObject({ people: [] });
  const forgetful = placeWith((name, collection) =>
    name === 'rosters'
      ? Object.assign(Object.create(collection as object), { doc: () => ({ set: () => undefined }) })
      : collection,
  );
  await expect(bringTownship(forgetful, 't2', again)).rejects.toThrow('和档案不一样（rosters）');
  await bringTownship(placeOf(into, OTHER_KEYS), 't2', again);
  const counts = (township: string) => moved.map((name) => [name, rowsOf(into, name, township).length]);
  expect(counts('t2')).toEqual(counts('t1'));
  process.env['FIELD_KEYS'] = OTHER_KEYS;
  expect(recount(into.database, 't2')).toEqual([]);
});
