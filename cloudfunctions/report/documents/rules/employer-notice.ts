/** 代表履职通知: asks the employer to let somebody sit at a home on a reception day. */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { hoursOf, type Seated } from './reception-days';
import { joinSheets, type Sheet } from './sheet';
import { footOf, sayDated, sayFullDay } from './words';

/** What the 代表法 asks of an employer, told without the number of an article: amendments moved it. */
const LAW =
  '根据代表法，代表参加闭会期间统一安排的代表活动，所在单位必须给予时间保障，按正常出勤对待，享受所在单位的工资和其他待遇。';

/** The employer is not in the directory and is written in by hand, like date and seal. */
export function makeEmployerNotice(directory: Directory, date: LocalDate, seated: Seated): Sheet {
  const { home, half, name, badge, deputy } = seated;
  const place = directory.homes.find(({ id }) => id === home);
  const hours = hoursOf(directory, home, half) ?? '';
  const when = `${sayFullDay(date)}${HALF_LABELS[half]}${hours}`;
  const who = deputy ? '人大代表' : '接访人';
  const title = deputy ? '代表履职通知' : '接访坐班通知';
  const badged = badge === '' ? '' : `（${badge}）`;
  return {
    name: `${title} ${sayDated(date)} ${name}`,
    title,
    blocks: [
      { line: '＿＿＿＿＿＿＿＿＿＿＿＿＿＿：', size: 'large' },
      {
        line: `贵单位${name}同志是${who}${badged}。按${directory.card.name}代表接访日的安排，定于${when}，请该同志到${place?.name ?? ''}（${place?.address ?? ''}）坐班接待群众。`,
        size: 'large',
        indent: true,
      },
      ...(deputy ? ([{ line: LAW, size: 'large', indent: true }] as const) : []),
      { line: '请予支持，安排好本人当天的工作。', size: 'large', indent: true },
      { line: `联系电话：${place?.landline ?? ''}`, size: 'large', indent: true },
      { line: '特此通知。', size: 'large', indent: true },
      { line: '' },
      { line: `${directory.card.name}人大办（盖章）`, size: 'large', align: 'right' },
      { line: '＿＿＿＿年＿＿月＿＿日', size: 'large', align: 'right' },
    ],
    foot: footOf(directory.card),
  };
}

/** One page each, in the order of the days; undefined: nobody sits there. */
export function makeEmployerNotices(
  directory: Directory,
  { year, month }: { year: number; month: number },
  seated: readonly { date: LocalDate; seated: Seated }[],
): Sheet | undefined {
  const [first, ...others] = seated.map((one) => makeEmployerNotice(directory, one.date, one.seated));
  return first && joinSheets(`${String(year)}年${String(month)}月代表履职通知`, first, others);
}
