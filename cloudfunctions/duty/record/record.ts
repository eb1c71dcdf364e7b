import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { membersOn, type Directory } from '../../registry/directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import { listFigure, toFactRow } from '../ledger/figures-store';
import { dutyInputs } from '../schemas';
import { readDisputesOf } from './store';
import { toDispute } from './to-dispute';

type Asked = Input<'duty', 'record'>;
type Shown = Output<'duty', 'record'>;

/** Rows of one year that are shown at once; a deputy with more looks at a month of them in the list of facts. */
const ROWS = 150;
const DISPUTES = 50;

/** Oneself; a leader the group as it is today; the office everybody. */
function mayRead(call: Call, person: string, directory: Directory): boolean {
  const { admitted } = call;
  if (isOffice(call) || admitted?.person === person) return true;
  if (admitted?.role !== 'leader') return false;
  const members = membersOn(directory.people, toLocalDate(call.now));
  return members.some((one) => one.person === person && one.group === admitted.group);
}

/** Two reads after admit. */
async function run(call: Call, { township, year, person: asked }: Asked): Promise<Answer<Shown>> {
  const known = await recallTownship(township, call.now);
  const person = asked ?? call.admitted?.person;
  if (!known || person === undefined) return refuse('not-found');
  if (!mayRead(call, person, known.directory)) return refuse('not-allowed');
  const name = known.directory.people.find(({ id }) => id === person)?.name;
  if (name === undefined) return refuse('not-found');
  const query = {
    township,
    of: 'all' as const,
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    by: { dimension: 'person' as const, value: person },
  };
  const [{ rows, next }, disputes] = await Promise.all([
    listFigure(query, ROWS),
    readDisputesOf(township, person, DISPUTES),
  ]);
  return ok({
    person,
    name,
    rows: rows.map((row) => ({
      ...toFactRow(row),
      ...(row.heading !== undefined && { heading: row.heading }),
    })),
    disputes: disputes.map(toDispute),
    more: next !== undefined,
  });
}

export const record: Action<Asked, Shown> = { write: false, input: dutyInputs.record, run };
