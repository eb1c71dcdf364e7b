import { dayOfSerial, isDateFormat } from '../../../../../cloudfunctions/report/imports/rules/serial';

it.each([
  [46_357, '2026-12-01'],
  [46_357.999, '2026-12-01'],
  [18_264, '1950-01-01'],
  [73_415, '2100-12-31'],
])('the serial %d is %s', (serial, day) => {
  expect(dayOfSerial(serial)).toBe(day);
});

it('is no day where none of an office lies: it was a number', () => {
  expect([dayOfSerial(18_263), dayOfSerial(73_416), dayOfSerial(-5)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('counts from 1904 where the program did', () => {
  expect(dayOfSerial(46_357 - 1_462, true)).toBe('2026-12-01');
  expect(dayOfSerial(46_357 - 1_462, false)).toBe('2022-11-30');
});

it.each([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])(
  'the built-in format %i shows a day',
  (id) => {
    expect(isDateFormat(id, undefined)).toBe(true);
  },
);

it.each([0, 1, 2, 9, 10, 18, 20, 21, 49])('the built-in format %i shows none', (id) => {
  expect(isDateFormat(id, undefined)).toBe(false);
});

it.each([
  ['yyyy"年"m"月"d"日"', true],
  ['YYYY-MM-DD', true],
  ['d', true],
  ['yyyy', true],
  ['[$-804]yyyy/m/d;@', true],
  ['yyyy"0"', true],
  ['yyyy\\#', true],
  ['0.00"天 day"', false],
  ['#,##0.00', false],
  ['[Red]0', false],
  ['??/??', false],
  ['\\d0', false],
  ['"year"', false],
  ['[y]', false],
  ['\\y', false],
  ['h:mm', false],
  ['General', false],
  ['yyyy 0', false],
])('the format %s: %s', (code, isDate) => {
  expect(isDateFormat(14, code)).toBe(isDate);
});
