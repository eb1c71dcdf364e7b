/** Which index each of the office's lists goes by, and what it then leaves out. */
import type { OwnerKind } from '../../../../miniprogram/contract/request';
import type { RequestState } from '../../../../miniprogram/contract/request-life';
import type { OfficeQueue, RequestFilter } from '../../../../miniprogram/contract/request-lists';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';
import { CALL_BACK, EVERY, facetOf } from './facets';
import { KEY } from './marks';
import { OPEN } from '../../life/rules/life-cycle';
import { OWED_WORD, owesWord } from '../../life/rules/written-word';
import type { RequestDocument } from '../../rules/request-document';

type Scalar = string | boolean;

export interface Queue {
  where: Readonly<Record<string, Scalar | { readonly test: 'in'; readonly value: readonly Scalar[] }>>;
  by: 'dueSeq' | 'dispatchSeq' | 'seq';
  /** The condition as the document's own fields tell it, where the list goes by an entry that stands for them. */
  says?: Readonly<Partial<Pick<RequestDocument, 'callback' | 'key'>>>;
  newest?: true;
  /** Only those that have the field at all. */
  floor?: string;
  /** The last date that belongs to it: of `due`, in order of birth of the written word. */
  until?: LocalDate;
  /** What the index does not tell apart. */
  keeps?: (row: Pick<RequestDocument, 'group' | 'lead' | 'category' | 'village'>) => boolean;
}

/** Above it is every instant of this century. */
export const BEGINNING = '0';

/** What the office has to decide or to do itself; what waits for the asker, or to be brought, has lists of its own. */
const TO_ROUTE = OPEN.filter((state) => state !== 'confirming' && state !== 'replied');

function byOwner(kind: OwnerKind, states: readonly RequestState[]): Queue {
  const where = { open: true, 'owner.kind': kind, state: { test: 'in', value: states } as const };
  return { where, by: 'dueSeq' };
}

function filtered({ state, closed, ...wanted }: RequestFilter): Queue {
  const facets = facetOf(wanted);
  const { group, unit, category, village } = wanted;
  const keeps: NonNullable<Queue['keeps']> = (row) =>
    (group === undefined || row.group === group) &&
    (category === undefined || row.category === category) &&
    (village === undefined || row.village === village);
  const several = Object.keys(wanted).length > 2 || unit !== undefined ? { keeps } : {};
  if (state !== undefined) return { where: { state, facets }, by: 'dueSeq', ...several };
  if (closed) return { where: { open: false, facets }, by: 'dueSeq', newest: true, ...several };
  return { where: { open: true, facets }, by: 'dueSeq', ...several };
}

/** `yellow`: the last date of which the late list warns. */
export interface QueueDays {
  today: LocalDate;
  yellow: LocalDate;
  /** The last day for a written word that the office is reminded of. */
  tell: LocalDate;
}

export function queueOf(
  queue: OfficeQueue,
  filter: RequestFilter,
  { today, yellow, tell }: QueueDays,
): Queue {
  switch (queue) {
    case 'to-route':
      return byOwner('office', TO_ROUTE);
    case 'to-review':
      return { where: { open: true, review: true }, by: 'dueSeq' };
    case 'late':
      return { where: { open: true, facets: EVERY }, by: 'dueSeq', until: yellow };
    case 'overdue':
      return { where: { open: true, facets: EVERY }, by: 'dueSeq', until: addDays(today, -1) };
    case 'deliveries':
      return { where: { state: 'replied', facets: EVERY }, by: 'dueSeq' };
    case 'to-tell':
      return { where: { tokens: OWED_WORD }, by: 'seq', until: tell };
    case 'call-backs':
      return { where: { state: 'closed', facets: CALL_BACK }, says: { callback: 'due' }, by: 'dueSeq' };
    case 'promises':
      return { where: { open: true, promise: 'open' }, by: 'dueSeq' };
    case 'extensions':
      return { where: { open: true, 'extension.state': 'asked' }, by: 'dueSeq' };
    case 'rulings':
      return byOwner('chief', ['disputed']);
    case 'escalated':
      return byOwner('presidium', ['escalated']);
    case 'key':
      return { where: { tokens: KEY }, says: { key: true }, by: 'seq' };
    case 'dispatches':
      return { where: {}, by: 'dispatchSeq', newest: true, floor: BEGINNING };
    case 'all':
      return filtered(filter);
  }
}

/** What a queue's condition reads of a request. */
export type Queued = Pick<
  RequestDocument,
  'open' | 'state' | 'owner' | 'review' | 'callback' | 'promise' | 'extension' | 'key' | 'due' | 'word'
>;

function valueAt(row: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], row);
}

/** Whether a row of the queue's order still lies within its last date. */
export function isWithin(
  { by, until }: Queue,
  { due, word }: Pick<RequestDocument, 'due' | 'word'>,
): boolean {
  if (until === undefined) return true;
  return (by === 'seq' ? (word?.by ?? due) : due) <= until;
}

/** Whether the request that was read stands in that list: the list's own condition, asked of one document. */
export function standsIn(queue: OfficeQueue, row: Queued, days: QueueDays): boolean {
  const wanted = queueOf(queue, {}, days);
  const { where, says = where } = wanted;
  const meets = Object.entries(says).every(([path, held]) => {
    if (held === EVERY) return true;
    if (held === OWED_WORD) return owesWord(row);
    const value = valueAt(row, path);
    return typeof held === 'object' ? held.value.includes(value as Scalar) : value === held;
  });
  return meets && isWithin(wanted, row);
}

/** Whether one of the presidium's lists shows it; `yellowBy`: the last date of which the late list warns. */
export function isListed(
  {
    key,
    state,
    open,
    due,
    dispatchSeq,
  }: Pick<RequestDocument, 'key' | 'state' | 'open' | 'due' | 'dispatchSeq'>,
  yellowBy: LocalDate,
): boolean {
  return (
    key === true ||
    state === 'escalated' ||
    state === 'disputed' ||
    dispatchSeq !== undefined ||
    (open && due <= yellowBy)
  );
}

/** What the presidium sees of them; the rest is the office's. */
export const OVERSEEN: readonly OfficeQueue[] = [
  'late',
  'overdue',
  'escalated',
  'rulings',
  'key',
  'dispatches',
];
