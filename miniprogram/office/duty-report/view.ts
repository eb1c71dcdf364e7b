/** Who reports at a meeting: each on a card of their own, without a number beside a name. */
import type { DutyReportActions, Reporter } from '../../contract/duty-report';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayDay } from '../../view/dates';

interface ReporterCard {
  person: string;
  name: string;
  edition: number;
  text: string;
  tone: 'waiting' | 'in-hand' | 'done';
  /** What became of the ballot; '' before the day. */
  ballot: string;
  mayPrintText: boolean;
  mayFile: boolean;
  filed: boolean;
  mayHand: boolean;
}

export interface MeetingScreen {
  title: string;
  day: string;
  grades: readonly string[];
  cards: readonly ReporterCard[];
}

const TEXTS = {
  none: { text: '还没动笔', tone: 'waiting' },
  writing: { text: '正在写', tone: 'in-hand' },
  ready: { text: '已交报告', tone: 'done' },
} as const;

function sayBallot({ filedOn, handedOn }: Reporter, held: boolean): string {
  if (handedOn !== undefined) return `测评结果 ${sayDate(handedOn)} 已书面交本人。`;
  if (filedOn !== undefined) return `测评结果 ${sayDate(filedOn)} 已归档，还没交本人。`;
  return held ? '当场宣读的测评结果还没归档。' : '';
}

export function toMeetingScreen(
  { title, date, grades, reporters }: DutyReportActions['dutyReporters']['output'],
  today: LocalDate,
): MeetingScreen {
  const held = date <= today;
  return {
    title: title || '述职',
    day: sayDay(date, today),
    grades,
    cards: reporters.map((reporter) => {
      const { person, name, edition, text, filedOn, handedOn } = reporter;
      return {
        person,
        name,
        edition,
        ...TEXTS[text],
        ballot: sayBallot(reporter, held),
        mayPrintText: text === 'ready',
        mayFile: held && handedOn === undefined,
        filed: filedOn !== undefined,
        mayHand: filedOn !== undefined && handedOn === undefined,
      };
    }),
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}

interface TypedBallot {
  present: number;
  counts: { grade: string; n: number }[];
  spoiled: number;
}

/** What is still wrong, in words; a grade that nobody wrote is none. */
export function readBallot(
  typed: Readonly<Record<string, string>>,
  grades: readonly string[],
): TypedBallot | string {
  const present = numberOf(typed['present']);
  if (present === undefined || present === 0) return '请写到会几人';
  const read = [...grades, 'spoiled'].map((name) => numberOf(typed[name] || '0'));
  const numbers = read.filter((n) => n !== undefined);
  if (numbers.length !== read.length) return '票数只写数字';
  const papers = numbers.reduce((sum, n) => sum + n, 0);
  if (papers === 0) return '请写各等次几票';
  if (papers > present) return `票数合计 ${String(papers)}，比到会的 ${String(present)} 人多，请核对`;
  const counts = grades.map((grade, at) => ({ grade, n: numbers[at] ?? 0 }));
  return { present, counts, spoiled: numbers[grades.length] ?? 0 };
}
