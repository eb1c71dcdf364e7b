import * as v from 'valibot';
import { DISTRICT, hasDays, SEE_FIGURES } from '../../../miniprogram/contract/roles';
import type { WorkbenchView, WorkFigures, WorkRow } from '../../../miniprogram/contract/workbench';
import type { Answer, Instant } from '../../../miniprogram/contract/wire';
import type { Projection, StoredWaiting } from '../../notify/workbench/rules/projection';
import { countPassedNow, recallWorkbench, type Benches } from '../../notify/workbench/store';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { holdsOn } from '../../registry/invitations/rules/invitation';
import { readGrants } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { queueDays } from '../../request/life/rules/deadline';
import { CARD_FIELDS, readKnown } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import {
  composeGroups,
  countKnown,
  idsShown,
  openerOf,
  toWorkDay,
  type Opener,
} from '../rules/compose-workbench';

/** Besides a card's fields: what the groups' conditions ask. */
const FIELDS = [
  ...CARD_FIELDS,
  'assists',
  'review',
  'extension',
  'promise',
  'callback',
  'hidden',
  'word',
] as const;

function toFigures({ figures, requests }: Projection, opener: Opener): WorkFigures {
  return {
    ...figures,
    open: countKnown(requests['open'], opener),
    overdue: countKnown(requests['overdue'], opener),
  };
}

function officeOf({ card, units }: Directory, { roles, unit }: Opener): string {
  const isUnitAlone = roles.every((role) => role === 'unit');
  return unit !== undefined && isUnitAlone ? nameOf(units, unit) : card.name;
}

const NOTHING: StoredWaiting<WorkRow> = { count: 0, rows: [] };

/** No call but where the minute's run has not counted yet today. */
function passedFor({ roles }: Opener, { passed }: Benches, now: Instant) {
  if (!roles.some((role) => DISTRICT.includes(role))) return NOTHING;
  return passed ?? countPassedNow(now);
}

/**
 * After admit two calls at once, and one more for the rows where there are requests to show; one more where the directory
 * is older than a minute in this instance.
 */
async function run(call: Call, asked: { township: string }): Promise<Answer<WorkbenchView>> {
  const { now, openid, admitted } = call;
  if (!admitted) return refuse('not-allowed');
  const today = toLocalDate(now);
  const [known, held, benches] = await Promise.all([
    recallTownship(asked.township, now),
    readGrants(asked.township, openid),
    recallWorkbench(asked.township, now),
  ]);
  if (!known || !benches) return refuse('not-found');
  const { directory } = known;
  const { projection } = benches;
  const opener = openerOf(held.filter((one) => one.state === 'confirmed' && holdsOn(one, today)));
  const ids = idsShown(projection, opener);
  const [rows, passed] = await Promise.all([
    readKnown(asked.township, ids, opener.person, FIELDS),
    passedFor(opener, benches, now),
  ]);
  const days = queueDays(directory, today);
  const byId = new Map(rows.map((row) => [row._id, row]));
  const source = { projection, opener, directory, days, known: byId, decrypt: decryptField, passed };
  const { roles } = opener;
  const seesDays = roles.some(hasDays);
  const { day, unpublished } = projection;
  return ok({
    name: admitted.name,
    roles,
    office: officeOf(directory, opener),
    today,
    asOf: projection.asOf,
    groups: composeGroups(source),
    ...(roles.some((role) => SEE_FIGURES.includes(role)) && { figures: toFigures(projection, opener) }),
    ...(seesDays && day && { day: toWorkDay(day, directory) }),
    ...(seesDays && unpublished !== undefined && { unpublished }),
  });
}

export const workbench: Action<{ township: string }, WorkbenchView> = {
  write: false,
  input: v.strictObject({ township }),
  run,
};
