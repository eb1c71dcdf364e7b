/** Lets the life cycle's own rules act on a request of the sample: what they refuse, the sample cannot contain. */
import { needsOf, type Caller } from '../../cloudfunctions/request/life/rules/actors';
import { dueSeqOf } from '../../cloudfunctions/request/submit/rules/birth';
import { contextFor } from '../../cloudfunctions/request/life/rules/context';
import {
  isOpen,
  KEPT_STEPS,
  LIFE_CYCLE,
  REQUEST_LIFE,
} from '../../cloudfunctions/request/life/rules/life-cycle';
import { actorsOf } from '../../cloudfunctions/shared/life/rules/table';
import { meets } from '../../cloudfunctions/shared/life/rules/needs';
import { marksOf } from '../../cloudfunctions/request/life/step-changes';
import { isRefusal } from '../../cloudfunctions/request/life/rules/plan';
import type { RequestDocument } from '../../cloudfunctions/request/rules/request-document';
import { legalActs, planStep, toStored, type Taken } from '../../cloudfunctions/request/life/rules/take-step';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { applyChanges } from '../../cloudfunctions/shared/apply-changes';
import { toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { StepInput } from '../../miniprogram/contract/request-life';
import type { Instant } from '../../miniprogram/contract/wire';

type Open = Record<string, unknown>;

/** `assists.u2.words` inside of `next`. */
function putInside(next: Open, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) next[first] = value;
  else {
    next[first] = { ...(next[first] as Open) };
    putInside(next[first] as Open, rest.join('.'), value);
  }
}

/** What the one write of the step leaves behind, without keys and outbox. */
function written(request: RequestDocument, taken: Taken, by: string, at: Instant): RequestDocument {
  const { to, owner, due, set = {}, inside = {}, drop = [], append = {}, clockOn, act } = taken;
  const gone = new Set<string>(drop.filter((name) => !(name in set)));
  const next: Open = Object.fromEntries(Object.entries(request).filter(([name]) => !gone.has(name)));
  Object.assign(next, set, {
    ...(to !== undefined && { state: to, open: isOpen(to) }),
    ...(owner && { owner }),
    ...(due !== undefined && { due, dueSeq: dueSeqOf(due, request._id) }),
    ...(clockOn !== undefined && { clockOn }),
    steps: [...request.steps, toStored(taken, { at, act, by })].slice(-KEPT_STEPS),
  });
  for (const [path, value] of Object.entries(inside)) putInside(next, path, value);
  for (const [path, { item, keep }] of Object.entries(append)) {
    putInside(next, path, [...((next[path] as unknown[] | undefined) ?? []), item].slice(-keep));
  }
  return applyChanges(next as unknown as RequestDocument, marksOf(taken));
}

export function act(
  request: RequestDocument,
  step: StepInput,
  caller: Caller,
  { directory, at, target }: { directory: Directory; at: Instant; target?: RequestDocument },
): RequestDocument {
  const today = toLocalDate(at);
  const actor = actorsOf(REQUEST_LIFE, step.act, caller).find((each) =>
    meets(request, needsOf(each, caller)),
  );
  if (actor === undefined || !legalActs(request, [caller], today).includes(step.act)) {
    throw new Error(`${step.act} is not legal in ${request.state} of ${request.text ?? request._id}`);
  }
  const context = contextFor({ directory, openByPerson: {} }, caller, actor, { id: request._id, now: at });
  const plan = (before?: RequestDocument) =>
    planStep(step, { ...context, ...(target && { target }) }, before);
  const taken = plan(LIFE_CYCLE[step.act].reads ? request : undefined);
  if (isRefusal(taken)) throw new Error(`${step.act}: ${taken.refused}`);
  return written(request, taken, context.by, at);
}
