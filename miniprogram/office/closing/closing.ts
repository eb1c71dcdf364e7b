import type { Choice } from '../../components/choice-chips/choice-chips';
import { canRetry } from '../../contract/result';
import { today } from '../../platform/clock';
import { intend, type Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { township } from '../../platform/whereabouts';
import { knowTownship, getTownships } from '../../services/district';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import * as office from '../services/registry-office';
import { sayQuestion, toOthers, toScreen, type ClosingScreen } from './view';

const sayLacking = (words: string): string => (words.trim() === '' ? '写明以后才能办' : '');

/** A township that is no more, or goes on elsewhere, becomes read-only; opened again, it is as it was. */
definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    screen: null as ClosingScreen | null,
    others: [] as readonly Choice[],
    words: '',
    to: '',
    lacking: sayLacking(''),
    asking: false,
    asks: '',
    skeleton: ['card'],
  },
  own: { id: '', name: '' },
  closed: false,
  pending: undefined as Pending<string> | undefined,

  async onShow() {
    await this.load();
  },
  async load() {
    const [townships, state] = await Promise.all([getTownships(), office.getSetUp()]);
    if (!townships.ok || !state.ok) {
      const refused = townships.ok ? state : townships;
      if (!refused.ok)
        this.setData({ loading: false, problem: explainOpening(refused), retry: canRetry(refused.code) });
      return;
    }
    const { closed } = state.data;
    this.closed = closed !== undefined;
    this.own = townships.data.find(({ id }) => id === township()) ?? { id: township(), name: '本乡镇' };
    this.setData({
      loading: false,
      problem: '',
      screen: toScreen(this.own, closed, today()),
      others: this.closed ? [] : toOthers(townships.data, this.own.id),
    });
  },
  type(event: Typed) {
    const words = event.detail.value;
    this.setData({ words, lacking: sayLacking(words) });
  },
  choose(event: Chosen) {
    this.setData({ to: event.detail.id === this.data.to ? '' : event.detail.id });
  },
  ask() {
    const { words, to, others } = this.data;
    const next = others.find(({ id }) => id === to)?.text ?? '';
    this.setData({ asking: true, asks: sayQuestion(this.closed, words.trim(), next), done: '', problem: '' });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  async confirm() {
    if (this.data.busy) return;
    const { to } = this.data;
    const input = { closed: !this.closed, words: this.data.words.trim(), ...(to !== '' && { to }) };
    this.setData({ busy: true });
    this.pending = intend(this.pending, JSON.stringify(input), () => '');
    const result = await office.closeTownship(input, this.pending.key);
    this.setData({ busy: false, asking: false });
    if (!result.ok) {
      this.setData({ problem: explain(result), retry: false });
      return;
    }
    this.pending = undefined;
    const { id, name } = this.own;
    knowTownship(input.closed ? { id, name, closed: true } : { id, name });
    this.setData({ words: '', to: '', lacking: sayLacking('') });
    await this.load();
    this.setData({ done: input.closed ? '停用了，一分钟内生效。' : '重新开通了，一分钟内生效。' });
    scrollToTop();
  },
});
