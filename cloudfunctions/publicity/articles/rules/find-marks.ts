/** What in an article is personal. Pure: the same words give the same marks under the same ids. */
import type { Content, MarkKind } from '../../../../miniprogram/contract/article';
import type { StoredMark } from './article-document';
import { listPictures, listTexts, type TextField } from './content-fields';
import { digitsOf, findNumbers, overlaps, type Span } from './personal-patterns';

export interface Known {
  /** Of villagers in the record it tells of, and of people of the directory who hold no public office. */
  names: readonly string[];
  /** Deputies, in an election period; empty at other times. */
  deputies: readonly string[];
  /** Whose names are public, and so no marks even where a villager is called the same. */
  publicNames: readonly string[];
  /** Landlines of the homes, the complaints line. */
  publicPhones: readonly string[];
}

/** A keyed hash, so that an id does not give away the words. */
export type NameMark = (parts: readonly string[]) => string;

function findName(text: string, name: string): Span[] {
  const spans: Span[] = [];
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length)) {
    spans.push({ kind: 'name', from, to: from + name.length });
  }
  return spans;
}

/** One character is a surname at most, and stands everywhere. */
function longEnough(name: string): boolean {
  return [...name.trim()].length >= 2;
}

/** Longest first, so that 王小明 is one name and not 王小 as well. */
function findNames(text: string, names: readonly string[], kind: MarkKind): Span[] {
  const kept: Span[] = [];
  const sorted = [...new Set(names.map((name) => name.trim()).filter(longEnough))];
  for (const name of sorted.sort((one, other) => other.length - one.length)) {
    for (const span of findName(text, name)) {
      if (!kept.some((before) => overlaps(before, span))) kept.push({ ...span, kind });
    }
  }
  return kept;
}

function spansOf({ text }: TextField, known: Known): Span[] {
  const publicPhones = new Set(known.publicPhones.map(digitsOf));
  const numbers = findNumbers(text).filter(
    ({ kind, from, to }) => kind !== 'phone' || !publicPhones.has(digitsOf(text.slice(from, to))),
  );
  const open = new Set(known.publicNames);
  const names = findNames(
    text,
    known.names.filter((name) => !open.has(name.trim())),
    'name',
  );
  const all = [...numbers, ...names, ...findNames(text, known.deputies, 'election')];
  return all.sort((one, other) => one.from - other.from || one.to - other.to);
}

function marksOf(field: TextField, known: Known, nameMark: NameMark): StoredMark[] {
  const seen = new Map<string, number>();
  return spansOf(field, known).map(({ kind, from, to }) => {
    const words = field.text.slice(from, to);
    const n = (seen.get(`${kind} ${words}`) ?? 0) + 1;
    seen.set(`${kind} ${words}`, n);
    const { where, row } = field;
    const id = nameMark([kind, where, field.field, String(row ?? ''), words, String(n)]);
    return { id, kind, where, field: field.field, ...(row !== undefined && { row }), from, to };
  });
}

/** In the order of reading; pictures after the words. */
export function findMarks(content: Content, known: Known, nameMark: NameMark): StoredMark[] {
  const texts = listTexts(content).flatMap((field) => marksOf(field, known, nameMark));
  const pictures = listPictures(content)
    .filter(
      ({ picture: { faces, agreedBy = '' } }) =>
        faces === 'unknown' || (faces === 'agreed' && agreedBy === ''),
    )
    .map(({ where, field, picture }): StoredMark => {
      const id = nameMark(['consent', where, field, picture.file]);
      return { id, kind: 'consent', where, field, from: 0, to: 0 };
    });
  return [...texts, ...pictures];
}

export function isOverrulable({ kind }: Pick<StoredMark, 'kind'>): boolean {
  return kind !== 'election';
}

/** Marks that still stand against submitting it. */
export function countOpen(marks: readonly StoredMark[], overruled: readonly { mark: string }[]): number {
  const allowed = new Set(overruled.map(({ mark }) => mark));
  return marks.filter((mark) => !isOverrulable(mark) || !allowed.has(mark.id)).length;
}
