/** Notices about invitations. */
import type { LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';
import { formatTime } from '../keywords';
import type { NoticesOf } from '../notice';
import { ofOffice, type Recipient } from '../recipients';
import { pageOf } from '../say';

export interface GrantFacts {
  date: LocalDate;
  time: LocalTime;
  /** 人大代表. */
  role: string;
  /** Whoever claimed it. */
  holder: Recipient;
}

export const GRANT_NOTICES: NoticesOf<GrantFacts> = {
  'invitation-claimed': [
    {
      to: 'office',
      who: (_facts, holders) => ofOffice(holders),
      tell: ({ role, date, time }) => ({
        title: '有人认领身份，等您确认',
        words: `身份是${role}。请核对是不是本人，再点确认。`,
        page: pageOf('office/workbench/workbench'),
        message: {
          template: 'task',
          values: {
            thing1: '确认身份',
            thing2: role,
            time3: formatTime(date, time),
            thing4: '请核对是不是本人',
          },
        },
      }),
    },
  ],
};
