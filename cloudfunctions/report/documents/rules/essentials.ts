/**
 * 应知应会 of a deputy of a township: what the law on deputies (代表法, as amended on 11 March 2025) says of their work, in
 * plain words of our own, each with the number of its article. The law's own words are what counts.
 */
import type { EssentialsPart } from '../../../../miniprogram/contract/essentials';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from './sheet';
import { footOf, sayFullDay } from './words';

export const ESSENTIALS: readonly EssentialsPart[] = [
  {
    heading: '我是谁',
    rows: [
      {
        article: 2,
        words:
          '代表由选举产生，是国家权力机关的组成人员。一届五年，从这一届第一次会议起，到下一届第一次会议止。',
      },
      {
        article: 9,
        words:
          '开会和闭会期间的活动都是执行代表职务。平时照常干自己的活，有会、有统一组织的活动时先顾代表职务。',
      },
      { article: 10, words: '谁选了我，我就受谁监督：原选区的选民。' },
    ],
  },
  {
    heading: '我可以做什么',
    rows: [
      {
        article: 7,
        words:
          '出席会议、参加审议和表决、参加选举、联名提议案、提建议批评和意见、参加统一组织的活动、得到需要的资料和保障。',
      },
      { article: 15, words: '议案要写清案由、案据和方案，由大会主席团决定列不列入议程。' },
      {
        article: 17,
        words:
          '可以依照程序提出人大主席、副主席和政府领导人员的人选，对候选人可以赞成、反对、弃权；反对的可以另选他人。',
      },
      { article: 19, words: '审议时有不明白的，可以向有关机关询问，对方要派人回答。' },
      {
        article: 20,
        words: '可以依照程序对镇政府提质询案，写明问谁、问什么。答复过半数提案人不满意的，可以要求再答。',
      },
      { article: 23, words: '表决时可以赞成、反对，也可以弃权。' },
      { article: 38, words: '在人大会议上的发言和表决，不受法律追究。' },
    ],
  },
  {
    heading: '我应当做什么',
    rows: [
      {
        article: 8,
        words: '守法保密、按时到会、认真审议、宣传会议精神、参加视察调研、学习、联系选民、廉洁公道。',
      },
      { article: 13, words: '按时出席会议，确实来不了要按规定请假；会前先去听听群众的意见，读一读材料。' },
      { article: 47, words: '要参加上级人大常委会和镇人大主席团组织的学习培训。' },
      { article: 57, words: '坚定政治立场，自觉接受监督，维护代表形象。' },
      { article: 59, words: '不借代表职务干预具体案件，不插手招标投标，不为自己谋利。' },
    ],
  },
  {
    heading: '闭会期间',
    rows: [
      { article: 26, words: '以集体活动为主，代表小组是基本形式；听取和反映选民意见的办法可以有很多种。' },
      { article: 28, words: '人大主席团定期组织代表就近联系群众，听取和反映意见。' },
      {
        article: 29,
        words: '可以按主席团的安排视察，也可以持代表证就地视察；视察时可以提出约见有关负责人。',
      },
      {
        article: 31,
        words:
          '视察、调研的报告由主席团转交有关单位，研究处理情况要反馈给代表。视察时提意见，不直接处理问题。',
      },
      { article: 37, words: '镇人大代表按统一安排开展调研等活动，组成小组，分工联系选民，反映意见和要求。' },
    ],
  },
  {
    heading: '提建议和办建议',
    rows: [
      { article: 24, words: '会上可以对各方面工作提建议、批评和意见，要明确具体，反映实际情况。' },
      { article: 36, words: '闭会期间也可以向主席团提。' },
      {
        article: 51,
        words:
          '建议由主席团交有关单位研究办理。承办单位要和代表联系沟通，自交办之日起三个月内答复；难办的六个月内。办理情况的报告要公开。',
      },
      { article: 52, words: '主席团对建议的办理要督促。' },
    ],
  },
  {
    heading: '有什么保障',
    rows: [
      { article: 40, words: '参加统一组织的履职活动，所在单位必须给时间。' },
      { article: 41, words: '执行代表职务按正常出勤对待；没有固定工资的，由本级财政给适当补贴。' },
      { article: 44, words: '闭会期间由人大主席、副主席负责联系代表。' },
      { article: 49, words: '发给代表证。' },
      { article: 55, words: '谁都要尊重代表的权利。阻碍履职、打击报复代表的，要受处分或者处罚。' },
    ],
  },
  {
    heading: '怎样受监督',
    rows: [
      {
        article: 58,
        words:
          '要回答选民的询问，向原选区选民报告履职情况。主席团记录履职情况，定期组织述职，公示代表的基本信息和履职信息。',
      },
      { article: 60, words: '选民可以依法罢免自己选出的代表；被提出罢免的代表可以申辩。' },
      { article: 61, words: '因刑事案件被羁押、正在服刑的，暂时停止执行代表职务。' },
      {
        article: 62,
        words: '没有经过批准两次不出席人代会的、迁出本镇的、辞职被接受的、被罢免的，代表资格终止。',
      },
    ],
  },
];

export function makeEssentials({ card }: Pick<Directory, 'card'>, today: string): Sheet {
  const parts = ESSENTIALS.flatMap(({ heading, rows }): Block[] => [
    { line: heading, size: 'large', bold: true },
    { columns: [16, 84], rows: rows.map(({ article, words }) => [`第${String(article)}条`, words]) },
  ]);
  return {
    name: '代表应知应会',
    title: '人大代表应知应会',
    blocks: [
      { line: '按2025年3月11日修正的代表法整理，用大白话说；以法律原文为准。', size: 'small' },
      ...parts,
      { line: `${card.host}${sayFullDay(today)}印`, align: 'right', size: 'small' },
    ],
    foot: footOf(card),
  };
}
