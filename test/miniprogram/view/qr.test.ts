import qrcode from 'qrcode-generator';
import { drawQr, qrTextOf } from '../../../miniprogram/view/qr';

test('the code says township, day and what is said aloud, and nothing about the person', () => {
  expect(qrTextOf('bh', { date: '2026-12-07', code: 'K7Q2' })).toBe('slip:bh:2026-12-07:K7Q2');
});

test('the image needs no network', () => {
  expect(drawQr(qrcode, 'slip:bh:2026-12-07:K7Q2')).toMatch(/^data:image\/gif;base64,[A-Za-z0-9+/]+=*$/);
});
