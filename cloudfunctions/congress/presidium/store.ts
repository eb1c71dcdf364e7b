/** The collection of the presidium: topics, meetings, notes, and the one document of who keeps in touch with whom. */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { ASKED_UPWARD, NOTE_LABELS } from '../../../miniprogram/contract/congress/presidium-labels';
import type { TopicAct } from '../../../miniprogram/contract/congress/presidium';
import { above, append, below, oneOf, put, type Changes } from '../../shared/conditions';
import type { ActMark } from '../../shared/act';
import { hashParts } from '../../shared/cipher';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { bornWith, recordAct } from '../../shared/outbox';
import { sealedFields } from '../../shared/sealed';
import {
  listOfMeetings,
  type MeetingDocument,
  type NoteDocument,
  type PairsDocument,
  type PresidiumRow,
  type TopicDocument,
} from './rules/presidium-document';
import type { TopicPlan } from './rules/plan-topic';

const PRESIDIUM = 'presidium';

export const collections = {
  [PRESIDIUM]: {
    indexes: [
      inTownship('list', 'list', 'seq'),
      inTownship('unit', 'unit', 'seq'),
      inTownship('kind', 'kind', 'seq'),
      OUTBOX_INDEX,
    ],
  },
} as const satisfies CollectionSpecs;

/** What people wrote and said: encrypted in the database, plain in every document that leaves this file. */
const WRITTEN = sealedFields('title', 'words', 'number', 'place', 'minutes');

/** As it is stored. */
export function closeRow<T extends PresidiumRow>(row: T): T {
  return WRITTEN.close(row);
}

/** What a row may be; who keeps in touch with whom is none. */
const KINDS = ['topic', 'meeting', ...Object.keys(NOTE_LABELS)];

/** Rows of a year's plan or meetings, and the newest notes: some dozens each. */
export const ROWS_AT_MOST = 200;
const STEPS_KEPT = 60;
const ACTS_KEPT = 40;

/** The same act repeated meets itself. */
export function rowId(township: string, account: string, key: string): string {
  return `${township}~${hashParts(['presidium', township, account, key])}`;
}

export function rowSeq(date: LocalDate, id: string): string {
  return `${date}${id.slice(-8)}`;
}

/** One call; `false`: it came before. */
export function createRow(
  row: PresidiumRow,
  {
    by,
    event,
    key,
    at,
    about = {},
  }: { by: string; event: string; key: string; at: Instant; about?: Record<string, string> },
): Promise<boolean> {
  const { _id, kind } = row;
  const act = { at, by, act: kind, of: _id, from: '', to: kind, key };
  const born = bornWith({ ...act, event, about: { ...about, row: _id } });
  return createOne(PRESIDIUM, { ...closeRow(row), ...born });
}

export async function readRow<T extends PresidiumRow>(township: string, id: string): Promise<T | undefined> {
  const stored = await readOne<T>(PRESIDIUM, township, id);
  return stored && WRITTEN.open(stored);
}

export async function readList<T extends PresidiumRow>(
  township: string,
  list: string,
  order: 'asc' | 'desc',
): Promise<T[]> {
  const found = await readPage<T>(PRESIDIUM, township, {
    where: { list },
    order: [['seq', order]],
    limit: ROWS_AT_MOST,
  });
  return found.map((row) => WRITTEN.open(row));
}

/** The newest meeting of that year and the one before it. One call. */
export async function readLastMeeting(
  township: string,
  year: number,
): Promise<Pick<MeetingDocument, 'date'> | undefined> {
  const lists = [year, year - 1].map(listOfMeetings);
  const [last] = await readPage<MeetingDocument>(PRESIDIUM, township, {
    where: { list: oneOf(lists) },
    order: [['seq', 'desc']],
    limit: 1,
    fields: ['date'],
  });
  return last;
}

/** What these townships ask the district for, newest first; `after` is the `seq` of the last one seen. One call. */
export async function readAsked(
  townships: readonly string[],
  limit: number,
  after?: string,
): Promise<NoteDocument[]> {
  if (townships.length === 0) return [];
  const found = await readAcross<NoteDocument>(PRESIDIUM, townships, {
    where: { list: 'guidance', kind: oneOf(ASKED_UPWARD), ...(after !== undefined && { seq: below(after) }) },
    order: [['seq', 'desc']],
    limit,
  });
  return found.map((row) => WRITTEN.open(row));
}

/** Several by their ids, as far as they are there. One call. */
export async function readRowsById(township: string, ids: readonly string[]): Promise<PresidiumRow[]> {
  if (ids.length === 0) return [];
  const where = { _id: oneOf(ids) };
  const found = await readPage<PresidiumRow>(PRESIDIUM, township, { where, order: [], limit: ids.length });
  return found.map((row) => WRITTEN.open(row));
}

/** Rows of all lists behind that `seq`, oldest first. One call. */
export function readOldestRows(township: string, after: string, limit: number): Promise<PresidiumRow[]> {
  return readPage<PresidiumRow>(PRESIDIUM, township, {
    where: { kind: oneOf(KINDS), seq: above(after) },
    order: [['seq', 'asc']],
    limit,
  });
}

/** Topics that were handed to a unit. */
export async function readOfUnit(township: string, unit: string): Promise<TopicDocument[]> {
  const found = await readPage<TopicDocument>(PRESIDIUM, township, {
    where: { unit },
    order: [['seq', 'desc']],
    limit: ROWS_AT_MOST,
  });
  return found.map((row) => WRITTEN.open(row));
}

export interface TopicMeta {
  act: TopicAct;
  event: string;
  by: string;
  key: string;
  now: Instant;
  mark: ActMark;
}

/** The one write of a step, on the `rev` that was read. */
export function writeTopic(
  before: TopicDocument,
  { set, words }: TopicPlan,
  { act, event, by, key, now, mark }: TopicMeta,
): Promise<boolean> {
  const { township, _id, rev, state } = before;
  const step = { at: now, act, by, ...(words !== undefined && { words }) };
  const changes: Changes = {
    ...Object.fromEntries(Object.entries(set).map(([field, value]) => [field, put(value)])),
    steps: append([step], STEPS_KEPT),
    acts: append([{ ...mark, state: set.state, due: set.due }], ACTS_KEPT),
    ...recordAct({ at: now, by, act, of: _id, from: state, to: set.state, key, event, about: { row: _id } }),
  };
  return changeOne(PRESIDIUM, township, _id, { rev }, WRITTEN.closeChanges(changes));
}

/** What came of a note: once (settle-once.ts). */
export function writeSettled(
  { township, _id, rev, kind }: NoteDocument,
  answer: { words: string; on: LocalDate },
  { by, key, now, mark, event }: { by: string; key: string; now: Instant; mark: ActMark; event: string },
): Promise<boolean> {
  const act = { at: now, by, act: 'settle', of: _id, from: kind, to: 'settled', key };
  const changes: Changes = {
    answer: put(answer),
    settled: put(mark),
    ...recordAct({ ...act, event, about: { row: _id } }),
  };
  return changeOne(PRESIDIUM, township, _id, { rev }, WRITTEN.closeChanges(changes));
}

const pairsId = (township: string): string => `${township}~pairs`;

export function readPairs(township: string): Promise<PairsDocument | undefined> {
  return readOne<PairsDocument>(PRESIDIUM, township, pairsId(township));
}

/** On what was read; the last one stands. One call. */
export function putPair(
  before: PairsDocument | undefined,
  { township, person, member }: { township: string; person: string; member: string },
  { by, key, now, mark }: { by: string; key: string; now: Instant; mark: ActMark },
): Promise<boolean> {
  const noted = { at: now, by, act: 'liaison', of: person, from: '', to: member, key };
  const act = { ...noted, event: 'liaison-arranged', about: { person } };
  const _id = pairsId(township);
  if (!before) {
    const born: PairsDocument = { _id, township, rev: 1, pairs: { [person]: member }, acts: [mark] };
    return createOne(PRESIDIUM, { ...born, ...bornWith(act) });
  }
  const changes: Changes = {
    [`pairs.${person}`]: put(member),
    acts: append([mark], ACTS_KEPT),
    ...recordAct(act),
  };
  return changeOne(PRESIDIUM, township, _id, { rev: before.rev }, changes);
}
