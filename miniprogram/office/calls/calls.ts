import type { CallCard } from '../../contract/notify';
import { today } from '../../platform/clock';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { copyText, dial, scrollToTop } from '../../platform/phone';
import type { Failure } from '../../contract/result';
import { whereabouts } from '../../platform/whereabouts';
import { getHomes } from '../../services/homes';
import { getCalls, getDeadLetters, retryLetter, revealCall, settleCall } from '../../services/notify';
import { getDay } from '../../services/reception';
import { takeList } from '../../services/take-list';
import { toDeadLetterLines, type DeadLetterLine } from '../view/dead-letters';
import { reasonOf, toCallLines, toGroupTexts } from './view';
import type { CallLine, GroupText } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    done: '',
    calls: [] as CallLine[],
    more: false,
    letters: [] as DeadLetterLine[],
    texts: [] as GroupText[],
    /** The call whose number is shown, and the number. */
    shown: '',
    number: '',
    name: '',
    busy: '',
    skeleton: ['card', 'card'],
  },
  cards: [] as readonly CallCard[],
  next: '',
  pending: undefined as Pending<string> | undefined,

  async onShow() {
    if (whereabouts()) await this.load();
    else startAt('choose');
  },
  async load() {
    const [calls, events, messages, day, homes] = await Promise.all([
      getCalls(),
      getDeadLetters('event'),
      getDeadLetters('message'),
      getDay(),
      getHomes(),
    ]);
    if (!calls.ok) {
      this.setData({ loading: false, problem: explainOpening(calls) });
      return;
    }
    this.cards = calls.data.calls;
    this.next = calls.data.next ?? '';
    const letters = [
      ...toDeadLetterLines(messages.ok ? messages.data.letters : [], 'message', today()),
      ...toDeadLetterLines(events.ok ? events.data.letters : [], 'event', today()),
    ];
    const texts = toGroupTexts(day.ok ? day.data : undefined, homes, today());
    const shown = { calls: toCallLines(this.cards, today()), more: this.next !== '', letters, texts };
    this.setData({ loading: false, problem: '', shown: '', ...shown });
  },
  async loadMore() {
    const result = await getCalls(this.next);
    if (!result.ok) return;
    this.cards = [...this.cards, ...result.data.calls];
    this.next = result.data.next ?? '';
    this.setData({ calls: toCallLines(this.cards, today()), more: this.next !== '' });
  },

  /** One act at a time, under one key until it is answered. */
  async act<T>(
    id: string,
    work: (key: string) => Promise<{ ok: true; data: T } | Failure>,
  ): Promise<T | undefined> {
    if (this.data.busy) return undefined;
    this.setData({ busy: id, problem: '', done: '' });
    this.pending = intend(this.pending, id, () => id);
    const result = await work(this.pending.key);
    if (result.ok) this.pending = undefined;
    else this.setData({ problem: explain(result) });
    this.setData({ busy: '' });
    return result.ok ? result.data : undefined;
  },
  async reveal(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const card = this.cards.find(({ call }) => call === id);
    if (!card) return;
    const data = await this.act(`reveal ${id}`, (key) =>
      revealCall({ call: id, reason: reasonOf(card) }, key),
    );
    if (data) this.setData({ shown: id, number: data.phone, name: data.name });
  },
  dial() {
    dial(this.data.number);
  },
  async settle(event: WechatMiniprogram.BaseEvent) {
    const { id, state } = event.currentTarget.dataset as { id: string; state: 'called' | 'missed' };
    const data = await this.act(`${state} ${id}`, (key) => settleCall({ call: id, state }, key));
    if (!data) return;
    await this.load();
    this.setData({
      done: state === 'called' ? '记下了，已经告诉本人。' : '记下了，还留在这里，过会儿再打。',
    });
    scrollToTop();
  },
  async retry(event: WechatMiniprogram.BaseEvent) {
    const { id, kind } = event.currentTarget.dataset as { id: string; kind: 'event' | 'message' };
    const data = await this.act(`retry ${id}`, (key) => retryLetter(id, kind, key));
    if (!data) return;
    await this.load();
    this.setData({ done: '一分钟内会再发一次。' });
    scrollToTop();
  },
  async takeOut() {
    const page = {
      data: { busy: this.data.busy !== '' },
      setData: ({ busy, problem = '' }: { busy: boolean; problem?: string }) => {
        this.setData({ busy: busy ? 'list' : '', done: '', problem });
      },
    };
    await takeList(page, { list: 'calls' }, explain);
  },
  copy(event: WechatMiniprogram.BaseEvent) {
    const { n } = event.currentTarget.dataset as { n: number };
    void copyText(this.data.texts[n]?.text ?? '');
  },
});
