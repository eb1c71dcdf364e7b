/** The holidays of a year are in no table: its reception days may change, and nobody can publish them. */
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { formatTime } from '../../../messages/rules/keywords';
import type { Row } from '../notice';
import { ofOffice } from '../recipients';
import { pageOf, sayDay } from '../say';

interface UnknownYearFacts {
  year: number;
  today: LocalDate;
  /** The first reception day that may change; absent: none does. */
  first?: LocalDate;
}

export const UNKNOWN_YEAR_NOTICE: Row<UnknownYearFacts> = {
  to: 'office',
  who: (_facts, holders) => ofOffice(holders),
  tell: ({ year, today, first }) => {
    const title = `${String(year)}年的放假安排还没有录入`;
    const soonest = first === undefined ? '' : `最早的是${sayDay(first)}。`;
    return {
      title,
      words: `系统里还没有${String(year)}年的放假安排，这一年的接访日先按周一到周五和法定节日排，写着“可能改”，值班表不能公布。${soonest}国务院办公厅公布以后，请在设置里录入放假和调休的日子，再重新排班、公布。`,
      page: pageOf('office/directory/directory', { part: 'settings', kind: 'calendar' }),
      message: {
        template: 'task',
        values: {
          thing1: title,
          thing2: '人大办',
          time3: formatTime(today, '08:00'),
          thing4: '录入放假和调休的日子，才能公布值班表',
        },
      },
    };
  },
};
