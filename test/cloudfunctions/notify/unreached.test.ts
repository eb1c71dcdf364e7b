/** Whom a message does not reach: a WeChat that answers too late, the short message where there is a gateway. */
import { submit } from '../request/requests';
import { mustStep } from '../request/steps';
import { openPostOffice, type PostOffice } from './support/post-office';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const [DEPUTY, STAFF, UNIT] = ['bh-p5', 'bh-staff', 'bh-unit'] as const;
const PHONE = '13900001111';

let withGateway: PostOffice;
let without: PostOffice;
beforeAll(async () => {
  [withGateway, without] = await Promise.all([
    openPostOffice({ sms: true }),
    openPostOffice({ env: { WECHAT_TIMEOUT_MS: '1500' } }),
  ]);
});
afterAll(() => Promise.all([withGateway.closeAll(), without.closeAll()]));
beforeEach(() => Promise.all([withGateway.reset(), without.reset()]));

/** Somebody with a number, without a consent, whose request is answered. */
async function answered(office: PostOffice): Promise<void> {
  const asked = { deputy: 'p5', name: '金丝雀', phone: PHONE, text: '金丝雀唱歌了' };
  const { request } = await submit(office, 'asker', asked);
  await mustStep(office, DEPUTY, request, { act: 'propose', words: '请修' });
  await mustStep(office, STAFF, request, { act: 'assign', lead: 'u1', assist: [] });
  await mustStep(office, UNIT, request, { act: 'reply', class: 'A', words: '修好了' });
  await office.timer();
  await office.timer();
}

const pageOf = async ({ url }: PostOffice) => (await fetch(`${url}/wechat`)).text();
const callList = async (office: PostOffice) =>
  ((await office.act(STAFF, 'notify', 'calls')).data as { calls: { about: string }[] }).calls;

test('a gateway: the words of the table to the number that was left, once, and nobody need call', async () => {
  await answered(withGateway);
  const page = await pageOf(withGateway);
  expect(page).toContain('短信（1）');
  expect(page).toContain(PHONE);
  expect(page).toMatch(/您反映的柳树城村 · 道路桥梁（编号[^）]+）有答复了，请在「代表之家」小程序里看/);
  expect(page).not.toContain('金丝雀');
  expect(await callList(withGateway)).toEqual([]);
  expect(withGateway.messages().filter(({ code }) => code === 'sms')).toHaveLength(1);
  expect(JSON.stringify(withGateway.log)).not.toContain(PHONE);
});

test('no gateway, as it is unless somebody names one: nothing is sent, the office calls', async () => {
  await answered(without);
  expect(await pageOf(without)).toContain('短信（0）');
  expect(await callList(without)).toMatchObject([{ about: '您反映的事有答复了' }]);
});

test('a gateway that fails: the office calls', async () => {
  const refused = { phone: PHONE, text: '' };
  const answer = await fetch(`${withGateway.url}/wechat/sms`, {
    method: 'POST',
    headers: { authorization: 'Bearer local-sms-token' },
    body: JSON.stringify(refused),
  });
  expect(answer.status).toBe(400);
  const broken = await openPostOffice({ env: { SMS_GATEWAY: 'http://127.0.0.1:9/sms', SMS_TOKEN: 'x' } });
  await answered(broken);
  expect(await callList(broken)).toHaveLength(1);
  await broken.closeAll();
});

test('an answer that comes too late: the message waits, counts one attempt, and goes out later', async () => {
  await without.consent(DEPUTY, 'task');
  await without.consent(DEPUTY, 'task');
  without.says(DEPUTY, 'late');
  await submit(without, 'asker', { deputy: 'p5' });
  await without.act('asker', 'notify', 'kick');
  const [message] = without.messages().filter(({ person }) => person === 'p5');
  expect(message).toMatchObject({ state: 'queued', attempts: 1, code: 'timeout' });
  expect(without.consentsOf(DEPUTY)?.left.task).toBe(2);
  without.says(DEPUTY, 0);
  await without.advance(MINUTE_MS);
  await without.timer();
  expect(without.sent).toMatchObject([{ openid: DEPUTY }]);
  expect(without.consentsOf(DEPUTY)?.left.task).toBe(1);
});
