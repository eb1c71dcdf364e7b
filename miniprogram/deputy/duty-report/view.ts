/** The text of 述职 as its deputy writes it. */
import {
  DUTY_REPORT_PARTS,
  type DutyReportPart,
  type DutyReportView,
  type WrittenPart,
} from '../../contract/duty-report';
import type { LocalDate } from '../../contract/wire';
import { sayDay, sayMoment } from '../../view/dates';

export interface PartLine {
  part: DutyReportPart;
  label: string;
  words: string;
  hint: string;
}

export interface ReportScreen {
  title: string;
  when: string;
  state: string;
  tone: 'waiting' | 'in-hand' | 'done';
  parts: readonly PartLine[];
  /** The text stays as it was read out. */
  closed: boolean;
  ready: boolean;
  empty: boolean;
  versions: readonly { version: number; text: string }[];
}

const FROM_LEDGER = '按台账起草的，可以改';
const OWN_WORDS = '您自己写的，重新起草也不会动';
const AHEAD = '这一段台账里没有，请您自己写';

function hintOf({ part, words, edited }: WrittenPart): string {
  if (edited) return OWN_WORDS;
  if (part === 'ahead' && words === '') return AHEAD;
  return words === '' ? '台账里没有，可以空着' : FROM_LEDGER;
}

function stateOf({ closed, ready, edition }: DutyReportView): Pick<ReportScreen, 'state' | 'tone'> {
  if (closed) return { state: '已经述职，不再改', tone: 'done' };
  if (ready) return { state: '已交人大办', tone: 'done' };
  return edition === 0
    ? { state: '还没写', tone: 'waiting' }
    : { state: '正在写，只有您看得到', tone: 'in-hand' };
}

export function toPartLines(parts: readonly WrittenPart[]): PartLine[] {
  return parts.map((written) => ({
    part: written.part,
    label: DUTY_REPORT_PARTS[written.part],
    words: written.words,
    hint: hintOf(written),
  }));
}

export function toReportScreen(view: DutyReportView, today: LocalDate): ReportScreen {
  return {
    title: view.title || '述职',
    when: [sayDay(view.date, today), view.place].filter(Boolean).join(' · '),
    ...stateOf(view),
    parts: toPartLines(view.parts),
    closed: view.closed,
    ready: view.ready,
    empty: view.parts.every(({ words }) => words === ''),
    versions: view.versions.map(({ version, at }) => ({ version, text: `${sayMoment(at)} 以前的稿子` })),
  };
}
