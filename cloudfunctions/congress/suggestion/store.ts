/** The collection of deputies' suggestions: its indexes, its reads and its writes. */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { above, absent, append, below, drop, put, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  countBy,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { bornWith, recordAct } from '../../shared/outbox';
import { sealedFields } from '../../shared/sealed';
import { isOpen, KEPT_ACTS, KEPT_STEPS } from './rules/life-cycle';
import {
  endAsking,
  facetsOf,
  type KeptAct,
  type StoredStep,
  type SuggestionDocument,
} from './rules/suggestion-document';
import type { Taken } from './rules/take-step';

const SUGGESTIONS = 'suggestions';

export const collections = {
  [SUGGESTIONS]: {
    indexes: [
      inTownship('open_facets', 'open', 'facets', 'dueSeq'),
      inTownship('state_due', 'open', 'state', 'dueSeq'),
      inTownship('facets', 'facets', 'seq'),
      inTownship('lead', 'open', 'lead'),
      inTownship('board', 'board'),
      OUTBOX_INDEX,
    ],
  },
} as const satisfies CollectionSpecs;

/** What people wrote, and who signed an answer: encrypted in the database, plain in what leaves this file. */
const WRITTEN = sealedFields('title', 'grounds', 'plan', 'words', 'letter', 'signer');

/** As it is stored. */
export function closeSuggestion(suggestion: SuggestionDocument): SuggestionDocument {
  return WRITTEN.close(suggestion);
}

/** From the key it was drafted with, so that a phone that tries again meets itself. */
export function suggestionId(township: string, account: string, key: string): string {
  return `${township}~${hashParts(['suggestion', township, account, key])}`;
}

/** Of the bill that it was: made twice it is one. */
export function suggestionOfBill(township: string, bill: string): string {
  return `${township}~${hashParts(['suggestion', township, 'bill', bill])}`;
}

export function dueSeqOf(due: LocalDate, id: string): string {
  return `${due}${id.slice(-8)}`;
}
export function seqOf(at: Instant, id: string): string {
  return `${String(at).padStart(13, '0')}${id.slice(-8)}`;
}

export function createSuggestion(suggestion: SuggestionDocument, key: string): Promise<boolean> {
  const { _id, createdAt, lead } = suggestion;
  const born = bornWith({
    at: createdAt,
    by: lead,
    act: 'draft',
    of: _id,
    from: '',
    to: 'drafting',
    key,
    event: 'suggestion-drafted',
    about: { suggestion: _id },
  });
  return createOne(SUGGESTIONS, { ...closeSuggestion(suggestion), ...born });
}

/** Handed in on paper, with everybody's name under it. False: it is there already. */
export function createFromBill(suggestion: SuggestionDocument, bill: string): Promise<boolean> {
  const { _id, createdAt: at, lead } = suggestion;
  const act = { at, by: lead, act: 'from-bill', of: bill, from: '', to: 'submitted', key: _id };
  const about = { suggestion: _id, by: 'system', act: 'from-bill', had: lead };
  const born = bornWith({ ...act, event: 'suggestion-submitted', about });
  return createOne(SUGGESTIONS, { ...closeSuggestion(suggestion), ...born });
}

export async function readSuggestion(township: string, id: string): Promise<SuggestionDocument | undefined> {
  const stored = await readOne<SuggestionDocument>(SUGGESTIONS, township, id);
  return stored && WRITTEN.open(stored);
}

export interface StepMeta {
  now: Instant;
  key: string;
  /** Absent: nobody's phone waits for an answer. */
  kept?: Omit<KeptAct, 's' | 'd'>;
}

function changesOf(before: SuggestionDocument, taken: Taken, { now, key, kept }: StepMeta): Changes {
  const { set = {}, drop: gone = [], to, due, facets, act, by, event, words } = taken;
  const { _id, state } = before;
  const step: StoredStep = {
    at: now,
    act,
    by,
    ...(to !== state && { state: to }),
    ...(words !== undefined && { words }),
  };
  return {
    ...Object.fromEntries(gone.filter((name) => !(name in set)).map((name) => [name, drop])),
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, put(value)])),
    state: put(to),
    open: put(isOpen(to)),
    due: put(due),
    dueSeq: put(dueSeqOf(due, _id)),
    facets: put(facets),
    steps: append([step], KEPT_STEPS),
    ...(kept && { acts: append([{ ...kept, s: to, d: due }], KEPT_ACTS) }),
    ...recordAct({
      at: now,
      by,
      act,
      of: _id,
      from: state,
      to,
      key,
      event,
      about: { suggestion: _id, by, act, had: before.lead },
    }),
  };
}

/** The one write of a step, on the `rev` that was read; false: somebody else's step came in between. */
export function writeStep(before: SuggestionDocument, taken: Taken, meta: StepMeta): Promise<boolean> {
  const { township, _id, rev } = before;
  const changes = WRITTEN.closeChanges(changesOf(before, taken, meta));
  return changeOne(SUGGESTIONS, township, _id, { rev }, changes);
}

/** Whose act it is that somebody else goes on; absent: nobody's. */
export interface Handing {
  now: Instant;
  by?: string;
  key?: string;
}

function goneAct(before: SuggestionDocument, to: string, { now, by = 'system', key }: Handing): Changes {
  const { _id, rev, lead } = before;
  const step: StoredStep = { at: now, act: 'owner-gone', by };
  const act = { at: now, by, act: 'owner-gone', of: _id, from: lead, to };
  return {
    steps: append([step], KEPT_STEPS),
    ...recordAct({
      ...act,
      key: key ?? `gone-${String(rev)}`,
      event: 'suggestion-lead-changed',
      about: { suggestion: _id, by, act: 'owner-gone', had: lead },
    }),
  };
}

/** Somebody else leads it from now on. */
export function writeLead(
  before: SuggestionDocument,
  { lead, asked, facets }: Pick<SuggestionDocument, 'lead' | 'asked' | 'facets'>,
  who: Handing,
): Promise<boolean> {
  const { township, _id, rev, state } = before;
  const changes = { lead: put(lead), asked: put(asked), facets: put(facets), leadGone: drop };
  return changeOne(SUGGESTIONS, township, _id, { rev, state }, { ...changes, ...goneAct(before, lead, who) });
}

/** Nobody follows who led it: the office goes on, and what was only a draft ends. */
export function writeLeadGone(before: SuggestionDocument, who: Handing): Promise<boolean> {
  const { township, _id, rev, state } = before;
  const asked = endAsking(before);
  const ended: Changes =
    state === 'drafting'
      ? {
          state: put('withdrawn'),
          open: put(false),
          due: put(toLocalDate(who.now)),
          asked: put(asked),
          facets: put(facetsOf({ ...before, asked })),
        }
      : {};
  const changes = { ...ended, leadGone: put(true), ...goneAct(before, '', who) };
  return changeOne(SUGGESTIONS, township, _id, { rev, state }, changes);
}

/** A page in the order of an index; `after` is the last seen value of its last field. */
export interface Page {
  where: Where;
  by: 'seq' | 'dueSeq' | 'board';
  newest?: boolean;
  limit: number;
  after?: string | undefined;
}

export async function readSuggestions(
  township: string,
  { where, by, newest = false, limit, after }: Page,
): Promise<SuggestionDocument[]> {
  const beyond =
    after === undefined ? (by === 'board' ? above('') : undefined) : newest ? below(after) : above(after);
  const found = await readPage<SuggestionDocument>(SUGGESTIONS, township, {
    where: { ...where, ...(beyond !== undefined && { [by]: beyond }) },
    order: [[by, newest ? 'desc' : 'asc']],
    limit,
  });
  return found.map((one) => WRITTEN.open(one));
}

/** What figures are counted from; no texts. */
export function readFacts(
  township: string,
  session: string | undefined,
  limit: number,
): Promise<Pick<SuggestionDocument, 'state' | 'open' | 'category' | 'answeredOn' | 'promise' | 'replies'>[]> {
  return readPage<SuggestionDocument>(SUGGESTIONS, township, {
    where: { facets: session === undefined ? 'all' : `s:${session}` },
    order: [['seq', 'desc']],
    limit,
    fields: ['state', 'open', 'category', 'answeredOn', 'promise', 'replies.class'],
  });
}

/** What a report tells of suggestions. */
export type ReportedSuggestion = Pick<
  SuggestionDocument,
  | '_id'
  | 'number'
  | 'title'
  | 'state'
  | 'open'
  | 'category'
  | 'session'
  | 'submittedOn'
  | 'answeredOn'
  | 'promise'
  | 'unit'
> & { replies: readonly { class: string }[]; steps: readonly { act: string }[] };

/** Newest first, without grounds and plans. */
export async function readReported(township: string, limit: number): Promise<ReportedSuggestion[]> {
  const found = await readPage<SuggestionDocument>(SUGGESTIONS, township, {
    where: { facets: 'all' },
    order: [['seq', 'desc']],
    limit,
    fields: [
      'number',
      'title',
      'state',
      'open',
      'category',
      'session',
      'submittedOn',
      'answeredOn',
      'promise',
      'unit',
      'replies.class',
      'steps.act',
    ],
  });
  return found.map((row) => WRITTEN.open(row));
}

/** Person id → open suggestions that they lead. */
export function countByLead(township: string): Promise<Map<string, number>> {
  return countBy(SUGGESTIONS, township, { open: true }, 'lead');
}

/** The same without those that the office goes on with in their lead's place: nothing of them is left to hand over. */
export function countToHandOver(township: string): Promise<Map<string, number>> {
  return countBy(SUGGESTIONS, township, { open: true, leadGone: absent }, 'lead');
}

export async function readLedBy(
  township: string,
  lead: string,
  limit: number,
): Promise<SuggestionDocument[]> {
  const found = await readPage<SuggestionDocument>(SUGGESTIONS, township, {
    where: { open: true, lead },
    order: [],
    limit,
  });
  return found.map((one) => WRITTEN.open(one));
}
