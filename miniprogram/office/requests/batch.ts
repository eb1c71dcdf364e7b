/** One act on several of the list: which may have it, what it asks, and what became of each. */
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { StepInput } from '../../contract/request-life';
import { MANY_ACTS } from '../../contract/request-lists';
import type { ManyAct, OfficeCard } from '../../contract/request-lists';
import type { PanelAct, Values } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import { toPanelActs } from '../../view/acts';
import { explain } from '../../view/feedback';
import type { ManyDone, OneAct } from '../services/act-many';

/** What several of the list are chosen for: an act on them, or to be taken out. */
export type Batch = ManyAct | 'print' | 'export';
export const BATCHES: readonly Batch[] = [...MANY_ACTS, 'print', 'export'];

export const BATCH_LABELS: Readonly<Record<Batch, { choose: string; done: string; not: string }>> = {
  assign: { choose: '选几件一起交办', done: '交办了', not: '没有交办' },
  urge: { choose: '选几件一起催办', done: '催办了', not: '没有催成' },
  extend: { choose: '选几件一起延期', done: '延期了', not: '没有延期' },
  print: { choose: '选几件打印转办单', done: '打印转办单', not: '没有打印' },
  export: { choose: '选几件导出', done: '导出了', not: '没有导出' },
};

/** Each to the unit that handles its category. */
const OWN_UNIT = 'own';

/** 转办单 is printed of what a unit has. */
export function isEligible(batch: Batch, { may, unit }: OfficeCard): boolean {
  if (batch === 'export') return true;
  return batch === 'print' ? unit !== undefined : may.includes(batch);
}

/** Those of these cards that may be chosen for it now, as many as one act takes. */
export function eligible(batch: Batch, cards: readonly OfficeCard[]): string[] {
  return cards
    .filter((card) => isEligible(batch, card))
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

function toOuting(batch: 'print' | 'export', cards: readonly OfficeCard[]): PanelAct[] {
  const label = `${batch === 'print' ? '打印转办单' : '导出'} ${String(cards.length)} 件`;
  const words = cards.map(({ title, number }) => `${title}（${number}）`).join('、');
  return [{ id: batch, label, yes: label, words, fields: [] }];
}

/** The form: the chosen ones by name, for 交办 with the unit of each. */
export function toBatchAct(
  act: Batch,
  cards: readonly OfficeCard[],
  places: Places | undefined,
  today: LocalDate,
): PanelAct[] {
  if (cards.length > 0 && (act === 'print' || act === 'export')) return toOuting(act, cards);
  if (act === 'print' || act === 'export') return [];
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
  act: Batch,
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
