/** 履职档案: the ledger's rows of one person, by the eight headings, newest first. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Dispute } from '../../contract/duty';
import { HEADINGS, type Heading } from '../../contract/facts';
import type { Places } from '../../contract/registry';
import type { LocalDate, Output } from '../../contract/wire';
import { toFactLine, type FactLine } from '../../view/activity-words';

export type Record = Output<'duty', 'record'>;

export interface RecordLine extends FactLine {
  /** What became of a doubt; '' where nobody doubted it. */
  doubt: string;
  answer: string;
  mayDoubt: boolean;
}

export interface RecordScreen {
  name: string;
  sections: readonly { heading: string; lines: readonly RecordLine[] }[];
  /** There are older ones. */
  more: boolean;
}

const DOUBTS: Readonly<{ [S in Dispute['state']]: string }> = {
  open: '已提出，等人大办答复',
  corrected: '已改正',
  kept: '人大办答复了',
};

/** This year and the one before. */
export function yearsOf(today: LocalDate): Choice[] {
  const year = Number(today.slice(0, 4));
  return [year, year - 1].map((each) => ({ id: String(each), text: `${String(each)}年` }));
}

/** What was read before, and the page that follows it. */
export function joinPages(before: Record | undefined, page: Record): Record {
  const rows = [...(before?.rows ?? []), ...page.rows];
  const disputes = [...(before?.disputes ?? []), ...page.disputes];
  return Object.assign({}, page, { rows, disputes });
}

export function toRecordScreen(
  { name, rows, disputes, next }: Record,
  places: Places | undefined,
  today: LocalDate,
): RecordScreen {
  const byFact = new Map(disputes.map((dispute) => [dispute.fact, dispute]));
  const sections = (Object.keys(HEADINGS) as Heading[]).map((heading) => ({
    heading: HEADINGS[heading],
    lines: rows
      .filter((row) => row.heading === heading)
      .map((row): RecordLine => {
        const dispute = byFact.get(row.fact);
        return {
          ...toFactLine(row, places, today),
          doubt: dispute ? DOUBTS[dispute.state] : '',
          answer: dispute?.answer ?? '',
          mayDoubt: dispute === undefined,
        };
      }),
  }));
  return { name, sections: sections.filter(({ lines }) => lines.length > 0), more: next !== undefined };
}
