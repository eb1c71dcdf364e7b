/** Who hears of a report: the chief that one waits, the office that it was signed or came back. Its words are in none. */
import { CHIEF } from '../../../../miniprogram/contract/roles';
import type { Instant } from '../../../../miniprogram/contract/wire';
import { formatTime } from '../../../notify/messages/rules/keywords';
import type { NoticesOf, Row } from '../../../notify/tell/rules/notice';
import { ofOffice, ofRoles } from '../../../notify/tell/rules/recipients';
import { pageOf } from '../../../notify/tell/rules/say';
import { toLocalDate, toLocalTime } from '../../../shared/china-time';

interface Told {
  document: string;
  /** Nobody is told of their own act. */
  by: string;
  at: Instant;
}

function row(to: 'chief' | 'office', title: string, words: string): Row<Told> {
  return {
    to,
    who: ({ by }, holders) => {
      const others = holders.filter(({ account }) => account !== by);
      return to === 'chief' ? ofRoles(others, CHIEF) : ofOffice(others);
    },
    tell: ({ document, at }) => ({
      title,
      words,
      page: pageOf('office/report/report', { report: document }),
      ...(to === 'chief' && {
        message: {
          template: 'task',
          values: {
            thing1: title,
            thing2: '工作汇报',
            time3: formatTime(toLocalDate(at), toLocalTime(at)),
            thing4: '请点开看，签发或退回',
          },
        },
      }),
    }),
  };
}

export const REPORT_NOTICES: NoticesOf<Told> = {
  'report-submit': [row('chief', '有一份汇报等您签发', '请点开看，签发或退回。送签的人自己不能签。')],
  'report-send-back': [row('office', '汇报退回来了', '请点开看退回的原因，改好再送签。')],
  'report-sign': [row('office', '汇报签发了', '可以打印，也可以做成文章。')],
  'report-create': { nobody: '自己写的草稿' },
  'report-compute': { nobody: '自己重新算的' },
  'report-withdraw': { nobody: '自己撤回的' },
};
