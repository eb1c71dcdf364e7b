/** The two letters of a deputies' suggestion (mission F2): the unit's answer to be signed, and the deputy's opinion of it. */
import type { Opinion } from '../../../../miniprogram/contract/congress/suggestion';
import {
  SUGGESTION_PAPERS,
  type SuggestionPaperName,
} from '../../../../miniprogram/contract/congress/papers';
import { SATISFACTION_LABELS } from '../../../../miniprogram/contract/labels';
import type { TownshipCard } from '../../../../miniprogram/contract/registry';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Block, Sheet } from './sheet';
import { footOf, GAP, sayFullDay } from './words';

export interface PaperSuggestion {
  card: TownshipCard;
  number: string;
  title: string;
  grounds: string;
  plan: string;
  lead: string;
  cosigners: readonly string[];
  unit: string;
  assist: readonly string[];
  replyBy?: LocalDate;
  contactedOn?: LocalDate;
  /** The last one. */
  reply?: { letter: string; signer: string; class: string; words: string; on: LocalDate };
}

const DATE = '＿＿＿＿年＿＿月＿＿日';
const BLANK = '＿＿＿＿＿＿';
const CLASSES = ['□已经解决', '□正在解决', '□列入规划', '□留作参考、说明原因'].join(GAP);

function reply({ title, number, lead, cosigners, unit, reply: said, card }: PaperSuggestion): Block[] {
  const names = [lead, ...cosigners].join('、');
  return [
    { line: said?.letter ?? '＿＿〔＿＿＿＿〕＿＿号', align: 'center' },
    { line: `${names}代表：`, bold: true },
    {
      line: `您${cosigners.length > 0 ? '们' : ''}提出的《${title}》（${number}）收悉。现答复如下：`,
      indent: true,
    },
    ...(said ? said.words.split('\n') : ['', '', '', '', '', '']).map((line): Block => ({
      line,
      indent: true,
    })),
    { line: `办理结果：${said?.class ?? CLASSES}` },
    { line: '感谢您对我们工作的关心和支持。', indent: true },
    { line: `签发人：${said?.signer ?? BLANK}` },
    { line: `联系人和电话：${BLANK}` },
    { line: `${unit}（盖章）`, align: 'right' },
    { line: said ? sayFullDay(said.on) : DATE, align: 'right' },
    { line: `抄送：${card.name}人民代表大会主席团${GAP}附：征询意见表`, size: 'small' },
  ];
}

const OPINIONS: readonly Opinion[] = ['satisfied', 'basic', 'dissatisfied'];

function opinion(one: PaperSuggestion): Block[] {
  const { number, title, lead, cosigners, unit, assist, contactedOn, reply: said, card } = one;
  const boxes = OPINIONS.map((each) => `□${SATISFACTION_LABELS[each]}`).join(GAP);
  const contact = contactedOn === undefined ? BLANK : sayFullDay(contactedOn);
  return [
    {
      columns: [22, 78],
      height: 11,
      rows: [
        ['编号', number],
        ['案由', title],
        ['领衔代表', lead],
        ['联名代表', cosigners.length > 0 ? cosigners.join('、') : '无'],
        ['主办单位', unit],
        ['协办单位', assist.length > 0 ? assist.join('、') : '无'],
        ['答复函', said ? `${said.letter}，${sayFullDay(said.on)}` : BLANK],
        ['事先联系', `□到过现场${GAP}□当面谈过${GAP}□电话联系${GAP}□没有联系（登记的联系日期：${contact}）`],
        ['对办理结果', boxes],
        ['对办理态度', boxes],
        ['意见', '\n'.repeat(7)],
        ['代表签名', `\n${GAP}${GAP}${DATE}`],
      ],
    },
    { line: `请在收到答复函后填写，交${card.name}人大办。本人填写，承办单位的人不在场。`, size: 'small' },
  ];
}

export function makeSuggestionPaper(paper: SuggestionPaperName, one: PaperSuggestion): Sheet {
  const what = SUGGESTION_PAPERS[paper];
  return {
    name: `${what} ${one.number}`,
    title: paper === 'reply' ? `对代表建议${one.number}的答复` : '代表建议办理征询意见表',
    blocks: paper === 'reply' ? reply(one) : opinion(one),
    foot: footOf(one.card),
  };
}
