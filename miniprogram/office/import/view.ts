/** What the server says of a file, as words for who brought it. */
import {
  TABLE_LABELS,
  type ImportFault,
  type ImportLine,
  type ImportState,
  type ImportSummary,
  type TableId,
} from '../../contract/imports';
import { toLocalDate } from '../../contract/time';
import type { Failure } from '../../contract/result';
import { sayFullDate, sayMoment } from '../../view/dates';
import { explain } from '../../view/feedback';

/** What each table is for, and what must be there before it. */
export const ABOUT: Readonly<Record<TableId, string>> = {
  village: '先有代表之家，再导村。村民小组写在同一行里。',
  group: '先有代表之家，再导小组。',
  constituency: '先有村，再导选区。镇、区两级选区都写在这一张里。',
  unit: '镇政府各办所、县直驻镇单位，能签收和答复的都写上。',
  person: '先有届次、选区和小组，再导人。一人一行，不写电话。',
  invitation:
    '代表、接访人、单位联络员、村里代办一起邀请。「现有的表」里写着谁还没有邀请；填上手机号后四位再导，导完打印邀请条。',
  activity: '纸上记的走访、帮办、学习、视察，一行一件。记进去的都注明「补录」。',
  elected: '先在换届里开始准备，再导名单。文件就是整张名单；导错了改好再导一次，公布以前都能换。',
  route: '哪个村、哪类事、归哪个小组。文件里没有的行会撤掉。',
};

const WHY: Readonly<Record<ImportFault['why'], (fault: ImportFault) => string>> = {
  head: ({ text }) => `没有找到表头。表头要有：${text}`,
  twice: ({ text }) => `有两列都叫“${text}”，只留一列，另一列改个名字`,
  empty: () => '表头下面一行也没有写',
  needed: ({ column }) => `「${column}」没有写`,
  unknown: ({ column, text }) => `「${column}」里的“${text}”系统里没有`,
  choice: ({ column, text }) => `「${column}」只能写：${text}`,
  date: ({ column, text }) => `「${column}」的“${text}”不是日期，写成 2026-12-01`,
  future: ({ text }) =>
    `${/^\d{4}(-\d\d){2}$/.test(text) ? sayFullDate(text) : text} 还没到，补录的是已经做过的事`,
  foreign: ({ column, text }) => `这一类事不用写「${column}」，请把“${text}”移到别的列或去掉`,
  count: ({ column, text }) => `「${column}」的“${text}”不是整数，或者太大`,
  phone: ({ column, text }) => `「${column}」的“${text}”不像电话号码`,
  span: ({ column }) => `「${column}」比以前的日子早，或者结束早过开始`,
  long: ({ column, text }) => `「${column}」太长，最多 ${text} 个字`,
  doubled: ({ text }) => (/^\d+$/.test(text) ? `和第 ${text} 行重复` : `“${text}”和已经有的重名`),
  namesake: ({ text }) =>
    `名册里有两个“${text}”。不是他们就在「新代表」写“是”，是其中一位就先在名册里把名字分开`,
  many: ({ text }) => `行太多，一张表最多 ${text} 行`,
  name: ({ column, text }) =>
    `「${column}」不能叫“${text}”：不要带顿号、逗号、斜线，也不要叫“全镇”“全部”或以“例：”开头`,
  error: ({ column, text }) => `「${column}」是“${text}”，表格自己算错了，请改成文字`,
  'no-value': ({ column }) => `「${column}」是公式但没有结果，请在电脑上打开存一次，或改成文字`,
};

export function sayFault(fault: ImportFault): string {
  const where = fault.line > 0 ? `第 ${String(fault.line)} 行` : '整张表';
  return `${where}：${WHY[fault.why](fault)}。`;
}

export interface PreviewLine {
  key: string;
  mark: string;
  title: string;
  words: string;
}

const MARKS: Readonly<Record<ImportLine['mark'], string>> = { new: '加', changed: '改', gone: '撤' };

export function toPreview(lines: readonly ImportLine[]): PreviewLine[] {
  return lines.map(({ line, mark, title, words }, nth) => ({
    key: `${String(nth)}-${String(line)}`,
    mark: MARKS[mark],
    title: line > 0 ? `${title}（第 ${String(line)} 行）` : title,
    words,
  }));
}

/** «读到 120 行：加 100，改 3，没变 17». */
export function saySum({ lines, counts, faults }: ImportSummary): string {
  if (faults.length > 0) return `有 ${String(faults.length)} 处填错，什么都没有改。改好再导一次：`;
  const parts = [`加 ${String(counts.new)}`, `改 ${String(counts.changed)}`];
  if (counts.gone > 0) parts.push(`撤 ${String(counts.gone)}`);
  parts.push(`没变 ${String(counts.same)}`);
  return `读到 ${String(lines - counts.gone)} 行：${parts.join('，')}。`;
}

export interface PastLine {
  id: string;
  title: string;
  words: string;
  /** 接着导: it stopped half-way. */
  resume: boolean;
  /** 打印邀请条: something of it was issued. */
  slips: boolean;
  /** 撤回: something of it stands, and it is not older than a week. */
  back: boolean;
}

const STATES: Readonly<Record<ImportState, string>> = {
  planned: '看过，没有导',
  half: '导了一部分',
  done: '导完了',
  'taken-back': '已撤回',
};

const WEEK_MS = 7 * 86_400_000;

export function toPast(imports: readonly ImportSummary[], now: number): PastLine[] {
  return imports
    .filter(({ slices }) => slices > 0)
    .map((each) => ({
      id: each.import,
      title: `${TABLE_LABELS[each.table]} · ${STATES[each.state]}`,
      words: `${sayMoment(each.at, toLocalDate(now))} · 加 ${String(each.counts.new)}，改 ${String(each.counts.changed)}${each.counts.gone > 0 ? `，撤 ${String(each.counts.gone)}` : ''}`,
      resume: each.state === 'half',
      slips: each.table === 'invitation' && each.done > 0,
      // A list of a new term is replaced by another file.
      back: each.table !== 'elected' && each.done > 0 && now - each.at < WEEK_MS,
    }));
}

/** Why no slips came. */
export function saySlips(failure: Failure): string {
  if (failure.code === 'not-allowed') return '邀请条由导入这份表的同志打印，由另一位同志确认。';
  return failure.code === 'not-found' ? '这一批都认领了，或者过期了，没有要打印的。' : explain(failure);
}

export function sayDone(table: TableId): string {
  return table === 'invitation'
    ? '邀请好了。在「以前导入的」里打印邀请条，当面交给本人。'
    : '导完了。一分钟内处处都按新的来。';
}

export function sayFailure(result: Failure): string {
  const line = result.details?.['line'];
  const where = typeof line === 'number' && line > 0 ? `第 ${String(line)} 行：` : '';
  return `${where}${explain(result)}。已经导好的不受影响，可以接着导或撤回`;
}
