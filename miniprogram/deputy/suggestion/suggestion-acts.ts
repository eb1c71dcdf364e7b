/** The legal next acts of a deputies' suggestion as buttons with what each needs; the shapes are those of act-panel. */
import { SUGGESTION_ACTS } from '../view/suggestion-acts';
import type { SuggestionAct, SuggestionStep, SuggestionView } from '../../contract/congress/suggestion';
import type { Places } from '../../contract/registry';
import type { ActField } from '../../contract/request-acts';
import type { PanelAct, PanelChoice, PanelField, Values } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';

type Source = Pick<Places, 'deputies' | 'units'>;

/** Acts beside the way: never the main button. */
const QUIET: ReadonlySet<SuggestionAct> = new Set([
  'withdraw',
  'decline',
  'toLetter',
  'passUp',
  'sendBack',
  'edit',
  'ask',
  'return',
  'urge',
  'dispatch',
  'includeInPlan',
  'proposeKey',
  'endKey',
  'opineOnPaper',
  'unpublish',
]);
/** Nothing is promised for later than so many days from now. */
const FARTHEST_DAYS = 1_095;
const DAY_MS = 86_400_000;
const YES_NO: readonly PanelChoice[] = [
  { id: 'yes', text: '是' },
  { id: 'no', text: '否' },
];

function dayAfter(today: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function choicesOf(field: ActField, view: SuggestionView, places: Source | null): PanelChoice[] | undefined {
  switch (field.kind) {
    case 'unit':
    case 'units': {
      const handles = ({ categories }: { categories: readonly string[] }): boolean =>
        categories.includes(view.category);
      const all = places?.units ?? [];
      return [...all.filter(handles), ...all.filter((unit) => !handles(unit))].map((unit) => ({
        id: unit.id,
        text: unit.name,
        ...(handles(unit) && { hint: '管这一类' }),
      }));
    }
    case 'deputies': {
      const known = new Set(view.asked.map(({ person }) => person));
      return (places?.deputies ?? [])
        .filter(({ person, level, name }) => level === 'town' && !known.has(person) && name !== view.leadName)
        .map(({ person, name }) => ({ id: person, text: name }));
    }
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
  return kind === 'units' || kind === 'deputies' ? 'choices' : 'choice';
}

/** What happened lies behind, what is promised before us. */
function daysOf(field: ActField, view: SuggestionView, today: LocalDate): Pick<PanelField, 'from' | 'to'> {
  if (field.kind !== 'date') return {};
  if (field.name === 'doneBy') return { from: dayAfter(today, 1), to: dayAfter(today, FARTHEST_DAYS) };
  return { from: view.assigned?.on ?? dayAfter(today, -60), to: today };
}

function toField(field: ActField, view: SuggestionView, places: Source | null, today: LocalDate): PanelField {
  const promised = field.name === 'doneBy';
  const choices = choicesOf(field, view, places);
  return {
    name: field.name,
    label: field.label,
    kind: kindOf(field),
    optional: !field.required && !promised,
    ...(field.max !== undefined && { limit: field.max }),
    ...(choices && { choices }),
    ...daysOf(field, view, today),
    ...(promised && { when: { field: 'class', is: ['B', 'C'] } }),
  };
}

/** What stands in the fields at first. */
function valuesOf(act: SuggestionAct, view: SuggestionView, today: LocalDate): Values {
  if (act === 'edit') return { title: view.title, grounds: view.grounds, plan: view.plan };
  if (act === 'contact') return { date: today };
  if (act === 'publish') return { title: view.title };
  if (act === 'writeReply' && view.draft) {
    const { letter, signer, class: kind, words, doneBy } = view.draft;
    return { letter, signer, class: kind, words, ...(doneBy !== undefined && { doneBy }) };
  }
  return {};
}

export function toSuggestionActs(view: SuggestionView, places: Source | null, today: LocalDate): PanelAct[] {
  const order = Object.keys(SUGGESTION_ACTS) as SuggestionAct[];
  return order
    .filter((act) => view.acts.includes(act))
    .map((act) => {
      const { label, hint, danger, fields } = SUGGESTION_ACTS[act];
      return {
        id: act,
        label,
        yes: label,
        words: danger ?? (fields.length > 0 ? hint : ''),
        fields: fields.map((field) => toField(field, view, places, today)),
        values: valuesOf(act, view, today),
        ...(QUIET.has(act) && { quiet: true }),
      };
    });
}

/** From what was filled in to the step. */
export function toSuggestionStep(id: string, values: Values): SuggestionStep {
  const act = id as SuggestionAct;
  const entries = SUGGESTION_ACTS[act].fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = values[name];
    if (kind === 'units') return [[name, value ?? []]];
    if (value === undefined) return [];
    return [[name, kind === 'yes-no' ? value === 'yes' : value]];
  });
  return { act, ...Object.fromEntries(entries) } as unknown as SuggestionStep;
}
