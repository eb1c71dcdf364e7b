import { sayFault } from '../../../../miniprogram/office/import/view';

test('a day that is still to come is read as a day, and what is none as it was typed', () => {
  const fault = { line: 3, column: '日期', why: 'future' } as const;
  expect(sayFault({ ...fault, text: '2027-03-04' })).toContain('2027年3月4日 还没到');
  expect(sayFault({ ...fault, text: '后天' })).toContain('后天 还没到');
});
