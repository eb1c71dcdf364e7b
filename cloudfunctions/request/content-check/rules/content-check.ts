/**
 * Which part of a request is clear (mission B10). A part that waits, was asked about, or is held is the asker's and
 * the office's alone; a request without `checks` was written by somebody of the office, or before there were any.
 */
import type { HeldWhy, PartId } from '../../../../miniprogram/contract/content-check';
import type { FileFault } from '../../../../miniprogram/contract/media';
import type { Recording, RequestView } from '../../../../miniprogram/contract/request';
import type { Instant } from '../../../../miniprogram/contract/wire';

type Reader = RequestView['reader'];

/**
 * intake: a file that media has still to copy · unusable: a file of which there is no copy · waiting: for the relay · asked: WeChat will push its verdict · passed · held: for a person of the office ·
 * released, kept: what that person decided.
 */
export type CheckState =
  'intake' | 'unusable' | 'waiting' | 'asked' | 'passed' | 'held' | 'released' | 'kept';

export interface PartCheck {
  state: CheckState;
  /** While held. */
  why?: HeldWhy;
  /** While unusable. */
  fault?: FileFault;
  /** In intake: the asker sent it later, so that it is checked afterwards whoever entered the request. */
  later?: true;
  /** Of the last change; absent: since birth. */
  at?: Instant;
}

export type Checks = Readonly<Record<PartId, PartCheck>>;

/** As much of a step as its words need. */
interface Spoken {
  act: string;
  at: Instant;
  words?: string;
}

export interface Checkable {
  text?: string;
  photos: readonly string[];
  recordings: readonly Recording[];
  checks?: Checks;
}

export type Suggestion = 'pass' | 'review' | 'risky';

/** Asker and office see every part. */
function seesAll(reader: Reader): boolean {
  return reader === 'asker' || reader === 'office';
}

export const photoPart = (at: number): PartId => `photo${at}`;
export const recordingPart = (at: number): PartId => `recording${at}`;

/**
 * The words of a step, by its act and instant. Each such step of the asker needs an answer of somebody else's before
 * it, so there are not many.
 */
export function wordsPart({ act, at }: Spoken): PartId {
  return `${act}-${at}`;
}

/** Whether this reader may see what was said with a step. */
export function showsWords(checks: Checks | undefined, step: Spoken, reader: Reader): boolean {
  return seesAll(reader) || isClear(checks, wordsPart(step));
}

/** Files are taken in first, whoever sent them; a text waits where it is `checked`. */
export function checksAtBirth({ text, photos, recordings }: Checkable, checked: boolean): Checks {
  const files = [
    ...photos.map((_photo, at) => photoPart(at)),
    ...recordings.map((_recording, at) => recordingPart(at)),
  ];
  return Object.fromEntries([
    ...(text === undefined || !checked ? [] : [['text', { state: 'waiting' }]]),
    ...files.map((part) => [part, { state: 'intake' }]),
  ]) as Checks;
}

/** Files that join those of a request: of each kind, from which number on and how many. */
export interface Brought {
  photos: { from: number; count: number };
  recordings: { from: number; count: number };
}

/** The same for files that came later; `later`: the content check looks at them. */
export function checksOfBrought({ photos, recordings }: Brought, later: boolean): Checks {
  const check: PartCheck = { state: 'intake', ...(later && { later: true }) };
  const numbers = ({ from, count }: Brought['photos']) =>
    Array.from({ length: count }, (_each, n) => from + n);
  const parts = [...numbers(photos).map(photoPart), ...numbers(recordings).map(recordingPart)];
  return Object.fromEntries(parts.map((part) => [part, check]));
}

/** Whether there is a copy of this file that can be shown to anybody at all. */
function isTaken(checks: Checks, part: PartId): boolean {
  const state = checks[part]?.state;
  return state !== 'intake' && state !== 'unusable';
}

/** Files of which there is no copy, and never will be. */
export function countUnusable({ checks = {} }: Pick<Checkable, 'checks'>): number {
  return Object.values(checks).filter(({ state }) => state === 'unusable').length;
}

export function isClear(checks: Checks | undefined, part: PartId): boolean {
  const state = checks?.[part]?.state;
  return state === undefined || state === 'passed' || state === 'released';
}

/** The request as this reader may see it: parts that are not clear are not there, nor files that were not taken in. */
export function hideUnchecked<T extends Checkable>(request: T, reader: Reader): T {
  const { checks } = request;
  if (checks === undefined) return request;
  const shows = (part: PartId) => (seesAll(reader) ? isTaken(checks, part) : isClear(checks, part));
  const { text, photos, recordings, ...rest } = request;
  return {
    ...rest,
    ...(text !== undefined && shows('text') && { text }),
    photos: photos.filter((_photo, at) => shows(photoPart(at))),
    recordings: recordings.filter((_recording, at) => shows(recordingPart(at))),
  } as unknown as T;
}

/** How many parts this reader does not see for now, or for good; for the asker: how many the others do not see. */
export function countHidden({ checks = {} }: Pick<Checkable, 'checks'>, reader: Reader): number {
  const parts = Object.keys(checks).filter((part) => checks[part]?.state !== 'unusable');
  return parts.filter((part) => (reader === 'office' ? !isTaken(checks, part) : !isClear(checks, part)))
    .length;
}

/** What was typed: the text, or the words of a step; undefined for a file. */
export function textOf(
  { text, steps }: Pick<Checkable, 'text'> & { steps: readonly Spoken[] },
  part: PartId,
): string | undefined {
  return part === 'text' ? text : steps.find((step) => wordsPart(step) === part)?.words;
}

/** The file of a part; undefined for what was typed, and for a part that is not there. */
export function fileOf({ photos, recordings }: Checkable, part: PartId): string | undefined {
  const [, kind = '', at = ''] = /^(photo|recording)(\d{1,2})$/.exec(part) ?? [];
  if (kind === '') return undefined;
  return kind === 'photo' ? photos[Number(at)] : recordings[Number(at)]?.file;
}

/** Parts in this state, in the order of the request. */
export function partsIn({ checks = {} }: Pick<Checkable, 'checks'>, state: CheckState): PartId[] {
  return Object.entries(checks).flatMap(([part, check]) => (check.state === state ? [part] : []));
}

/** Pieces of at most `most` UTF-16 units, cut between characters; together they are the text. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > most) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Of several pieces the worst counts; a piece that could not be checked makes the whole unchecked. */
export function judgePieces(pieces: readonly (Suggestion | 'unchecked')[]): HeldWhy | 'pass' {
  return (['risky', 'review', 'unchecked'] as const).find((each) => pieces.includes(each)) ?? 'pass';
}

export function checkOf(judged: HeldWhy | 'pass', at: Instant): PartCheck {
  return judged === 'pass' ? { state: 'passed', at } : { state: 'held', why: judged, at };
}

/**
 * Stands among what a request is found by while a part of it waits for a person, once for each part that was held: a
 * list of its own would need an index more, and the collection has as many as it may.
 */
export const HELD = 'held:';
