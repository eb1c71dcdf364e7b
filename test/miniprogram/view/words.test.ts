import { LEVEL_LABELS } from '../../../miniprogram/contract/labels';
import { sayJoined } from '../../../miniprogram/view/joined';
import {
  isByPhone,
  sayAddress,
  sayCome,
  sayHalfTime,
  sayNumber,
  sayReceiver,
  sayUnread,
} from '../../../miniprogram/view/words';

test('half and time', () => {
  expect([sayHalfTime('am', '09:00'), sayHalfTime('pm', '14:30')]).toEqual(['上午 9:00', '下午 14:30']);
});

test('somebody is what their badge says, else their level, else simply one who receives', () => {
  expect(sayReceiver({ title: '镇长', level: 'town' } as never)).toBe('镇长');
  expect(sayReceiver({ level: 'town' } as never)).toBe(LEVEL_LABELS.town);
  expect(sayReceiver({})).toBe('接访人');
});

test('whoever waits has no number yet', () => {
  expect([sayNumber({ number: 0 }), sayNumber({ number: 2 })]).toEqual(['候补', '第2号']);
});

test('a home receives by phone on its own days alone', () => {
  const home = { phoneDays: ['2026-12-01'] };
  expect([isByPhone(home, '2026-12-01'), isByPhone(home, '2026-12-02')]).toEqual([true, false]);
  expect([isByPhone({} as never, '2026-12-01'), isByPhone(undefined, '2026-12-01')]).toEqual([false, false]);
  expect([sayCome(true), sayCome(false)]).toEqual(['直接打座机', '直接来']);
});

test('hours are said where a home has some', () => {
  expect(sayAddress({ address: '一组', hours: '周一' })).toBe('一组（平时开门：周一）');
  expect(sayAddress({ address: '一组', hours: '' })).toBe('一组');
});

test('the server counts unread messages no further than a hundred', () => {
  expect(sayUnread(0)).toEqual({ words: '没有新消息', lit: false });
  expect(sayUnread(1)).toEqual({ words: '1条没看', lit: true });
  expect(sayUnread(99).words).toBe('99条没看');
  expect(sayUnread(100).words).toBe('99条以上没看');
});

test('after «我也反映» it is done, or said why not', () => {
  expect(sayJoined({ ok: true, data: {} })).toMatchObject({
    problem: '',
    done: expect.stringContaining('记下了') as string,
  });
  const refused = sayJoined({ ok: false, code: 'not-found' } as never);
  expect(refused.done).toBe('');
  expect(refused.problem).not.toBe('');
});
