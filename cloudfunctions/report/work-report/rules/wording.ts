/**
 * A township's own wording of a template: headings, their order, and what its sentences say. What a section asks of
 * whoever writes, under which condition a sentence is said and what is said where nothing is on record stay the product's.
 */
import type { TemplateSection } from '../../../../miniprogram/contract/work-report';
import { isSlot } from './slots';
import { slotsIn, type SentenceRow, type Template } from './template';

export function toWording({ sections }: Template): TemplateSection[] {
  return sections.map(({ id, level, heading, sentences = [] }) => ({
    section: id,
    level,
    heading,
    sentences: sentences.map(({ id: sentence, head = '', clauses }) => ({ sentence, head, clauses })),
  }));
}

const sameIds = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();

/** A brace that belongs to no slot would be printed as it stands. */
function holdsUnknown(text: string): boolean {
  const slots = slotsIn(text);
  const rest = text.replace(/\{[A-Za-z]+\}/g, '');
  return /[{}]/.test(rest) || !slots.every(isSlot);
}

/** Where it is wrong: its sections or sentences are not the product's, or a text names a slot that there is not. */
export type WordingFault = { fault: 'sections' } | { fault: 'slot'; at: string };

export function faultOf(template: Template, wording: readonly TemplateSection[]): WordingFault | undefined {
  const own = new Map(template.sections.map((section) => [section.id, section]));
  const ids = wording.map(({ section }) => section);
  if (!sameIds(ids, [...own.keys()])) return { fault: 'sections' };
  // A heading may change places with one of its own level; what is under it goes with the place.
  if (!wording.every(({ level }, at) => level === template.sections[at]?.level)) return { fault: 'sections' };
  for (const { section, level, heading, sentences } of wording) {
    const row = own.get(section);
    const theirs = (row?.sentences ?? []).map(({ id }) => id);
    const mine = sentences.map(({ sentence }) => sentence);
    // The first part has no heading, and gets none.
    const isKept = row?.level === level && (heading === '') === (row.heading === '');
    if (!isKept || !sameIds(mine, theirs)) return { fault: 'sections' };
    if (holdsUnknown(heading) || slotsIn(heading).length > 0) return { fault: 'slot', at: section };
    const wrong = sentences.find(({ head, clauses }) => [head, ...clauses].some(holdsUnknown));
    if (wrong) return { fault: 'slot', at: wrong.sentence };
  }
  return undefined;
}

function reword(row: SentenceRow, head: string, clauses: readonly string[]): SentenceRow {
  const { head: _head, ...kept } = row;
  return { ...kept, ...(head !== '' && { head }), clauses };
}

/**
 * The template in these words. Where the product changed since: rows that it does not know any more are left out, headings
 * and sentences that came later stand at the end.
 */
export function applyWording(template: Template, wording: readonly TemplateSection[]): Template {
  const own = new Map(template.sections.map((section) => [section.id, section]));
  const sections = wording.flatMap(({ section, heading, sentences }) => {
    const row = own.get(section);
    if (!row) return [];
    const rows = new Map((row.sentences ?? []).map((sentence) => [sentence.id, sentence]));
    const said = sentences.flatMap(({ sentence, head, clauses }) => {
      const known = rows.get(sentence);
      return known ? [reword(known, head, clauses)] : [];
    });
    const later = (row.sentences ?? []).filter(({ id }) => !sentences.some((one) => one.sentence === id));
    return [{ ...row, heading, ...(row.sentences && { sentences: [...said, ...later] }) }];
  });
  const missed = template.sections.filter(({ id }) => !wording.some(({ section }) => section === id));
  return { ...template, sections: [...sections, ...missed] };
}
