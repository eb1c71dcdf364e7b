/** The one write of a step. */
import type { ClockAct, RequestAct, RequestState } from '../../../miniprogram/contract/request-life';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { append, drop, put, take, type Changes } from '../../shared/conditions';
import { recordAct } from '../../shared/outbox';
import { CALL_BACK, KEY_ASKED } from '../lists/rules/facets';
import { KEY } from '../lists/rules/marks';
import { dueSeqOf } from '../submit/rules/birth';
import { isOpen, KEPT_ACTS, KEPT_STEPS } from './rules/life-cycle';
import type { Plan } from './rules/plan';
import type { KeptAct } from '../rules/request-document';
import { toStored } from './rules/take-step';

export interface StepMeta {
  id: string;
  act: RequestAct | ClockAct;
  event: string;
  from?: RequestState;
  clockOn?: LocalDate;
  by: string;
  now: Instant;
  key: string;
  /** Absent: nobody's phone waits for an answer. */
  bodyHash?: string;
  keptKey?: string;
}

function fieldsOf({ to, owner, due, set = {}, inside = {}, drop: gone = [] }: Plan, id: string): Changes {
  const dropped = gone.filter((name) => !(name in set)).map((name) => [name, drop] as const);
  return {
    ...Object.fromEntries(dropped),
    ...Object.fromEntries(Object.entries({ ...set, ...inside }).map(([path, value]) => [path, put(value)])),
    ...(to !== undefined && { state: put(to), open: put(isOpen(to)) }),
    ...(owner && { owner: put(owner) }),
    ...(due !== undefined && { due: put(due), dueSeq: put(dueSeqOf(due, id)) }),
  };
}

/** What lists find it by follows what the step sets; whoever sets the facets as a whole has counted it in (facetsOf). */
export function marksOf({ set = {}, drop: gone = [], takes }: Plan): Changes {
  const tokens = takes === undefined ? {} : { tokens: take(takes) };
  if (set.key === true) return { facets: take(KEY_ASKED), tokens: append([KEY]) };
  if (gone.includes('key')) return { facets: take(KEY_ASKED), tokens: take(KEY) };
  if (set.facets) return tokens;
  if (set.key === 'asked') return { ...tokens, facets: append([KEY_ASKED]) };
  if (set.callback === 'due') return { ...tokens, facets: append([CALL_BACK]) };
  const isCalled = set.callback === 'done' || gone.includes('callback');
  return { ...tokens, ...(isCalled && { facets: take(CALL_BACK) }) };
}

/** Ids for whoever is to be told; what the write does not know, the request itself tells. */
function aboutOf({ owner, tell }: Plan, { id, act, by }: StepMeta) {
  const moved = owner && { owner: owner.person, ownerKind: owner.kind };
  return { request: id, act, by, ...moved, ...tell };
}

export function stepChanges(plan: Plan, meta: StepMeta): Changes {
  const { id, act, event, from = '', clockOn, by, now, key, bodyHash, keptKey = key } = meta;
  const lists = Object.entries(plan.append ?? {}).map(([path, { item, keep }]) => [
    path,
    append([item], keep),
  ]);
  const kept: KeptAct = {
    k: keptKey,
    h: bodyHash ?? '',
    ...(plan.to !== undefined && { s: plan.to }),
    ...(plan.due !== undefined && { d: plan.due }),
  };
  return {
    ...fieldsOf(plan, id),
    ...(clockOn !== undefined && { clockOn: put(clockOn) }),
    ...(Object.fromEntries(lists) as Changes),
    ...marksOf(plan),
    steps: append([toStored(plan, { at: now, act, by })], KEPT_STEPS),
    ...(bodyHash !== undefined && { acts: append([kept], KEPT_ACTS) }),
    ...recordAct({
      at: now,
      by,
      act,
      of: id,
      from,
      to: plan.to ?? '',
      key,
      event,
      about: aboutOf(plan, meta),
    }),
  };
}
