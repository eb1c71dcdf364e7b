import { toRequestLine, toSlipLine } from '../../../miniprogram/view/lines';
import { card, lateCard, slip } from '../../support/sample-answers';

const TODAY = '2026-11-23';
const homes = [{ id: 'h1', name: '城关代表之家', address: '', landline: '' }];

describe('a booking in a list', () => {
  test('a coming one says how long it is', () => {
    expect(toSlipLine(slip, homes, TODAY)).toMatchObject({
      day: '12月7日 星期一（还有14天）',
      time: '上午 9:00',
      number: '第4号',
      place: '城关代表之家',
      whom: '',
      tag: '已约好',
      tone: 'in-hand',
    });
  });

  test('on the day it is still coming, the day after it is past', () => {
    expect(toSlipLine(slip, homes, '2026-12-07').day).toContain('今天');
    expect(toSlipLine(slip, homes, '2026-12-08')).toMatchObject({
      day: '12月7日 星期一',
      tag: '已过',
      tone: 'done',
    });
  });

  test('one for the family says for whom; one of an unknown home is still shown', () => {
    const family = toSlipLine({ ...slip, whom: 'family', name: '李大爷', home: 'h9' }, homes, TODAY);
    expect(family).toMatchObject({ whom: '给李大爷约的', place: '' });
  });

  test('a cancelled one says so', () => {
    expect(toSlipLine({ ...slip, state: 'cancelled' }, homes, TODAY)).toMatchObject({
      tag: '已退',
      tone: 'done',
    });
  });
});

describe('a request in a list', () => {
  test('its state, or how late it is: never both', () => {
    expect(toRequestLine(card, TODAY)).toMatchObject({ tag: '代表联系中', tone: 'in-hand', due: '还有3天' });
    expect(toRequestLine(lateCard, TODAY)).toMatchObject({ tag: '已超1天', tone: 'late', due: '' });
  });

  test('far dates are named, near ones counted', () => {
    const due = (nextDate: string): string => toRequestLine({ ...card, nextDate }, TODAY).due;
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map(due)).toEqual([
      '今天到期',
      '还有1天',
      '还有3天',
      '11月27日前',
    ]);
  });

  test('without a date there is nothing to count', () => {
    const { nextDate: _none, ...open } = lateCard;
    expect(toRequestLine(open, TODAY)).toMatchObject({ tag: '已超期', due: '' });
  });
});
