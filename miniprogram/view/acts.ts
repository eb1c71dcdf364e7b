/** The legal next acts of a request as buttons with what each needs; the shapes are those of act-panel. */
import { LEVEL_LABELS } from '../contract/labels';
import type { DeputyCard, Places } from '../contract/registry';
import { ACTS } from '../contract/request-acts';
import { headingOf } from '../contract/request-main-act';
import type { ActField } from '../contract/request-acts';
import type { RequestAct, StepInput } from '../contract/request-life';
import type { PanelChoice, PanelAct, PanelField, Values } from '../contract/shapes';
import type { LocalDate } from '../contract/wire';
import { QUICK } from './quick-words';

/** What a field may choose from. */
export interface ActSource {
  places?: Pick<Places, 'groups' | 'deputies' | 'units'> | undefined;
  /** Id of the request's category and group, as far as known: what belongs to them stands first. */
  category?: string | undefined;
  group?: string | undefined;
  /** The unit that has it: another is chosen in its place. */
  lead?: string | undefined;
  /** Older ones it may be merged into. */
  similar?: readonly { request: string; number: string; title: string }[];
  today: LocalDate;
  /** Whose form is open first; `null`: none of them is the main one. Absent: the first that is not quiet. */
  main?: RequestAct | null;
  /** What stands in the fields at first, by act. */
  values?: Partial<Readonly<Record<RequestAct, Values>>>;
}

/** Acts that end or take back something: never the main button. */
const QUIET: ReadonlySet<RequestAct> = new Set([
  'withdraw',
  'recuse',
  'offer',
  'unpublish',
  'unmerge',
  'keep',
  'outOfScope',
  'dispatch',
  'note',
  'proposeKey',
  'declineKey',
  'supervise',
  'endSupervise',
  'pause',
  'setTitle',
  'urge',
  'reassign',
  'return',
]);
/** Nothing is promised or planned for later than so many days from now. */
const FARTHEST_DAYS = 730;
const DAY_MS = 86_400_000;
const YES_NO: readonly PanelChoice[] = [
  { id: 'yes', text: '是' },
  { id: 'no', text: '没有' },
];
/** Answered with a date by which it is done. */
const PROMISED = ['B', 'C'];

function dayAfter(today: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What belongs to the request first; the order is kept otherwise. */
function firstly<T>(all: readonly T[], belongs: (one: T) => boolean): T[] {
  return [...all.filter(belongs), ...all.filter((one) => !belongs(one))];
}

function listUnits({ places, category }: ActSource): PanelChoice[] {
  const handles = ({ categories }: { categories: readonly string[] }): boolean =>
    category !== undefined && categories.includes(category);
  return firstly(places?.units ?? [], handles).map((unit) => ({
    id: unit.id,
    text: unit.name,
    ...(handles(unit) && { hint: '管这一类' }),
  }));
}

function listDeputies({ places, group }: ActSource, ownGroup: boolean): PanelChoice[] {
  const ours = (deputy: DeputyCard): boolean => deputy.group === group;
  const all = places?.deputies ?? [];
  const names = new Map(places?.groups.map(({ id, name }) => [id, name]));
  return (ownGroup && group !== undefined ? all.filter(ours) : firstly(all, ours)).map((deputy) => ({
    id: deputy.person,
    text: deputy.name,
    hint: ownGroup ? LEVEL_LABELS[deputy.level] : (names.get(deputy.group) ?? ''),
  }));
}

function choicesOf(act: RequestAct, field: ActField, source: ActSource): PanelChoice[] | undefined {
  switch (field.kind) {
    case 'unit':
    case 'units':
      return listUnits(source).filter(
        ({ id }) => act !== 'changeUnit' || field.kind === 'units' || id !== source.lead,
      );
    case 'deputy':
      return listDeputies(source, act === 'handOver');
    case 'group':
      return (source.places?.groups ?? []).map(({ id, name }) => ({ id, text: name }));
    case 'request':
      return (source.similar ?? []).map(({ request, number, title }) => ({
        id: request,
        text: title,
        hint: number,
      }));
    case 'yes-no':
      return [...YES_NO];
    case 'choice':
      return Object.entries(field.options ?? {}).map(([id, text]) => ({ id, text }));
    default:
      return undefined;
  }
}

function kindOf({ kind }: ActField): PanelField['kind'] {
  if (kind === 'words' || kind === 'line' || kind === 'date') return kind;
  return kind === 'units' ? 'choices' : 'choice';
}

/** One may go there or bring it today; what is promised or put off is later than today. */
function firstDay(name: string, today: LocalDate): LocalDate {
  return name === 'date' ? today : dayAfter(today, 1);
}

function toField(act: RequestAct, field: ActField, source: ActSource): PanelField {
  const { name, label, max } = field;
  const choices = choicesOf(act, field, source);
  const promised = (act === 'reply' || act === 'draftReply') && name === 'doneBy';
  return {
    name,
    label: promised ? '哪天前办好' : label,
    kind: kindOf(field),
    optional: !field.required && !promised,
    ...(max !== undefined && { limit: max }),
    ...(choices && { choices }),
    ...(field.kind === 'request' && choices?.length === 0 && { hint: '没有找到更早的、相近的。' }),
    ...(field.kind === 'words' && { quick: QUICK[act] ?? [] }),
    ...(field.kind === 'date' && {
      from: firstDay(name, source.today),
      to: dayAfter(source.today, FARTHEST_DAYS),
    }),
    ...(promised && { when: { field: 'class', is: PROMISED } }),
  };
}

function isQuiet(act: RequestAct, { main }: ActSource): boolean {
  return main === undefined ? QUIET.has(act) : act !== main;
}

/** What was said stands there; of the units the one that handles the category is chosen already. */
function valuesOf(act: RequestAct, source: ActSource): Values | undefined {
  const said = source.values?.[act];
  const { places, category } = source;
  const unit = places?.units.find(
    ({ id, categories }) =>
      category !== undefined && categories.includes(category) && (act !== 'changeUnit' || id !== source.lead),
  );
  if (unit === undefined || !ACTS[act].fields.some(({ name }) => name === 'lead')) return said;
  return { lead: unit.id, ...said };
}

export function toPanelActs(acts: readonly RequestAct[], source: ActSource): PanelAct[] {
  return acts.map((act) => {
    const { label, hint, danger, fields } = ACTS[act];
    const values = valuesOf(act, source);
    return {
      id: act,
      label,
      yes: label,
      words: danger ?? (fields.length > 0 ? hint : ''),
      fields: fields.map((field) => toField(act, field, source)),
      ...(values && { values }),
      ...(isQuiet(act, source) && { quiet: true }),
      ...(source.main !== undefined && act !== source.main && { under: headingOf(act) }),
    };
  });
}

/** From what was filled in to the step; `paper`: the office enters a reply that came on paper. */
export function toStep(id: string, values: Values, paper: boolean): StepInput {
  const act = id as RequestAct;
  const needed = ACTS[act].fields;
  const entries = needed.flatMap(({ name, kind }): [string, unknown][] => {
    const value = values[name];
    if (kind === 'units') return [[name, value ?? []]];
    if (value === undefined) return [];
    return [[name, kind === 'yes-no' ? value === 'yes' : value]];
  });
  return {
    act,
    ...Object.fromEntries(entries),
    ...(act === 'reply' && paper && { paper: true }),
  } as unknown as StepInput;
}
