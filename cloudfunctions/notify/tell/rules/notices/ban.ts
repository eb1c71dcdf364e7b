/** Notices to somebody who may not book for a while. Inbox only: no template of WeChat is good for it. */
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import type { NoticesOf, Row } from '../notice';
import type { Recipient } from '../recipients';
import { pageOf, sayDay } from '../say';

export interface BanFacts {
  person: Recipient;
  today: LocalDate;
  /** As it is now; '': lifted. */
  until: LocalDate;
  reason: string;
  landline: string;
}

const banned: Pick<Row<BanFacts>, 'to' | 'who'> = { to: 'banned', who: ({ person }) => [person] };

export const BAR_NOTICES: NoticesOf<BanFacts> = {
  'person-banned': [
    {
      ...banned,
      tell: ({ today, until, reason, landline }) =>
        until < today
          ? undefined
          : {
              title: '您的预约暂停了',
              words: `到${sayDay(until)}（含这天）不能在网上预约，原因：${reason}。已经约好的还在；有事当天直接来也行，有疑问请打${landline || '座机'}。`,
              page: pageOf('more/messages/messages'),
            },
    },
  ],
  'ban-lifted': [
    {
      ...banned,
      tell: ({ today, until }) =>
        until >= today
          ? undefined
          : {
              title: '又可以预约了',
              words: '网上预约恢复了，和以前一样约就行。',
              page: pageOf('more/messages/messages'),
            },
    },
  ],
};
