/**
 * The collection of changes: those within a term, each a document that is recorded once and never altered, and the changes
 * of term, each a document that is prepared for weeks (term/rules/term-document.ts).
 */
import type { ChangeKind, Credentials } from '../../../miniprogram/contract/congress/change';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { above, append, below, drop, put, type Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { bornWith, recordActs, type Act } from '../../shared/outbox';
import { sealedFields } from '../../shared/sealed';
import type { SeatChange } from './rules/vacancies';
import type { TermActKept, TermDocument } from '../term/rules/term-document';

const CHANGES = 'changes';

export const collections = {
  [CHANGES]: {
    indexes: [
      inTownship('newest', '-seq'),
      inTownship('keys', 'k'),
      inTownship('terms', '-termSeq'),
      OUTBOX_INDEX,
    ],
  },
} as const satisfies CollectionSpecs;

/** Names of the list, and what the office typed. */
const WRITTEN = sealedFields('name', 'body', 'notice', 'number', 'words');

async function readWritten<T extends ChangeDocument | TermDocument>(
  township: string,
  id: string,
): Promise<T | undefined> {
  const stored = await readOne<T>(CHANGES, township, id);
  return stored && WRITTEN.open(stored);
}

export interface ChangeDocument {
  _id: string;
  township: string;
  rev: number;
  seq: string;
  person: string;
  kind: ChangeKind;
  date: LocalDate;
  body: string;
  notice: string;
  examined?: Credentials;
  constituency?: string;
  group?: string;
  /** 补选: whose seat it is, and which vacancy of theirs (rules/vacancies.ts). */
  vacancy?: string;
  seat?: string;
  at: Instant;
  /** The account and key with which it came, and the body. */
  k: string;
  h: string;
}

/** From person, kind and day: entered twice it is one. */
export function changeId(township: string, person: string, kind: ChangeKind, date: LocalDate): string {
  return `${township}~${hashParts(['change', township, person, kind, date])}`;
}

/** Of a by-election for a seat that is empty, after those that came to nothing: nobody else is elected for it. */
export function seatChangeId(township: string, seat: string, lapsed: number): string {
  return `${township}~${hashParts(['change', township, 'seat', seat, String(lapsed)])}`;
}

/** Newest first. */
export function readSeatChanges(township: string): Promise<SeatChange[]> {
  return readPage<ChangeDocument>(CHANGES, township, {
    where: { seq: above('') },
    order: [['seq', 'desc']],
    limit: LIMITS.congressRows,
    fields: ['person', 'date', 'seat'],
  });
}

/** As it is stored. */
export function closeChange(change: ChangeDocument): ChangeDocument {
  return WRITTEN.close(change);
}

export function createChange(change: ChangeDocument, by: string, key: string): Promise<boolean> {
  const { _id, at, person, kind } = change;
  const act = { at, by, act: kind, of: person, from: '', to: kind, key };
  const born = bornWith({ ...act, event: 'deputy-changed', about: { change: _id, person } });
  return createOne(CHANGES, WRITTEN.close({ ...change, ...born }));
}

export function readChange(township: string, id: string): Promise<ChangeDocument | undefined> {
  return readWritten<ChangeDocument>(township, id);
}

/** What this key recorded before. */
export async function readChangeOf(township: string, k: string): Promise<ChangeDocument | undefined> {
  const found = await readPage<ChangeDocument>(CHANGES, township, { where: { k }, order: [], limit: 1 });
  return found[0] && WRITTEN.open(found[0]);
}

export async function readChanges(
  township: string,
  limit: number,
  after?: string,
): Promise<ChangeDocument[]> {
  const found = await readPage<ChangeDocument>(CHANGES, township, {
    where: { seq: after === undefined ? above('') : below(after) },
    order: [['seq', 'desc']],
    limit,
  });
  return found.map((one) => WRITTEN.open(one));
}

/** Under which id somebody new comes into the directory: from township, term, line and name, so that twice is once. */
export function electedIds(township: string, term: string): (row: string, name: string) => string {
  return (row, name) => `p${hashParts(['elected', township, term, row, name], 10)}`;
}

/** Its name says which it is: prepared twice it is one, and its id in the directory follows. */
export function termIds(township: string, name: string): { _id: string; term: string } {
  const term = `t${hashParts(['term', township, name], 8)}`;
  return { _id: termDocumentId(township, term), term };
}

export function termDocumentId(township: string, term: string): string {
  return `${township}~term~${term}`;
}

export function createTerm(term: TermDocument, by: string, key: string, at: Instant): Promise<boolean> {
  const act = { at, by, act: 'prepare', of: term._id, from: '', to: term.state, key };
  const born = bornWith({ ...act, event: 'term-prepared', about: { term: term.term } });
  return createOne(CHANGES, WRITTEN.close({ ...term, ...born }));
}

export function readTerm(township: string, term: string): Promise<TermDocument | undefined> {
  return readWritten<TermDocument>(township, termDocumentId(township, term));
}

/** The one that was prepared last. */
export async function readLastTerm(township: string): Promise<TermDocument | undefined> {
  const found = await readPage<TermDocument>(CHANGES, township, {
    where: { termSeq: above('') },
    order: [['termSeq', 'desc']],
    limit: 1,
  });
  return found[0] && WRITTEN.open(found[0]);
}

const TERM_ACTS_KEPT = 40;

export interface TermWrite {
  set: Partial<Omit<TermDocument, '_id' | 'township' | 'rev' | 'acts' | 'edition'>>;
  gone?: readonly ('notice' | 'examined')[];
  acts: readonly Act[];
  /** Absent: nobody's phone waits for an answer. */
  kept?: Omit<TermActKept, 'edition' | 'state'>;
}

/** The one write of an act, on the edition that was read. */
export function writeTerm(before: TermDocument, { set, gone = [], acts, kept }: TermWrite): Promise<boolean> {
  const { township, _id, edition, state } = before;
  const changes: Changes = {
    ...Object.fromEntries(gone.map((field) => [field, drop])),
    ...Object.fromEntries(Object.entries(set).map(([field, value]) => [field, put(value)])),
    edition: put(edition + 1),
    ...(kept && {
      acts: append([{ ...kept, edition: edition + 1, state: set.state ?? state }], TERM_ACTS_KEPT),
    }),
    ...recordActs(acts),
  };
  return changeOne(CHANGES, township, _id, { edition }, WRITTEN.closeChanges(changes));
}
