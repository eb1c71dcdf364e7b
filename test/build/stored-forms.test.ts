/**
 * Data of every stored form there was open under the present code: a backup of the sample of its day, restored, and each
 * list read. `STORED_FORM_FIXTURE=make` writes the one of the present form, before it is raised.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { seal, unseal, type Content } from '../../build/backup/archive';
import { backUp, restore, type Place } from '../../build/backup/backup';
import { functionsOut, root } from '../../build/paths';
import { MIGRATIONS, STORED_FORM } from '../../build/stored-form';
import { verifyAudit } from '../../local/audit-verify';
import { recount } from '../../local/recount';
import type { ListId } from '../../miniprogram/contract/list-export';
import { CHIEF, made, SAMPLES, TOWNSHIP } from '../cloudfunctions/report/list-samples';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { SAMPLE_NOW, TEST_FIELD_KEYS } from '../support/given';
import { loadKeptSample } from '../support/kept-sample';

// A cloud with the whole sample on a machine that may be busy.
jest.setTimeout(240_000);

const names = Object.keys(JSON.parse(readFileSync(join(functionsOut, 'database.json'), 'utf8')) as object);
const KEY = Buffer.alloc(32, 'key of the stored forms').toString('base64');
const VARIABLES = { FIELD_KEYS: TEST_FIELD_KEYS, WECHAT_APPID: 'wx0000000000000000', BACKUP_KEY: KEY };
const BYTES_AT_MOST = 300_000;
const fixtureOf = (form: number): string =>
  join(__dirname, 'fixtures', `stored-form-${String(form)}.archive`);
const folder = mkdtempSync(join(tmpdir(), 'stored-forms-'));

let cloud: TestCloud;
beforeAll(() => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    FIELD_KEYS: TEST_FIELD_KEYS,
  });
});
beforeEach(async () => {
  cloud = await startTestCloud({ now: SAMPLE_NOW });
});
afterEach(() => cloud.close());
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function place(): Place {
  const serviceUrl = `${cloud.url}/admin`;
  return {
    app: init({ env: 'local', secretId: 'i', secretKey: 'k', serviceUrl }),
    names,
    variables: VARIABLES,
  };
}

let acts = 0;
/** One grant makes sixty calls a minute. */
async function ask(fn: string, action: string, input: object, openid = CHIEF) {
  cloud.clock.set(cloud.clock.now() + 2_000);
  const caller = { openid, key: `key-stored-form-${String(++acts).padStart(4, '0')}` };
  return cloud.invoke(fn, action, Object.assign({ township: TOWNSHIP }, input), caller);
}

/** The sample with a report, a row in each list, and what the relay makes of it all. */
async function make(): Promise<void> {
  const { current, keys } = JSON.parse(TEST_FIELD_KEYS) as { current: string; keys: Record<string, string> };
  const ring = { id: current, key: keys[current] ?? '' };
  await loadKeptSample(cloud.database, { now: cloud.clock.now(), keys: ring, lives: true });
  await ask('report', 'createReport', { kind: 'work', from: '2026-05-24', to: '2026-11-23' });
  for (const { rows } of Object.values(SAMPLES)) {
    if (!rows) continue;
    const row = rows.row(1);
    const there = [...cloud.database.exportDocuments(rows.collection)] as { _id?: unknown }[];
    if (!there.some(({ _id }) => _id === row._id))
      await cloud.database.importDocuments(rows.collection, [row]);
  }
  for (let minute = 0; minute < 6; minute++)
    await cloud.control({ clock: { advanceMs: 61_000 }, runTimers: true });
  await backUp(place(), fixtureOf(STORED_FORM));
}

/** Step by step to the present form, as the code of each step says. */
async function migrate(content: Content): Promise<Content> {
  if (content.head.version === STORED_FORM) return content;
  const step = MIGRATIONS.find(({ from }) => from === content.head.version);
  if (!step) throw new Error(`no migration begins at ${String(content.head.version)}`);
  const file = join(root, 'build', 'migrations', `${String(step.from)}-${String(step.to)}.ts`);
  const { migrate: bring } = (await import(file)) as { migrate: (content: Content) => Content };
  return migrate(bring(content));
}

const forms = Array.from({ length: STORED_FORM }, (_, n) => n + 1);

if (process.env['STORED_FORM_FIXTURE'] === 'make') test('the fixture of the present form is written', make);

test.each(forms)('data of form %i open, and every list of them is read', async (form) => {
  const file = fixtureOf(form);
  expect([form, existsSync(file)]).toEqual([form, true]);
  expect(statSync(file).size).toBeLessThan(BYTES_AT_MOST);
  const old = unseal(readFileSync(file), KEY);
  expect(old.head.version).toBe(form);
  const brought = join(folder, String(form));
  writeFileSync(brought, seal(await migrate(old), KEY));
  await restore(place(), brought);
  const taken = Math.max(...(old.collections['audit'] ?? []).map(({ at }) => Number(at)));
  cloud.clock.set(taken + 60_000);
  expect(verifyAudit(cloud.database, cloud.clock.now()).get(TOWNSHIP)?.broken).toBeUndefined();
  for (const { collection } of Object.values(SAMPLES).flatMap(({ rows }) => rows ?? []))
    expect([collection, old.collections[collection]?.length]).not.toEqual([collection, 0]);
  made.report = String(old.collections['reports']?.[0]?.['_id']);
  for (const list of Object.keys(SAMPLES) as ListId[]) {
    const { of, by } = SAMPLES[list];
    const answer = await ask('report', 'exportList', { of: of(), reason: 'meeting' }, by);
    expect([list, answer.ok, answer.code]).toEqual([list, true, undefined]);
  }
  for (const [fn, action, openid] of [
    ['overview', 'home', 'bh-villager-1'],
    ['overview', 'mine', 'bh-villager-1'],
    ['request', 'listMine', 'bh-villager-1'],
    ['overview', 'today', 'bh-p5'],
    ['overview', 'workbench', CHIEF],
    ['registry', 'places', 'bh-villager-2'],
  ] as const) {
    const answer = await ask(fn, action, {}, openid);
    expect([action, answer.ok, answer.code]).toEqual([action, true, undefined]);
  }
  const found = await ask('request', 'find', { text: '13800000002' });
  expect((found.data as { requests: unknown[] }).requests.length).toBeGreaterThan(0);
  // The rows that stand in for lists which the sample has not are nobody's happening.
  const differs = recount(cloud.database, TOWNSHIP).filter(({ source }) => !source.includes('~00000000'));
  expect(differs).toEqual([]);
});
