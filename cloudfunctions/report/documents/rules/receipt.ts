/**
 * 登记回执 of what somebody reflected, and once it is said, where it went (信访工作条例 §23): for whoever has no phone the
 * paper is the written word itself. No name stands on it; the person writes it in.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Block, Line, Sheet } from './sheet';
import { DOORS, footOf, GAP, sayFullDay } from './words';

export interface Receipt {
  number: string;
  registeredOn: LocalDate;
  kind: string;
  village: string;
  category: string;
  /** What it is about, to whoever may read it; ''. */
  title: string;
  /** Who has it now. */
  holder: string;
  /** The day by which that one acts; absent: it is over. */
  nextDate?: LocalDate;
  /** By when a written word is owed; absent: a question or a suggestion, which is answered. */
  tellBy?: LocalDate;
  /** What was said in writing of where it went. */
  told?: { on: LocalDate; words: string; door?: string };
}

function whereTo({ told }: Receipt): Block[] {
  if (!told) return [];
  const door = told.door === undefined ? [] : [['该找哪里', told.door]];
  return [
    { line: '办理去向告知', size: 'large', bold: true },
    {
      columns: [22, 78],
      height: 10,
      rows: [['告知日期', sayFullDay(told.on)], ...door, ['去向', told.words]],
    },
  ];
}

function owed({ tellBy, told }: Receipt): Line[] {
  if (tellBy === undefined || told) return [];
  return [{ line: `${sayFullDay(tellBy)}前，书面告诉您这件事交给了哪里，或者该找哪里。`, bold: true }];
}

export function makeReceipt(directory: Directory, receipt: Receipt): Sheet {
  const { number, registeredOn, kind, village, category, title, holder, nextDate } = receipt;
  const about = title === '' ? [] : [['反映的事', title]];
  const next = nextDate === undefined ? [] : [['下一步', `${sayFullDay(nextDate)}前`]];
  const landlines: Line[] = directory.homes.map(({ name, landline }) => ({
    line: `${name}${GAP}座机 ${landline}`,
    size: 'small',
  }));
  return {
    name: `登记回执 ${number}`,
    title: `${directory.card.name}群众意见登记回执`,
    blocks: [
      {
        columns: [22, 78],
        height: 11,
        size: 'large',
        rows: [
          ['编号', number],
          ['登记日期', sayFullDay(registeredOn)],
          ['类别', [kind, village, category].join(GAP)],
          ...about,
          ['现在谁在办', holder],
          ...next,
          ['本人', ''],
        ],
      },
      ...owed(receipt),
      ...whereTo(receipt),
      { line: '凭编号可以到代表之家、打座机或在小程序里问办到哪一步。' },
      ...landlines,
      { ...DOORS, size: 'small' },
      { line: `${directory.card.host}（盖章）${GAP}${sayFullDay(registeredOn)}`, align: 'right' },
    ],
    foot: footOf(directory.card),
  };
}
