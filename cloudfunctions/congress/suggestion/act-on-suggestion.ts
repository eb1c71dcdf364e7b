/** One step of a suggestion's life: who calls, what the table says, one write. */
import type { SuggestionActed, SuggestionStep } from '../../../miniprogram/contract/congress/suggestion';
import type { Role } from '../../../miniprogram/contract/roles';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { listRoles } from '../../registry/invitations/store';
import { recallTownship } from '../../registry/store';
import { replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Admitted, Call } from '../../shared/serve';
import { isActor, maySee, ROLES_OF, type Caller } from './rules/actors';
import { isOpen, SUGGESTION_LIFE } from './rules/life-cycle';
import type { SuggestionDocument } from './rules/suggestion-document';
import { takeStep } from './rules/take-step';
import { actInput } from './schemas';
import { readSuggestion, writeStep } from './store';

type Asked = Input<'congress', 'actOnSuggestion'>;

/** A write is lost to somebody else's; so many of them in a row are a crowd. */
const TURNS = 6;

export function callerOf({ account }: Call, { role, person, unit }: Admitted): Caller {
  return {
    account,
    role,
    ...(person !== undefined && { person }),
    ...(unit !== undefined && { unit }),
  };
}

export function rolesOf(act: SuggestionStep['act']): Role[] {
  return [...new Set(SUGGESTION_LIFE[act].who.flatMap((actor) => ROLES_OF[actor]))];
}

/** Every role in which this person may look at suggestions. One call. */
export async function callersOf(call: Call, roles: readonly Role[]): Promise<Caller[]> {
  const held = await listRoles(call, roles);
  return held.map((one) => callerOf(call, one));
}

export function toActed({
  _id,
  state,
  due,
}: Pick<SuggestionDocument, '_id' | 'state' | 'due'>): SuggestionActed {
  return { suggestion: _id, state, ...(isOpen(state) && { due }) };
}

function keyOf({ account, key }: Call): string {
  return `${account}~${key}`;
}

function answerAgain(call: Call, { _id, acts }: SuggestionDocument): Answer<SuggestionActed> | undefined {
  const kept = acts.find(({ k }) => k === keyOf(call));
  return replay(call, kept && { hash: kept.h, answer: toActed({ _id, state: kept.s, due: kept.d }) });
}

type Directory = NonNullable<Awaited<ReturnType<typeof recallTownship>>>['directory'];

function standingOf(
  step: SuggestionStep,
  callers: readonly Caller[],
  before: SuggestionDocument,
  government: string,
): Caller | undefined {
  const { who } = SUGGESTION_LIFE[step.act];
  return callers.find((caller) => who.some((actor) => isActor(actor, caller, before, government)));
}

/** Undefined: somebody else's step came in between. */
async function tryStep(
  call: Call,
  { suggestion, step }: Asked,
  directory: Directory,
  first: Caller,
): Promise<Answer<SuggestionActed> | undefined> {
  const before = await readSuggestion(call.township, suggestion);
  const { governmentUnit } = settingsOf(directory.settings);
  if (!before) return refuse('not-found');
  const answered = answerAgain(call, before);
  if (answered) return answered;
  let callers: readonly Caller[] = [first];
  let standing = standingOf(step, callers, before, governmentUnit);
  if (!standing) {
    callers = await callersOf(call, rolesOf(step.act));
    standing = standingOf(step, callers, before, governmentUnit);
  }
  if (!standing) {
    if (callers.length === 0) return refuse('not-allowed');
    const seen = callers.some((caller) => maySee(caller, before, governmentUnit));
    return refuse(seen ? 'not-owner' : 'not-found');
  }
  const context = { directory, caller: standing, now: call.now, today: toLocalDate(call.now) };
  const taken = takeStep(step, context, before);
  if ('refused' in taken) return refuse(taken.refused, taken.details);
  const kept = { k: keyOf(call), h: call.bodyHash };
  const done = await writeStep(before, taken, { now: call.now, key: call.key, kept });
  return done ? ok(toActed({ _id: before._id, state: taken.to, due: taken.due })) : undefined;
}

/** Two calls, two more for each step that came in between, one where another role of the same person counts. */
export const actOnSuggestion: Action<Asked, SuggestionActed> = {
  write: true,
  input: actInput,
  async run(call, asked) {
    const known = await recallTownship(asked.township, call.now);
    if (!known || !call.admitted) return refuse('not-found');
    const first = callerOf(call, call.admitted);
    for (let turn = 0; turn < TURNS; turn++) {
      const done = await tryStep(call, asked, known.directory, first);
      if (done) return done;
    }
    return refuse('busy');
  },
};
