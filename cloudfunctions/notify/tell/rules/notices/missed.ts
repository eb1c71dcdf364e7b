/** Notices about notices: somebody whom messages do not reach. */
import type { Row } from '../notice';
import { ofLeader, ofOffice } from '../recipients';
import { pageOf } from '../say';

export interface MissedFacts {
  name: string;
  account: string;
  group?: string;
}

export const MISSED_NOTICE: Row<MissedFacts> = {
  to: 'leader',
  // A leader who is missed is told to the office.
  who: ({ group, account }, holders) => {
    const leaders = ofLeader(holders, group).filter((leader) => leader.account !== account);
    return leaders.length > 0 ? leaders : ofOffice(holders);
  },
  tell: ({ name }) => ({
    title: `${name}收不到提醒`,
    words: `有两条提醒没有送到${name}的微信。请打个电话说一声，请他（她）打开小程序看「今日待办」，按一下「收提醒」。`,
    page: pageOf('deputy/today/today'),
  }),
};
