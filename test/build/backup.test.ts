import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { seal, unseal } from '../../build/backup/archive';
import { backUp, restore, type Place } from '../../build/backup/backup';
import { readWish } from '../../build/backup/main';
import { functionsOut } from '../../build/paths';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { SAMPLE_NOW, TEST_FIELD_KEYS } from '../support/given';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';

// Two clouds with the sample on a machine that may be busy.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const file = join(folder, 'archive');
const names = Object.keys(JSON.parse(readFileSync(join(functionsOut, 'database.json'), 'utf8')) as object);
const VARIABLES = {
  FIELD_KEYS: TEST_FIELD_KEYS,
  WECHAT_APPID: 'wx0000000000000000',
  BACKUP_KEY: Buffer.alloc(32, 'key of the archive').toString('base64'),
};
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3, 4, 5]);

let from: SampleCloud;
let into: TestCloud;
beforeAll(async () => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  });
  [from, into] = await Promise.all([startSampleCloud(), startTestCloud({ now: SAMPLE_NOW })]);
});
afterAll(async () => {
  await Promise.all([from.close(), into.close()]);
  rmSync(folder, { recursive: true });
});

function placeOf({ url }: TestCloud, variables: Record<string, string> = {}): Place {
  const app = init({ env: 'local', secretId: 'i', secretKey: 'k', serviceUrl: `${url}/admin` });
  return { app, names, variables: { ...VARIABLES, ...variables } };
}
function documentsOf({ database }: TestCloud) {
  return names.map((name) => {
    const documents = [...database.exportDocuments(name)] as { _id: string }[];
    return [name, documents.sort((one, other) => (one._id < other._id ? -1 : 1))] as const;
  });
}
const countIn = (cloud: TestCloud): number =>
  documentsOf(cloud).reduce((sum, [, documents]) => sum + documents.length, 0);
const places = (cloud: TestCloud) =>
  cloud.invoke('registry', 'places', { township: 'bh' }, { openid: 'somebody' });

test('what was backed up comes back as it was, files too, and the product runs on it', async () => {
  const { app } = placeOf(from);
  const { fileID } = await app.uploadFile({ cloudPath: 'bh/u/a/2026-11-23-1/1.jpg', fileContent: PHOTO });
  await from.database.importDocuments('scans', [{ _id: 'with-a-file', township: 'bh', rev: 1, fileID }]);
  const saved = await backUp(placeOf(from), file);
  const restored = await restore(placeOf(into), file);
  expect(restored.slice(-64)).toBe(saved.slice(-64));
  expect(documentsOf(into)).toEqual(documentsOf(from));
  expect(countIn(into)).toBeGreaterThan(100);
  expect((await placeOf(into).app.downloadFile({ fileID })).fileContent).toEqual(PHOTO);
  const [before, after] = [await places(from), await places(into)];
  expect(after).toMatchObject({ ok: true, data: before.data });
});

test.each([
  [['backup', 'a'], { act: 'backup', file: 'a' }],
  [['restore', 'a'], { act: 'restore', file: 'a' }],
  [['backup', '--township', 't1', 'a'], { act: 'backup', township: 't1', file: 'a' }],
  [['restore', '--into', 't2', 'a'], { act: 'restore', township: 't2', file: 'a' }],
])('%j is understood', (args, wish) => {
  expect(readWish(args)).toEqual(wish);
});

test.each([
  [['backup']],
  [['backup', '--township', 't1']],
  [['restore', '--township', 't1', 'a']],
  [['backup', '--into', 't1', 'a']],
  [['backup', 'a', 'b']],
])('%j gets the help and does nothing', (args) => {
  expect(() => readWish(args)).toThrow('npm run backup -- 文件');
});

test('the archive shows nothing of what it holds, and is the owner’s alone to read', () => {
  const bytes = readFileSync(file).toString('latin1');
  expect(bytes.startsWith('DJZJ1\n')).toBe(true);
  expect(bytes).not.toContain('townships');
});

describe('a restore is refused, and nothing is written,', () => {
  beforeEach(() => into.database.drop());
  afterEach(() => {
    expect(countIn(into)).toBe(0);
  });

  const other = Buffer.alloc(32, 'another key').toString('base64');
  test.each([
    ['with another key of the archive', { BACKUP_KEY: other }, '打不开'],
    ['with half a key', { BACKUP_KEY: 'aGFsZg==' }, 'BACKUP_KEY 要是 32 字节'],
    [
      'under other field keys',
      { FIELD_KEYS: JSON.stringify({ current: 'k1', keys: { k1: other } }) },
      'FIELD_KEYS 或 AppID',
    ],
    ['for another app', { WECHAT_APPID: `wx${'1'.repeat(16)}` }, 'FIELD_KEYS 或 AppID'],
  ])('%s', async (_how, variables, sentence) => {
    await expect(restore(placeOf(into, variables), file)).rejects.toThrow(sentence);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), '打不开'],
    [
      'with one bit turned',
      (bytes: Buffer) => (bytes.writeUInt8(bytes.readUInt8(500) ^ 1, 500), bytes),
      '打不开',
    ],
    ['of something else', () => Buffer.from('PK something else'), '这不是备份文件'],
  ])('from a file %s', async (_how, spoil, sentence) => {
    const spoilt = join(folder, 'spoilt');
    writeFileSync(spoilt, spoil(readFileSync(file)));
    await expect(restore(placeOf(into), spoilt)).rejects.toThrow(sentence);
  });
});

test('a restore into an environment that holds something is refused, and what it holds stays', async () => {
  await into.database.drop();
  await into.database.importDocuments('scans', [{ _id: 'there', township: 'bh', rev: 1 }]);
  await expect(restore(placeOf(into), file)).rejects.toThrow('不是空的（scans）');
  expect(countIn(into)).toBe(1);
});

test('an archive of another form is refused, and nothing is written', async () => {
  const older = join(folder, 'older');
  const content = unseal(readFileSync(file), VARIABLES.BACKUP_KEY);
  const aged = { ...content, head: { ...content.head, version: 0 } };
  writeFileSync(older, seal(aged, VARIABLES.BACKUP_KEY));
  const before = countIn(into);
  await expect(restore(placeOf(into), older)).rejects.toThrow('没有从它开始的迁移');
  expect(countIn(into)).toBe(before);
});
