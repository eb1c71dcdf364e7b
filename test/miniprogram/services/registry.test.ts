import { getHomes, knownHomes } from '../../../miniprogram/services/homes';
import { getPlaces } from '../../../miniprogram/services/registry';
import { installFakeWx, NO_NETWORK } from '../../support/fake-wx';
import type { FakeWx } from '../../support/fake-wx';
import { NOW, places } from '../../support/sample-answers';

let fake: FakeWx;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  fake.answer = () => ({ ok: true, data: places });
});
afterEach(() => {
  jest.useRealTimers();
});

async function ask() {
  const work = getPlaces();
  await jest.advanceTimersByTimeAsync(20_000);
  return work;
}

test('the directory is asked for once in ten minutes', async () => {
  await ask();
  await ask();
  expect(fake.calls).toHaveLength(1);
  jest.setSystemTime(NOW + 11 * 60_000);
  await ask();
  expect(fake.calls).toHaveLength(2);
});

test('the directory comes in parts, and one that is still as the phone has it is not sent again', async () => {
  const { villages, ...others } = places;
  const rest = { ...others, villages: [] };
  let now = 'now';
  fake.answer = ({ data }) => {
    const { after } = (data as { input: { after?: string } }).input;
    if (after === undefined) return { ok: true, data: { ...rest, next: `${now}.1`, end: `${now}.2` } };
    if (!after.startsWith(now)) return { ok: false, code: 'row-changed' };
    const empty = {
      township: places.township,
      homes: [],
      groups: [],
      categories: [],
      units: [],
      deputies: [],
    };
    return { ok: true, data: { ...empty, villages: after.endsWith('.1') ? villages : [], end: `${now}.2` } };
  };
  const whole = { ok: true, data: { ...places, end: 'now.2' } };
  expect(await ask()).toEqual(whole);
  expect(fake.calls).toHaveLength(2);
  jest.setSystemTime(NOW + 11 * 60_000);
  expect(await ask()).toEqual(whole);
  expect(fake.calls).toHaveLength(3);
  now = 'later';
  jest.setSystemTime(NOW + 22 * 60_000);
  expect(await ask()).toEqual({ ok: true, data: { ...places, end: 'later.2' } });
  expect(fake.calls).toHaveLength(6);
});

test('without a network the last one known will do, also an old one', async () => {
  await ask();
  jest.setSystemTime(NOW + 30 * 86_400_000);
  fake.answer = () => {
    throw NO_NETWORK as unknown as Error;
  };
  expect(await ask()).toEqual({ ok: true, data: places });
});

test('a phone whose clock was set back does not believe the future', async () => {
  await ask();
  jest.setSystemTime(NOW - 86_400_000);
  await ask();
  expect(fake.calls).toHaveLength(2);
});

test('the directory of one township is never shown in another', async () => {
  await ask();
  fake.storage.set('v1.whereabouts', { township: 'qs' });
  fake.answer = () => ({ ok: false, code: 'internal' });
  expect(await ask()).toEqual({ ok: false, code: 'internal' });
  expect(knownHomes()).toEqual([]);
});

test('homes are known from the directory, and asked for only when nothing is', async () => {
  await ask();
  expect((await getHomes()).map(({ id }) => id)).toEqual(['h1', 'h2', 'h3']);
  expect(fake.calls).toHaveLength(1);
});
