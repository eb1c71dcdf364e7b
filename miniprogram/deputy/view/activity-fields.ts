/** The fields of one kind of activity, and what of them goes over the wire. */
import {
  HELPED,
  isOwnKind,
  kindRow,
  OWN_FIELDS,
  KINDS,
  TOPIC_FROM,
  type ActivityField,
  type ActivityKind,
} from '../../contract/activity-kinds';
import { DUTY_LIMITS, type ActivityInput } from '../../contract/duty';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { sayFullDate } from '../../view/dates';

const OWN_NEEDS: readonly ActivityField[] = ['title'];
/** What a kind of the township's own may ask. */
const OWN_MAY: readonly ActivityField[] = [...OWN_NEEDS, ...OWN_FIELDS];

export type Values = Readonly<Record<string, string>>;

interface Choice {
  id: string;
  text: string;
  /** One of several that are chosen. */
  on?: boolean;
}

export interface FormField {
  name: string;
  label: string;
  kind: 'line' | 'words' | 'number' | 'choice' | 'many' | 'date';
  value: string;
  /** date: the chosen day in words. */
  day: string;
  limit: number;
  choices: readonly Choice[];
}

/** What was changed; `typed`: a letter of many, the page need not draw the form anew. */
export type FieldChanged = WechatMiniprogram.CustomEvent<{
  name: string;
  value: string;
  at: number;
  typed: boolean;
}>;

interface Source {
  places: Places | undefined;
  /** Own group of a leader: whom to ask. */
  group: string;
  /** May record nobody but the own person. */
  alone?: boolean;
}

function field(name: string, label: string, kind: FormField['kind'], values: Values, limit = 40): FormField {
  const value = values[name] ?? '';
  return { name, label, kind, value, day: kind === 'date' ? sayFullDate(value) : '', limit, choices: [] };
}

function choose(name: string, label: string, values: Values, choices: readonly Choice[]): FormField {
  return { ...field(name, label, 'choice', values), choices };
}

export function personsField(values: Values, { places, group }: Source): FormField {
  const chosen = (values['persons'] ?? '').split(',');
  const members = (places?.deputies ?? []).filter((deputy) => group === '' || deputy.group === group);
  const choices = members.map(({ person, name }) => ({
    id: person,
    text: name,
    on: chosen.includes(person),
  }));
  return { ...field('persons', '哪些代表', 'many', values), choices };
}

function fieldsOf(name: ActivityField, values: Values, source: Source): FormField[] {
  const { places } = source;
  const named = (rows: readonly { id: string; name: string }[] | undefined) =>
    (rows ?? []).map(({ id, name: text }) => ({ id, text }));
  switch (name) {
    case 'village':
      return [choose('village', '哪个村', values, named(places?.villages))];
    case 'category':
      return [choose('category', '哪一类', values, named(places?.categories))];
    case 'household':
      return [field('household', '哪一户（户主称呼，可以不写）', 'line', values, 20)];
    case 'people':
      return [field('people', '见到几个人（可以不写）', 'number', values, 4)];
    case 'title':
      return [field('title', '是什么（一句话）', 'line', values, DUTY_LIMITS.title)];
    case 'words':
      return [field('words', '说说情况（可以不写）', 'words', values, DUTY_LIMITS.words)];
    case 'result':
      return [field('result', '结果怎样（可以不写）', 'words', values, DUTY_LIMITS.result)];
    case 'promised':
      return [field('promised', '约好哪天再去（可以不选）', 'date', values)];
    case 'place':
      return [field('place', '在哪里（可以不写）', 'line', values, DUTY_LIMITS.place)];
    case 'tag':
      return [field('tag', '属于哪项活动（可以不写）', 'line', values, DUTY_LIMITS.tag)];
    case 'topicFrom':
      return [
        choose(
          'topicFrom',
          '议题从哪里来（可以不选）',
          values,
          Object.entries(TOPIC_FROM).map(([id, text]) => ({ id, text })),
        ),
      ];
    case 'helped':
      return Object.entries(HELPED).map(([who, label]) =>
        field(`helped.${who}`, `${label}几人（没有就不写）`, 'number', values, 4),
      );
    case 'persons': {
      const who = personsField(values, source);
      // A question without anybody to choose from is none.
      return source.alone || who.choices.length === 0 ? [] : [who];
    }
    case 'mandate':
      return [field('mandate', '受谁委托（只有区代表要写）', 'line', values, DUTY_LIMITS.mandate)];
    case 'sites':
      return [field('sites', '看了哪些点（一行一个）', 'words', values, DUTY_LIMITS.words)];
  }
}

export function toFields(kind: ActivityKind, values: Values, source: Source): FormField[] {
  const row = kindRow(kind, source.places?.ownKinds);
  return (row?.fields ?? []).flatMap((name) => fieldsOf(name, values, source));
}

/** Why it cannot be sent yet; '' when it can. */
export function sayMissing(kind: ActivityKind, values: Values): string {
  const needs = isOwnKind(kind) ? OWN_NEEDS : KINDS[kind].needs;
  const missing = needs.find((name) => !(values[name] ?? '').trim());
  if (missing === 'village') return '请选哪个村';
  if (missing === 'title') return '请写一句是什么';
  if (missing === 'words') return '请写几句情况';
  return '';
}

function numberOf(text: string | undefined): number | undefined {
  const n = Number(text);
  return text && Number.isInteger(n) && n >= 0 ? Math.min(n, DUTY_LIMITS.people) : undefined;
}

function linesOf(text: string): { name: string }[] {
  const names = text.split('\n').map((line) => line.trim().slice(0, DUTY_LIMITS.title));
  return names
    .filter(Boolean)
    .slice(0, DUTY_LIMITS.sites)
    .map((name) => ({ name }));
}

function helpedOf(values: Values): ActivityInput['helped'] {
  const numbers = Object.keys(HELPED).flatMap((who) => {
    const n = numberOf(values[`helped.${who}`]);
    return n === undefined ? [] : [[who, n] as const];
  });
  return numbers.length === 0 ? undefined : Object.fromEntries(numbers);
}

/** Only what the kind asks and somebody filled in. Of a kind of the township's own the form shows nothing else. */
export function toInput(
  kind: ActivityKind,
  date: LocalDate,
  values: Values,
  more: { group: string; planned: boolean; keeps?: string; tie?: string },
): ActivityInput {
  const asked = new Set<string>(isOwnKind(kind) ? OWN_MAY : KINDS[kind].fields);
  const typed = (name: string) => (asked.has(name) ? (values[name] ?? '').trim() : '');
  const texts = [
    'village',
    'category',
    'title',
    'words',
    'result',
    'promised',
    'place',
    'mandate',
    'topicFrom',
    'tag',
  ];
  const simple = texts.flatMap((name) => (typed(name) ? [[name, typed(name)] as const] : []));
  const people = asked.has('people') ? numberOf(values['people']) : undefined;
  const helped = asked.has('helped') ? helpedOf(values) : undefined;
  const sites = linesOf(typed('sites'));
  const persons = typed('persons').split(',').filter(Boolean);
  return {
    kind,
    date,
    ...(Object.fromEntries(simple) as Partial<ActivityInput>),
    ...(typed('household') && { household: { name: typed('household') } }),
    ...(people !== undefined && { people }),
    ...(helped && { helped }),
    ...(sites.length > 0 && { sites }),
    ...(persons.length > 0 && { persons }),
    ...(persons.length > 0 && more.group && { group: more.group }),
    ...(more.planned && { planned: true }),
    ...(more.tie && kind === 'tied-help' && { tie: more.tie }),
    ...(more.keeps && kind === 'household-visit' && { keeps: more.keeps }),
  };
}

/** A matter names its village; the form needs the village's id. */
export function withVillageId(values: Values, villages: readonly { id: string; name: string }[]): Values {
  const named = villages.find(({ name }) => name === values['village']);
  return named ? { ...values, village: named.id } : values;
}
