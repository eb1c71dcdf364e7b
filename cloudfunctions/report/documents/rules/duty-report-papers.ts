/** 述职 on paper: the deputy's text, the blank 测评票, and what the voters said, for the deputy alone and for the file. */
import { DUTY_REPORT_PARTS, type WrittenPart } from '../../../../miniprogram/contract/duty-report';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Ballot } from '../../../duty/duty-reports/rules/ballot';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from './sheet';
import { footOf, sayDated, sayFullDay } from './words';

export interface Reported {
  name: string;
  date: LocalDate;
  place: string;
  /** 选区选民 */
  to: string;
  /** On whose behalf, of a deputy of the district; '' otherwise. */
  mandate: string;
  grades: readonly string[];
}

function sheetOf({ card }: Directory, name: string, title: string, blocks: readonly Block[]): Sheet {
  return { name, title: `${card.name}${title}`, blocks, foot: footOf(card) };
}

function mandated({ mandate }: Reported): Block[] {
  return mandate === '' ? [] : [{ line: `受委托：${mandate}` }];
}

export function makeReportText(directory: Directory, about: Reported, parts: readonly WrittenPart[]): Sheet {
  const { name, date, to } = about;
  const written = parts.filter(({ words }) => words.trim() !== '');
  const sections = written.flatMap(({ part, words }): Block[] => [
    ...(part === 'basis' ? [] : [{ line: DUTY_REPORT_PARTS[part], size: 'large', bold: true } as const]),
    ...words.split('\n').map((line): Block => ({ line, indent: true })),
  ]);
  return sheetOf(directory, `述职报告 ${name} ${sayDated(date)}`, '人大代表述职报告', [
    ...mandated(about),
    { line: `各位${to}：` },
    ...sections,
    { line: `报告人：${name}`, align: 'right' },
    { line: sayFullDay(date), align: 'right' },
  ]);
}

/** Nothing on it tells who wrote it. */
export function makeBallotSheet(directory: Directory, { name, date, grades }: Reported): Sheet {
  return sheetOf(directory, `测评票 ${name} ${sayDated(date)}`, '人大代表述职测评票', [
    { line: `述职代表：${name}` },
    { line: `日期：${sayFullDay(date)}` },
    {
      columns: grades.map(() => 100 / grades.length),
      head: grades,
      rows: [grades.map(() => '')],
      height: 18,
    },
    { line: '请在一格里画「○」。画两格以上的不计入等次；不用写名字。', size: 'small' },
  ]);
}

export function makeBallotResult(
  directory: Directory,
  about: Reported,
  { present, counts, spoiled }: Ballot,
): Sheet {
  const { name, date, place, to } = about;
  const papers = counts.reduce((sum, { n }) => sum + n, spoiled);
  const where = place === '' ? '' : `在${place}`;
  return sheetOf(directory, `述职测评结果 ${name} ${sayDated(date)}`, '人大代表述职测评结果告知书', [
    ...mandated(about),
    { line: `${name}代表：` },
    {
      line: `您于${sayFullDay(date)}${where}向${to}述职。到会${to}${String(present)}人，收回测评票${String(papers)}张。结果已当场宣读，现书面告知如下。`,
      indent: true,
    },
    {
      columns: [60, 40],
      head: ['等次', '票数'],
      rows: [...counts.map(({ grade, n }) => [grade, String(n)]), ['不计入等次', String(spoiled)]],
    },
    { line: '本结果一份交代表本人，一份存档，不在小程序里显示，不对外公布，不与他人比较。', size: 'small' },
    { line: '代表签收：                日期：', align: 'right' },
    { line: directory.card.host, align: 'right' },
  ]);
}
