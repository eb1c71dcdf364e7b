/** What the doors of the office's actions on the directory accept. */
import * as v from 'valibot';
import { OWN_FIELDS, type OwnKind } from '../../../miniprogram/contract/activity-kinds';
import { HEADINGS, type Heading } from '../../../miniprogram/contract/facts';
import { PROFILE_FIELDS, type DeputyProfile } from '../../../miniprogram/contract/deputy-profile';
import type {
  DirectoryKind,
  DirectoryRows,
  EditDirectoryInput,
} from '../../../miniprogram/contract/registry-office';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input } from '../../../miniprogram/contract/wire';
import { plain } from '../../../miniprogram/contract/text';
import { readTelephone, TELEPHONE } from '../../shared/read-numbers';
import { id, inParts, line, localDate, name, township } from '../../shared/schemas';

const NAME = 30;
const HINT = 60;
/** Signs of an own kind's name. */
const OWN_NAME = 12;
const LIST = 200;
/** Memberships and absences of one person, villager groups of one village, phone days of one home. */
const ROWS = 60;

const some = <T extends v.GenericSchema>(of: T, most: number) => v.pipe(v.array(of), v.maxLength(most));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
/** Of a township: a figure below is said as «0万». */
const people = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(9_999_999));
const title = line(NAME);
const either = v.union([id, v.literal('*')]);
/** A number that is printed for everybody. */
export const telephone = v.pipe(
  v.string(),
  v.maxLength(LIMITS.phoneTyped),
  v.transform(readTelephone),
  v.check((text) => TELEPHONE.test(text), 'phone'),
);
const span = { from: localDate, to: v.exactOptional(localDate) };
const reason = line(LIMITS.reason);
/** A row's own id: plain, a routing row's (`v1.v1s2.road.2026-01-01`), a day, a year, a setting's. */
const rowId = v.union([v.literal(''), v.pipe(v.string(), v.regex(/^[A-Za-z0-9*][A-Za-z0-9.*-]{0,59}$/))]);
const year = v.pipe(v.string(), v.regex(/^20\d\d$/));
const settingId = v.pipe(v.string(), v.regex(/^([a-z][a-z0-9]{0,7}\.)?[a-z][A-Za-z]{0,30}$/));
/** A time, a form of address, grades: width and blanks make no other. */
const settingWords = v.pipe(v.string(), v.maxLength(LIMITS.codeTyped), v.transform(plain), v.maxLength(20));
const tag = v.pipe(v.string(), v.regex(/^[0-9a-z]{0,12}$/));

const membership = v.strictObject({
  ...span,
  term: id,
  level: v.exactOptional(v.picklist(['town', 'district'])),
  constituency: v.exactOptional(id),
  group: v.exactOptional(id),
  home: v.exactOptional(id),
  leader: v.exactOptional(v.boolean()),
  presidium: v.exactOptional(v.boolean()),
  credentials: v.exactOptional(v.boolean()),
  receiver: v.exactOptional(v.boolean()),
  title: v.exactOptional(title),
});

const route = v.strictObject({
  village: either,
  villagerGroup: v.exactOptional(id),
  category: either,
  group: id,
  home: v.exactOptional(id),
  ...span,
  reason: v.exactOptional(reason),
});

const part = v.strictObject({ id: v.union([v.literal(''), id]), name: title });

const birthYear = v.pipe(v.string(), v.regex(/^(19|20)\d\d$/));
const typed = line(HINT);
const oneOf = (choices: readonly string[]) => v.exactOptional(v.picklist(choices));
const profile: v.GenericSchema<unknown, DeputyProfile> = v.strictObject({
  sex: oneOf(PROFILE_FIELDS.sex.choices),
  birthYear: v.exactOptional(birthYear),
  nation: v.exactOptional(typed),
  party: oneOf(PROFILE_FIELDS.party.choices),
  education: oneOf(PROFILE_FIELDS.education.choices),
  calling: oneOf(PROFILE_FIELDS.calling.choices),
  card: v.exactOptional(typed),
});

const ownKind: v.GenericSchema<unknown, OwnKind> = v.strictObject({
  heading: v.exactOptional(v.picklist(Object.keys(HEADINGS) as Heading[])),
  unit: v.picklist(['sessions', 'matters', 'visits', 'households']),
  fields: v.pipe(
    some(v.picklist(OWN_FIELDS), OWN_FIELDS.length),
    v.check((all) => new Set(all).size === all.length),
  ),
  by: v.picklist(['office', 'leaders', 'deputies', 'receivers']),
  pictures: v.exactOptional(v.picklist(['all', 'recorder'])),
  fades: v.exactOptional(v.boolean()),
  paused: v.exactOptional(v.boolean()),
});

const rows = {
  card: v.strictObject({
    name: title,
    host: line(HINT),
    filingNumber: line(HINT),
    complaints: telephone,
    population: v.exactOptional(people),
    voters: v.exactOptional(people),
    countedOn: v.exactOptional(localDate),
  }),
  home: v.strictObject({
    name: title,
    address: line(HINT),
    landline: telephone,
    hours: v.exactOptional(line(HINT)),
    equipment: v.exactOptional(some(title, ROWS)),
    marketDays: some(localDate, LIST),
    phoneDays: v.exactOptional(some(localDate, ROWS)),
  }),
  village: v.strictObject({
    name: title,
    formerNames: some(title, ROWS),
    villagerGroups: some(part, ROWS),
    home: id,
  }),
  constituency: v.strictObject({
    name: title,
    level: v.picklist(['town', 'district']),
    villages: some(id, LIST),
  }),
  group: v.strictObject({ name: title, home: id }),
  term: v.strictObject({ name: title, ...span }),
  person: v.strictObject({
    name,
    strokes: count(10_000),
    absent: some(v.strictObject(span), ROWS),
    memberships: some(membership, ROWS),
    profile: v.exactOptional(profile),
  }),
  category: v.strictObject({ name: title, hint: line(HINT) }),
  unit: v.strictObject({
    name: title,
    categories: some(id, LIST),
    county: v.exactOptional(v.boolean()),
  }),
  route,
  fallback: v.strictObject({ group: id }),
  calendar: v.strictObject({ workday: v.boolean(), name: title }),
  year: v.strictObject({ entered: v.literal(true) }),
  ownKind,
  setting: v.strictObject({ value: v.union([v.number(), settingWords]) }),
} satisfies { [K in DirectoryKind]: v.GenericSchema<unknown, DirectoryRows[K]> };

/** The name of an own kind is a part of ids: quotation marks and what else stands between its letters make no other. */
function lettersOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '');
}

const IDS: Readonly<Partial<Record<DirectoryKind, v.GenericSchema<unknown, string>>>> = {
  card: id,
  fallback: id,
  calendar: localDate,
  year,
  ownKind: v.pipe(line(OWN_NAME), v.transform(lettersOf), v.minLength(1)),
  setting: settingId,
};

function editsOf(kind: DirectoryKind) {
  const edit = v.strictObject({ id: IDS[kind] ?? rowId, seen: tag, row: v.nullable(rows[kind]) });
  return v.strictObject({
    township,
    kind: v.literal(kind),
    reason,
    edits: v.pipe(v.array(edit), v.minLength(1), v.maxLength(LIMITS.bookEdits)),
    reroute: v.exactOptional(v.literal(true)),
  });
}

const kinds = Object.keys(rows) as DirectoryKind[];
/** Each kind with its own rows: what `rows` satisfies, the list of all kinds cannot say of each. */
const editBook = v.variant('kind', kinds.map(editsOf)) as unknown as v.GenericSchema<
  unknown,
  EditDirectoryInput
>;

type Of<A extends keyof typeof named> = v.GenericSchema<unknown, Input<'registry', A>>;

const named = {
  book: v.strictObject({
    township,
    part: v.picklist(['names', 'people', 'routing', 'settings']),
    kind: v.exactOptional(v.picklist(Object.keys(rows) as DirectoryKind[])),
    ...inParts,
  }),
  editBook,
  mergeVillages: v.strictObject({ township, from: id, into: id, reason }),
  tryRoute: v.strictObject({
    township,
    village: id,
    villagerGroup: v.exactOptional(id),
    category: id,
    date: localDate,
    edits: v.pipe(
      v.array(v.strictObject({ id: rowId, seen: tag, row: v.nullable(route) })),
      v.maxLength(LIMITS.bookEdits),
    ),
  }),
};

export const bookInputs: { readonly [A in keyof typeof named]: Of<A> } = named;
