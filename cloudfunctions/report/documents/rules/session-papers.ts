/**
 * Papers of a session: blank ones to be completed by hand and signed, and the attendance as it was entered. What a law
 * asks of numbers (two thirds, more than half of all deputies, ten for an interpellation) stands on the paper itself:
 * 地方组织法 (2022) §18, §24, §26.
 */
import type { Sitting, AgendaItem } from '../../../../miniprogram/contract/congress/session';
import { SESSION_PAPERS, type SessionPaperName } from '../../../../miniprogram/contract/congress/papers';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { TownshipCard } from '../../../../miniprogram/contract/registry';
import { sayDate } from '../../../shared/say-date';
import type { Block, Sheet } from './sheet';
import { footOf, GAP, sayFullDay } from './words';

export interface PaperSession {
  name: string;
  from: LocalDate;
  to: LocalDate;
  place: string;
  agenda: readonly AgendaItem[];
  sittings: readonly Sitting[];
}

export interface PaperMember {
  name: string;
  group: string;
  /** Of the sitting asked for: 到会, 请假, 未到. */
  result?: string;
}

export interface PaperFacts {
  card: TownshipCard;
  session: PaperSession;
  /** Deputies in office on the first day. */
  members: readonly PaperMember[];
  needed: number;
  /** For the attendance: which sitting, and who else signed. */
  sitting?: Sitting;
  observers: readonly string[];
}

const BLANK = '＿＿＿＿＿＿';
const DATE = '＿＿＿＿年＿＿月＿＿日';
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function nth(at: number): string {
  const tens = Math.floor(at / 10);
  const rest = NUMERALS[at % 10] ?? '';
  if (at < 10) return rest;
  return at % 10 === 9
    ? `${NUMERALS[tens] ?? ''}十`
    : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${rest}`;
}

function sayDays({ from, to }: PaperSession): string {
  return from === to ? sayFullDay(from) : `${sayFullDay(from)}至${sayFullDay(to)}`;
}

const paragraph = (line: string): Block => ({ line, indent: true });

function sayTime({ at }: AgendaItem, { from, to }: PaperSession): string {
  if (!at) return '';
  return from === to ? `${at.start} ` : `${sayDate(at.date)}${at.start} `;
}

function listAgenda(session: PaperSession): Block[] {
  const { agenda } = session;
  if (agenda.length === 0) return [paragraph(`1. ${BLANK}`)];
  return agenda.map((item, at) => paragraph(`${String(at + 1)}. ${sayTime(item, session)}${item.title}`));
}

function request({ card, session, members }: PaperFacts): Block[] {
  const { name, place } = session;
  return [
    { line: '中共＿＿＿＿＿＿委员会：', bold: true },
    paragraph(
      `根据法律规定和工作安排，拟于${sayDays(session)}在${place}召开${card.name}${name}。现将有关事项请示如下：`,
    ),
    { line: '一、建议议程', bold: true },
    ...listAgenda(session),
    { line: '二、参加人员', bold: true },
    paragraph(`应出席代表${String(members.length)}名；列席人员：${BLANK}。`),
    { line: '三、会务安排', bold: true },
    paragraph(`${BLANK}${BLANK}${BLANK}`),
    paragraph('妥否，请批示。'),
    { line: `${card.name}人民代表大会主席团`, align: 'right' },
    { line: DATE, align: 'right' },
  ];
}

function plan({ session, members, needed }: PaperFacts): Block[] {
  const rows = session.sittings.map(({ date, start, end, title }) => [
    sayFullDay(date),
    `${start}-${end}`,
    title,
    '',
  ]);
  return [
    { line: '一、时间和地点', bold: true },
    paragraph(`${sayDays(session)}，${session.place}。`),
    { line: '二、议程', bold: true },
    ...listAgenda(session),
    { line: '三、日程', bold: true },
    { columns: [32, 18, 25, 25], head: ['日期', '时间', '内容', '主持人'], rows, height: 9 },
    { line: '四、人数', bold: true },
    paragraph(`应出席代表${String(members.length)}名，到会${String(needed)}名以上方可开会。`),
    { line: '五、分工', bold: true },
    {
      columns: [30, 40, 30],
      head: ['事项', '负责人、承办人', '完成时间'],
      rows: ['会议材料', '通知代表', '会场布置', '签到和计票', '记录和简报', '安全和后勤'].map((work) => [
        work,
        '',
        '',
      ]),
      height: 10,
    },
  ];
}

function script({ session, members, needed }: PaperFacts): Block[] {
  return [
    { line: '各位代表：', bold: true },
    paragraph(
      `本次会议应到代表${String(members.length)}名，实到＿＿＿名，请假＿＿＿名，到会代表超过三分之二（${String(needed)}名），符合法定人数，可以开会。`,
    ),
    paragraph(`现在我宣布：${session.name}开幕。请全体起立，奏唱国歌。`),
    ...session.agenda.map(({ title }, at) => paragraph(`现在进行第${nth(at)}项：${title}。`)),
    paragraph('表决：赞成的请举手（投票）……；反对的请举手……；弃权的请举手……。'),
    paragraph('赞成＿＿＿票，反对＿＿＿票，弃权＿＿＿票。赞成票超过全体代表的半数，通过。'),
    paragraph(`现在我宣布：${session.name}闭幕。`),
    { line: `主持人：${BLANK}`, align: 'right' },
  ];
}

/** A line a deputy, a column a half-day: it fills its page and goes on over the next. */
function signSheet({ session, members }: PaperFacts): Block[] {
  const sittings = session.sittings.slice(0, 4);
  const heads =
    sittings.length === 0
      ? ['签名']
      : sittings.map(({ date, title }) => `${date.slice(5).replace('-', '.')}${title}`);
  const share = Math.floor(58 / heads.length);
  return [
    { line: `${sayDays(session)}${GAP}${session.place}` },
    {
      columns: [8, 16, 18, ...heads.map(() => share)],
      head: ['序号', '姓名', '代表小组', ...heads],
      rows: members.map(({ name, group }, at) => [String(at + 1), name, group, ...heads.map(() => '')]),
      height: 9,
    },
    { line: '列席人员签名：', bold: true },
    { columns: [25, 25, 25, 25], rows: Array.from({ length: 4 }, () => ['', '', '', '']), height: 10 },
  ];
}

function ballot({ card, session }: PaperFacts): Block[] {
  const items = session.agenda.length === 0 ? [BLANK] : session.agenda.map(({ title }) => title);
  return [
    { line: `${card.name}${session.name}`, align: 'center' },
    {
      columns: [52, 16, 16, 16],
      head: ['表决事项', '赞成', '反对', '弃权'],
      rows: items.map((title) => [title, '□', '□', '□']),
      height: 12,
    },
    {
      line: '每项只选一格，在□内打√；多选或不选的，该项作弃权（废票）由监票人认定。不写名字。',
      size: 'small',
    },
    { line: '以全体代表的过半数通过。', size: 'small' },
    { line: `${DATE}${GAP}（盖章）`, align: 'right' },
  ];
}

function interpellation(): Block[] {
  return [
    { line: `受质询机关：${BLANK}${BLANK}` },
    {
      columns: [18, 82],
      height: 14,
      rows: [
        ['质询的问题', '\n'.repeat(6)],
        ['内容和理由', '\n'.repeat(12)],
      ],
    },
    { line: '提质询案的代表（十人以上联名，本人签名）：', bold: true },
    { columns: [25, 25, 25, 25], rows: Array.from({ length: 4 }, () => ['', '', '', '']), height: 12 },
    { line: `提出日期：${DATE}`, align: 'right' },
    {
      columns: [30, 70],
      height: 12,
      rows: [
        [
          '主席团决定的答复方式',
          ['□在主席团会议上口头答复', '□在大会全体会议上口头答复', '□书面答复'].join(GAP),
        ],
        ['答复日期和情况', '\n\n'],
      ],
    },
  ];
}

function attendance({ sitting, members, observers, needed }: PaperFacts): Block[] {
  const count = (result: string) => members.filter((one) => one.result === result).length;
  const present = count('到会');
  const when = sitting ? `${sayFullDay(sitting.date)} ${sitting.start}-${sitting.end} ${sitting.title}` : '';
  const verdict = present >= needed ? '符合法定人数' : '不足法定人数';
  return [
    { line: when },
    {
      line: `应到${String(members.length)}名，实到${String(present)}名，请假${String(count('请假'))}名，未到${String(count('未到'))}名；法定人数${String(needed)}名，${verdict}。列席${String(observers.length)}名。`,
      bold: true,
    },
    {
      columns: [10, 30, 35, 25],
      head: ['序号', '姓名', '代表小组', '情况'],
      rows: members.map(({ name, group, result = '' }, at) => [String(at + 1), name, group, result]),
    },
    ...(observers.length > 0 ? [{ line: `列席：${observers.join('、')}` }] : []),
    { line: `工作人员：${BLANK}${GAP}${DATE}`, align: 'right' },
  ];
}

const BLOCKS: Readonly<Record<SessionPaperName, (facts: PaperFacts) => Block[]>> = {
  request,
  plan,
  script,
  signSheet,
  ballot,
  interpellation,
  attendance,
};

export function makeSessionPaper(paper: SessionPaperName, facts: PaperFacts): Sheet {
  const { card, session } = facts;
  const what = SESSION_PAPERS[paper];
  return {
    name: `${session.name} ${what}`,
    title: paper === 'request' ? `关于召开${session.name}的请示` : `${session.name}${what}`,
    blocks: BLOCKS[paper](facts),
    foot: footOf(card),
  };
}
