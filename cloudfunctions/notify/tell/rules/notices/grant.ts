/** Notices about invitations and the directory. */
import type { LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { formatTime } from '../../../messages/rules/keywords';
import type { NoticesOf } from '../notice';
import { ofOffice, others, type Recipient } from '../recipients';
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
      who: ({ holder }, holders) => others(ofOffice(holders), holders, holder.account),
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
  'invitation-confirmed': [
    {
      to: 'holder',
      who: ({ holder }) => [holder],
      tell: ({ role }) => ({
        title: '您的身份确认了',
        words: `您现在是${role}，在「我的」里进得去。`,
        page: pageOf('more/messages/messages'),
      }),
    },
  ],
  'invitation-revoked': [
    {
      to: 'holder',
      who: ({ holder }) => [holder],
      tell: ({ role }) => ({
        title: '您的身份停用了',
        words: `${role}的身份停用了。有疑问请打座机问人大办。`,
        page: pageOf('more/messages/messages'),
      }),
    },
  ],
  'invitation-issued': { nobody: '邀请码由人大办交给本人' },
  'township-closed': { nobody: '首页写着往后找谁' },
  'township-opened': { nobody: '首页和平常一样了' },
  'district-saved': { nobody: '管理员自己改的' },
  'names-changed': { nobody: '名册里看得到' },
  'people-changed': { nobody: '手上的事换了人办，另有通知' },
  'routing-changed': { nobody: '在办的换了人，另有通知' },
  'settings-changed': { nobody: '设置里看得到，从新的事起算' },
};
