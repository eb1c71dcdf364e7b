import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Submitted } from '../../../miniprogram/contract/request';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import type { Answer } from '../../../miniprogram/contract/wire';
import { HELPERS, OFFICE, ON_BEHALF } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship, type Township } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Admitted, Call } from '../../shared/serve';
import { submitForInput } from '../lists/schemas';
import { datesAtBirth } from '../life/rules/deadline';
import { decideRoute, findUnknown } from '../routing/rules/decide-route';
import type { Birth } from './rules/birth';
import { bornRequest, slotsOf } from './born-request';
import { checkContent, submitOnce } from './submit-slots';

type Input = RequestListActions['submitFor']['input'];

function mayEnter({ role, village }: Admitted, livesIn: string): boolean {
  return OFFICE.includes(role) || (HELPERS.includes(role) && village === livesIn);
}

/** A helper enters for people of the own village; one read more for whoever is of the office as well. */
async function findOperator(call: Call, livesIn: string): Promise<Admitted | undefined> {
  const { admitted } = call;
  if (!admitted || mayEnter(admitted, livesIn)) return admitted;
  const held = await listRoles(call, ON_BEHALF);
  return held.find((role) => mayEnter(role, livesIn));
}

async function create(call: Call, input: Input, known: Township, entered: NonNullable<Birth['entered']>) {
  const { directory, openByPerson } = known;
  const today = toLocalDate(call.now);
  const { livesIn: _livesIn, deputy: _deputy, group: _group, ...said } = input;
  const birth = { ...call, openid: '', entered };
  const decision = decideRoute(directory, openByPerson, input, today);
  const dates = datesAtBirth(directory, today);
  const slots = { whose: slotsOf(birth), most: LIMITS.entriesPerOperator };
  return submitOnce(call, slots, directory, (day, n) =>
    bornRequest(birth, { ...said, day, n }, decision, dates),
  );
}

/** One call after admit; the operator is told number and owner, and cannot read it afterwards. */
async function run(call: Call, input: Input): Promise<Answer<Submitted>> {
  const wrong = checkContent(call, input);
  if (wrong) return wrong;
  const [known, operator] = await Promise.all([
    recallTownship(input.township, call.now),
    findOperator(call, input.livesIn),
  ]);
  if (!known) return refuse('not-found');
  if (!operator) return refuse('not-allowed');
  const unknown = findUnknown(known.directory, input);
  if (unknown !== undefined) return refuse('bad-input', { field: unknown });
  if (!known.directory.villages.some(({ id }) => id === input.livesIn))
    return refuse('bad-input', { field: 'livesIn' });
  return create(call, input, known, { operator: operator.person ?? call.account, livesIn: input.livesIn });
}

export const submitFor: Action<Input, Submitted> = { write: true, input: submitForInput, run };
