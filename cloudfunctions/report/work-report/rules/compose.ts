/** From a template and its figures to the report's sections. A figure that is not among the answers cannot be said. */
import type { Piece, ReportSection, ReportSentence } from '../../../../miniprogram/contract/work-report';
import { slotsIn, splitText, type SectionRow, type SentenceRow, type Template } from './template';

/** What a report keeps of an answer. */
export interface Value {
  text: string;
  n?: number;
  /** Rows behind it; 0: it opens nothing. */
  rows: number;
}
/** Slot → what it answered. */
export type Values = Readonly<Record<string, Value>>;

export interface Written {
  words: string;
  version: number;
  by: string;
  at: number;
}

export interface Parts {
  values: Values;
  written: Readonly<Record<string, Written>>;
  off: ReadonlySet<string>;
}

function valueOf(values: Values, slot: string): Value | undefined {
  return Object.hasOwn(values, slot) ? values[slot] : undefined;
}

function toPieces(text: string, values: Values): Piece[] {
  return splitText(text).map((part) => {
    if (typeof part === 'string') return { text: part };
    const { text: said = '', rows = 0, n } = valueOf(values, part.slot) ?? {};
    const opens = n !== undefined && rows > 0;
    return { text: said, slot: part.slot, ...(opens && { rows }) };
  });
}

/** A clause without figures is always said; one with figures when any of them is more than nothing. */
function isSaid(clause: string, values: Values): boolean {
  const slots = slotsIn(clause);
  const figures = slots.flatMap((slot) => valueOf(values, slot)?.n ?? []);
  if (figures.length === 0) return slots.every((slot) => (valueOf(values, slot)?.text ?? '') !== '');
  return figures.some((n) => n > 0);
}

function isMeant({ when }: SentenceRow, values: Values): boolean {
  if (!when) return true;
  const [one, other] = [valueOf(values, when.slot)?.n, valueOf(values, when.as)?.n];
  if (one === undefined || other === undefined) return false;
  return (one === other) === when.equal;
}

/** Undefined: the sentence is left out. */
export function composeSentence(
  row: SentenceRow,
  { values, off }: Pick<Parts, 'values' | 'off'>,
): ReportSentence | undefined {
  const { id, head = '', clauses, missing } = row;
  if (!isMeant(row, values)) return undefined;
  const left = off.has(id) ? { off: true as const } : {};
  const said = clauses.filter((clause) => isSaid(clause, values));
  if (said.length > 0) {
    const pieces = toPieces(`${head}${said.join('，')}。`, values);
    return Object.assign({ sentence: id, pieces }, left);
  }
  if (missing === undefined) return undefined;
  return Object.assign({ sentence: id, pieces: [{ text: missing }], missing: true as const }, left);
}

function composeAll(rows: readonly SentenceRow[] = [], parts: Parts): ReportSentence[] {
  return rows.flatMap((row) => composeSentence(row, parts) ?? []);
}

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const digit = (n: number): string => DIGITS[n - 1] ?? String(n);

/** 一、 · （一） · 一是 or 1. */
function sayNumber(level: 1 | 2 | 3, n: number, items: Template['items']): string {
  if (level === 1) return `${digit(n)}、`;
  if (level === 2) return `（${digit(n)}）`;
  return items === 'ordinal' && n <= DIGITS.length ? `${digit(n)}是` : `${String(n)}.`;
}

/** Whether something of it is printed: items without are left out, and the others are counted without a gap. */
function isPrinted({ level, computed, words }: Omit<ReportSection, 'heading'>): boolean {
  if (level < 3) return true;
  return words !== '' || computed.some(({ missing, off }) => !missing && !off);
}

/** What people are asked to write: more where a figure is not on record. */
function promptOf({ prompt = '', lacking }: SectionRow, values: Values): string {
  if (!lacking?.slots.some((slot) => (valueOf(values, slot)?.n ?? 0) === 0)) return prompt;
  return `${lacking.prompt}${prompt}`;
}

function composeSection(row: SectionRow, parts: Parts): Omit<ReportSection, 'heading'> {
  const { id, level, sentences, offered } = row;
  const prompt = promptOf(row, parts.values);
  const written = parts.written[id];
  return {
    section: id,
    level,
    computed: composeAll(sentences, parts),
    offered: composeAll(offered, parts),
    words: written?.words ?? '',
    version: written?.version ?? 0,
    ...(prompt !== '' && { prompt }),
    ...(written && { by: written.by, at: written.at }),
  };
}

/** A heading of nothing has no number; items of the third level begin anew under each higher one. */
export function composeReport(template: Template, parts: Parts): ReportSection[] {
  const counts = { 1: 0, 2: 0, 3: 0 };
  return template.sections.map((row) => {
    const section = composeSection(row, parts);
    const { level } = row;
    if (row.heading === '') return Object.assign({ heading: '' }, section);
    if (level < 3) counts[3] = 0;
    if (level === 1) counts[2] = 0;
    if (!isPrinted(section)) return Object.assign({ heading: row.heading }, section);
    counts[level] += 1;
    // Under the second and later parts items are numbered by figures, as the field has it.
    const items = counts[2] === 0 ? 'number' : template.items;
    return Object.assign({ heading: `${sayNumber(level, counts[level], items)}${row.heading}` }, section);
  });
}

export function composeTitle(template: Template, values: Values): string {
  return toPieces(template.title, values)
    .map(({ text }) => text)
    .join('');
}

/** What is printed of a section: computed sentences that stand, then the words; '' where there is nothing. */
export function printedText({ computed, words }: Pick<ReportSection, 'computed' | 'words'>): string {
  const said = computed.filter(({ missing, off }) => !missing && !off);
  return said.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('') + words;
}
