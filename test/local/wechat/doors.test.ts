import { rmSync } from 'node:fs';
import { sendSubscribeMessage } from '../../../cloudfunctions/shared/wechat/subscribe';
import { startWechat, temporaryFolder } from './harness';

const message = {
  openid: 'o1',
  templateId: 'local-template-task',
  page: '',
  data: { thing1: '一件', thing2: '办公室', time3: '09:00', thing4: '请看' },
};

test('what a person answered and got outlives a restart; a reset forgets it', async () => {
  const dataDir = temporaryFolder();
  let run = await startWechat({ dataDir });
  const accepted = { answers: { 'local-template-task': 'accept' }, keep: true };
  await run.phone('o1', 'subscribe', accepted);
  await run.phone('o1', 'subscribe', accepted);
  await sendSubscribeMessage(message);
  await run.close();
  run = await startWechat({ dataDir });
  expect(await run.page()).toContain('待办事项提醒');
  expect(await run.phone('o1', 'subscriptions')).toMatchObject({
    mainSwitch: true,
    kept: { 'local-template-task': 'accept' },
  });
  await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ ok: true });
  await run.cloud.cloud.clear();
  expect(await run.page()).toContain('还没有人收到消息');
  expect(await run.phone('o1', 'subscriptions')).toMatchObject({ kept: {} });
  await run.close();
  rmSync(dataDir, { recursive: true });
});

test('the page and the server interface are for this machine; another web site gets nothing', async () => {
  const run = await startWechat();
  const foreign = { origin: 'http://elsewhere.example' };
  const page = await fetch(`${run.cloud.url}/wechat`, { headers: foreign });
  expect(page.status).toBe(403);
  const api = await fetch(`${run.cloud.url}/weixin/cgi-bin/stable_token`, {
    method: 'POST',
    headers: foreign,
  });
  expect(api.status).toBe(403);
  const phone = await fetch(`${run.cloud.url}/wechat/phone/subscriptions`, {
    method: 'POST',
    headers: { ...foreign, 'x-wx-openid': 'o1' },
  });
  expect(phone.status).toBe(403);
  await run.close();
});

test('a phone without an identity has no consents', async () => {
  const run = await startWechat();
  const answer = await fetch(`${run.cloud.url}/wechat/phone/subscriptions`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(403);
  await run.close();
});
