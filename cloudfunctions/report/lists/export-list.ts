import * as v from 'valibot';
import type { ArticleState } from '../../../miniprogram/contract/article';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { type ExportedList, type ListId } from '../../../miniprogram/contract/list-export';
import { ARTICLE_STATES } from '../../../miniprogram/contract/publicity-labels';
import { CHIEF, DISTRICT, KEEPERS, OFFICE, SEE_AUDIT, type Role } from '../../../miniprogram/contract/roles';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { mayReadRecord } from '../../duty/record/rules/record-rights';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import type { Directory } from '../../registry/directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { auditFilter } from '../../shared/audit-schema';
import { activityKind, figureName } from '../../shared/duty-schemas';
import { officeQueue, requestFilter } from '../../shared/request-schemas';
import { id, localDate, quietMonths, township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { auditTaken } from './audit-taken';
import { exportReason } from './reason-schema';
import { LISTED_KINDS } from './read-directory-lists';
import { MOST_ROWS } from './reading';
import { toCsv } from './rules/csv';
import { readExported } from './read-lists';
import { writeList } from './write-list';

type Asked = Input<'report', 'exportList'>;
type Answered = Output<'report', 'exportList'>;

/** Of a request or a report. */
const request = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const year = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2099));
/** Its id, which of a route is its place, category and first day. */
const rowOfDirectory = v.pipe(v.string(), v.regex(/^[\w.*-]{1,80}$/));
const listSchema: v.GenericSchema<unknown, ExportedList> = v.variant('list', [
  v.strictObject({
    list: v.literal('requests'),
    queue: officeQueue,
    filter: v.exactOptional(requestFilter),
    chosen: v.exactOptional(v.pipe(v.array(request), v.minLength(1), v.maxLength(LIMITS.actAtOnce))),
  }),
  v.strictObject({ list: v.literal('bookings'), from: localDate, to: localDate }),
  v.strictObject({ list: v.literal('facts'), of: figureName, from: localDate, to: localDate }),
  v.strictObject({
    list: v.literal('slot'),
    report: request,
    slot: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,39}$/)),
  }),
  v.strictObject({
    list: v.literal('duty'),
    year,
    person: v.exactOptional(id),
  }),
  v.strictObject({ list: v.literal('audit'), filter: auditFilter }),
  v.strictObject({
    list: v.literal('suggestions'),
    queue: v.picklist(['examine', 'decide', 'waiting', 'promised', 'key', 'all']),
  }),
  v.strictObject({ list: v.literal('topics'), year }),
  v.strictObject({ list: v.literal('activities'), kind: v.exactOptional(activityKind) }),
  v.strictObject({ list: v.literal('roster'), year }),
  v.strictObject({ list: v.literal('absences') }),
  v.strictObject({ list: v.literal('plan'), year }),
  v.strictObject({ list: v.literal('changes') }),
  v.strictObject({
    list: v.literal('invitations'),
    state: v.picklist(['issued', 'claimed', 'confirmed', 'revoked']),
  }),
  v.strictObject({
    list: v.literal('articles'),
    state: v.exactOptional(v.picklist(Object.keys(ARTICLE_STATES) as ArticleState[])),
  }),
  v.strictObject({ list: v.literal('bans') }),
  v.strictObject({ list: v.literal('calls') }),
  v.strictObject({
    list: v.literal('directory'),
    kind: v.picklist(LISTED_KINDS),
    rows: v.exactOptional(v.pipe(v.array(rowOfDirectory), v.maxLength(MOST_ROWS))),
  }),
  v.strictObject({ list: v.literal('elected') }),
  v.strictObject({ list: v.literal('opinions') }),
  v.strictObject({ list: v.literal('meetings'), year }),
  v.strictObject({ list: v.literal('liaison') }),
  v.strictObject({ list: v.literal('guidance') }),
  v.strictObject({ list: v.literal('passed') }),
  v.strictObject({ list: v.literal('asked') }),
  v.strictObject({ list: v.literal('disputes') }),
  v.strictObject({ list: v.literal('studies'), year }),
  v.strictObject({ list: v.literal('quiet'), months: quietMonths }),
  v.strictObject({ list: v.literal('district-deputies'), of: township, year }),
]);

/** Whose a list is, where it is not the office's. */
const OF_OTHERS: Readonly<Partial<Record<ListId, readonly Role[]>>> = {
  audit: SEE_AUDIT,
  invitations: KEEPERS,
  directory: KEEPERS,
  passed: DISTRICT,
  asked: DISTRICT,
  quiet: CHIEF,
  'district-deputies': DISTRICT,
};

/** The duty record is its deputy's and the leader's as well. */
async function mayTake(call: Call, of: ExportedList, directory: Directory): Promise<boolean> {
  const { admitted, now } = call;
  if (!admitted) return false;
  if (of.list === 'duty' && of.person !== undefined)
    if (mayReadRecord(admitted, of.person, directory, toLocalDate(now))) return true;
  return holdsOne(call, OF_OTHERS[of.list] ?? OFFICE);
}

/** The row stands in the audit before the list is told. */
async function run(call: Call, { township, of: asked, reason, as: type }: Asked): Promise<Answer<Answered>> {
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const own = asked.list === 'duty' ? { person: asked.person ?? call.admitted?.person ?? '' } : {};
  const of: ExportedList = Object.assign({}, asked, own);
  if (!(await mayTake(call, of, known.directory))) return refuse('not-allowed');
  const table = await readExported(of, call, known.directory);
  if (!table) return refuse('not-found');
  const as: 'csv' | 'xlsx' = type ?? 'xlsx';
  if (!(await auditTaken(call, sayAsked(of, as), reason))) return refuse('key-reused');
  const bytes = as === 'csv' ? Buffer.from(toCsv(table)) : await writeList(table);
  const file = { bytes, type: as, name: table.name };
  const printed = await handOutFile(township, file, JSON.stringify(table));
  return printed.ok ? ok({ ...printed.data, rows: table.rows.length }) : printed;
}

/** What was asked, in ids; all of it, so that the audit says which ones were chosen, and as what it went out. */
function sayAsked({ list, ...asked }: ExportedList, as: string): string {
  return `${list} ${JSON.stringify(asked)}${as === 'csv' ? ' csv' : ''}`;
}

export const exportList: Action<Asked, Answered> = {
  write: true,
  input: v.strictObject({
    township,
    of: listSchema,
    reason: exportReason,
    as: v.exactOptional(v.literal('csv')),
  }),
  run,
};
