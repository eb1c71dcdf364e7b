/** One step of the request's life (shared/life/take-step.ts): who calls, what is read, what is written. */
import type { Acted } from '../../../miniprogram/contract/request';
import type { RequestAct, StepInput } from '../../../miniprogram/contract/request-life';
import type { Role } from '../../../miniprogram/contract/roles';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { listRoles } from '../../registry/invitations/grants-store';
import type { Township } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { not, oneOf, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Admitted, Call } from '../../shared/serve';
import { saidChecks } from '../content-check/what-to-check';
import { replay } from '../../shared/act';
import { needsOfStep, type Standing as LifeStanding } from '../../shared/life/rules/table';
import { takeStep } from '../../shared/life/take-step';
import { needsOf, ROLES_OF, type Actor, type Caller } from './rules/actors';
import { isListed } from '../lists/rules/queues';
import { yellowBy } from './rules/deadline';
import { isOpen, LIFE_CYCLE, REQUEST_LIFE } from './rules/life-cycle';
import { meets, type Needs } from '../../shared/life/rules/needs';
import { isRefusal, type PlanContext } from './rules/plan';
import type { RequestDocument } from '../rules/request-document';
import { planStep, type Taken } from './rules/take-step';
import { stepChanges } from './step-changes';
import { contextFor } from './rules/context';
import { findKept, keptKey } from './kept-acts';
import { changeRequest, readRequests } from '../store';

export function callerOf({ account }: Pick<Call, 'account'>, admitted?: Admitted): Caller {
  if (!admitted) return { account };
  const { role, person, group, unit } = admitted;
  return {
    account,
    role,
    ...(person !== undefined && { person }),
    ...(group !== undefined && { group }),
    ...(unit !== undefined && { unit }),
  };
}

export function rolesOf(act: RequestAct): Role[] {
  return [...new Set(LIFE_CYCLE[act].who.flatMap((actor) => ROLES_OF[actor]))];
}

export function toActed({ _id, state, due }: Pick<RequestDocument, '_id' | 'state' | 'due'>): Acted {
  return { request: _id, state, ...(isOpen(state) && { nextDate: due }) };
}

function replayed(call: Call, request: RequestDocument): Answer<Acted> | undefined {
  const kept = findKept(call, request);
  if (!kept) return undefined;
  const { h: hash, s: state = request.state, d: due = request.due } = kept;
  return replay(call, { hash, answer: toActed({ _id: request._id, state, due }) });
}

/** To an asker or a unit somebody else's request is none at all. */
const OUTSIDE: ReadonlySet<Actor> = new Set(['asker', 'unit', 'answerer', 'drafter', 'assistant']);

function refuseStranger(actors: readonly Actor[]): Refused {
  return refuse(actors.every((actor) => OUTSIDE.has(actor)) ? 'not-found' : 'not-owner');
}

type Standing = LifeStanding<Actor, Caller>;

interface Doing {
  call: Call;
  known: Township;
  id: string;
  step: StepInput;
}

/** What the plan itself needs beyond its row: by name, since each has its own sentence. */
function refusePlan(needs: Needs): Refused {
  return 'answeredBy' in needs ? refuse('not-by-handler') : refuse('bad-input', { field: 'step.until' });
}

async function write(call: Call, context: PlanContext, taken: Taken, standing: Standing, rev?: number) {
  const { act, event, from, clockOn } = taken;
  const { from: states } = LIFE_CYCLE[act];
  const [only = 'submitted', ...more] = states;
  const where: Where = {
    ...needsOfStep(REQUEST_LIFE, act, context.today),
    ...needsOf(standing.actor, standing.caller),
    ...taken.needs,
    state: more.length === 0 ? only : oneOf(states),
    'acts.k': not(keptKey(call)),
    ...(rev !== undefined && { rev }),
  };
  const changes = stepChanges(taken, {
    id: context.id,
    act,
    event,
    by: context.by,
    now: call.now,
    key: call.key,
    bodyHash: call.bodyHash,
    keptKey: keptKey(call),
    ...(from && { from }),
    ...(clockOn !== undefined && { clockOn }),
  });
  const checks = saidChecks(standing.actor, taken, call.now);
  return changeRequest(call.township, context.id, where, { ...changes, ...checks });
}

/** Plans and writes; undefined: the write was lost. */
async function attempt(
  { call, known, id, step }: Doing,
  standing: Standing,
  read?: { before: RequestDocument; target?: RequestDocument },
): Promise<Answer<Acted> | undefined> {
  if (standing.caller.role === 'presidium') {
    // An id alone is no reason: the presidium acts on what its lists show, so it is read first.
    if (!read) return undefined;
    const yellow = yellowBy(known.directory, toLocalDate(call.now));
    if (!isListed(read.before, yellow)) return refuse('not-found');
  }
  const context = contextFor(known, standing.caller, standing.actor, { id, now: call.now });
  const { account, person = '' } = standing.caller;
  const isKnown = read?.target?.account !== account && read?.target?.hidden.includes(person) !== true;
  if (read?.target && isKnown) context.target = read.target;
  const before = LIFE_CYCLE[step.act].reads ? read?.before : undefined;
  const taken = planStep(step, context, before);
  if (isRefusal(taken)) return refuse(taken.refused, taken.details);
  if (read && taken.needs && !meets(read.before, taken.needs)) return refusePlan(taken.needs);
  const written = await write(call, context, taken, standing, before?.rev);
  return written && ok(toActed(written));
}

/** The asker needs no role; everybody else is admitted by one that the step is open to. */
async function findCallers(call: Call, act: RequestAct): Promise<Answer<Caller[]>> {
  if (LIFE_CYCLE[act].who.includes('asker')) return ok([callerOf(call)]);
  const admitted = await call.admit(rolesOf(act));
  return admitted.ok ? ok([callerOf(call, admitted.data)]) : admitted;
}

/** The caller's other qualities, where the first does not reach: the role instead of the asker, or all roles. */
async function widen(call: Call, act: RequestAct, first: Caller): Promise<Answer<Caller[]>> {
  const roles = rolesOf(act);
  if (roles.length === 0) return ok([first]);
  if (first.role !== undefined) {
    const held = await listRoles(call, roles);
    return ok(held.map((each) => callerOf(call, each)));
  }
  const admitted = await call.admit(roles);
  if (!admitted.ok) return admitted.code === 'not-allowed' ? refuse('not-found') : admitted;
  return ok([callerOf(call, admitted.data)]);
}

async function readBoth({ call, id, step }: Doing) {
  const into = step.act === 'merge' ? step.into : undefined;
  const found = await readRequests(call.township, into === undefined || into === id ? [id] : [id, into]);
  const before = found.find(({ _id }) => _id === id);
  const target = found.find(({ _id }) => _id === into);
  return before && { before, ...(target && target !== before && { target }) };
}

/** `admitted`: who was let in before, for several steps in one act. */
export async function doStep(
  call: Call,
  known: Township,
  id: string,
  step: StepInput,
  admitted?: Caller,
): Promise<Answer<Acted>> {
  const doing = { call, known, id, step };
  const { act } = step;
  const callers = admitted ? ok([admitted]) : await findCallers(call, act);
  if (!callers.ok) return callers;
  const [first] = callers.data;
  return takeStep({
    life: REQUEST_LIFE,
    act,
    call,
    callers: callers.data,
    widen: () => (first ? widen(call, act, first) : Promise.resolve(callers)),
    read: () => readBoth(doing),
    replay: ({ before }) => replayed(call, before),
    // One of several roles may name the person that another does not.
    hides: ({ before }, all) => all.some(({ person = '' }) => before.hidden.includes(person)),
    refuseStranger,
    attempt: (standing, read) => attempt(doing, standing, read),
  });
}
