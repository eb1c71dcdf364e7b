/** Visitors of a reception day of whom nobody wrote down what came of it. */
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { formatTime } from '../../../messages/rules/keywords';
import type { Row, Words } from '../notice';
import { ofOffice, ofPerson } from '../recipients';
import { pageOf, sayDay } from '../say';

interface UnrecordedFacts {
  date: LocalDate;
  today: LocalDate;
  count: number;
  /** Who sat there; absent: of all, for the office. */
  person?: string;
}

function tell({ date, today, count, person }: UnrecordedFacts): Words {
  const title = `接访日有${String(count)}位没有登记结果`;
  const whose = person === undefined ? '' : '您接访的';
  return {
    title,
    words: `${sayDay(date)}，${whose}来访人里还有${String(count)}位没有登记结果：谈成什么样，还是没有来。请在接待台补上。`,
    page: pageOf('office/desk/desk', { date }),
    message: {
      template: 'task',
      values: {
        thing1: title,
        thing2: '接待台',
        time3: formatTime(today, '08:00'),
        thing4: '谈成什么样，还是没有来，请补上',
      },
    },
  };
}

export const UNRECORDED_OFFICE: Row<UnrecordedFacts> = {
  to: 'office',
  who: (_facts, holders) => ofOffice(holders),
  tell,
};
export const UNRECORDED_RECEIVER: Row<UnrecordedFacts> = {
  to: 'receiver',
  who: ({ person }, holders) => ofPerson(holders, person),
  tell,
};
