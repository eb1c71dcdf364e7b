/** Notices about sessions: members hear that one is called (会议通知); what else there is they see when they open it. */
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { sayDate } from '../../../../shared/say-date';
import { formatTime } from '../../../messages/rules/keywords';
import type { NoticesOf } from '../notice';
import { ofPerson, once } from '../recipients';
import { pageOf } from '../say';

export interface SessionFacts {
  session: string;
  name: string;
  place: string;
  from: LocalDate;
  /** Deputies of the township in office. */
  members: readonly string[];
}

export const SESSION_NOTICES: NoticesOf<SessionFacts> = {
  'deputy-changed': { nobody: '由决定机关公告，名册跟着变' },
  'term-prepared': { nobody: '人大办还在准备' },
  'term-list-saved': { nobody: '人大办还在准备' },
  'term-villages-saved': { nobody: '人大办还在准备' },
  'term-examined': { nobody: '人大办还在准备' },
  'term-published': { nobody: '由公告公布' },
  'term-day-changed': { nobody: '由公告公布' },
  'term-withdrawn': { nobody: '人大办自己撤回' },
  'term-dropped': { nobody: '人大办自己作废' },
  'term-opens': { nobody: '到那天零点名册跟着变' },
  'term-opened': { nobody: '新代表领身份时已经知道' },
  'session-prepared': { nobody: '人大办还在准备' },
  'session-agenda-saved': { nobody: '打开会议就看得到' },
  'session-paper-added': { nobody: '打开会议就看得到' },
  'session-paper-dropped': { nobody: '打开会议就看得到' },
  'session-voted': { nobody: '打开会议就看得到' },
  'session-minutes-filed': { nobody: '只记卷号' },
  'session-closed': { nobody: '到会的人都知道' },
  'session-signed': { nobody: '补录签到册' },
  'session-signed-in': { nobody: '自己扫的码' },
  'session-answered': { nobody: '人大办在应到名单里看得到' },
  'session-leave-decided': { nobody: '补录请假' },
  'opinion-added': { nobody: '打开会议就看得到' },
  'bill-added': { nobody: '成了代表建议的，按建议通知' },
  'session-noticed': [
    {
      to: 'members',
      who: ({ members }, holders) => once(members.flatMap((person) => ofPerson(holders, person))),
      tell: ({ session, name, place, from }) => ({
        title: `会议通知：${name}`,
        words: `${sayDate(from)}在${place}开会。请点开答复：参加或请假。`,
        page: pageOf('deputy/session/session', { session }),
        message: {
          template: 'reminder',
          values: { thing1: name, time2: formatTime(from), thing3: place, thing4: '请点开答复参加或请假' },
        },
      }),
    },
  ],
};
