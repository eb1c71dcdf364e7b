/** From invitations to the words of 身份核验, and from its form to an invitation. */
import { readTail } from '../../contract/text';
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { FormField } from '../../view/form-field';
import { holdsAny, INVITERS, ROLE_IDS, ROLE_LABELS, roleNames, type Role } from '../../contract/roles';
import type { Grant, Places } from '../../contract/registry';
import type {
  DirectoryView,
  InvitationRow,
  InvitationState,
  Invited,
  Issued,
} from '../../contract/registry-office';
import { toLocalDate } from '../../contract/time';
import { sayDate, sayMoment } from '../../view/dates';
import type { Instant } from '../../contract/wire';

export const STATE_IDS: readonly InvitationState[] = ['claimed', 'issued', 'confirmed', 'revoked'];

export const STATES: readonly Choice[] = [
  { id: 'claimed', text: '等确认' },
  { id: 'issued', text: '没认领' },
  { id: 'confirmed', text: '已确认' },
  { id: 'revoked', text: '已撤销' },
];
/** Whom nobody invited, for whoever may invite them. */
export const NONE: Choice = { id: 'none', text: '没有邀请' };

export interface InvitationLine {
  id: string;
  title: string;
  words: string;
  confirm: boolean;
  reissue: boolean;
  /** A slip can be printed of it. */
  waits: boolean;
  revoke: boolean;
}

const SINCE: Readonly<Record<InvitationState, string>> = {
  issued: '发出',
  claimed: '认领',
  confirmed: '确认',
  revoked: '撤销',
};

function sayIssued({ tries, expiresAt }: InvitationRow, now: Instant): string {
  if (tries >= 5) return '，填错五次，已锁住';
  return expiresAt <= now ? '，已过期' : `，${sayMoment(expiresAt)}前有效`;
}

function toLine(row: InvitationRow, places: Places, now: Instant): InvitationLine {
  const { invitation, role, name, state, since } = row;
  const nameIn = (rows: readonly { id: string; name: string }[], id: string | undefined) =>
    rows.find((each) => each.id === id)?.name;
  const scope = nameIn(places.villages, row.village) ?? nameIn(places.groups, row.group) ?? '';
  const own = row.own && state === 'claimed' ? '，是您自己，请另一位确认' : '';
  return {
    id: invitation,
    title: `${name} · ${ROLE_LABELS[role]}${scope && ` · ${scope}`}`,
    words: `${sayMoment(since)}${SINCE[state]}${state === 'issued' ? sayIssued(row, now) : own}`,
    confirm: state === 'claimed' && !row.own,
    waits: state === 'issued' && row.expiresAt > now,
    reissue: state === 'issued' || state === 'revoked',
    revoke: state !== 'revoked',
  };
}

export function toLines(rows: readonly InvitationRow[], places: Places, now: Instant): InvitationLine[] {
  return rows.map((row) => toLine(row, places, now));
}

/** The roles that somebody of these grants may invite for. */
export function listRoles(grants: readonly Grant[]): Role[] {
  return ROLE_IDS.filter((role) => holdsAny(grants, INVITERS[role]));
}

export type Values = Readonly<
  Partial<Record<'role' | 'person' | 'name' | 'unit' | 'village' | 'phoneLast4', string>>
>;

export const NOTHING: Values = {};

/** People whose name holds what is looked for; so many as fit a screen. */
function peopleChoices(directory: DirectoryView, search: string): { id: string; text: string }[] {
  const people = directory.rows.flatMap((row) =>
    row.kind === 'person' ? [{ id: row.id, text: row.row.name }] : [],
  );
  return people.filter(({ text }) => text.includes(search)).slice(0, 12);
}

interface Known {
  roles: readonly Role[];
  people: DirectoryView | null;
  names: DirectoryView | null;
  places: Places;
}

export function toForm(values: Values, search: string, { roles, people, names, places }: Known): FormField[] {
  const field = (name: string, label: string, more: Partial<FormField>): FormField => ({
    name,
    label,
    kind: 'text',
    value: values[name as keyof Values] ?? '',
    choices: [],
    hint: '',
    placeholder: '',
    maxlength: 20,
    ...more,
  });
  const role = values.role as Role | undefined;
  const units = names?.rows.flatMap((row) =>
    row.kind === 'unit' ? [{ id: row.id, text: row.row.name }] : [],
  );
  const choices = roles.map((id) => ({ id, text: ROLE_LABELS[id] }));
  const fields = [field('role', '什么身份', { kind: 'choice', choices })];
  if (role === undefined) return fields;
  if (roleNames(role, 'person')) {
    const found = people ? peopleChoices(people, search) : [];
    fields.push(
      field('search', '找名字', { value: search }),
      field('person', '请谁', { kind: 'choice', choices: found }),
    );
  } else fields.push(field('name', '姓名', {}));
  if (roleNames(role, 'unit'))
    fields.push(field('unit', '哪个单位', { kind: 'choice', choices: units ?? [] }));
  if (roleNames(role, 'village')) {
    const villages = places.villages.map(({ id, name }) => ({ id, text: name }));
    fields.push(field('village', '哪个村', { kind: 'choice', choices: villages }));
  }
  const hint = '认领时要对上；只存一个对不回去的码';
  return [...fields, field('phoneLast4', '手机号后四位', { kind: 'number', hint })];
}

/** Why it cannot be sent yet; '' when it can. */
export function sayMissing(values: Values): string {
  const role = values.role as Role | undefined;
  if (role === undefined) return '请先选什么身份';
  if (roleNames(role, 'person') ? !values.person : !values.name?.trim()) return '还没有选人';
  if (roleNames(role, 'unit') && !values.unit) return '还没有选单位';
  if (roleNames(role, 'village') && !values.village) return '还没有选村';
  return readTail(values.phoneLast4 ?? '') !== undefined ? '' : '还没有写手机号后四位';
}

export function toInvited(values: Values): Invited {
  const { role, person, name, unit, village, phoneLast4 = '' } = values;
  return {
    role: role as Role,
    phoneLast4,
    ...(person && roleNames(role as Role, 'person') && { person }),
    ...(name?.trim() && !roleNames(role as Role, 'person') && { name: name.trim() }),
    ...(unit && roleNames(role as Role, 'unit') && { unit }),
    ...(village && roleNames(role as Role, 'village') && { village }),
  };
}

/** K7Q2-M3XD: in capitals and halves, as it is read aloud. */
function sayCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase();
}

/** The code as it is read out, and the last day on which it can be claimed. */
export function sayShown({ code, expiresAt }: Issued): { code: string; until: string } {
  return { code: sayCode(code), until: sayDate(toLocalDate(expiresAt)) };
}
