/** Times of an agenda, as the office types them and as they are shown to be changed. */
import { toSessionStep, writeAgenda } from '../../../../miniprogram/deputy/session/steps';

const days = { from: '2026-12-31', to: '2027-01-01' };
const read = (agenda: string) => {
  const step = toSessionStep('saveAgenda', { agenda, halves: ['am'] }, days);
  return step.act === 'saveAgenda' ? step.agenda : [];
};

it('a time stands before its item; a day is named where it changes', () => {
  expect(read('9:00 听取报告\n10：30  审议\n1月1日 08:30 选举\n9:30 闭幕\n其他')).toEqual([
    { title: '听取报告', at: { date: '2026-12-31', start: '09:00' } },
    { title: '审议', at: { date: '2026-12-31', start: '10:30' } },
    { title: '选举', at: { date: '2027-01-01', start: '08:30' } },
    { title: '闭幕', at: { date: '2027-01-01', start: '09:30' } },
    { title: '其他' },
  ]);
});

it('what is no time of this session stays as it was typed', () => {
  const typed = ['25:00 听取报告', '2月3日 9:00 选举', '9:00', '8:5 审议'];
  expect(read(typed.join('\n'))).toEqual(typed.map((title) => ({ title })));
});

it('is there to be changed as it was typed', () => {
  const text = '09:00 听取报告\n审议\n1月1日 08:30 选举\n09:30 闭幕';
  expect(writeAgenda(read(text), days.from)).toBe(text);
});
