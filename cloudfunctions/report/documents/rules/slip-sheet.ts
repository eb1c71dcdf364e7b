/**
 * 预约单 on paper, for somebody without a phone. Whoever finds it learns neither who it is for nor what about:
 * the name is written in by hand when several are handed out.
 */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { Slip } from '../../../../miniprogram/contract/reception';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Line, Sheet } from './sheet';
import { footOf, sayDated, sayFullDay, sayReceiver } from './words';

export type PrintedSlip = Pick<Slip, 'date' | 'home' | 'half' | 'time' | 'number' | 'code' | 'receiver'>;

/** What the desk's scanner reads; the phone shows the same (view/qr.ts). */
export function slipCode(
  township: string,
  { date, code, home, half, number }: Pick<Slip, 'date' | 'code' | 'home' | 'half' | 'number'>,
): string {
  return `slip:${township}:${date}:${code}:${home}:${half}:${String(number)}`;
}

export function makeSlipSheet(directory: Directory, slip: PrintedSlip): Sheet {
  const { date, half, time, number, code, receiver } = slip;
  const home = directory.homes.find(({ id }) => id === slip.home);
  const byPhone = home?.phoneDays?.includes(date) === true;
  const where = byPhone ? '电话接访，到时打座机，不用跑' : (home?.address ?? '');
  const beside: Line[] = [
    { line: `第${number}号`, size: 'huge', bold: true },
    { line: sayFullDay(date), size: 'large', bold: true },
    { line: `${HALF_LABELS[half]} ${time}`, size: 'large', bold: true },
    { line: `预约码 ${code}`, size: 'large' },
  ];
  return {
    name: `预约单 ${sayDated(date)} 第${number}号`,
    title: '代表接访预约单',
    blocks: [
      { code: slipCode(directory.township, slip), edge: 40, beside },
      {
        columns: [22, 78],
        rows: [
          ['地点', `${home?.name ?? ''}\n${where}`],
          ['接访人', receiver ? sayReceiver(receiver) : '当天在岗的代表'],
          ['座机', home?.landline ?? ''],
          ['称呼', ''],
        ],
        size: 'large',
      },
      {
        line: byPhone
          ? `照着这张单子，到时候打座机，报第${number}号。打晚了也能谈，按号接着来。`
          : '带上这张单子，到时候来就行。来晚了也能谈，按号接着叫。',
      },
      { line: '来不了、要改时间，打座机说一声，或请帮您登记的人改。' },
      { line: '以后自己用手机看：在小程序里填日期、号码和预约码，单子就转到您手机上。', size: 'small' },
    ],
    foot: footOf(directory.card),
  };
}
