import { readPaperCode } from '../../../../miniprogram/more/take-over/view';
import { qrTextOf } from '../../../../miniprogram/view/qr';

const SLIP = { date: '2026-12-07', code: 'K7M2Q', home: 'h1', half: 'pm', number: 6 } as const;

test('the code on a paper slip fills in everything that would have to be typed', () => {
  const { date, ...form } = SLIP;
  const township = 'bh';
  expect(readPaperCode(qrTextOf(township, SLIP))).toEqual({ township, date, form: { ...form, number: '6' } });
});

test.each(['slip:bh:2026-12-07:K7M2Q', 'https://example.org', '', 'slip:bh:2026-12-07:K7M2Q:h1:xx:6'])(
  '%j is no such code',
  (text) => {
    expect(readPaperCode(text)).toBeUndefined();
  },
);
