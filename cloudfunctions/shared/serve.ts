/**
 * The door of every function: checks size, action, identity, schema and role, runs the action, and maps what
 * comes back to the wire. A refusal is a value; a bug is logged without its message (which may hold personal
 * data) and answered as `internal`.
 */
import * as v from 'valibot';
import { KEY_PATTERN, LIMITS } from '../../miniprogram/contract/limits';
import type { Role } from '../../miniprogram/contract/roles';
import type {
  ActionName,
  Answer,
  FunctionName,
  Input,
  Instant,
  Output,
} from '../../miniprogram/contract/wire';
import { ACCESS, type Access } from './access';
import { isByTimer, readOpenid } from './caller';
import { accountOf, checkKeys, hashParts } from './cipher';
import { readClock } from './clock';
import { DatabaseBusyError, refuse } from './errors';
import { isOwnCall } from './own-call';

/** What a confirmed grant says of the caller. */
export interface Admitted {
  role: Role;
  name: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
}

/**
 * One database call: counts the rate window on the confirmed invitation and answers what it grants. `writesIn`: the
 * function that is about to write; the same call notes it on the invitation, for the relay (notify/relay/due-work.ts).
 * `stops`: in a closed township nothing is granted for it.
 */
export type Admit = (
  township: string,
  openid: string,
  roles: readonly Role[],
  asked: { now: Instant; writesIn?: string; stops: boolean },
) => Promise<Answer<Admitted>>;

/** What the registry knows of who calls, and of the township. */
export interface Door {
  admit: Admit;
  /** No call while this instance asked within a minute, one otherwise. */
  isClosed(township: string, now: Instant): Promise<boolean>;
}

export interface Call {
  openid: string;
  /** The openid's name inside documents. */
  account: string;
  now: Instant;
  township: string;
  /** Idempotency key; '' for reads. */
  key: string;
  /** The phone says that it has tried this key before and saw no answer. */
  again: boolean;
  /** Keyed hash of action and input, to notice a key that comes back with another act or body. */
  bodyHash: string;
  /** Present for actions by role. */
  admitted?: Admitted;
  /**
   * For actions of account or role: asks for the role when the thing is not the account's own; `among` where only
   * some of the action's roles may do what is asked.
   */
  admit(among?: readonly Role[]): Promise<Answer<Admitted>>;
}

export interface Action<I, O> {
  /** Writes need an idempotency key. */
  write: boolean;
  input: v.GenericSchema<unknown, I>;
  run(call: Call, input: I): Promise<Answer<O>>;
}

/** Each is loaded by its first call: an instance starts without what it is not asked for (docs/decisions/051). */
export type Actions<F extends FunctionName> = {
  readonly [A in ActionName<F>]: () => Promise<Action<Input<F, A>, Output<F, A>>>;
};

interface Event {
  action?: unknown;
  input?: unknown;
  key?: unknown;
  again?: unknown;
  /** Added by the platform; identity is read from the platform itself. */
  userInfo?: unknown;
  /** Timers: `Timer`. */
  Type?: unknown;
  /** Proves a call of this deployment's own (own-call.ts). */
  seal?: unknown;
}

const EVENT_FIELDS = new Set(['action', 'input', 'key', 'again', 'userInfo', 'tcbContext', 'seal']);

function describe(action: unknown): string {
  return typeof action === 'string' && /^[A-Za-z]{1,40}$/.test(action) ? action : '?';
}

/** Logs that it failed and where, never what was said: a message may hold personal data. */
export function logFault(fn: string, action: unknown, error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : { name: typeof error, message: '' };
  // The stack repeats the message, which may have lines of its own.
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .slice(1);
  console.error([`${fn}.${describe(action)} failed: ${name}`, ...frames.slice(0, 8)].join('\n'));
}

/** The wrong field as a path. The name of an unknown field is the caller's own text: only plain ones are told. */
function nameField(path: string | null): string {
  return path !== null && /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/.test(path) && path.length <= 60
    ? path
    : 'input';
}

/** Who calls, and when: read before anything is waited for. */
type Asker = Pick<Call, 'openid' | 'now'>;

/** The platform proves its timer, with which nobody is signed in; a function proves itself, whoever it works for. */
function isByPlatform(fn: string, event: Event, township: string, { openid, now }: Asker): boolean {
  const { action, input, seal } = event;
  if (typeof action !== 'string') return false;
  if (event.Type !== undefined) return openid === '' && isByTimer();
  return isOwnCall({ fn, action, township, input }, seal, now);
}

/** What the schemas of shared/schemas.ts say of a text: `empty`, `long:20`, `phone`, `code`, `digits`. */
const WHY = /^(empty|long|phone|code|digits)(?::(\d+))?$/;

/** Which field is wrong, and why where a person can mend it; never what was sent. */
function describeIssue(issue: v.BaseIssue<unknown>): Readonly<Record<string, string | number>> {
  const field = nameField(v.getDotPath(issue));
  const [, why, max] = WHY.exec(issue.message) ?? [];
  return { field, ...(why !== undefined && { why }), ...(max !== undefined && { max: Number(max) }) };
}

async function callAction(
  fn: string,
  name: string,
  access: Access,
  action: Action<unknown, unknown>,
  event: Event,
  door: Door,
  asker: Asker,
): Promise<Answer<unknown>> {
  const { openid, now } = asker;
  const parsed = v.safeParse(action.input, event.input, { abortEarly: true });
  if (!parsed.success) {
    return refuse('bad-input', describeIssue(parsed.issues[0]));
  }
  const key = event.key ?? '';
  if (typeof key !== 'string' || (action.write && !KEY_PATTERN.test(key)))
    return refuse('bad-input', { field: 'key' });
  const { township = '' } = parsed.output as { township?: string };
  if (access.by === 'platform') {
    if (!isByPlatform(fn, event, township, asker)) return refuse('not-allowed');
  } else if (access.by !== 'anybody' && openid === '') return refuse('no-identity');
  const roles = 'roles' in access ? access.roles : [];
  const stops = action.write && access.by !== 'platform' && access.whenClosed === undefined;
  const call: Call = {
    openid,
    account: openid === '' ? '' : accountOf(openid),
    now,
    township,
    key: action.write ? key : '',
    again: event.again === true,
    bodyHash: hashParts(['body', `${fn}.${name}`, JSON.stringify(parsed.output)]),
    admit: (among = roles) =>
      door.admit(
        township,
        openid,
        roles.filter((role) => among.includes(role)),
        { now, stops, ...(action.write && { writesIn: fn }) },
      ),
  };
  if (access.by === 'role') {
    const admitted = await call.admit();
    if (!admitted.ok) return admitted;
    call.admitted = admitted.data;
  } else if (stops && (await door.isClosed(township, now))) return refuse('township-closed');
  return action.run(call, parsed.output);
}

/** Timers name no action; each function that has one answers it with `onTimer`. */
function toWireEvent(raw: unknown, onTimer: string | undefined): Event | undefined {
  if (raw === null || typeof raw !== 'object') return undefined;
  const event = raw as Event;
  const type = typeof event.Type === 'string' ? event.Type.toLowerCase() : '';
  if (onTimer !== undefined && type === 'timer') return { action: onTimer, input: {}, Type: 'Timer' };
  return Object.keys(event).every((field) => EVENT_FIELDS.has(field)) ? event : undefined;
}

/** Infinity for an event nested too deeply to be written down at all. */
function bytesOf(event: Event): number {
  try {
    return Buffer.byteLength(JSON.stringify(event));
  } catch {
    return Infinity;
  }
}

/** The handler that the platform calls. `onTimer` names the action of the function's timer. */
export function serve<F extends FunctionName>(
  fn: F,
  actions: Actions<F>,
  door: Door,
  onTimer?: ActionName<F>,
) {
  checkKeys();
  const table = new Map(Object.entries<() => Promise<Action<unknown, unknown>>>(actions as never));
  const access = new Map(Object.entries<Access>(ACCESS[fn]));
  return async function main(raw: unknown): Promise<Answer<unknown>> {
    const event = toWireEvent(raw, onTimer);
    if (!event) return refuse('bad-input', { field: 'event' });
    if (bytesOf(event) > LIMITS.eventBytes) return refuse('too-large');
    const name = typeof event.action === 'string' ? event.action : '';
    const load = table.get(name);
    const rule = access.get(name);
    if (!load || !rule) return refuse('unknown-action');
    try {
      const asker = { openid: readOpenid(), now: readClock() };
      return await callAction(fn, name, rule, await load(), event, door, asker);
    } catch (error) {
      logFault(fn, name, error);
      return refuse(error instanceof DatabaseBusyError ? 'busy' : 'internal');
    }
  };
}
