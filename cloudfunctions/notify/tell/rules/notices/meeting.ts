/** The presidium's next meeting falls into this month, or should have been held: the office, once a month. */
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { sayDate } from '../../../../shared/say-date';
import type { Row } from '../notice';
import { ofOffice } from '../recipients';
import { pageOf } from '../say';

interface MeetingFacts {
  nextBy: LocalDate;
  today: LocalDate;
  /** Of the setting. */
  months: number;
}

export const MEETING_NOTICE: Row<MeetingFacts> = {
  to: 'office',
  who: (_facts, holders) => ofOffice(holders),
  tell({ nextBy, today, months }) {
    const missed = nextBy < today;
    const when = missed ? `应当在${sayDate(nextBy)}以前开，已经过了` : `下一次最迟${sayDate(nextBy)}开`;
    return {
      title: missed ? '主席团会议过了该开的日子' : '主席团该开会了',
      words: `主席团至少每 ${String(months)} 个月开一次会，${when}。开过了的，请登记。`,
      page: pageOf('office/presidium/presidium', { tab: 'meetings' }),
    };
  },
};
