/**
 * The one idempotent act: read, answer a repeated key as before, decide, write once on what was read; somebody
 * else's write in between means reading and deciding again. A key is bound to the account (each document keeps its
 * acts by account), to the action and to the body (`bodyHash` covers both): with anything else it is `key-reused`.
 */
import type { Answer, Refused } from '../../miniprogram/contract/wire';
import { actField } from './conditions';
import { ok, refuse } from './errors';
import type { Call } from './serve';

/** The person of the grant; an office worker who is nobody in the directory goes by the account. */
export function actorOf(call: Call): string {
  return call.admitted?.person ?? call.account;
}

/** How a document remembers an act. */
export interface ActMark {
  /** The key as a field name. */
  k: string;
  /** The account. */
  by: string;
  /** The body's hash. */
  h: string;
}

type Caller = Pick<Call, 'account' | 'key' | 'bodyHash'>;

export function markOf({ account, key, bodyHash }: Caller): ActMark {
  return { k: actField(key), by: account, h: bodyHash };
}

/** The act of this account and key among those that a document remembers, with whatever it keeps beside. */
export function findAct<M extends ActMark>({ account, key }: Caller, acts: readonly M[] = []): M | undefined {
  return acts.find(({ k, by }) => k === actField(key) && by === account);
}

/** What a key answered, and the hash of the body that it came with. */
interface Seen<A> {
  hash: string;
  answer: A;
}

/** What the key answered before. Undefined: it never came. */
export function replay<A>(
  { bodyHash }: Pick<Call, 'bodyHash'>,
  seen: Seen<A> | undefined,
): Answer<A> | undefined {
  if (!seen) return undefined;
  return seen.hash === bodyHash ? ok(seen.answer) : refuse('key-reused');
}

/** What a rule decided: the answer, and the one conditional write; false when somebody else was faster. */
export interface Decided<A> {
  answer: A;
  write: () => Promise<boolean>;
}

/** Something refused, or something decided. */
export function isRefused(decided: Refused | object): decided is Refused {
  return 'ok' in decided;
}

/** The write of a decision that leaves everything as it stands. */
export const nothingToWrite = (): Promise<boolean> => Promise.resolve(true);

export interface OneAct<D, A> {
  read: () => Promise<D>;
  /** The act of this key in what was read (findAct), with the hash it came with and its answer. */
  seen: (read: D) => Seen<A> | undefined | Promise<Seen<A> | undefined>;
  decide: (read: D) => Refused | Decided<A> | Promise<Refused | Decided<A>>;
  /** Writes of others that may come in between before the phone is told to try again. */
  turns?: number;
}

const TURNS = 5;

/** Two calls, two more for each write that came in between; refused: one. Refusals of its own: key-reused, busy. */
export async function actOnce<D, A>(
  call: Caller,
  { read, seen, decide, turns = TURNS }: OneAct<D, A>,
): Promise<Answer<A>> {
  for (let turn = 0; turn < turns; turn++) {
    const found = await read();
    const before = replay(call, await seen(found));
    if (before) return before;
    const decided = await decide(found);
    if (isRefused(decided)) return decided;
    if (await decided.write()) return ok(decided.answer);
  }
  return refuse('busy');
}

export interface WriteFirst<D, A> {
  /** The conditional write, and its answer; undefined when its conditions did not hold. */
  write: () => Promise<A | undefined>;
  read: () => Promise<D>;
  seen: OneAct<D, A>['seen'];
  /** Why it did not hold; undefined: `write` tries once more, with what was learnt here. `turn` counts from 0. */
  explain: (read: D, turn: number) => Refused | undefined | Promise<Refused | undefined>;
  turns: number;
}

/**
 * The same act where the phone's wish can stand in the conditions: it is written without a read before, and read only
 * where it did not hold. One call, two more for each lost try.
 */
export async function writeOnce<D, A>(
  call: Caller,
  { write, read, seen, explain, turns }: WriteFirst<D, A>,
): Promise<Answer<A>> {
  for (let turn = 0; turn < turns; turn++) {
    const answer = await write();
    if (answer !== undefined) return ok(answer);
    const found = await read();
    const before = replay(call, await seen(found));
    if (before) return before;
    const refused = await explain(found, turn);
    if (refused) return refused;
  }
  return refuse('busy');
}
