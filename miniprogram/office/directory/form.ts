/** Between a row of the directory and the fields in which it is typed. */
import type { FormChoice, FormField } from '../../view/form-field';
import type { DirectoryKind, DirectoryRow, SettingLine } from '../../contract/registry-office';
import type { LocalDate } from '../../contract/wire';
import { FIELDS } from './fields';
import { flattenPerson, toPerson } from './person';
import type { Row } from './person';
import type { FieldSpec } from './field-spec';

export type Values = Readonly<Record<string, string>>;
type Named = readonly { id: string; name: string }[];

/** Names of what rows point to. */
export type Names = Readonly<Record<NonNullable<FieldSpec['of']>, Named>>;

const DATE = /^20\d\d-\d\d-\d\d$/;

function toText(value: unknown, kind: FieldSpec['kind']): string {
  if (Array.isArray(value)) {
    const words = (value as (string | { name: string })[]).map((each) =>
      typeof each === 'string' ? each : each.name,
    );
    return words.join(kind === 'many' ? ',' : '、');
  }
  if (value === true) return 'yes';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function toValues(kind: DirectoryKind, row: Row | undefined, today: LocalDate): Values {
  const flat = row
    ? kind === 'person'
      ? flattenPerson(row, today)
      : row
    : { from: today, village: '*', category: '*' };
  return Object.fromEntries(
    FIELDS[kind].map(({ name, kind: type }) => [name, toText(flat[name as never], type)]),
  );
}

function choicesOf(spec: FieldSpec, names: Names, values: Values): FormChoice[] {
  const village = values['village'] ?? '';
  const rows = spec.of === 'part' ? names.part.filter(({ id }) => id.startsWith(`${village}s`)) : undefined;
  const found = (rows ?? (spec.of ? names[spec.of] : [])).map(({ id, name }) => ({ id, text: name }));
  const chosen = new Set((values[spec.name] ?? '').split(','));
  const marked = spec.kind === 'many' ? found.map((each) => ({ ...each, on: chosen.has(each.id) })) : found;
  return [
    ...(spec.any ? [{ id: '*', text: spec.any }] : []),
    ...(spec.kind === 'yes'
      ? [
          { id: 'yes', text: '是' },
          { id: '', text: '不是' },
        ]
      : []),
    ...(spec.choices ?? []),
    ...(spec.of && spec.free ? [{ id: '', text: '不写' }] : []),
    ...marked,
  ];
}

export function toForm(kind: DirectoryKind, values: Values, names: Names): FormField[] {
  return FIELDS[kind]
    .map((spec): FormField => {
      const typed = spec.kind === 'choice' || spec.kind === 'yes' ? 'choice' : spec.kind;
      return {
        name: spec.name,
        label: spec.label,
        value: values[spec.name] ?? '',
        hint: spec.hint ?? '',
        kind: typed === 'date' || typed === 'list' ? 'text' : typed,
        choices: choicesOf(spec, names, values),
        maxlength: spec.maxlength ?? 40,
        placeholder: spec.free ? '可以不写' : '',
      };
    })
    .filter(({ name, choices }) => name !== 'villagerGroup' || choices.length > 1);
}

/** One field that says what it changes and within what bounds; what is chosen is chosen in words. */
export function toSettingForm(
  { label, unit, reason, least, most, usual, choices = [] }: SettingLine,
  values: Values,
): FormField[] {
  const bounds =
    least === undefined || most === undefined ? '' : `，${String(least)} 到 ${String(most)} 之间`;
  const usually = choices.find(({ id }) => id === usual)?.text ?? `${String(usual)}${bounds && ` ${unit}`}`;
  const said = choices.length > 0 ? '' : `单位：${unit}${bounds}。`;
  return [
    {
      name: 'value',
      label,
      value: values['value'] ?? '',
      hint: `${said}${reason}。通常是${usually || '不写'}。`,
      kind: choices.length > 0 ? 'choice' : 'text',
      choices: [...choices],
      maxlength: 20,
      placeholder: '',
    },
  ];
}

/** A name that is known keeps its id; where as many are left on both sides they were renamed. */
function toParts(words: readonly string[], before: Named): { id: string; name: string }[] {
  const left = before.filter(({ name }) => !words.includes(name));
  const fresh = words.filter((word) => !before.some(({ name }) => name === word));
  const renamed = left.length === fresh.length;
  return words.map((name) => {
    const id = before.find((each) => each.name === name)?.id;
    return { id: id ?? (renamed ? (left[fresh.indexOf(name)]?.id ?? '') : ''), name };
  });
}

function fromText(spec: FieldSpec, text: string): unknown {
  if (spec.kind === 'list') return text.split(/[、,，\s]+/).filter(Boolean);
  if (spec.kind === 'many') return text.split(',').filter(Boolean);
  if (spec.kind === 'number') return Number(text);
  return spec.kind === 'yes' ? true : text;
}

function isNumber(text: string, digits = 5): boolean {
  return /^\d+$/.test(text) && text.length <= digits;
}

/** What is missing or cannot be, in words; '' when nothing is. */
export function sayMissing(kind: DirectoryKind, values: Values): string {
  for (const { name, label, kind: type, free, maxlength } of FIELDS[kind]) {
    const text = (values[name] ?? '').trim();
    if (text === '' && !free && type !== 'many') return `还没有写「${label}」`;
    if (text !== '' && type === 'date' && !DATE.test(text)) return `「${label}」要写成 2026-12-01 这样`;
    if (text !== '' && type === 'number' && !isNumber(text, maxlength)) return `「${label}」要写数字`;
  }
  return '';
}

/** The row as it is sent. A setting keeps the type that it had. */
export function fromValues(
  kind: DirectoryKind,
  values: Values,
  before: Row | undefined,
  today: LocalDate,
): Row {
  const entries = FIELDS[kind].flatMap((spec): [string, unknown][] => {
    const text = (values[spec.name] ?? '').trim();
    const empty = text === '' && spec.kind !== 'list' && spec.kind !== 'many';
    return empty ? [] : [[spec.name, fromText(spec, text)]];
  });
  const row: Row = Object.fromEntries(entries);
  if (kind === 'person') return toPerson(before ?? {}, row, today);
  if (kind === 'year') return { entered: true };
  if (kind === 'calendar') return { ...row, workday: row['workday'] === 'yes' };
  if (kind !== 'village') return row;
  const parts = (before?.['villagerGroups'] ?? []) as Named;
  return { ...row, villagerGroups: toParts(row['villagerGroups'] as string[], parts) };
}

export function rowOf(found: DirectoryRow | undefined): Row | undefined {
  return found?.row as Row | undefined;
}
