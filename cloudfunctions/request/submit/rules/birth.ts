/** What a request is born with besides what was said. */
import type { TalkedAt } from '../../../../miniprogram/contract/request';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { clockDay } from '../../life/rules/clock';
import type { Decision } from '../../routing/rules/decide-route';
import { facetsOf, placeOf } from '../../lists/rules/facets';
import { BIRTH } from '../../life/rules/life-cycle';
import { seqAt } from '../../life/rules/plan-steps';
import type { RequestDocument } from '../../rules/request-document';

/** '2026-11-23' and an id whose hash begins with 'k7q2…' → `1123-K7Q2`. */
export function numberOf(id: string, day: LocalDate): string {
  const letters = id.slice(id.indexOf('~') + 1).slice(0, 4);
  return `${day.slice(5, 7)}${day.slice(8)}-${letters.toUpperCase()}`;
}

/** Nobody but the office sees a hidden one before there is a summary; recordings alone have no title. */
export function needsAtBirth({
  privacy,
  text,
}: Pick<RequestDocument, 'privacy'> & { text?: string }): RequestDocument['needs'] {
  if (privacy.hideName) return 'summary';
  return text === undefined ? 'title' : '';
}

export interface Birth {
  openid: string;
  account: string;
  now: Instant;
  key: string;
  bodyHash: string;
  /** Opened after a talk: by whom and where; its slots are the visit's, not the account's. */
  talk?: { operator: string; visit: TalkedAt };
  /** 代填: by whom, and where the helped person lives; slots are the operator's. */
  entered?: { operator: string; livesIn: string };
}

/** What is asked at birth, whoever types it. */
export type Said = Pick<
  RequestDocument,
  | 'township'
  | 'day'
  | 'n'
  | 'village'
  | 'villagerGroup'
  | 'category'
  | 'kind'
  | 'text'
  | 'photos'
  | 'recordings'
  | 'privacy'
>;

export type Dates = Pick<RequestDocument, 'due' | 'leaderOn' | 'officeOn'> & {
  wordBy: LocalDate;
  nudgeFrom: LocalDate;
};

/** Order of lists by date, in which no two are the same. */
export function dueSeqOf(due: LocalDate, id: string): string {
  return `${due}${id.slice(-8)}`;
}

/** A question or a suggestion is answered; what is complained of or claimed is told in writing where it went. */
function owedWord({ kind }: Said, by: LocalDate): Pick<RequestDocument, 'word'> {
  return kind === 'report' ? { word: { by } } : {};
}

/** All of it that needs no key: what is encrypted, hashed or told comes on top. */
export function bornDocument(
  id: string,
  by: string,
  { openid, account, now, key, bodyHash, talk, entered }: Birth,
  said: Said,
  decision: Decision,
  { wordBy, ...dates }: Dates,
): Omit<RequestDocument, 'name' | 'phone' | 'tokens'> {
  const { owner, group } = decision;
  const needs = needsAtBirth(said);
  const state = BIRTH.to;
  return {
    _id: id,
    rev: 1,
    seq: seqAt({ now, id }),
    number: numberOf(id, said.day),
    openid,
    reach: openid === '' ? 'person' : 'account',
    account: entered ? '' : account,
    ...entered,
    ...talk,
    ...said,
    ...decision,
    deputy: owner.person,
    led: owner.kind === 'office' ? '' : group,
    state,
    open: true,
    ...dates,
    dueSeq: dueSeqOf(dates.due, id),
    createdAt: now,
    clockOn: clockDay({ ...dates, state, owner }),
    facets: facetsOf({ ...said, group, lead: '' }),
    place: placeOf(said),
    needs,
    review: needs !== '',
    ...owedWord(said, wordBy),
    lead: '',
    redone: 0,
    joinedCount: 0,
    steps: [{ at: now, act: 'submit', by, state, ...(entered && { behalf: true as const }) }],
    born: { k: key, h: bodyHash },
    acts: [],
  };
}
