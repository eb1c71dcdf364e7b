import type { Choice } from '../../components/choice-chips/choice-chips';
import { today } from '../../platform/clock';
import { NO_REMINDER, openMessageSettings } from '../../platform/consents';
import type { Chosen, Typed } from '../../view/events';
import type { Part } from '../../contract/parts';
import { canRetry } from '../../contract/result';
import type { MyDuties } from '../../contract/roster';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Result } from '../../contract/result';
import { learnTemplates } from '../../services/notify';
import { readParts } from '../../services/parts';
import { answerSwap, askSwap, getMyDuties } from '../../services/reception';
import { remindAlong, remindOn } from '../../services/reminders';
import { findColleagues, keyOf, REMIND_ABOUT, sayAsking, toDutiesScreen } from './view';
import type { DutiesScreen, DutyLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    search: '',
    /** What is asked before it is sent; ''. */
    asking: '',
    screen: null as DutiesScreen | null,
    /** The duty for which somebody is looked for. */
    choosing: null as DutyLine | null,
    colleagues: [] as readonly Choice[],
    behind: 0,
    remind: NO_REMINDER,
    skeleton: ['card', 'card'],
  },
  view: null as (MyDuties & Part) | null,
  pending: undefined as Pending<string> | undefined,
  /** Who is to be asked. */
  to: '',

  async onShow() {
    void learnTemplates();
    await this.load();
  },
  remind() {
    void remindOn(this, REMIND_ABOUT, true);
  },
  openSettings() {
    openMessageSettings();
  },
  async load() {
    const result = await getMyDuties();
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: canRetry(result.code) });
      return;
    }
    this.view = result.data;
    const again = this.data.retry ? { problem: '', retry: false } : {};
    this.setData({ loading: false, ...again, screen: toDutiesScreen(result.data, today()) });
  },
  idOf(event: WechatMiniprogram.BaseEvent): string {
    return (event.currentTarget.dataset as { id: string }).id;
  },

  async choose(event: WechatMiniprogram.BaseEvent) {
    const choosing = this.data.screen?.duties.find(({ key }) => key === this.idOf(event)) ?? null;
    this.setData({ choosing, done: '', problem: '' });
    this.narrow('');
    scrollToTop();
    const { view } = this;
    if (view?.next === undefined) return;
    const whole = await readParts(getMyDuties, view);
    // What was read anew meanwhile is newer.
    if (view !== this.view) return;
    if (!whole.ok) this.setData({ problem: explain(whole), retry: false });
    else this.view = whole.data;
    this.narrow(this.data.search);
  },
  find(event: Typed) {
    this.narrow(event.detail.value);
  },
  narrow(search: string) {
    const { choosing } = this.data;
    if (!this.view || !choosing) return;
    this.setData(Object.assign({ search }, findColleagues(this.view, search.trim(), choosing.date)));
  },
  stop() {
    this.setData({ choosing: null });
  },
  askColleague(event: Chosen) {
    this.confirm(event.detail.id);
  },
  handBack() {
    this.confirm('');
  },
  /** Said in words before anybody is asked; '' is the office. */
  confirm(to: string) {
    const { choosing } = this.data;
    const name = this.data.colleagues.find(({ id }) => id === to)?.text;
    this.to = to;
    if (choosing) this.setData({ asking: sayAsking(choosing, name) });
  },
  stopAsking() {
    this.setData({ asking: '' });
  },
  async send() {
    await this.ask(this.to || undefined);
    this.setData({ asking: '' });
  },
  /** One comes after all. */
  async takeBack(event: WechatMiniprogram.BaseEvent) {
    const duty = this.view?.duties.find((each) => keyOf(each) === this.idOf(event));
    if (!duty) return;
    const { date, seat } = duty;
    const swap = { year: Number(date.slice(0, 4)), date, seat, undo: true } as const;
    await this.run(JSON.stringify(swap), '收回了，那天还是您坐班。', (key) => askSwap(swap, key));
  },
  /** Without a colleague the seat goes back to the office. */
  async ask(to?: string) {
    const duty = this.view?.duties.find((each) => keyOf(each) === this.data.choosing?.key);
    if (!duty) return;
    const { date, seat } = duty;
    const named = to === undefined ? {} : { to };
    const swap = { year: Number(date.slice(0, 4)), date, seat, ...named };
    const done = to === undefined ? '已交回人大办，等安排。' : '已经问了，对方答复以后这里会变。';
    await this.run(JSON.stringify(swap), done, (key) => askSwap(swap, key));
  },
  accept(event: WechatMiniprogram.BaseEvent) {
    void this.answer(this.idOf(event), true);
  },
  decline(event: WechatMiniprogram.BaseEvent) {
    void this.answer(this.idOf(event), false);
  },
  async answer(swap: string, accept: boolean) {
    const asked = this.view?.asked.find((each) => each.swap === swap);
    if (!asked) return;
    const answered = { year: Number(asked.date.slice(0, 4)), swap, accept };
    const done = accept ? '好，这个班归您了。' : '已经告诉对方替不了。';
    await this.run(JSON.stringify(answered), done, (key) => answerSwap(answered, key));
  },
  async run(wish: string, done: string, send: (key: string) => Promise<Result<unknown>>) {
    if (this.data.busy) return;
    // WeChat's question comes inside the tap; the act does not wait for its answer.
    void remindAlong(this, REMIND_ABOUT, true);
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await send(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.setData({ choosing: null });
    await this.load();
    this.setData({ busy: false, ...(result.ok ? { done } : { problem: explain(result), retry: false }) });
    scrollToTop();
  },
});
