/** What stands beside the report: rows behind a figure, a sentence, earlier words, what became otherwise. */
import type { LocalDate, Output } from '../../contract/wire';
import type { ReportSentence, ReportView, SlotChange } from '../../contract/work-report';
import { sayMoment } from '../../view/dates';
import { toRowLines, type RowLine } from '../view/report-words';
import { textOf } from './view';

/** What stands beside the report. */
export type Panel =
  | {
      kind: 'rows';
      slot: string;
      label: string;
      total: string;
      rows: readonly RowLine[];
      next: number;
    }
  | { kind: 'sentence'; sentence: string; text: string; off: boolean; figures: readonly FigureLine[] }
  | { kind: 'versions'; section: string; versions: readonly VersionLine[] }
  | { kind: 'differs'; changes: readonly ChangeLine[] };

export interface FigureLine {
  slot: string;
  text: string;
  rows: string;
}
export interface VersionLine {
  key: string;
  words: string;
  by: string;
}
export interface ChangeLine {
  slot: string;
  label: string;
  words: string;
}

export function findSentence({ sections }: ReportView, sentence: string): ReportSentence | undefined {
  return sections
    .flatMap(({ computed, offered }) => [...computed, ...offered])
    .find((one) => one.sentence === sentence);
}

export function toSentencePanel(found: ReportSentence): Panel {
  const figures = found.pieces.flatMap(({ slot, text, rows }): FigureLine[] =>
    slot === undefined || rows === undefined ? [] : [{ slot, text, rows: `${String(rows)} 条记录` }],
  );
  const { sentence, off } = found;
  return { kind: 'sentence', sentence, text: textOf(found), off: off === true, figures };
}

export function toDiffersPanel(changes: readonly SlotChange[]): Panel {
  return {
    kind: 'differs',
    changes: changes.map(({ slot, label, from, to, added, gone }) => ({
      slot,
      label,
      words: [
        from === to ? '' : `${from || '没有'} → ${to || '没有'}`,
        added > 0 ? `多了 ${String(added)} 条记录` : '',
        gone > 0 ? `少了 ${String(gone)} 条记录` : '',
      ]
        .filter(Boolean)
        .join('，'),
    })),
  };
}

export function toRowsPanel(
  slot: string,
  { label, rows, total, next = 0 }: Output<'report', 'reportRows'>,
  before: readonly RowLine[],
  today: LocalDate,
): Panel {
  const lines = [...before, ...toRowLines(rows, today)];
  return { kind: 'rows', slot, label, total: `共 ${String(total)} 条记录`, rows: lines, next };
}

export function toVersionsPanel(
  section: string,
  { versions }: Output<'report', 'reportVersions'>,
  today: LocalDate,
): Panel {
  return {
    kind: 'versions',
    section,
    versions: versions.map(({ version, words, by, at, aside }) => ({
      key: `${String(version)}${String(at)}`,
      words,
      by: `${by} ${sayMoment(at, today)}${aside ? ' · 没有存上的' : ''}`,
    })),
  };
}
