import { HOW_TO_WRITE } from '../../contract/congress/suggestion-labels';
import { LIMITS } from '../../contract/limits';
import type { RequestCard } from '../../contract/request';
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { read, replacePage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { draftFromRequests, draftSuggestion } from '../../services/congress';
import { getPlaces } from '../../services/registry';
import { listEarlier, listOwn } from '../services/suggest';
import { toChoices, toEarlier } from './view';

interface Form {
  category: string;
  title: string;
  grounds: string;
  plan: string;
}

const EMPTY: Form = { category: '', title: '', grounds: '', plan: '' };

function sayMissing({ category, title, grounds, plan }: Form): string {
  if (category === '') return '先选哪一类的事';
  if (title.trim() === '') return '先写案由';
  if (grounds.trim() === '') return '再写案据';
  return plan.trim() === '' ? '再写方案' : '';
}

definePage({
  data: {
    busy: false,
    problem: '',
    guidance: HOW_TO_WRITE,
    from: '',
    categories: [] as readonly Choice[],
    /** Requests that it may grow out of; null: not asked for yet. */
    own: null as readonly Choice[] | null,
    chosen: 0,
    earlier: [] as readonly ReturnType<typeof toEarlier>[],
    form: EMPTY,
    missing: sayMissing(EMPTY),
  },
  requests: [] as readonly string[],
  cards: [] as readonly RequestCard[],
  picked: [] as readonly string[],
  pending: undefined as Pending<Form> | undefined,

  async onLoad(query) {
    const places = await getPlaces();
    if (places.ok) {
      const { categories } = places.data;
      this.setData({ categories: categories.map(({ id, name }) => ({ id, text: name })) });
    } else this.setData({ problem: explain(places) });
    const asked = read(query, 'requests').split(',').filter(Boolean);
    if (asked.length > 0) await this.begin(asked);
  },
  async begin(asked: readonly string[]) {
    const drafted = await draftFromRequests(asked);
    if (!drafted.ok) {
      this.setData({ problem: explain(drafted) });
      return;
    }
    const { requests, category, title, grounds } = drafted.data;
    this.requests = requests;
    this.setData({ from: `由 ${String(requests.length)} 件群众意见引出，答复以后会告诉反映的人。` });
    this.change({ category, title, grounds });
  },
  async showOwn() {
    const lists = await Promise.all([listOwn('mine'), listOwn('following')]);
    const failed = lists.find(({ ok }) => !ok);
    if (failed && !failed.ok) this.setData({ problem: explain(failed) });
    this.cards = lists.flatMap((list) => (list.ok ? list.data.requests : []));
    this.mark();
  },
  pick(event: Chosen) {
    const { id } = event.detail;
    const without = this.picked.filter((one) => one !== id);
    this.picked =
      without.length < this.picked.length ? without : [...without, id].slice(-LIMITS.suggestionRequests);
    this.mark();
  },
  mark() {
    this.setData({ own: toChoices(this.cards, this.picked), chosen: this.picked.length });
  },
  async beginFromOwn() {
    await this.begin(this.picked);
    this.setData({ own: null });
  },
  choose(event: Chosen) {
    this.change({ category: event.detail.id });
  },
  type(event: Typed) {
    const { name } = event.currentTarget.dataset as { name: keyof Form };
    this.change({ [name]: event.detail.value });
  },
  change(patch: Partial<Form>) {
    const form = { ...this.data.form, ...patch };
    if (form.category !== this.data.form.category) void this.lookBack(form.category);
    this.setData({ form, missing: sayMissing(form), problem: '' });
  },
  /** What was suggested before is read beside; without it one writes all the same. */
  async lookBack(category: string) {
    this.setData({ earlier: [] });
    const found = await listEarlier(category);
    if (!found.ok || category !== this.data.form.category) return;
    this.setData({ earlier: found.data.suggestions.map(toEarlier) });
  },
  async save() {
    const { form, busy } = this.data;
    if (busy || sayMissing(form) !== '') return;
    this.setData({ busy: true, problem: '' });
    this.pending = intend(this.pending, JSON.stringify(form), () => form);
    const result = await draftSuggestion({ ...form, requests: this.requests }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ busy: false });
    if (result.ok) replacePage('deputy/suggestion', { suggestion: result.data.suggestion });
    else this.setData({ problem: explain(result) });
  },
});
