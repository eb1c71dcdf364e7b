import { KINDS, isActivityKind } from '../../../miniprogram/contract/activity-kinds';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { addMonths, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { listFigure } from '../ledger/figures-store';
import { dutyInputs } from '../schemas';

type Asked = Input<'duty', 'publicFacts'>;
type Shown = Output<'duty', 'publicFacts'>;

const MONTHS = 12;
/** Whose house it was, or who is helped, is nobody's to guess: these stand without a village. */
const NO_PLACE: ReadonlySet<string> = new Set(['household-visit', 'tied-help', 'care', 'reception']);
/** What is said in public of a deputy: what the township made known anyway, and what was done for all. */
function isPublic(kind: string): boolean {
  if (kind === 'reception') return true;
  return (
    isActivityKind(kind) && KINDS[kind].heading !== undefined && kind !== 'tied-help' && kind !== 'liaison'
  );
}

/** One read: of a deputy of the township's own level, kinds with dates; no counts stand beside each other. */
async function run(call: Call, { township, person }: Asked): Promise<Answer<Shown>> {
  const known = await recallTownship(township, call.now);
  const today = toLocalDate(call.now);
  const member = known && membersOn(known.directory.people, today).find((one) => one.person === person);
  if (member?.level === undefined) return refuse('not-found');
  // A district deputy's duty is the district's to make known.
  if (member.level === 'district') return ok({ facts: [] });
  const query = {
    township,
    of: 'all' as const,
    from: addMonths(today, -MONTHS),
    to: today,
    by: { dimension: 'person' as const, value: person },
  };
  const { rows } = await listFigure(query, LIMITS.page);
  const shown = rows.filter(({ kind }) => isPublic(kind));
  const seen = new Set<string>();
  const facts = shown.flatMap(({ kind, date, village }) => {
    const placed = village !== undefined && !NO_PLACE.has(kind) ? { village } : {};
    // Two households of one day are one line: how many is nobody's to compare.
    const line = JSON.stringify([kind, date, placed]);
    if (seen.has(line)) return [];
    seen.add(line);
    return [{ kind, date, ...placed }];
  });
  return ok({ facts });
}

export const publicFacts: Action<Asked, Shown> = { write: false, input: dutyInputs.publicFacts, run };
