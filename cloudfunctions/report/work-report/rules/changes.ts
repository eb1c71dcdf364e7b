/** What two computings of the same report differ in: numbers, and which rows came and went. */
import type { SlotChange } from '../../../../miniprogram/contract/work-report';
import type { Answer, Answers } from './ask';
import { SLOT_NAMES, slotRow, type SlotName } from './slots';

/** An answer as it is kept: its rows by the last letters of their ids. */
export interface Kept {
  text: string;
  n?: number;
  rows: readonly string[];
  /** How many rows there were, where they are too many to be kept. */
  many?: number;
}
export type KeptAnswers = Readonly<Partial<Record<SlotName, Kept>>>;

/** Beyond this only their number is kept: the document stays small. */
const MOST_ROWS = 600;
/** Of an id; two rows of one figure with the same ones are one in ten to the twelfth. */
const LETTERS = 8;

export function keepAnswer({ text, n, rows }: Answer): Kept {
  const many = rows.length > MOST_ROWS;
  return {
    text,
    rows: many ? [] : rows.map(({ id }) => id.slice(-LETTERS)),
    ...(n !== undefined && { n }),
    ...(many && { many: rows.length }),
  };
}

export function keepAnswers(answers: Answers): KeptAnswers {
  return Object.fromEntries(Object.entries(answers).map(([slot, answer]) => [slot, keepAnswer(answer)]));
}

export function rowCount({ rows, many }: Kept): number {
  return many ?? rows.length;
}

function without(rows: readonly string[], others: readonly string[]): number {
  const there = new Set(others);
  return rows.filter((row) => !there.has(row)).length;
}

function changeOf(slot: SlotName, was: Kept, is: Kept): SlotChange[] {
  const { label, question } = slotRow(slot);
  // The day of computing is no change.
  if (question.ask === 'words') return [];
  const known = was.many === undefined && is.many === undefined;
  const added = known ? without(is.rows, was.rows) : Math.max(0, rowCount(is) - rowCount(was));
  const gone = known ? without(was.rows, is.rows) : Math.max(0, rowCount(was) - rowCount(is));
  if (was.text === is.text && added === 0 && gone === 0) return [];
  return [{ slot, label, from: was.text, to: is.text, added, gone }];
}

/** Slots that one of them does not have are not compared: another template is no correction. */
export function changesBetween(before: KeptAnswers, after: KeptAnswers): SlotChange[] {
  return SLOT_NAMES.flatMap((slot) => {
    const [was, is] = [before[slot], after[slot]];
    return was && is ? changeOf(slot, was, is) : [];
  });
}

/** What stands as of a day goes on changing by itself: in a signed report it is no correction. */
export function correctionsBetween(before: KeptAnswers, after: KeptAnswers): SlotChange[] {
  return changesBetween(before, after).filter(({ slot }) => {
    const { ask } = slotRow(slot as SlotName).question;
    return ask !== 'requests' && ask !== 'missedStudies';
  });
}
