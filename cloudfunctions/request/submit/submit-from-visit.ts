import type { RequestActions } from '../../../miniprogram/contract/request';
import type { Answer, LocalDate } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { settingsOf } from '../../registry/directory/rules/settings';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { readTalk, type Talk } from '../../reception/days/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { datesAtBirth } from '../life/rules/deadline';
import { decideRoute, findUnknown } from '../routing/rules/decide-route';
import { fromVisitInput } from './schemas';
import { bornRequest, slotsOf } from './born-request';
import { checkContent, submitOnce } from './submit-slots';

type FromVisit = RequestActions['submitFromVisit']['input'];
type Output = RequestActions['submitFromVisit']['output'];

/** The office everywhere, others at the home where they sit; one read more for whoever was let in as a receiver. */
async function maySee(call: Call, { sitting }: Talk): Promise<boolean> {
  return sitting.includes(call.admitted?.person ?? '') || holdsOne(call, OFFICE);
}

async function findTalk(call: Call, { township, visit }: FromVisit) {
  if (visit.date > toLocalDate(call.now)) return refuse('not-today');
  const talk = await readTalk(township, visit);
  if (!talk) return refuse('booking-changed');
  if (!(await maySee(call, talk))) return refuse('not-allowed');
  const talked = talk.state === 'talking' || talk.state === 'met';
  return talked ? talk : refuse('visit-changed', { state: talk.state });
}

/**
 * Two calls after admit, a read of the visit and one write; a taken slot as in submit. Refusals in this order:
 * nothing-said, not-your-file, not-today, booking-changed, not-allowed, visit-changed; then submit's.
 */
async function run(call: Call, input: FromVisit): Promise<Answer<Output>> {
  const { visit, phone, deputy: _deputy, group: _group, ...words } = input;
  const wrong = checkContent(call, input);
  if (wrong) return wrong;
  const talk = await findTalk(call, input);
  if ('ok' in talk) return talk;
  const known = await recallTownship(input.township, call.now);
  if (!known) return refuse('not-found');
  const { directory, openByPerson } = known;
  const field = findUnknown(directory, input);
  if (field !== undefined) return refuse('bad-input', { field });
  const today = toLocalDate(call.now);
  const decision = decideRoute(directory, openByPerson, input, today);
  const { account, openid, name } = talk;
  const asker = {
    ...call,
    account,
    openid,
    talk: { operator: call.admitted?.person ?? call.account, visit },
  };
  const said = phone ?? talk.phone;
  const dates = datesAtBirth(directory, today);
  const submitted = { ...words, name, ...(said !== undefined && { phone: said }) };
  const slots = { whose: slotsOf(asker), most: settingsOf(directory.settings).requestsPerDay };
  const make = (day: LocalDate, n: number) => bornRequest(asker, { ...submitted, day, n }, decision, dates);
  return submitOnce(call, slots, directory, make, visit.date);
}

export const submitFromVisit: Action<FromVisit, Output> = { write: true, input: fromVisitInput, run };
