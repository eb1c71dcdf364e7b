import { rootSize } from '../../../miniprogram/platform/fonts';

const phone = { width: 390, setting: 16, ios: false, elder: false };

test('at the ordinary setting body type is 34 of 750 of the width', () => {
  expect(rootSize(phone)).toBeCloseTo((390 / 750) * 34, 2);
});

test('iOS calls 17 what Android calls 16', () => {
  expect(rootSize({ ...phone, setting: 17, ios: true })).toBe(rootSize(phone));
});

test('elder mode is 1.3 times as large, small type then still 18 points or more', () => {
  const elder = rootSize({ ...phone, elder: true });
  expect(elder / rootSize(phone)).toBeCloseTo(1.3, 2);
  expect((elder * 28) / 34).toBeGreaterThanOrEqual(18);
});

test('the system setting scales it, within what fits a phone', () => {
  expect(rootSize({ ...phone, setting: 20 }) / rootSize(phone)).toBeCloseTo(1.25, 2);
  expect(rootSize({ ...phone, setting: 40 }) / rootSize(phone)).toBeCloseTo(1.5, 2);
  expect(rootSize({ ...phone, setting: 8 }) / rootSize(phone)).toBeCloseTo(0.9, 2);
});

test('a phone that tells no setting is taken as ordinary', () => {
  expect(rootSize({ ...phone, setting: Number.NaN })).toBe(rootSize(phone));
  expect(rootSize({ ...phone, setting: 0 })).toBe(rootSize(phone));
});

test('a window on a PC is not a larger phone', () => {
  expect(rootSize({ ...phone, width: 1024 })).toBe(rootSize({ ...phone, width: 480 }));
});
