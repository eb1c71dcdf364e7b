import type { Slip } from '../../../miniprogram/contract/reception';
import { mergeSlips, nextSlip } from '../../../miniprogram/platform/slips';
import { installFakeWx } from '../../support/fake-wx';
import { NOW } from '../../support/sample-answers';

const slip = (booking: string, more: Partial<Slip> = {}): Slip => ({
  booking,
  date: '2026-12-07',
  home: 'h1',
  time: '09:00',
  half: 'am',
  place: 'h1-0900-4',
  number: 4,
  code: 'K7Q2',
  state: 'booked',
  whom: 'self',
  name: '李婶',
  keys: 'k',
  ...more,
});

test('newer knowledge replaces older, others stay', () => {
  const merged = mergeSlips([slip('a'), slip('b')], [slip('b', { time: '10:00' })], '2026-11-23');
  expect(merged.map(({ booking, time }) => [booking, time])).toEqual([
    ['a', '09:00'],
    ['b', '10:00'],
  ]);
});

test('a cancelled one is forgotten', () => {
  expect(mergeSlips([slip('a')], [slip('a', { state: 'cancelled' })], '2026-11-23')).toEqual([]);
});

test('on the day itself it is still there, the day after it is gone', () => {
  expect(mergeSlips([slip('a')], [], '2026-12-07')).toHaveLength(1);
  expect(mergeSlips([slip('a')], [], '2026-12-08')).toEqual([]);
});

test('the nearest one to come is shown, whatever was booked first', () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  const { storage } = installFakeWx();
  expect(nextSlip()).toBeUndefined();
  storage.set('v1.slips', [
    slip('later', { date: '2027-01-05' }),
    slip('over', { date: '2026-11-05' }),
    slip('next'),
  ]);
  expect(nextSlip()?.booking).toBe('next');
  jest.restoreAllMocks();
});
