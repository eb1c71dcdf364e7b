/** What is passed up and answered: by the district alone, once, and the office reads it and passes it on. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestView } from '../../../miniprogram/contract/request';
import type { StepInput } from '../../../miniprogram/contract/request-life';
import type { Output } from '../../../miniprogram/contract/wire';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey, submission } from './requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const [STAFF, DISTRICT] = ['bh-staff', 'qu-district'];
let cloud: InProcessCloud;
let id: string;
beforeAll(async () => {
  cloud = await startInProcess({ request, notify });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});
const ask = (openid: string, action: string, input: object, key = newKey()) =>
  cloud.invoke('request', action, { township: 'bh', ...input }, { openid, key });
const step = (act: object) => ask(STAFF, 'act', { request: id, step: act });
const list = async (openid: string) =>
  ((await ask(openid, 'listPassedUp', {})).data as Output<'request', 'listPassedUp'>).items;
const say = (words: string, key = newKey(), openid = DISTRICT) =>
  ask(openid, 'answerPassedUp', { request: id, words }, key);

it('is nothing to answer before it is passed up', async () => {
  const said = { ...submission(), text: '金丝雀的话', name: '金丝雀' };
  id = ((await ask('asker', 'submit', said)).data as { request: string }).request;
  expect((await step({ act: 'keep' })).ok).toBe(true);
  expect(await say('早了')).toMatchObject({ code: 'not-found' });
});

it('is seen by the office’s summary, with its township’s name', async () => {
  expect((await step({ act: 'passUp', summary: '跨镇水渠' })).ok).toBe(true);
  const [item] = await list(DISTRICT);
  expect(item).toMatchObject({ request: id, from: '白鹤镇', summary: '跨镇水渠', state: 'passed-up' });
  expect(JSON.stringify(item)).not.toContain('金丝雀');
});

it('is answered once, by the district alone, and the office and nobody else reads it', async () => {
  const key = newKey();
  expect(await say('某', newKey(), STAFF)).toMatchObject({ code: 'not-allowed' });
  expect(await say('区水务局明年修', key)).toMatchObject({ ok: true });
  expect(await say('区水务局明年修', key)).toMatchObject({ ok: true });
  expect(await say('别的话', key)).toMatchObject({ code: 'key-reused' });
  expect(await say('再说一次')).toMatchObject({ code: 'step-used', details: { state: 'answered' } });
  expect((await list(DISTRICT))[0]?.answer?.words).toBe('区水务局明年修');
  const read = async (openid: string) =>
    ((await ask(openid, 'get', { request: id })).data as RequestView).passedUp;
  expect(await read(STAFF)).toMatchObject({ summary: '跨镇水渠', answer: { words: '区水务局明年修' } });
  expect(await read('asker')).toBeUndefined();
  expect(JSON.stringify(cloud.documents('requests'))).not.toContain('区水务局明年修');
});

it('tells the office', async () => {
  for (let n = 0; n < 3; n++)
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: STAFF, key: newKey() });
  const inbox = cloud
    .documents<{ event: string }>('inbox')
    .filter(({ event }) => event === 'request-district-answered');
  expect(inbox.length).toBeGreaterThan(0);
});

it('is over for the district once the office has answered the asker', async () => {
  const reply: StepInput = { act: 'reply', class: 'C', words: '区水务局明年修', doneBy: '2027-06-30' };
  expect((await step(reply)).ok).toBe(true);
  expect(await say('还有')).toMatchObject({ code: 'step-used' });
});
