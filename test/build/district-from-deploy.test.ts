/**
 * A district of three townships on a local cloud that holds nothing but what `npm run deploy` wrote: each township is set
 * up through acts, publishes its first day, and a villager of it books.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe as describeDeployment } from '../../build/deploy/describe';
import { filesOf, planDeployment } from '../../build/deploy/plan';
import type { DirectoryKind, DirectoryRows } from '../../miniprogram/contract/registry-office';
import type { ActionName, FunctionName, Input, Output } from '../../miniprogram/contract/wire';
import { applyDeployment, type Applied } from '../support/apply-deployment';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { TEST_FIELD_KEYS } from '../support/given';

jest.setTimeout(120_000);

const SECRET = 'a secret of this test alone';
const ENVIRONMENT = {
  ENV_ID: 'local',
  FIELD_KEYS: TEST_FIELD_KEYS,
  SETUP_SECRET: SECRET,
  WECHAT_APPID: 'wx-local',
  WECHAT_SECRET: 'local-mini-secret',
};
const ADMIN = 'the-administrator';
const FROM = '2026-01-01';
/** Monday; the 5th is a Saturday. */
const DAY = '2026-12-07';
const TOWNS = [
  { id: 't1', name: '云岭镇' },
  { id: 't2', name: '白河镇' },
  { id: 't3', name: '南坪乡' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'deployed-'));
const [written, functions] = [join(folder, 'deploy'), join(folder, 'functions')];
const plan = planDeployment(ENVIRONMENT);
let cloud: TestCloud;
let applied: Applied;
let keys = 0;

beforeAll(async () => {
  mkdirSync(written);
  for (const [name, content] of Object.entries(filesOf(plan)))
    writeFileSync(join(written, name), JSON.stringify(content));
  applied = applyDeployment(written, functions, ENVIRONMENT);
  cloud = await startTestCloud({ functions, env: applied.env, now: '2026-11-23T09:00:00+08:00' });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

async function act<F extends FunctionName, A extends ActionName<F>>(
  fn: F,
  action: A,
  openid: string,
  input: Input<F, A>,
): Promise<Output<F, A>> {
  const answer = await cloud.invoke(fn, action, input, {
    openid,
    key: `deployed-key-${String((keys += 1))}`,
  });
  if (!answer.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(answer)}`);
  return answer.data as Output<F, A>;
}

async function write<K extends DirectoryKind>(
  township: string,
  kind: K,
  rows: readonly DirectoryRows[K][],
  ids: readonly string[] = [],
): Promise<void> {
  const edits = rows.map((row, at) => ({ id: ids[at] ?? '', seen: '', row }));
  await act('registry', 'editBook', ADMIN, { township, kind, edits, reason: '开通' } as never);
}

/** A home with a group, a village and one deputy who is also its chief. */
async function writeDirectory(township: string, name: string): Promise<void> {
  await write(township, 'term', [{ name: '第十八届', from: FROM }]);
  await write(township, 'home', [
    { name: `${name}代表之家`, address: '人民路1号', landline: '0571-88881234', marketDays: [] },
  ]);
  await write(township, 'village', [{ name: '上村', formerNames: [], villagerGroups: [], home: 'h1' }]);
  await write(township, 'group', [{ name: '第一代表小组', home: 'h1' }]);
  await write(township, 'constituency', [{ name: '上村选区', level: 'town', villages: ['v1'] }]);
  const membership = { term: 't1', from: FROM, level: 'town', constituency: 'c1', group: 'g1', home: 'h1' };
  const memberships = [Object.assign({ title: '人大主席', presidium: true }, membership)] as never;
  await write(township, 'person', [{ name: '赵大山', strokes: 9, absent: [], memberships }]);
  await write(township, 'unit', [{ name: '村镇建设办', categories: [] }]);
  await write(township, 'fallback', [{ group: 'g1' }], ['v1']);
}

async function inviteChief(township: string, openid: string): Promise<void> {
  const last4 = { phoneLast4: '1234' };
  const invited = { township, role: 'chief', person: 'p1', ...last4 } as const;
  const { code, invitation } = await act('registry', 'issueInvitation', ADMIN, invited);
  await act('registry', 'claimInvitation', openid, { township, code, ...last4 });
  await act('registry', 'confirmInvitation', ADMIN, { township, invitation });
}

test('every function and collection that is applied stands in what --dry-run prints', () => {
  const printed = describeDeployment(plan, 'local');
  expect(applied.functions.length).toBeGreaterThan(5);
  for (const name of applied.functions) expect(printed).toContain(`tcb fn deploy ${name} -e local`);
  expect(applied.collections.length).toBeGreaterThan(20);
  for (const name of applied.collections) expect(printed).toMatch(new RegExp(`^ {2}${name}: `, 'm'));
  const indexes = plan.collections.flatMap(({ name, indexes: own }) =>
    own.map((index) => [name, index.name]),
  );
  for (const [name = '', index = ''] of indexes)
    expect(printed).toMatch(new RegExp(`^ {2}${name}: .*${index}`, 'm'));
  expect(Object.keys(applied.env)).toContain('FIELD_KEYS');
});

test('the first administrator comes in by the secret, and adds the other two townships', async () => {
  const [first, ...others] = TOWNS;
  const wrong = { township: 't1', name: first.name, secret: 'not the secret at all' };
  expect(
    await cloud.invoke('registry', 'setUp', wrong, { openid: ADMIN, key: 'a-wrong-key-1' }),
  ).toMatchObject({
    ok: false,
  });
  await act('registry', 'setUp', ADMIN, { township: 't1', name: first.name, secret: SECRET });
  for (const { id, name } of others)
    await act('registry', 'addTownship', ADMIN, { township: 't1', id, name });
  const card = {
    name: '清河区',
    host: '清河区人大常委会办公室',
    filingNumber: '办理中',
    complaints: '12345',
    privacyOfficer: '办公室 0571-88880000',
  };
  await act('registry', 'saveDistrict', ADMIN, { township: 't1', card });
  cloud.clock.set(cloud.clock.now() + 61_000);
  expect(await act('registry', 'district', 'anybody', {})).toEqual({ name: '清河区', townships: TOWNS });
});

test.each(TOWNS)(
  '$name is set up, publishes its first day, and a villager books there',
  async ({ id, name }) => {
    const chief = `chief-of-${id}`;
    await writeDirectory(id, name);
    await inviteChief(id, chief);
    await act('reception', 'proposeRoster', chief, { township: id, year: 2026, from: '2026-12-01' });
    await act('reception', 'publishDay', chief, { township: id, year: 2026, date: DAY });
    // The relay brings the published roster to the day.
    cloud.clock.set(cloud.clock.now() + 61_000);
    const { result } = await cloud.cloud.invoke(
      'notify',
      { Type: 'Timer', TriggerName: 'minute' },
      { timer: true },
    );
    expect(result).toMatchObject({ ok: true, data: { failed: 0 } });
    const villager = `villager-of-${id}`;
    const { state, homes } = await act('reception', 'day', villager, { township: id, date: DAY });
    expect(state).toBe('published');
    const [free] = homes.flatMap(({ times }) => times.flatMap((each) => each.free));
    const where = { township: id, date: DAY, home: 'h1', place: free?.place ?? '' };
    const asked = { wish: { who: 'any' }, whom: 'self', name: '某' } as const;
    const slip = await act('reception', 'book', villager, Object.assign({}, where, asked));
    expect(slip).toMatchObject({ date: DAY, home: 'h1', state: 'booked' });
  },
);

test('none of the three knows anything of the others', async () => {
  const [first, second] = TOWNS;
  const names = async (township: string) =>
    JSON.stringify(await act('registry', 'places', 'anybody', { township }));
  expect(await names(first.id)).not.toContain(second.name);
  const foreign = { township: second.id, part: 'names' };
  const asked = await cloud.invoke('registry', 'book', foreign, { openid: `chief-of-${first.id}` });
  expect(asked).toMatchObject({ code: 'not-allowed' });
});
