/** Whether an activity holds what its kind asks, and whether the caller may record it. */
import { kindRow, type ActivityField } from '../../../../miniprogram/contract/activity-kinds';
import { DUTY_LIMITS, type ActivityInput } from '../../../../miniprogram/contract/duty';
import { BRING_OTHERS, OFFICE, type Role } from '../../../../miniprogram/contract/roles';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { membersOn } from '../../../registry/directory/rules/directory';
import { daysBetween } from '../../../shared/china-time';

export interface Recorder {
  role: Role;
  person?: string;
  group?: string;
}

export type Wrong = { code: 'bad-input'; field: string } | { code: 'not-allowed' };

export function isOfOffice({ role }: Pick<Recorder, 'role'>): boolean {
  return OFFICE.includes(role);
}

const bad = (field: string): Wrong => ({ code: 'bad-input', field: `activity.${field}` });

/** Fields whose value is not one of the kind's. */
const ALWAYS: ReadonlySet<string> = new Set([
  'kind',
  'date',
  'group',
  'planned',
  'entered',
  'persons',
  'tag',
  'keeps',
  'tie',
]);

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function findUnfit(input: ActivityInput, { ownKinds }: Directory): Wrong | undefined {
  const row = kindRow(input.kind, ownKinds);
  if (!row) return bad('kind');
  const { fields, needs, planned } = row;
  const asked = new Set<string>(fields);
  const foreign = Object.keys(input).find((name) => !ALWAYS.has(name) && !asked.has(name));
  if (foreign !== undefined) return bad(foreign);
  if (input.keeps !== undefined && input.kind !== 'household-visit') return bad('keeps');
  if (input.tie !== undefined && input.kind !== 'tied-help') return bad('tie');
  const missing = needs.find((name: ActivityField) => isEmpty(input[name as keyof ActivityInput]));
  if (missing !== undefined) return bad(missing);
  return input.planned && !planned ? bad('planned') : undefined;
}

function findUnknown(input: ActivityInput, directory: Directory): Wrong | undefined {
  const { village, category, group, persons = [] } = input;
  const has = (rows: readonly { id: string }[], id: string | undefined) =>
    id === undefined || rows.some((row) => row.id === id);
  if (!has(directory.villages, village)) return bad('village');
  if (!has(directory.categories, category)) return bad('category');
  if (!has(directory.groups, group)) return bad('group');
  return persons.every((person) => has(directory.people, person)) ? undefined : bad('persons');
}

function findUntimely(input: ActivityInput, office: boolean, today: LocalDate): Wrong | undefined {
  if (input.planned) return undefined;
  if (input.date > today) return bad('date');
  return !office && daysBetween(input.date, today) > DUTY_LIMITS.lateDays ? bad('date') : undefined;
}

/** A deputy of the district reports to the voters only where the district's standing committee asks it to (代表法). */
export function lacksMandate(
  { kind, date, mandate }: Pick<ActivityInput, 'kind' | 'date' | 'mandate'>,
  who: readonly string[],
  { people }: Pick<Directory, 'people'>,
): boolean {
  if (kind !== 'duty-report' || !isEmpty(mandate)) return false;
  const members = membersOn(people, date).filter(({ person }) => who.includes(person));
  return members.some(({ level }) => level === 'district');
}

function findUnmandated(input: ActivityInput, { person }: Recorder, directory: Directory): Wrong | undefined {
  const who = input.persons ?? (person === undefined ? [] : [person]);
  return lacksMandate(input, who, directory) ? bad('mandate') : undefined;
}

/** The office records everything; a leader for the own group; others what they did themselves. */
function mayRecord(input: ActivityInput, recorder: Recorder, { ownKinds }: Directory): boolean {
  if (isOfOffice(recorder)) return true;
  const by = kindRow(input.kind, ownKinds)?.by ?? [];
  if (!by.includes(recorder.role) || input.entered) return false;
  const { persons = [], group } = input;
  if (group !== undefined && group !== recorder.group) return false;
  const alone = persons.every((person) => person === recorder.person);
  return alone || BRING_OTHERS.includes(recorder.role);
}

export function checkActivity(
  input: ActivityInput,
  recorder: Recorder,
  directory: Directory,
  today: LocalDate,
): Wrong | undefined {
  if (!mayRecord(input, recorder, directory)) return { code: 'not-allowed' };
  return (
    findUnfit(input, directory) ??
    findUnknown(input, directory) ??
    findUnmandated(input, recorder, directory) ??
    findUntimely(input, isOfOffice(recorder), today) ??
    undefined
  );
}

/** Of a kind that the township paused there are no new ones. */
export function isPaused({ kind }: Pick<ActivityInput, 'kind'>, { ownKinds = [] }: Directory): boolean {
  return ownKinds.some(({ id, paused }) => paused && kind === `own-${id}`);
}
