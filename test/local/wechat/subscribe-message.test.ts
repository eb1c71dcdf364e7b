import { sendSubscribeMessage } from '../../../cloudfunctions/shared/wechat/subscribe';
import { startWechat, type WechatRun } from './harness';

const TEMPLATE = 'local-template-change';
const good = {
  openid: 'o1',
  templateId: TEMPLATE,
  page: 'pages/mine/mine?from=message',
  data: { thing1: '接待日预约', phrase2: '已改期', time3: '2026年12月7日 09:00', thing4: '请看预约单' },
};

let run: WechatRun;

beforeEach(async () => {
  run = await startWechat();
});

afterEach(() => run.close());

const accept = (openid = 'o1', keep = false): Promise<unknown> =>
  run.phone(openid, 'subscribe', { answers: { [TEMPLATE]: 'accept' }, keep });

test('one consent is one message, and they add up', async () => {
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 43101 });
  await accept();
  await accept();
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: true });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: true });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: false, code: 43101 });
});

test('a consent is one person’s, for one template; a refusal gives none', async () => {
  await accept('o2');
  await run.phone('o1', 'subscribe', { answers: { [TEMPLATE]: 'reject' } });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 43101 });
  const other = { ...good, openid: 'o2', templateId: 'local-template-task' };
  const data = { thing1: '一件', thing2: '办公室', time3: '09:00', thing4: '请看' };
  await expect(sendSubscribeMessage({ ...other, data })).resolves.toMatchObject({ code: 43101 });
});

test('with the main switch off nothing comes, and nothing is used up', async () => {
  await accept();
  await run.phone('o1', 'settings', { mainSwitch: false });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 43101 });
  await run.phone('o1', 'settings', { mainSwitch: true });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: true });
});

test('what is refused uses no consent up', async () => {
  await accept();
  const empty = await sendSubscribeMessage({ ...good, data: { ...good.data, thing4: '' } });
  expect(empty).toMatchObject({ code: 47003, keyword: 'thing4' });
  await expect(sendSubscribeMessage({ ...good, page: 'pages/none/none' })).resolves.toMatchObject({
    code: 41030,
  });
  await expect(sendSubscribeMessage({ ...good, templateId: 'other' })).resolves.toMatchObject({
    code: 40037,
  });
  await expect(sendSubscribeMessage({ ...good, openid: '' })).resolves.toMatchObject({ code: 40003 });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: true });
});

test('all keywords of the template, and no others', async () => {
  await accept();
  const { thing4: _, ...fewer } = good.data;
  await expect(sendSubscribeMessage({ ...good, data: fewer })).resolves.toMatchObject({ keyword: 'thing4' });
  const more = { ...good.data, thing9: '多' };
  await expect(sendSubscribeMessage({ ...good, data: more })).resolves.toMatchObject({ code: 47003 });
});

test('pages of subpackages are pages', async () => {
  await accept();
  await expect(sendSubscribeMessage({ ...good, page: 'deputy/today/today' })).resolves.toMatchObject({
    ok: true,
  });
});

test('limits by minute and day', async () => {
  await accept();
  await run.fault({ limits: { 'subscribe/send': { perMinute: 0 } } });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 45011 });
  await run.fault({ limits: { 'subscribe/send': { perDay: 1 } } });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 45009 });
  await run.fault({});
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: true });
});

test('an answer that is lost after sending: the message is there, the client says it may be', async () => {
  // The token of the test before is of another run: it is renewed here, so that the fault meets the message.
  await sendSubscribeMessage(good);
  await accept();
  await run.fault({ fail: [{ api: 'subscribe/send', as: 'drop' }] });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 'unreachable', maybeDone: true });
  expect(await run.page()).toContain('请看预约单');
});

test('busy twice and then well; dead; half an answer', async () => {
  await accept();
  await run.fault({ fail: [{ api: 'subscribe/send', as: -1, times: 2 }] });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ ok: true });
  await run.fault({ dead: true });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 'unreachable' });
  await run.fault({ fail: [{ api: 'subscribe/send', as: 'garbage' }] });
  await expect(sendSubscribeMessage(good)).resolves.toMatchObject({ code: 'bad-answer' });
});

test('a mistyped fault is refused', async () => {
  await expect(
    run.cloud.control({ wechat: { fail: [{ api: 'x', as: 'nothing' }] } as never }),
  ).rejects.toThrow('wechat fail cannot be');
  await expect(run.cloud.control({ wechat: { ded: true } as never })).rejects.toThrow(
    'no such thing of wechat',
  );
});

test('the page shows a message as a card: title, labels, values, where it leads', async () => {
  await accept();
  await sendSubscribeMessage({ ...good, data: { ...good.data, thing4: '<b>&' } });
  const page = await run.page();
  for (const part of [
    '预约变更通知',
    '变更类型',
    '已改期',
    '进入小程序查看 pages/mine/mine',
    '&lt;b&gt;&amp;',
  ])
    expect(page).toContain(part);
});
