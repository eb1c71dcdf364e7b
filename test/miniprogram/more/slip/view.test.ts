import { saySlip, toCalendarEntry, toSlipScreen } from '../../../../miniprogram/more/slip/view';
import { slip } from '../../../support/sample-answers';

const screen = toSlipScreen(slip, undefined, { township: 'bh', today: '2026-12-01' });

test('in the phone’s calendar it stands at China’s time for half an hour, with number and code', () => {
  const entry = toCalendarEntry({ date: '2026-12-07', time: '09:00' }, screen);
  expect(new Date(entry.startsAt).toISOString()).toBe('2026-12-07T01:00:00.000Z');
  expect(entry.endsAt - entry.startsAt).toBe(30 * 60_000);
  expect(entry.title).toContain(screen.number);
  expect(entry.title).toContain(slip.code);
});

test('what is sent to the family says day, time, number and home, and neither name nor code', () => {
  const words = saySlip(screen);
  for (const said of [screen.date, screen.time, screen.number, screen.home]) expect(words).toContain(said);
  for (const kept of [slip.code, slip.name]) expect(words).not.toContain(kept);
});

test.each(['08:30', '14:30', '16:30'])(
  'a place at %s rings on the evening before, not in the night',
  (time) => {
    const { ringsAt } = toCalendarEntry({ date: '2026-12-07', time }, screen);
    expect(new Date(ringsAt).toISOString()).toBe('2026-12-06T12:00:00.000Z');
  },
);
