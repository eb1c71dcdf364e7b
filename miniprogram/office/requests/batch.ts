/** One act on several of the list: which may have it, what it asks, and what became of each. */
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { StepInput } from '../../contract/request-life';
import type { ManyAct, OfficeCard } from '../../contract/request-lists';
import type { PanelAct, Values } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import { toPanelActs } from '../../view/acts';
import { explain } from '../../view/feedback';
import type { ManyDone, OneAct } from '../../services/act-many';

export const BATCH_LABELS: Readonly<Record<ManyAct, { choose: string; done: string; not: string }>> = {
  assign: { choose: '选几件一起交办', done: '交办了', not: '没有交办' },
  urge: { choose: '选几件一起催办', done: '催办了', not: '没有催成' },
  extend: { choose: '选几件一起延期', done: '延期了', not: '没有延期' },
};

/** Each to the unit that handles its category. */
const OWN_UNIT = 'own';

/** Those of these cards that may have the act now, as many as one act takes. */
export function eligible(act: ManyAct, cards: readonly OfficeCard[]): string[] {
  return cards
    .filter(({ may }) => may.includes(act))
    .slice(0, LIMITS.actAtOnce)
    .map(({ request }) => request);
}

function unitFor(
  { category }: OfficeCard,
  places: Places | undefined,
): { id: string; name: string } | undefined {
  const id = places?.categories.find(({ name }) => name === category)?.id;
  return places?.units.find(({ categories }) => id !== undefined && categories.includes(id));
}

/** The form: the chosen ones by name, for 交办 with the unit of each. */
export function toBatchAct(
  act: ManyAct,
  cards: readonly OfficeCard[],
  places: Places | undefined,
  today: LocalDate,
): PanelAct[] {
  const [form] = toPanelActs([act], { places, today, main: act });
  if (!form || cards.length === 0) return [];
  const label = `${form.label} ${String(cards.length)} 件`;
  const named = cards.map((card) => {
    const unit = act === 'assign' ? (unitFor(card, places)?.name ?? '要选一个单位') : card.owner;
    return `${card.title}（${unit}）`;
  });
  const isOwn = act === 'assign' && cards.every((card) => unitFor(card, places) !== undefined);
  const own = { id: OWN_UNIT, text: '各给管这一类的单位', hint: '每件按类别' };
  const fields = form.fields.map((field) =>
    field.name === 'lead' && isOwn
      ? Object.assign({}, field, { choices: [own, ...(field.choices ?? [])] })
      : field,
  );
  const values: Values | undefined = isOwn ? { lead: OWN_UNIT } : form.values;
  return [
    Object.assign({}, form, { label, yes: label, words: named.join('、'), fields, values: values ?? {} }),
  ];
}

function stepFor(act: ManyAct, card: OfficeCard, values: Values, places: Places | undefined): StepInput {
  const { lead, assist, words, until } = values as {
    lead?: string;
    assist?: readonly string[];
    words?: string;
    until?: string;
  };
  const said = words === undefined ? {} : { words };
  switch (act) {
    case 'assign': {
      const own = lead === OWN_UNIT ? unitFor(card, places)?.id : lead;
      const unit = own ?? '';
      return { act, lead: unit, assist: (assist ?? []).filter((one) => one !== unit), ...said };
    }
    case 'urge':
      return { act, ...said };
    case 'extend':
      return { act, until: until ?? '', words: words ?? '' };
  }
}

export function toActs(
  act: ManyAct,
  cards: readonly OfficeCard[],
  values: Values,
  places: Places | undefined,
): OneAct[] {
  return cards.map((card) => ({ request: card.request, step: stepFor(act, card, values, places) }));
}

/** Which half was done, which not and why. */
export function sayMany(
  act: ManyAct,
  cards: readonly OfficeCard[],
  { done, refused }: ManyDone,
): { done: string; problem: string } {
  const titles = new Map(cards.map(({ request, title }) => [request, title]));
  const words = BATCH_LABELS[act];
  const not = refused.map(({ request, code }) => `${titles.get(request) ?? ''}：${explain({ code })}`);
  return {
    done: done.length > 0 ? `${words.done} ${String(done.length)} 件。` : '',
    problem: not.length > 0 ? `${words.not} ${String(not.length)} 件。${not.join('；')}` : '',
  };
}
