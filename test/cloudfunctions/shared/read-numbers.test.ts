import { readRequestNumber, readTelephone } from '../../../cloudfunctions/shared/read-numbers';

test.each([
  ['0571－8888 1234', '0571-88881234'],
  ['12388', '12388'],
  ['057188881234', '0571-88881234'],
  ['13800000001', '13800000001'],
  ['+86-138-0000-0001', '13800000001'],
  ['0571 8888 1234转8', '0571-88881234转8'],
  ['(0571)88881234-8', '0571-88881234转8'],
  ['0571-88881234 ext. 801', '0571-88881234转801'],
  ['400-800-1234', '400-8001234'],
  ['400 800 1234 转 1', '400-8001234转1'],
  ['4008001234', '400-8001234'],
  ['0571−88881234', '0571-88881234'],
  ['13800000001（微信同号）', '13800000001'],
])('printed for everybody %s is %s', (typed, printed) => {
  expect(readTelephone(typed)).toBe(printed);
});

test.each([
  ['编号 1129-abcd', '1129-ABCD'],
  ['编号：1129-ABCD', '1129-ABCD'],
  ['1129 abcd', '1129-ABCD'],
  ['１１２９－ａｂｃｄ', '1129-ABCD'],
  ['意见编号1129ABCD', '1129-ABCD'],
  ['1129-1O0I', '1129-1001'],
  ['【1129-ABCD】', '1129-ABCD'],
  ['“1129-ABCD”。', '1129-ABCD'],
  ['1129_ABCD', '1129-ABCD'],
  ['意见1129‑ABCD', '1129-ABCD'],
  ['编号1129-ABCD的意见', '1129-ABCD'],
  ['1129-ABCD 路灯', '1129-ABCD'],
  ['ll29-abcd', '1129-ABCD'],
  ['第 1129ABCD 号', '1129-ABCD'],
  ['1129−ABCD', '1129-ABCD'],
  ['№1129 ABCD', '1129-ABCD'],
  ['lolo lili', undefined],
  ['路灯', undefined],
  ['13800000001', undefined],
  ['0571-8888-1234', undefined],
  ['112-abcd', undefined],
])('%s is the request %s', (typed, number) => {
  expect(readRequestNumber(typed)).toBe(number);
});
