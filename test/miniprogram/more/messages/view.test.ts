import { toLines } from '../../../../miniprogram/more/messages/view';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);
const notice = (id: string, page: string | undefined, time: string, unread = false) => ({
  notice: id,
  title: `标题${id}`,
  words: '话',
  at: at(time),
  unread,
  ...(page !== undefined && { page }),
});

test('one row for each matter, the latest word first, new where any of it is new', () => {
  const lines = toLines(
    [
      notice('4', 'more/progress/progress?request=a', '12:00'),
      notice('3', undefined, '11:00'),
      notice('2', 'more/progress/progress?request=b', '10:00'),
      notice('1', 'more/progress/progress?request=a', '09:00', true),
    ],
    '2026-11-23',
  );
  expect(lines.map(({ notice: id, unread, opens }) => [id, unread, opens])).toEqual([
    ['4', true, true],
    ['3', false, false],
    ['2', false, true],
  ]);
  expect(lines[0]?.before).toEqual([expect.stringContaining('标题1')]);
});
