import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Submitted } from '../../../miniprogram/contract/request';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import type { Answer } from '../../../miniprogram/contract/wire';
import { HELPERS, OFFICE, ON_BEHALF } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/store';
import { recallTownship, type Township } from '../../registry/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Admitted, Call } from '../../shared/serve';
import { submitForInput } from '../lists/schemas';
import { datesAtBirth } from '../life/rules/deadline';
import { decideRoute, findUnknown } from '../routing/rules/decide-route';
import type { Birth } from './rules/birth';
import { bornRequest, createRequest, slotsOf } from '../store';
import { answer, checkContent, readSlots } from './submit-slots';

type Input = RequestListActions['submitFor']['input'];

/** Slots that one look for a free one reads. */
const AHEAD = 10;

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
  const { n: first, livesIn: _livesIn, deputy: _deputy, group: _group, ...said } = input;
  const birth = { ...call, openid: '', entered };
  const decision = decideRoute(directory, openByPerson, input, today);
  let n = first;
  while (n <= LIMITS.entriesPerOperator) {
    const request = bornRequest(birth, { ...said, n }, decision, datesAtBirth(directory, today));
    if (await createRequest(request)) return answer(request, directory);
    const last = Math.min(n + AHEAD - 1, LIMITS.entriesPerOperator);
    const { replayed, free } = await readSlots(call, { ...input, n }, directory, slotsOf(birth), last);
    if (replayed) return replayed;
    n = free ?? last + 1;
  }
  return refuse('too-many-requests');
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
  const today = toLocalDate(call.now);
  if (input.day > today || input.day < addDays(today, -1)) return refuse('bad-input', { field: 'day' });
  return create(call, input, known, { operator: operator.person ?? call.account, livesIn: input.livesIn });
}

export const submitFor: Action<Input, Submitted> = { write: true, input: submitForInput, run };
