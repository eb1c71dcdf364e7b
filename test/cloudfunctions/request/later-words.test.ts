/** What is said after the birth of a request: the asker's words are checked, other people's are theirs. */
import { openidOf } from '../../../local/townships/grants';
import type { SampleCloud } from '../../support/sample-cloud';
import { heldOf, relayChecks, resetChecking, settleHeld, STAFF, startChecking, VILLAGER } from './checking';
import { submit, view } from './requests';
import { mustStep, step } from './steps';

const DAY_MS = 86_400_000;

let cloud: SampleCloud;
/** Who has it. */
let owner: string;
beforeAll(async () => {
  cloud = await startChecking();
});
afterAll(() => cloud.close());
beforeEach(() => resetChecking(cloud));

async function send(): Promise<string> {
  const { request, route } = await submit(cloud, VILLAGER);
  owner = openidOf('bh', route.owner.person ?? '');
  return request;
}

/** Answered by whoever has it, and said by the asker not to be solved. */
async function comeBack(words: string, act: 'notSolved' | 'disagree' = 'notSolved'): Promise<string> {
  const request = await send();
  await relayChecks(cloud);
  await mustStep(cloud, owner, request, { act: 'take' });
  await mustStep(cloud, owner, request, { act: 'explain', words: '说清了' });
  await mustStep(cloud, VILLAGER, request, { act, words });
  return request;
}

async function inboxOf(openid: string): Promise<string[]> {
  const { data } = await cloud.invoke('notify', 'inbox', { township: 'bh' }, { openid });
  return (data as { notices: { title: string }[] }).notices.map(({ title }) => title);
}

const saidIn = async (openid: string, request: string, act: string) =>
  (await view(cloud, openid, request)).steps.find((step) => step.act === act)?.words;

test.each(['notSolved', 'disagree'] as const)(
  'words of «%s»: the asker sees them at once, others when they are checked',
  async (act) => {
    const request = await comeBack('灯还是不亮', act);
    expect(await view(cloud, VILLAGER, request)).toMatchObject({ hidden: 1 });
    expect(await saidIn(VILLAGER, request, act)).toBe('灯还是不亮');
    expect(await saidIn(owner, request, act)).toBeUndefined();
    expect(await view(cloud, owner, request)).toMatchObject({ hidden: 1, text: '二组的路灯坏了' });
    await relayChecks(cloud);
    expect(await saidIn(owner, request, act)).toBe('灯还是不亮');
    expect((await view(cloud, VILLAGER, request)).hidden).toBeUndefined();
  },
);

test('words that are risky are held, and released or kept back by a person; the step itself stands', async () => {
  const request = await comeBack('那就罢免他');
  expect((await view(cloud, owner, request)).state).toBe('contacting');
  await relayChecks(cloud);
  const [held] = (await heldOf(cloud)).requests;
  expect(held).toMatchObject({ request, parts: [{ why: 'risky', text: '那就罢免他' }] });
  expect(held?.parts).toHaveLength(1);
  expect(await saidIn(owner, request, 'notSolved')).toBeUndefined();
  const part = held?.parts[0]?.part ?? '';
  expect(await settleHeld(cloud, request, part, true)).toMatchObject({ ok: true, data: { released: true } });
  expect(await saidIn(owner, request, 'notSolved')).toBe('那就罢免他');
  expect(await heldOf(cloud)).toEqual({ requests: [] });
  await settleHeld(cloud, request, part, false);
  expect(await saidIn(owner, request, 'notSolved')).toBeUndefined();
  expect(await saidIn(VILLAGER, request, 'notSolved')).toBe('那就罢免他');
});

test('words said while the checker is dead go to a person; so does why somebody withdrew', async () => {
  const request = await comeBack('灯还是不亮');
  await mustStep(cloud, VILLAGER, request, { act: 'withdraw', words: '不用了' });
  await cloud.control({ wechat: { dead: true } });
  await relayChecks(cloud);
  expect(await heldOf(cloud)).toMatchObject({
    requests: [
      {
        parts: [
          { why: 'unchecked', text: '灯还是不亮' },
          { why: 'unchecked', text: '不用了' },
        ],
      },
    ],
  });
});

test('what deputies and the office say is theirs: nobody checks it', async () => {
  const request = await send();
  await relayChecks(cloud);
  await mustStep(cloud, owner, request, { act: 'note', words: '罢免' });
  expect(await saidIn(STAFF, request, 'note')).toBe('罢免');
  await mustStep(cloud, owner, request, { act: 'explain', words: '罢免' });
  expect((await view(cloud, VILLAGER, request)).replies).toMatchObject([{ words: '罢免' }]);
  await relayChecks(cloud);
  expect(await heldOf(cloud)).toEqual({ requests: [] });
});

test('what is added later waits for its check too, moves nothing, and who has it is told', async () => {
  const request = await send();
  await relayChecks(cloud);
  const { state, nextDate } = await view(cloud, owner, request);
  await mustStep(cloud, VILLAGER, request, { act: 'supplement', words: '夜里更暗' });
  expect(await view(cloud, owner, request)).toMatchObject({ state, nextDate });
  expect(await saidIn(owner, request, 'supplement')).toBeUndefined();
  await relayChecks(cloud);
  expect(await saidIn(owner, request, 'supplement')).toBe('夜里更暗');
  const told = await inboxOf(owner);
  expect(told).toContain('反映的人补充了情况');
});

test('催一催: not before three days, then once in three, and it moves no date', async () => {
  const request = await send();
  await relayChecks(cloud);
  const nudge = () => step(cloud, VILLAGER, request, { act: 'nudge' });
  expect(await nudge()).toMatchObject({ ok: false, code: 'step-used' });
  expect((await view(cloud, VILLAGER, request)).acts).not.toContain('nudge');
  cloud.clock.set(cloud.clock.now() + 3 * DAY_MS);
  const before = await view(cloud, VILLAGER, request);
  expect(before.acts).toContain('nudge');
  expect((await nudge()).ok).toBe(true);
  expect(await nudge()).toMatchObject({ ok: false, code: 'step-used' });
  await relayChecks(cloud);
  expect((await view(cloud, VILLAGER, request)).nextDate).toBe(before.nextDate);
  expect(await inboxOf(owner)).toContain('反映的人来催了');
});
