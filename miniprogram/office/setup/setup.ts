import type { FormField } from '../../view/form-field';
import type { Paper, SetUpStep, SetUpView, TownshipName } from '../../contract/district';
import { ADMIN, holdsAny } from '../../contract/roles';
import { canRetry, type Result } from '../../contract/result';
import { intend, type Pending } from '../../platform/keys';
import { openPage, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { goTo, whereabouts } from '../../platform/whereabouts';
import { findFreeId, knowTownship } from '../../services/district';
import { whoAmI } from '../../services/registry';
import * as office from '../services/registry-office';
import type { Typed } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import {
  CARD_NAMES,
  explainSetUp,
  fieldsOf,
  sayLacking,
  sayLeft,
  STEPS,
  toCard,
  toPapers,
  toSteps,
} from './view';
import type { PaperLine, StepLine, Values } from './view';

const NOTHING: Values = {};

/** From the set-up secret to a township that can open its doors; leaving and coming back goes on where it was. */
definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    /** claim: nobody is administrator yet · list: what is lacking. */
    show: '',
    admin: false,
    left: '',
    steps: [] as readonly StepLine[],
    papers: [] as readonly PaperLine[],
    fields: [] as readonly FormField[],
    lacking: '',
    /** What stands open in the list: the card, the fallbacks, a paper, another township. */
    open: '',
    words: '',
    proposed: 0,
    skeleton: ['card', 'card'],
  },
  view: null as SetUpView | null,
  values: NOTHING,
  /** With the id of the township that it makes; '' where it makes none. */
  pending: undefined as Pending<string> | undefined,
  /** Ids that somebody else was faster with. */
  taken: [] as string[],

  async onShow() {
    await this.load();
  },
  async load() {
    const who = whereabouts() ? await whoAmI() : undefined;
    const admin = who?.ok === true && holdsAny(who.data.grants, ADMIN);
    const state = whereabouts() ? await office.getSetUp() : undefined;
    if (state?.ok) this.showList(state.data, admin);
    else if (state && state.code !== 'not-allowed' && state.code !== 'not-found')
      this.setData({ loading: false, problem: explainOpening(state) });
    else this.showClaim();
  },
  showClaim() {
    this.setData({ loading: false, show: 'claim' });
    this.fill();
  },
  showList(view: SetUpView, admin: boolean) {
    this.view = view;
    this.setData({
      loading: false,
      problem: '',
      show: 'list',
      admin,
      left: sayLeft(view),
      steps: toSteps(view),
      papers: toPapers(view),
      proposed: view.fallbacks.length,
    });
  },
  fill() {
    const { show, open } = this.data;
    const names = show === 'claim' ? ['secret', 'name'] : open === 'district' ? CARD_NAMES : ['name'];
    this.setData({ fields: fieldsOf(show, open, this.values), lacking: sayLacking(this.values, names) });
  },
  change(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    const { name, value } = event.detail;
    this.values = { ...this.values, [name]: value };
    this.fill();
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },
  async claim() {
    const { secret = '', name = '' } = this.values;
    const result = await this.run(
      `claim ${name} ${secret}`,
      (key, id) => office.setUp(id, name.trim(), secret.trim(), key),
      true,
    );
    if (!result?.ok) return;
    const township = { id: result.data.township, name: name.trim() };
    await this.enter(township, '开通了，您是系统管理员。下面一项一项来。');
  },
  async enter(township: TownshipName, done: string) {
    goTo({ township: township.id });
    knowTownship(township);
    this.values = {};
    this.setData({ open: '' });
    await this.load();
    this.setData({ done });
    scrollToTop();
  },
  openStep(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: SetUpStep };
    const { page, query } = STEPS[id];
    if (id === 'district') this.values = { ...this.view?.card };
    if (page) openPage(page, query);
    else this.openHere(id);
  },
  openHere(open: string) {
    this.setData({ open, words: '', done: '', problem: '' });
    this.fill();
    scrollToTop();
  },
  openPaper(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: Paper };
    if (this.data.admin) this.openHere(id);
  },
  openOther(event: WechatMiniprogram.BaseEvent) {
    const { page } = event.currentTarget.dataset as {
      page: 'office/health' | 'office/closing' | 'office/account';
    };
    openPage(page);
  },
  openAnother() {
    this.openHere('another');
  },
  close() {
    this.setData({ open: '' });
  },
  async saveCard() {
    const card = toCard(this.values);
    await this.finish(JSON.stringify(card), (key) => office.saveDistrictCard(card, key), '存好了。');
  },
  async saveFallbacks() {
    const fallbacks = this.view?.fallbacks ?? [];
    const edits = fallbacks.map(({ village, group }) => ({ id: village, seen: '', row: { group } }));
    const input = { kind: 'fallback', edits, reason: '按就近的代表之家配' } as const;
    await this.finish(
      JSON.stringify(edits),
      (key) => office.editBook(input, key),
      '配好了，哪个不对到路由表里改。',
    );
  },
  async mark(event: WechatMiniprogram.BaseEvent) {
    const { state } = event.currentTarget.dataset as { state: 'done' | 'waived' | '' };
    const { open, words } = this.data;
    const mark =
      state === '' ? null : { state, words: words.trim() || (state === 'done' ? '已办' : '不需要') };
    await this.finish(
      `${open} ${JSON.stringify(mark)}`,
      (key) => office.markPaper(open as Paper, mark, key),
      '记下了。',
    );
  },
  async addAnother() {
    const name = this.data.words.trim();
    const result = await this.run(`add ${name}`, (key, id) => office.addTownship(id, name, key), true);
    if (!result?.ok) return;
    await this.enter(result.data, `现在是${result.data.name}，从头一项一项来。回别的乡镇：首页换一换。`);
  },
  async finish(wish: string, act: (key: string) => Promise<Result<unknown>>, done: string) {
    const result = await this.run(wish, act);
    if (!result?.ok) return;
    this.setData({ open: '' });
    await this.load();
    this.setData({ done });
  },
  /** `makes`: the act makes a township, and a repetition of it makes the same. */
  async run<T>(wish: string, act: (key: string, id: string) => Promise<Result<T>>, makes = false) {
    if (this.data.busy) return undefined;
    this.setData({ busy: true, problem: '', done: '' });
    const result = await this.send(wish, act, makes);
    this.setData({ busy: false, ...(!result.ok && { problem: explainSetUp(result, this.data.open) }) });
    return result;
  },
  async send<T>(wish: string, act: (key: string, id: string) => Promise<Result<T>>, makes: boolean) {
    if (this.pending?.wish !== wish) {
      const next = makes ? await findFreeId(this.taken) : { ok: true as const, data: '' };
      if (!next.ok) return next;
      this.pending = intend(undefined, wish, () => next.data);
    }
    const { key, input: id } = this.pending;
    const result = await act(key, id);
    if (!result.ok && result.code === 'setup-void' && this.data.open === 'another') this.taken.push(id);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    return result;
  },
  leave() {
    startAt('home');
  },
});
