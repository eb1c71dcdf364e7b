import { msgSecCheck } from '../../../cloudfunctions/shared/wechat/security';
import { startWechat, type WechatRun } from './harness';

let run: WechatRun;

beforeEach(async () => {
  run = await startWechat({ now: '2026-12-01T09:00:00+08:00' });
});

afterEach(() => run.close());

test.each([
  ['村口的路灯坏了', 'pass', 100],
  ['村里的选举什么时候', 'review', 20001],
  ['罢免', 'risky', 20001],
])('%s: %s', async (text, suggest, label) => {
  await run.open('o1');
  await expect(msgSecCheck('o1', text)).resolves.toMatchObject({ ok: true, data: { suggest, label } });
});

test('who was not here within two hours cannot be checked for', async () => {
  await expect(msgSecCheck('o1', '路灯')).resolves.toMatchObject({ code: 61010 });
  await run.open('o1');
  run.cloud.clock.set(run.cloud.clock.now() + 119 * 60_000);
  await expect(msgSecCheck('o1', '路灯')).resolves.toMatchObject({ ok: true });
  run.cloud.clock.set(run.cloud.clock.now() + 2 * 60_000);
  await expect(msgSecCheck('o1', '路灯')).resolves.toMatchObject({ code: 61010 });
});

test('at most 2500 characters, at least one', async () => {
  await run.open('o1');
  await expect(msgSecCheck('o1', '路'.repeat(2_500))).resolves.toMatchObject({ ok: true });
  await expect(msgSecCheck('o1', '路'.repeat(2_501))).resolves.toMatchObject({ ok: false });
  await expect(msgSecCheck('o1', '')).resolves.toMatchObject({ code: 44002 });
});

test('the page says that something was checked, never what', async () => {
  await run.open('o1');
  await msgSecCheck('o1', '罢免一句话');
  const page = await run.page();
  expect(page).toContain('有风险（20001）');
  expect(page).not.toContain('罢免');
});
