/** A recorded activity as a form to put right, and what of it goes back over the wire. */
import { kindRow } from '../../contract/activity-kinds';
import type { ActivityInput, ActivityView, SiteInput } from '../../contract/duty';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { personsField, toFields, toInput, type FormField, type Values } from '../view/activity-fields';

/** What was typed, as the form has it. */
export function toValues(view: ActivityView): Values {
  const { village, category, household, people, title, words, result, promised } = view;
  const { place, mandate, topicFrom, tag, helped = {}, sites, persons } = view;
  const texts = { village, category, title, words, result, promised, place, mandate, topicFrom, tag };
  const filled = Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text] as const] : []));
  const numbers = Object.entries(helped).map(([who, n]) => [`helped.${who}`, String(n)] as const);
  const values: Record<string, string> = Object.fromEntries([...filled, ...numbers]);
  values['household'] = household?.name ?? '';
  values['people'] = people === undefined ? '' : String(people);
  values['sites'] = sites.map(({ name }) => name).join('\n');
  values['persons'] = persons.join(',');
  return values;
}

interface Corrector {
  places: Places | undefined;
  office: boolean;
  /** A leader, who notes the own group's meetings. */
  bringsOthers: boolean;
}

/** Of a tied household nobody but its deputy is named. */
function asksWho({ kind }: ActivityView, office: boolean, places: Places | undefined): boolean {
  const asked = kindRow(kind, places?.ownKinds)?.fields.includes('persons');
  return office && kind !== 'tied-help' && !asked;
}

/** The office says who did it, of whatever kind it is: a row may stand under the wrong name. */
export function toCorrectFields(
  view: ActivityView,
  values: Values,
  { places, office, bringsOthers }: Corrector,
): FormField[] {
  const group = office ? '' : (view.group ?? '');
  const source = { places, group, alone: !office && !bringsOthers };
  const fields = toFields(view.kind, values, source);
  return asksWho(view, office, places) ? [personsField(values, source), ...fields] : fields;
}

/** What was found at a site stays with its name. */
function keepFound(sites: readonly SiteInput[], before: ActivityView['sites']): SiteInput[] {
  return sites.map((site) => before.find(({ name }) => name === site.name) ?? site);
}

/** Group of a leader's meeting and of a planned study is named; elsewhere it follows from who did it. */
export function toCorrection(
  view: ActivityView,
  date: LocalDate,
  values: Values,
  { places, office }: Pick<Corrector, 'places' | 'office'>,
): ActivityInput {
  const { kind, group = '', entered } = view;
  const keepsGroup = kind === 'study' || !office;
  const input = toInput(kind, date, values, { group: keepsGroup ? group : '', planned: false });
  const persons = (values['persons'] ?? '').split(',').filter(Boolean);
  return {
    ...input,
    ...(input.sites && { sites: keepFound(input.sites, view.sites) }),
    ...(asksWho(view, office, places) && persons.length > 0 && { persons }),
    ...(entered && { entered }),
  };
}
