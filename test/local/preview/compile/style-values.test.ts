import * as fc from 'fast-check';
import { convertValue } from '../../../../local/preview/compile/style-values';

it.each([
  ['750rpx', '100vw'],
  ['24rpx 75rpx', '3.2vw 10vw'],
  ['-1.5rpx', '-0.2vw'],
  ['.75rpx', '0.1vw'],
  ['calc(100% - 96rpx)', 'calc(100% - 12.8vw)'],
  ['600 28rpx / 44rpx var(--td-font,PingFang SC)', '600 3.73333vw / 5.86667vw var(--td-font,PingFang SC)'],
  ['100vh', 'calc(var(--phone-vh, 1vh) * 100)'],
  ['env(safe-area-inset-bottom)', 'var(--phone-safe-bottom, 0px)'],
  ['constant(safe-area-inset-top, 4px)', 'var(--phone-safe-top, 0px)'],
])('%s is %s', (value, expected) => {
  expect(convertValue(value)).toBe(expected);
});

it.each(['url(a-10rpx.png)', '"10rpx"', '#10rpx', 'a10rpx', '1rem', '10px', 'var(--w-10rpx)'])(
  '%s is no length of ours and stays',
  (value) => {
    expect(convertValue(value)).toBe(value);
  },
);

it('whole rpx are the same share of the width as in WeChat, to a thousandth of a pixel on a phone', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), (rpx) => {
      const vw = parseFloat(convertValue(`${rpx}rpx`));
      expect(Math.abs((vw / 100) * 390 - (rpx / 750) * 390)).toBeLessThan(0.001);
    }),
  );
});
