/** The collection of requests: its indexes, how one is born, its reads and its one kind of write. */
import type { SubmitInput, TalkedAt } from '../../miniprogram/contract/request';
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';
import { encryptField, hashParts } from '../shared/cipher';
import { actField, append, atMost, below, oneOf, put, type Where } from '../shared/conditions';
import {
  changeAndRead,
  countBy,
  createOne,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../shared/database';
import { bornWith, recordAct } from '../shared/outbox';
import type { Decision } from './rules/decide-route';
import { isOpen, stepOf, type LifeAct } from './rules/life-cycle';
import type { CardSource } from './rules/request-card';
import type { RequestDocument } from './rules/request-document';

const REQUESTS = 'requests';

export const collections = {
  [REQUESTS]: {
    indexes: [
      {
        name: 'own',
        fields: [
          ['township', 1],
          ['account', 1],
          ['seq', -1],
        ],
      },
      {
        name: 'owner_due',
        fields: [
          ['township', 1],
          ['open', 1],
          ['owner.person', 1],
          ['due', 1],
        ],
      },
      {
        name: 'group_due',
        fields: [
          ['township', 1],
          ['open', 1],
          ['group', 1],
          ['due', 1],
        ],
      },
      {
        name: 'township_outboxAt',
        fields: [
          ['township', 1],
          ['outboxAt', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

/** What a card is made of, and nothing that a list need not carry. */
const CARD_FIELDS: readonly (keyof CardSource | 'seq')[] = [
  ...(['number', 'kind', 'state', 'open', 'due', 'village', 'category', 'text'] as const),
  ...(['photos', 'recordings', 'owner', 'privacy', 'createdAt', 'seq'] as const),
];

/** Deterministic, so that a retried submit meets itself. */
export function requestId(township: string, account: string, day: LocalDate, n: number): string {
  return `${township}~${hashParts(['request', township, account, day, String(n)])}`;
}

/** '2026-11-23' and an id that ends in 'k7q2…' → `1123-K7Q2`. */
function numberOf(id: string, day: LocalDate): string {
  const letters = id.slice(id.indexOf('~') + 1).slice(0, 4);
  return `${day.slice(5, 7)}${day.slice(8)}-${letters.toUpperCase()}`;
}

function seqOf(id: string, now: Instant): string {
  return `${String(now).padStart(13, '0')}${id.slice(-8)}`;
}

export interface Birth {
  openid: string;
  account: string;
  now: Instant;
  key: string;
  bodyHash: string;
  /** Opened after a talk: by whom and where; its slots are the visit's, not the account's. */
  talk?: { operator: string; visit: TalkedAt };
}

/** A request as it comes into the world: with its owner, its next date, its first step and its outbox entry. */
export function bornRequest(
  birth: Birth,
  { name, phone, deputy: _deputy, group: _group, ...input }: SubmitInput,
  decision: Decision,
  due: LocalDate,
): RequestDocument & ReturnType<typeof bornWith> {
  const { openid, account, now, key, bodyHash, talk } = birth;
  const by = talk?.operator ?? account;
  const { township, day, n } = input;
  const id = requestId(township, talk?.visit.booking ?? account, day, n);
  const { to, event } = stepOf('submit');
  return {
    ...{ _id: id, rev: 1, seq: seqOf(id, now), number: numberOf(id, day), openid, account },
    ...input,
    ...(name !== undefined && { name: encryptField(name) }),
    ...(phone !== undefined && { phone: encryptField(phone) }),
    ...decision,
    ...talk,
    ...{ state: to, open: isOpen(to), due, createdAt: now },
    steps: [{ at: now, act: 'submit', by, state: to }],
    acts: { [actField(key)]: { h: bodyHash } },
    ...bornWith({
      ...{ at: now, by, act: 'submit', of: id, from: '', to, key, event },
      about: { request: id, owner: decision.owner.person, group: decision.group, ...talk?.visit },
    }),
  };
}

/** False when the slot of this account, day and n is taken. */
export function createRequest(request: RequestDocument): Promise<boolean> {
  return createOne(REQUESTS, request);
}

export function readRequest(township: string, id: string): Promise<RequestDocument | undefined> {
  return readOne<RequestDocument>(REQUESTS, township, id);
}

export function readRequests(township: string, ids: readonly string[]): Promise<RequestDocument[]> {
  return readPage<RequestDocument>(REQUESTS, township, {
    ...{ where: { _id: oneOf(ids) }, order: [], limit: ids.length },
  });
}

/** The account's own requests, newest first; `after` is the `seq` of the last one seen. */
export function readOwn(
  township: string,
  account: string,
  limit: number,
  after?: string,
): Promise<(CardSource & Pick<RequestDocument, 'seq'>)[]> {
  const where: Where = { account, ...(after !== undefined && { seq: below(after) }) };
  return readPage<RequestDocument>(REQUESTS, township, {
    ...{ where, order: [['seq', 'desc']], limit, fields: CARD_FIELDS },
  });
}

/** Open matters of one owner, nearest date first. */
export function readOwned(township: string, person: string, limit: number): Promise<CardSource[]> {
  return readPage<RequestDocument>(REQUESTS, township, {
    ...{ where: { open: true, 'owner.person': person }, order: [['due', 'asc']], limit, fields: CARD_FIELDS },
  });
}

/** Person id → open matters; '' counts the office's. */
export function countOpenByOwner(township: string): Promise<Map<string, number>> {
  return countBy(REQUESTS, township, { open: true }, 'owner.person');
}

/** The same for those due on that day or before. */
export function countDueByOwner(township: string, until: LocalDate): Promise<Map<string, number>> {
  return countBy(REQUESTS, township, { open: true, due: atMost(until) }, 'owner.person');
}

export interface OwnAct {
  act: Exclude<LifeAct, 'submit'>;
  person: string;
  now: Instant;
  key: string;
  bodyHash: string;
}

/**
 * One step of the owner: one conditional write, which holds only while the request is in the step's state and
 * belongs to this person. The request after it, or undefined.
 */
export function stepAsOwner(
  township: string,
  id: string,
  { act, person, now, key, bodyHash }: OwnAct,
): Promise<RequestDocument | undefined> {
  const { from, to, event } = stepOf(act);
  return changeAndRead<RequestDocument>(
    REQUESTS,
    township,
    { _id: id, state: from, 'owner.person': person },
    {
      ...{ state: put(to), open: put(isOpen(to)) },
      steps: append([{ at: now, act, by: person, state: to }]),
      [`acts.${actField(key)}`]: put({ h: bodyHash }),
      ...recordAct({
        ...{ at: now, by: person, act, of: id, from, to },
        ...{ key, event, about: { request: id, owner: person } },
      }),
    },
  );
}
