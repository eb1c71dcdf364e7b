import type {
  OfficeCard,
  OfficeQueue,
  RequestListActions,
} from '../../../miniprogram/contract/request-lists';
import type { Answer } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { knownTo } from '../../shared/visibility';
import { from, readRows } from './list-page';
import { officeInput } from './schemas';
import { queueDays } from '../life/rules/deadline';
import { callerOf } from '../life/do-step';
import { MANY_FIELDS, toOfficeCard } from './rules/office-card';
import { isWithin, OVERSEEN, queueOf } from './rules/queues';
import type { Reader } from '../view/rules/reader';
import { CARD_FIELDS } from '../store';

type List = RequestListActions['listOffice'];
const FIELDS = [...CARD_FIELDS, ...MANY_FIELDS, 'replies', 'dispatches', 'dispatchSeq', 'word'] as const;

/** The presidium's part of the lists; who is of the office as well sees them as that. */
async function findReader(call: Call, queue: OfficeQueue): Promise<Reader | undefined> {
  if (await holdsOne(call, OFFICE)) return 'office';
  return OVERSEEN.includes(queue) ? 'overseer' : undefined;
}

/** One call after admit, one more for a member of the presidium, one where the directory is old in this instance. */
async function run(call: Call, input: List['input']): Promise<Answer<List['output']>> {
  const [known, reader] = await Promise.all([
    recallTownship(input.township, call.now),
    findReader(call, input.queue),
  ]);
  if (!known) return refuse('not-found');
  if (!reader) return refuse('not-allowed');
  const { directory } = known;
  const today = toLocalDate(call.now);
  const days = queueDays(directory, today);
  const queue = queueOf(input.queue, input.filter ?? {}, days);
  const { where, by, newest = false, floor, keeps = () => true } = queue;
  const page = {
    where: { ...where, ...knownTo(call.admitted?.person) },
    by,
    newest,
    fields: FIELDS,
    ...from(input.after),
    ...(floor !== undefined && { floor }),
  };
  const { rows, next } = await readRows(input.township, page);
  const within = rows.filter((row) => isWithin(queue, row));
  const more = within.length === rows.length ? next : undefined;
  const of = { today, yellow: days.yellow, queue: input.queue, caller: callerOf(call, call.admitted) };
  const requests: OfficeCard[] = within.filter(keeps).map((row) => toOfficeCard(row, directory, reader, of));
  return ok({ requests, ...(more !== undefined && { next: more }) });
}

export const listOffice: Action<List['input'], List['output']> = { write: false, input: officeInput, run };
