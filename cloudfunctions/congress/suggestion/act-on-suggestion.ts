/** One step of a suggestion's life: who calls, what the table says, one write. */
import type { SuggestionActed, SuggestionStep } from '../../../miniprogram/contract/congress/suggestion';
import type { Role } from '../../../miniprogram/contract/roles';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Admitted, Call } from '../../shared/serve';
import { takeStep } from '../../shared/life/take-step';
import { maySee, ROLES_OF, type Caller } from './rules/actors';
import { isOpen, SUGGESTION_LIFE } from './rules/life-cycle';
import type { SuggestionDocument } from './rules/suggestion-document';
import { standIn, takeStep as planStep } from './rules/take-step';
import { actInput } from './schemas';
import { readSuggestion, writeStep } from './store';

type Asked = Input<'congress', 'actOnSuggestion'>;

export function callerOf({ account }: Call, { role, person, unit }: Admitted): Caller {
  return {
    account,
    role,
    ...(person !== undefined && { person }),
    ...(unit !== undefined && { unit }),
  };
}

export function rolesOf(act: SuggestionStep['act']): Role[] {
  return [...new Set(SUGGESTION_LIFE.table[act].who.flatMap((actor) => ROLES_OF[actor]))];
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

/** Two calls, two more for each step that came in between, one where another role of the same person counts. */
export const actOnSuggestion: Action<Asked, SuggestionActed> = {
  write: true,
  input: actInput,
  async run(call, { township, suggestion, step }) {
    const known = await recallTownship(township, call.now);
    const { admitted, now, key } = call;
    if (!known || !admitted) return refuse('not-found');
    const { directory } = known;
    const { act } = step;
    const { governmentUnit } = settingsOf(directory.settings);
    let callers = standIn(directory, [callerOf(call, admitted)]);
    let before: SuggestionDocument | undefined;
    return takeStep({
      life: SUGGESTION_LIFE,
      act,
      call,
      callers,
      widen: async () => ok((callers = standIn(directory, await callersOf(call, rolesOf(act))))),
      read: async () => {
        before = await readSuggestion(township, suggestion);
        return before && { before };
      },
      replay: (read) => answerAgain(call, read.before),
      refuseStranger: () => {
        if (callers.length === 0) return refuse('not-allowed');
        const seen = before;
        const sees = seen && callers.some((caller) => maySee(caller, seen, governmentUnit));
        return refuse(sees ? 'not-owner' : 'not-found');
      },
      attempt: async ({ caller }, read) => {
        if (!read) return undefined;
        const context = { directory, caller, now, today: toLocalDate(now) };
        const taken = planStep(step, context, read.before);
        if ('refused' in taken) return refuse(taken.refused, taken.details);
        const meta = { now, key, kept: { k: keyOf(call), h: call.bodyHash } };
        const done = await writeStep(read.before, taken, meta);
        return done ? ok(toActed({ _id: suggestion, state: taken.to, due: taken.due })) : undefined;
      },
    });
  },
};
