import { maskName, maskPhone, tailOf } from '../../../cloudfunctions/shared/mask';

// Enough to ask «是王先生吗», too little to read out.
test.each([
  ['', '*'],
  ['王', '*'],
  ['王磊', '王*'],
  ['王先生', '王*生'],
  ['欧阳小磊', '欧**磊'],
  ['𠮷田磊', '𠮷*磊'],
])('of the name %s there is %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['13800000001', '138****0001'],
  ['88881234', '888****1234'],
  ['8881234', '*****34'],
  ['12', '12'],
  ['1', '1'],
  ['', ''],
])('of the number %s there is %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test('of one’s own number the last four are said at the desk', () => {
  expect(tailOf('13800001234')).toBe('1234');
});
