import { createActor } from '../../../miniprogram/platform/actor';
import type { StepInput } from '../../../miniprogram/contract/request-life';
import { installFakeWx } from '../../support/fake-wx';

beforeEach(() => void installFakeWx());

const take: StepInput = { act: 'take' };

test('after a lost answer the same step goes out under the same key; after an end under a new one', async () => {
  const keys: string[] = [];
  let answer: { ok: true; data: number } | { ok: false; code: 'offline' } = { ok: false, code: 'offline' };
  const act = createActor<StepInput, number>((_request, _step, key) => {
    keys.push(key);
    return Promise.resolve(answer);
  });
  await act('r1', take);
  await act('r1', take);
  answer = { ok: true, data: 1 };
  await act('r1', take);
  await act('r1', take);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[1]).toBe(keys[2]);
  expect(keys[3]).not.toBe(keys[2]);
});

test('another step or another request is another intention', async () => {
  const keys = new Set<string>();
  const act = createActor<StepInput, number>((_request, _step, key) => {
    keys.add(key);
    return Promise.resolve({ ok: false, code: 'busy' });
  });
  await act('r1', take);
  await act('r2', take);
  await act('r2', { act: 'note', words: '去看过' });
  expect(keys.size).toBe(3);
});
