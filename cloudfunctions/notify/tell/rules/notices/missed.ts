/** Notices about notices: somebody whom messages do not reach. */
import type { Row, Words } from '../notice';
import { ofLeader, ofOffice, others, type Holder, type Recipient } from '../recipients';
import { pageOf } from '../say';

export interface MissedFacts {
  name: string;
  account: string;
  group?: string;
}

/** Leaders of the group but the one who is missed. */
function leadersFor({ group, account }: MissedFacts, holders: readonly Holder[]): readonly Recipient[] {
  return others(ofLeader(holders, group), holders, account);
}

const words = ({ name }: MissedFacts): Pick<Words, 'title' | 'words'> => ({
  title: `${name}收不到提醒`,
  words: `有两条提醒没有送到${name}的微信。请打个电话说一声，请他（她）打开小程序看「今日待办」，按一下「收提醒」。`,
});

/** The group's leader is told; where the group has none, or it is the leader who is missed, the office. */
export const MISSED_NOTICES: readonly Row<MissedFacts>[] = [
  {
    to: 'leader',
    who: leadersFor,
    tell: (facts) => ({ ...words(facts), page: pageOf('deputy/group/group') }),
  },
  {
    to: 'office',
    who: (facts, holders) =>
      leadersFor(facts, holders).length > 0 ? [] : others(ofOffice(holders), holders, facts.account),
    tell: (facts) => ({ ...words(facts), page: pageOf('office/calls/calls') }),
  },
];
