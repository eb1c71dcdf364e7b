import qrcode from 'qrcode-generator';
import { drawQr, qrTextOf } from '../../../miniprogram/view/qr';

test('the code says township, day and what is said aloud, and nothing about the person', () => {
  const slip = { date: '2026-12-07', code: 'K7Q2', home: 'h1', half: 'am', number: 6 } as const;
  expect(qrTextOf('bh', slip)).toBe('slip:bh:2026-12-07:K7Q2:h1:am:6');
});

test('the image needs no network', () => {
  expect(drawQr(qrcode, 'slip:bh:2026-12-07:K7Q2')).toMatch(/^data:image\/gif;base64,[A-Za-z0-9+/]+=*$/);
});
