/** 答复单: the unit's answer on paper, for somebody without a phone; they say on it whether it really was solved. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { PrintedRequest } from './assignment-sheet';
import type { Line, Sheet } from './sheet';
import { footOf, GAP, sayFullDay } from './words';

export interface Replied extends PrintedRequest {
  unit: string;
  repliedOn: LocalDate;
  /** The class in plain words: 已经解决. */
  className: string;
  words: string;
  /** The day by which what was promised is to be done. */
  promisedBy?: LocalDate;
}

function boxes(words: readonly string[]): string {
  return words.map((word) => `□${word}`).join(GAP);
}

export function makeReplySheet(directory: Directory, reply: Replied): Sheet {
  const { number, title, text, village, category, unit, className, words, promisedBy } = reply;
  const promise: (readonly [string, string])[] =
    promisedBy === undefined ? [] : [['还要办的', `${sayFullDay(promisedBy)}前办好，办好了再答复您一次`]];
  const landlines: Line[] = directory.homes.map(({ name, landline }) => ({
    line: `${name}${GAP}座机 ${landline}`,
    size: 'small',
  }));
  return {
    name: `答复单 ${number}`,
    title: `${directory.card.name}群众意见答复单`,
    blocks: [
      {
        columns: [18, 82],
        height: 9,
        rows: [
          ['编号', number],
          ['您反映的', text === '' || text === title ? title : `${title}\n${text}`],
          ['哪里、哪类', [village, category].join(GAP)],
          ['反映日期', sayFullDay(reply.submittedOn)],
          ['答复单位', unit],
          ['答复日期', sayFullDay(reply.repliedOn)],
          ['结果', className],
          ['答复', words],
          ...promise,
        ],
      },
      { line: '请您说一说', size: 'large', bold: true },
      {
        columns: [18, 82],
        height: 12,
        rows: [
          ['解决了吗', boxes(['解决了', '没办好', '不同意这个结果'])],
          ['满意吗', boxes(['满意', '基本满意', '不满意'])],
          ['想说的', '\n\n'],
          ['签名', `＿＿＿＿＿＿＿＿${GAP}＿＿＿＿年＿＿月＿＿日`],
        ],
      },
      { line: '没办好的，会重新办；不同意的，代表当面给您说明。填好交给送单子的人，或打座机告诉人大办。' },
      ...landlines,
    ],
    foot: footOf(directory.card),
  };
}
