/** Notices about bookings, seats and bans: every sentence as its reader reads it. */
import { BOOKING_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/booking';
import { SEAT_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/duty';
import { BAR_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/ban';
import { BOOKING, SEAT } from './notice-facts';
import { readTable } from './read-notices';

describe('a booking: the booker, the receiver, and who entered it', () => {
  it('is told as follows', () => {
    expect(readTable(BOOKING_NOTICES, BOOKING as never)).toEqual({
      booked: [
        'villager: 约好了 | 12月7日 星期一 上午 9:00，城关，第3号。来不了请在截止前退掉。 | more/slip/slip?booking=a-b&date=2026-12-07',
        'deputy: 有人约了您 | 12月7日 星期一 上午 9:00，城关，有人约了接访。接访前一天会再提醒您。 | deputy/today/today',
      ],
      'booking-moved': [
        'villager: 时间改好了 | 现在是12月7日 星期一 上午 9:00，城关，第3号。 | more/slip/slip?booking=a-b&date=2026-12-07',
        'deputy: 有人改到您这里 | 12月7日 星期一 上午 9:00，城关，有人改到了这个时间。接访前一天会再提醒您。 | deputy/today/today',
      ],
      'booking-cancelled': [
        'deputy: 有人退了预约 | 12月7日 星期一 上午 9:00，城关，有一位退了预约。接访前一天会再提醒您。 | deputy/today/today',
      ],
      'place-given': [
        'villager: 候补到了 | 12月7日 星期一 上午 9:00有人退了，给您的是第3号，在城关。来不了请点开退掉，让给别人。 | more/slip/slip?booking=a-b&date=2026-12-07 | change: 代表接访 / 候补成功 / 2026年12月7日 09:00 / 第3号，来不了请退掉 | 电话: 您候补的接访轮到了：12月7日 星期一 上午 9:00，第3号，在城关。您来得了吗？ | 短信: 您候补的代表接访轮到了：12月7日 星期一 上午 9:00，第3号，在城关。来不了请打座机说一声。 | until 5',
        'staff: 您代填的候补到了 | 12月7日 星期一 上午 9:00有人退了，给您的是第3号，在城关。来不了请点开退掉，让给别人。请告诉本人。 | office/behalf/behalf',
        'deputy: 有人补上了您的时间 | 12月7日 星期一 上午 9:00，城关，候补的人补上了。接访前一天会再提醒您。 | deputy/today/today',
      ],
    });
  });

  it.each([
    [
      'one that is cancelled by now tells its booker nothing more',
      { state: 'cancelled' },
      {
        booked: [
          'deputy: 有人约了您 | 12月7日 星期一 上午 9:00，城关，有人约了接访。接访前一天会再提醒您。 | deputy/today/today',
        ],
        'booking-moved': [
          'deputy: 有人改到您这里 | 12月7日 星期一 上午 9:00，城关，有人改到了这个时间。接访前一天会再提醒您。 | deputy/today/today',
        ],
        'booking-cancelled': [
          'deputy: 有人退了预约 | 12月7日 星期一 上午 9:00，城关，有一位退了预约。接访前一天会再提醒您。 | deputy/today/today',
        ],
        'place-given': [
          'deputy: 有人补上了您的时间 | 12月7日 星期一 上午 9:00，城关，候补的人补上了。接访前一天会再提醒您。 | deputy/today/today',
        ],
      },
    ],
    [
      'one that waits neither',
      { state: 'waiting' },
      {
        booked: [
          'deputy: 有人约了您 | 12月7日 星期一 上午 9:00，城关，有人约了接访。接访前一天会再提醒您。 | deputy/today/today',
        ],
        'place-given': [
          'deputy: 有人补上了您的时间 | 12月7日 星期一 上午 9:00，城关，候补的人补上了。接访前一天会再提醒您。 | deputy/today/today',
        ],
        'booking-moved': [
          'deputy: 有人改到您这里 | 12月7日 星期一 上午 9:00，城关，有人改到了这个时间。接访前一天会再提醒您。 | deputy/today/today',
        ],
      },
    ],
    [
      'where nobody sits yet and nobody entered it',
      { receiver: undefined, operator: undefined, half: 'pm', time: '14:30' },
      {
        booked: [
          'villager: 约好了 | 12月7日 星期一 下午 14:30，城关，第3号。来不了请在截止前退掉。 | more/slip/slip?booking=a-b&date=2026-12-07',
        ],
        'booking-moved': [
          'villager: 时间改好了 | 现在是12月7日 星期一 下午 14:30，城关，第3号。 | more/slip/slip?booking=a-b&date=2026-12-07',
        ],
        'booking-cancelled': [],
        'place-given': [
          'villager: 候补到了 | 12月7日 星期一 下午 14:30有人退了，给您的是第3号，在城关。来不了请点开退掉，让给别人。 | more/slip/slip?booking=a-b&date=2026-12-07 | change: 代表接访 / 候补成功 / 2026年12月7日 14:30 / 第3号，来不了请退掉 | 电话: 您候补的接访轮到了：12月7日 星期一 下午 14:30，第3号，在城关。您来得了吗？ | 短信: 您候补的代表接访轮到了：12月7日 星期一 下午 14:30，第3号，在城关。来不了请打座机说一声。 | until 5',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(BOOKING_NOTICES, Object.assign({}, BOOKING, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});

describe('a seat: whoever sits, sat, or is asked to', () => {
  it('is told as follows', () => {
    expect(readTable(SEAT_NOTICES, SEAT as never)).toEqual({
      'day-published': [
        'deputy, deputy2: 12月7日 星期一轮到您坐班接访 | 值班表已公布，群众可以预约您。来不了请尽早在「我的值班」里换班或交回人大办。 | deputy/duties/duties | task: 12月7日 星期一坐班接访 / 人大办值班表 / 2026年12月7日 08:30 / 来不了请尽早换班',
      ],
      'receiver-replaced': [
        'deputy2: 请您接替坐班 | 12月7日 星期一上午，城关由您坐班，已有1人预约。来不了请马上告诉人大办。 | deputy/duties/duties | task: 12月7日 星期一坐班接访 / 接替坐班 / 2026年12月7日 08:30 / 已有1人预约',
        'deputy: 您的坐班有人接替了 | 12月7日 星期一上午，城关由文样样坐班，您不用来了。 | deputy/duties/duties',
      ],
      'swap-asked': [
        'deputy2: 马样样请您换班 | 12月7日 星期一上午，城关，请您点开答复：能去或去不了。 | deputy/duties/duties | task: 请您换班 / 马样样 / 2026年12月7日 08:30 / 请点开答复能不能去',
      ],
      'swap-withdrawn': [
        'deputy2: 马样样自己来，不用换了 | 12月7日 星期一上午，城关还是马样样坐班，您不用去。 | deputy/duties/duties',
      ],
      'swap-declined': [
        'deputy: 文样样去不了，换班没有成 | 12月7日 星期一上午，城关还是您坐班。可以再找一位，或交回人大办。 | deputy/duties/duties | task: 换班没有成 / 文样样 / 2026年12月7日 08:30 / 请再找一位或交回人大办',
      ],
      'seat-handed-back': [
        'staff, chief: 有人交回了坐班 | 12月7日 星期一上午，城关，马样样来不了，请排一位接替。 | office/roster/roster?date=2026-12-07 | task: 请排人接替坐班 / 马样样 / 2026年12月7日 08:30 / 来不了，已交回人大办',
      ],
      'seat-changed': [
        'staff, chief: 有人换了班 | 12月7日 星期一上午，城关由马样样换成文样样，两人已说好。 | office/roster/roster?date=2026-12-07',
      ],
    });
  });

  it.each([
    [
      'in a draft a swap is told to both',
      { published: false },
      {
        'day-published': [],
        'receiver-replaced': [
          'deputy2: 请您接替坐班 | 12月7日 星期一上午，城关由您坐班，已有1人预约。来不了请马上告诉人大办。 | deputy/duties/duties | task: 12月7日 星期一坐班接访 / 接替坐班 / 2026年12月7日 08:30 / 已有1人预约',
          'deputy: 您的坐班有人接替了 | 12月7日 星期一上午，城关由文样样坐班，您不用来了。 | deputy/duties/duties',
        ],
        'swap-asked': [
          'deputy2: 马样样请您换班 | 12月7日 星期一上午，城关，请您点开答复：能去或去不了。 | deputy/duties/duties | task: 请您换班 / 马样样 / 2026年12月7日 08:30 / 请点开答复能不能去',
        ],
        'swap-withdrawn': [
          'deputy2: 马样样自己来，不用换了 | 12月7日 星期一上午，城关还是马样样坐班，您不用去。 | deputy/duties/duties',
        ],
        'swap-declined': [
          'deputy: 文样样去不了，换班没有成 | 12月7日 星期一上午，城关还是您坐班。可以再找一位，或交回人大办。 | deputy/duties/duties | task: 换班没有成 / 文样样 / 2026年12月7日 08:30 / 请再找一位或交回人大办',
        ],
        'seat-handed-back': [
          'staff, chief: 有人交回了坐班 | 12月7日 星期一上午，城关，马样样来不了，请排一位接替。 | office/roster/roster?date=2026-12-07 | task: 请排人接替坐班 / 马样样 / 2026年12月7日 08:30 / 来不了，已交回人大办',
        ],
        'seat-changed': [
          'deputy: 文样样答应替您 | 12月7日 星期一上午，城关您不用来了。 | deputy/duties/duties',
          'deputy2: 您替马样样坐班 | 12月7日 星期一上午，城关。公布以后会再告诉您。 | deputy/duties/duties',
          'staff, chief: 有人换了班 | 12月7日 星期一上午，城关由马样样换成文样样，两人已说好。 | office/roster/roster?date=2026-12-07',
        ],
        'day-withdrawn': [
          'deputy, deputy2: 12月7日 星期一的值班表撤回了 | 人大办要重新安排，公布后会再告诉您。 | deputy/duties/duties | task: 值班表撤回 / 人大办 / 2026年12月7日 08:30 / 重新安排后再告诉您',
        ],
      },
    ],
    [
      'in a draft what the office changes is told to nobody',
      { published: false, from: '' },
      { 'seat-changed': [] },
    ],
    [
      'a seat that was handed back and taken again',
      { to: '', toName: '' },
      {
        'swap-withdrawn': [
          'staff, chief: 交回的坐班又收回去了 | 12月7日 星期一上午，城关，马样样自己来，不用排人了。 | office/roster/roster?date=2026-12-07',
        ],
        'seat-changed': [],
      },
    ],
    [
      'a receiver who was replaced again',
      { sits: 'p16' },
      {
        'receiver-replaced': [
          'deputy: 您的坐班有人接替了 | 12月7日 星期一上午，城关由文样样坐班，您不用来了。 | deputy/duties/duties',
        ],
      },
    ],
    [
      'without a seat the day is named',
      { seat: undefined },
      {
        'receiver-replaced': [
          'deputy2: 请您接替坐班 | 12月7日 星期一由您坐班，已有1人预约。来不了请马上告诉人大办。 | deputy/duties/duties | task: 12月7日 星期一坐班接访 / 接替坐班 / 2026年12月7日 / 已有1人预约',
          'deputy: 您的坐班有人接替了 | 12月7日 星期一由文样样坐班，您不用来了。 | deputy/duties/duties',
        ],
        'swap-asked': [
          'deputy2: 马样样请您换班 | 12月7日 星期一，请您点开答复：能去或去不了。 | deputy/duties/duties | task: 请您换班 / 马样样 / 2026年12月7日 / 请点开答复能不能去',
        ],
      },
    ],
    [
      'what the chair hands back is told to the others of the office',
      { from: 'p1', fromName: '主席' },
      {
        'seat-handed-back': [
          'staff: 有人交回了坐班 | 12月7日 星期一上午，城关，主席来不了，请排一位接替。 | office/roster/roster?date=2026-12-07 | task: 请排人接替坐班 / 主席 / 2026年12月7日 08:30 / 来不了，已交回人大办',
        ],
        'swap-withdrawn': [
          'deputy2: 主席自己来，不用换了 | 12月7日 星期一上午，城关还是主席坐班，您不用去。 | deputy/duties/duties',
        ],
        'seat-changed': [
          'staff: 有人换了班 | 12月7日 星期一上午，城关由主席换成文样样，两人已说好。 | office/roster/roster?date=2026-12-07',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(SEAT_NOTICES, Object.assign({}, SEAT, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});

describe('a ban: as long as it is so', () => {
  const facts = {
    person: { account: 'villager', openid: 'o-villager' },
    today: '2026-12-01',
    until: '2026-12-01',
    reason: '两次没有来',
    landline: '0000-123',
  };

  it('is told as follows', () => {
    expect(readTable(BAR_NOTICES, facts as never)).toEqual({
      'person-banned': [
        'villager: 您的预约暂停了 | 到12月1日 星期二（含这天）不能在网上预约，原因：两次没有来。已经约好的还在；有事当天直接来也行，有疑问请打0000-123。 | more/messages/messages',
      ],
    });
  });

  it.each([
    [
      'one that is over, or was lifted',
      { until: '2026-11-30' },
      {
        'person-banned': [],
        'ban-lifted': [
          'villager: 又可以预约了 | 网上预约恢复了，和以前一样约就行。 | more/messages/messages',
        ],
      },
    ],
    [
      'where no landline is known',
      { landline: '' },
      {
        'person-banned': [
          'villager: 您的预约暂停了 | 到12月1日 星期二（含这天）不能在网上预约，原因：两次没有来。已经约好的还在；有事当天直接来也行，有疑问请打座机。 | more/messages/messages',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(BAR_NOTICES, Object.assign({}, facts, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});
