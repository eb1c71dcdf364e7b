/**
 * One step of the life cycle: who calls, what the table says, one write. A row that reads costs one call more; so
 * does a refusal, which reads once and says why.
 */
import type { Acted } from '../../../miniprogram/contract/request';
import type { RequestAct, StepInput } from '../../../miniprogram/contract/request-life';
import type { Role } from '../../../miniprogram/contract/roles';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { listRoles } from '../../registry/invitations/store';
import type { Township } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { not, oneOf, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Admitted, Call } from '../../shared/serve';
import { saidChecks } from '../content-check/what-to-check';
import { needsOf, ROLES_OF, type Actor, type Caller } from './rules/actors';
import { isOpen, LIFE_CYCLE } from './rules/life-cycle';
import { meets, type Needs } from './rules/needs';
import { isRefusal, type PlanContext } from './rules/plan';
import type { RequestDocument } from '../rules/request-document';
import { actorsOf, needsOfRow, planStep, type Taken } from './rules/take-step';
import { stepChanges } from './step-changes';
import { contextFor } from './rules/context';
import { changeRequest, readRequests } from '../store';

/** A write is lost to somebody else's; so many of them in a row are a crowd. */
const TURNS = 4;

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

/** Idempotency by account, so that nobody's key answers another. */
function keptKey({ account, key }: Call): string {
  return `${account}~${key}`;
}

export function toActed({ _id, state, due }: Pick<RequestDocument, '_id' | 'state' | 'due'>): Acted {
  return { request: _id, state, ...(isOpen(state) && { nextDate: due }) };
}

function replay(call: Call, request: RequestDocument): Answer<Acted> | undefined {
  const kept = request.acts.find(({ k }) => k === keptKey(call));
  if (!kept) return undefined;
  if (kept.h !== call.bodyHash) return refuse('key-reused');
  const { s: state = request.state, d: due = request.due } = kept;
  return ok(toActed({ _id: request._id, state, due }));
}

function refuseStranger(actors: readonly Actor[]): Refused {
  const hidden = actors.every((actor) => actor === 'asker' || actor === 'assistant' || actor === 'unit');
  return refuse(hidden ? 'not-found' : 'not-owner');
}

interface Standing {
  caller: Caller;
  actor: Actor;
}

/** As whom one of the callers may do it with this request; the reason where none may. */
function judge(
  act: RequestAct,
  callers: readonly Caller[],
  request: RequestDocument,
  call: Call,
): Standing | Refused {
  // One of several roles may name the person that another does not.
  if (callers.some(({ person = '' }) => request.hidden.includes(person))) return refuse('not-found');
  const all = callers.flatMap((caller) => actorsOf(act, caller).map((actor) => ({ caller, actor })));
  const standing = all.find(({ caller, actor }) => meets(request, needsOf(actor, caller)));
  if (!standing) return refuseStranger(all.map(({ actor }) => actor));
  const { state } = request;
  if (!LIFE_CYCLE[act].from.includes(state)) return refuse('wrong-state', { state });
  return meets(request, needsOfRow(act, toLocalDate(call.now))) ? standing : refuse('step-used', { state });
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
    ...needsOfRow(act, context.today),
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

interface Doing {
  call: Call;
  known: Township;
  id: string;
  step: StepInput;
}

/** Plans and writes; undefined: the write was lost. */
async function attempt(
  { call, known, id, step }: Doing,
  standing: Standing,
  read?: { before: RequestDocument; target?: RequestDocument },
): Promise<Answer<Acted> | undefined> {
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
    const held = await listRoles(call.township, call.openid, roles);
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

/** After reading: a repeated act is answered as before; who may not is told why; otherwise it is tried. */
async function doRead(doing: Doing, callers: readonly Caller[]): Promise<Answer<Acted> | undefined> {
  const { call, step } = doing;
  const read = await readBoth(doing);
  if (!read) return refuse('not-found');
  const replayed = replay(call, read.before);
  if (replayed) return replayed;
  let standing = judge(step.act, callers, read.before, call);
  const [first] = callers;
  if ('ok' in standing && first && (standing.code === 'not-owner' || standing.code === 'not-found')) {
    const wider = await widen(call, step.act, first);
    if (!wider.ok) return wider;
    standing = judge(step.act, wider.data, read.before, call);
  }
  return 'ok' in standing ? standing : attempt(doing, standing, read);
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
  const callers = admitted ? ok([admitted]) : await findCallers(call, step.act);
  if (!callers.ok) return callers;
  const [caller] = callers.data;
  const actor = caller && actorsOf(step.act, caller)[0];
  if (caller && actor && !LIFE_CYCLE[step.act].reads) {
    const done = await attempt(doing, { caller, actor });
    if (done) return done;
  }
  for (let turn = 0; turn < TURNS; turn++) {
    const done = await doRead(doing, callers.data);
    if (done) return done;
  }
  return refuse('busy');
}
