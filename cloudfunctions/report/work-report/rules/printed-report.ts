/** What of a report goes on paper, in its order; print-report.ts makes the document of it. */
import type { ReportSection } from '../../../../miniprogram/contract/work-report';
import type { KeptAnswers } from './changes';
import { rowCount } from './changes';
import { printedText } from './compose';
import { isSlot, SLOT_NAMES, slotRow } from './slots';

export interface PrintedParagraph {
  style: 'heading1' | 'heading2' | 'body';
  text: string;
  /** Before the text, in bold: «三是代表定期走访接待选民。» */
  lead?: string;
}

/** A figure of the table of sources: what it is, how much, from how many rows. */
export interface SourceLine {
  label: string;
  value: string;
  rows: string;
}

function paragraphsOf(section: ReportSection): PrintedParagraph[] {
  const { level, heading } = section;
  const [first = '', ...others] = printedText(section).split('\n');
  const body = others.filter(Boolean).map((text): PrintedParagraph => ({ style: 'body', text }));
  if (heading === '') return first === '' ? body : [{ style: 'body', text: first }, ...body];
  if (level === 3) {
    const empty = first === '' && body.length === 0;
    return empty ? [] : [{ style: 'body', lead: heading, text: first }, ...body];
  }
  const title: PrintedParagraph = { style: level === 1 ? 'heading1' : 'heading2', text: heading };
  return first === '' ? [title, ...body] : [title, { style: 'body', text: first }, ...body];
}

export function printParagraphs(sections: readonly ReportSection[]): PrintedParagraph[] {
  return sections.flatMap(paragraphsOf);
}

/** Slots that stand in a printed sentence. */
export function printedSlots(sections: readonly ReportSection[]): Set<string> {
  const said = sections
    .flatMap(({ computed }) => computed)
    .filter(({ missing, off }) => !missing && !off)
    .flatMap(({ pieces }) => pieces);
  return new Set(said.flatMap(({ slot }) => (slot === undefined ? [] : [slot])));
}

/** Every figure that is printed, with the rows that it counts; words that are no figure have no source. */
export function listSources(sections: readonly ReportSection[], values: KeptAnswers): SourceLine[] {
  const printed = printedSlots(sections);
  return SLOT_NAMES.filter((slot) => isSlot(slot) && printed.has(slot)).flatMap((slot) => {
    const value = values[slot];
    const { label, unit, question } = slotRow(slot);
    if (value?.n === undefined) return [];
    const named = question.ask === 'events' || question.ask === 'suggestionCategories';
    return [
      {
        label,
        value: named ? `${String(rowCount(value))}${unit}` : `${value.text}${unit}`,
        rows: `${String(rowCount(value))}条`,
      },
    ];
  });
}
