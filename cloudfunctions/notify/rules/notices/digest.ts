/** The digest of 08:00: one message for all that waits, not one for each. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { formatTime } from '../keywords';
import type { Row, Words } from '../notice';
import { ofOwner, type Recipient } from '../recipients';
import { pageOf } from '../say';

export interface DigestFacts {
  today: LocalDate;
  /** Person id; '' for the office. */
  owner: string;
  /** Matters past their day, and those due today or on the next working day. */
  late: number;
  near: number;
  /** People on the office's call list; 0 for others. */
  calls: number;
}

function sayCounts({ late, near, calls }: DigestFacts): string {
  const parts = [
    ...(late > 0 ? [`${String(late)}件已超期`] : []),
    ...(near > 0 ? [`${String(near)}件快到期`] : []),
    ...(calls > 0 ? [`${String(calls)}人要打电话`] : []),
  ];
  return parts.join('，');
}

function tellDigest(facts: DigestFacts): Words | undefined {
  const counts = sayCounts(facts);
  if (counts === '') return undefined;
  const office = facts.owner === '';
  return {
    title: '今天要办的事',
    words: `${counts}。请点开逐件办。`,
    page: office ? pageOf('office/workbench/workbench') : pageOf('deputy/today/today'),
    message: {
      template: 'task',
      values: {
        ...{ thing1: '今天要办的事', thing2: office ? '人大办' : '今日待办' },
        ...{ time3: formatTime(facts.today, '08:00'), thing4: counts },
      },
    },
  };
}

export const DIGEST_NOTICE: Row<DigestFacts> = {
  to: 'owner',
  who: ({ owner }, holders): readonly Recipient[] => ofOwner(holders, owner),
  tell: tellDigest,
};
