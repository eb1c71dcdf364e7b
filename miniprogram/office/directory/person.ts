/** A person's memberships with dates, as the one that is edited and the ones that stay. */
import { PROFILE_NAMES } from '../../contract/deputy-profile';
import type { MembershipRow } from '../../contract/registry-office';
import type { LocalDate } from '../../contract/wire';

export type Row = Readonly<Record<string, unknown>>;

const MEMBERSHIP = [
  'term',
  'level',
  'constituency',
  'group',
  'home',
  'leader',
  'presidium',
  'credentials',
  'receiver',
  'title',
  'from',
  'to',
];

/** What the person is now, or will be next. */
export function currentMembership(row: Row, today: LocalDate): MembershipRow | undefined {
  const rows = [...((row['memberships'] ?? []) as MembershipRow[])].sort((one, other) =>
    one.from < other.from ? 1 : -1,
  );
  return rows.find((each) => each.from <= today && (each.to === undefined || each.to >= today)) ?? rows[0];
}

/** The membership of today and the absence that is not over beside the rest. */
export function flattenPerson(row: Row, today: LocalDate): Row {
  const away = ((row['absent'] ?? []) as { from: LocalDate; to?: LocalDate }[]).find(
    ({ to }) => to === undefined || to >= today,
  );
  const profile = row['profile'] as Row | undefined;
  return { ...row, ...currentMembership(row, today), ...profile, awayFrom: away?.from, awayTo: away?.to };
}

function dayBefore(date: LocalDate): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** What changed from a day on ends the membership before and begins another; only its end is written into it. */
function toMemberships(row: Row, values: Row, today: LocalDate): unknown[] {
  const rows = (row['memberships'] ?? []) as MembershipRow[];
  const current = currentMembership(row, today);
  const picked = Object.fromEntries(
    MEMBERSHIP.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  ) as unknown as MembershipRow;
  if (!current) return [picked];
  const others = rows.filter((each) => each !== current);
  if (picked.from <= current.from) return [...others, picked];
  return [...others, { ...current, to: dayBefore(picked.from) }, picked];
}

/** Who may not read it does not write it. */
function profileOf(row: Row, values: Row): Row {
  const profile = Object.fromEntries(
    PROFILE_NAMES.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  return row['profile'] === undefined && Object.keys(profile).length === 0 ? {} : { profile };
}

export function toPerson(row: Row, values: Row, today: LocalDate): Row {
  const past = ((row['absent'] ?? []) as { to?: LocalDate }[]).filter(
    ({ to }) => to !== undefined && to < today,
  );
  const { awayFrom: from, awayTo: to } = values;
  const away = from === undefined ? [] : [{ from, ...(to !== undefined && { to }) }];
  return {
    name: values['name'],
    strokes: values['strokes'],
    absent: [...past, ...away],
    memberships: toMemberships(row, values, today),
    ...profileOf(row, values),
  };
}
