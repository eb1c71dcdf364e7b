/**
 * One step of a life: a row that does not read is tried at once; a row that reads costs one call more, and so does a
 * refusal, which reads once and says why. What differs between lives is passed in.
 */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../china-time';
import { refuse } from '../errors';
import type { Call } from '../serve';
import { actorsOf, judge, type AnyLife, type Judged, type Standing } from './rules/table';

/** A write is lost to somebody else's; so many of them in a row are a crowd. */
const TURNS = 4;

export interface Taking<
  Act extends string,
  Actor extends string,
  Caller,
  Read extends { before: { state: string } },
  Done,
> {
  life: AnyLife<Act, string, Actor, Caller>;
  act: Act;
  call: Call;
  /** The qualities in which the account calls first: nothing for its own documents, or the role that was admitted. */
  callers: readonly Caller[];
  /** The account's other qualities, asked for only where the first do not reach. */
  widen(): Promise<Answer<readonly Caller[]>>;
  /** The document, and what the step needs beside it. */
  read(): Promise<Read | undefined>;
  /** What this key answered before (shared/act.ts). */
  replay(read: Read): Answer<Done> | undefined;
  /** Whether there is no such document for these callers, whatever else they are to it. */
  hides?: (read: Read, callers: readonly Caller[]) => boolean;
  /** None of the callers is what it takes; no actors: it is hidden from them. */
  refuseStranger(actors: readonly Actor[]): Refused;
  /** Plans and writes once; undefined: the condition of the write did not hold. */
  attempt(standing: Standing<Actor, Caller>, read?: Read): Promise<Answer<Done> | undefined>;
}

/** After reading: a repeated act is answered as before; who may not is told why; otherwise it is tried. */
async function readAndTry<
  Act extends string,
  Actor extends string,
  Caller,
  Read extends { before: { state: string } },
  Done,
>(taking: Taking<Act, Actor, Caller, Read, Done>): Promise<Answer<Done> | undefined> {
  const { life, act, call } = taking;
  const read = await taking.read();
  if (!read) return refuse('not-found');
  const replayed = taking.replay(read);
  if (replayed) return replayed;
  const today = toLocalDate(call.now);
  const judgeAs = (callers: readonly Caller[]): Judged<Actor, Caller> =>
    taking.hides?.(read, callers)
      ? { why: 'stranger', actors: [] }
      : judge(life, act, callers, read.before, today);
  let judged = judgeAs(taking.callers);
  if ('why' in judged && judged.why === 'stranger') {
    const wider = await taking.widen();
    if (!wider.ok) return wider;
    judged = judgeAs(wider.data);
  }
  if ('standing' in judged) return taking.attempt(judged.standing, read);
  const { state } = read.before;
  if (judged.why === 'stranger') return taking.refuseStranger(judged.actors);
  return refuse(judged.why === 'state' ? 'wrong-state' : 'step-used', { state });
}

/** Refusals of its own: not-found, wrong-state, step-used, busy. */
export async function takeStep<
  Act extends string,
  Actor extends string,
  Caller,
  Read extends { before: { state: string } },
  Done,
>(taking: Taking<Act, Actor, Caller, Read, Done>): Promise<Answer<Done>> {
  const { life, act, callers } = taking;
  const [caller] = callers;
  const actor = caller && actorsOf(life, act, caller)[0];
  if (caller && actor && !life.table[act].reads) {
    const done = await taking.attempt({ caller, actor });
    if (done) return done;
  }
  for (let turn = 0; turn < TURNS; turn++) {
    const done = await readAndTry(taking);
    if (done) return done;
  }
  return refuse('busy');
}
