import type { SessionPaperName } from '../../contract/congress/papers';
import type { SessionView } from '../../contract/congress/session';
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { Result } from '../../contract/result';
import type { Values } from '../../contract/shapes';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openDocument } from '../../platform/documents';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scanCode, scrollToTop } from '../../platform/phone';
import {
  addBill,
  addOpinion,
  answerNotice,
  getSession,
  actOnSession,
  openPaper,
  signIn,
} from '../../services/congress';
import { bringPaper, choosePaper, leftPaper, NO_PAPER, titleOf, watchPaper } from '../services/papers';
import type { ChosenPaper, Errand } from '../services/papers';
import { printSessionPaper } from '../services/print';
import { getPlaces, whoAmI } from '../../services/registry';
import { explain, explainOpening } from '../../view/feedback';
import { toPaper } from './papers';
import { toSessionStep } from './steps';
import { toSessionScreen } from './view';
import type { SessionScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    paper: NO_PAPER,
    screen: null as SessionScreen | null,
    skeleton: ['day', 'card'],
  },
  session: '',
  member: false,
  view: null as SessionView | null,
  places: null as Places | null,
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.session = read(query, 'session');
    watchPaper(this.session, this);
  },
  async onShow() {
    await this.load();
  },
  async load() {
    const [found, places, who] = await Promise.all([getSession(this.session), getPlaces(), whoAmI()]);
    if (places.ok) this.places = places.data;
    if (who.ok)
      this.member = who.data.grants.some(
        ({ state, person }) => state === 'confirmed' && person !== undefined,
      );
    if (!found.ok) {
      this.setData({ loading: false, problem: explainOpening(found) });
      return;
    }
    this.view = found.data;
    const screen = toSessionScreen(found.data, this.places, this.member, today());
    this.setData({ loading: false, problem: '', screen });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    const { id, values } = event.detail;
    await this.send(JSON.stringify([id, values, this.view?.edition]), (key) => this.do(id, values, key));
  },
  do(id: string, values: Values, key: string): Promise<Result<unknown>> {
    const text = (name: string) => String(values[name] ?? '');
    const { session } = this;
    if (id === 'answerNotice') {
      if (text('answer') !== 'leave') return answerNotice({ session, answer: 'attending' }, key);
      return answerNotice({ session, answer: 'leave', reason: text('reason') }, key);
    }
    if (id === 'addOpinion') {
      return addOpinion({ session, item: text('item'), person: text('person'), words: text('words') }, key);
    }
    if (id === 'addBill') {
      const persons = values['persons'];
      const names = typeof persons === 'object' ? persons : [];
      const bill = { session, title: text('title'), persons: names };
      if (text('listed') === 'yes') return addBill({ ...bill, listed: true }, key);
      return addBill({ ...bill, listed: false, lead: text('lead'), category: text('category') }, key);
    }
    const { from = '', to = '', edition = 0 } = this.view ?? {};
    return actOnSession({ session, edition, step: toSessionStep(id, values, { from, to }) }, key);
  },
  async scan() {
    const code = await scanCode();
    if (code === undefined) return;
    await this.send(code, (key) => signIn(code, key));
  },
  /** A string: what keeps it from being done, in words. */
  async send(wish: string, act: (key: string) => Promise<Result<unknown> | string>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await act(this.pending.key);
    const problem = typeof result === 'string' ? result : result.ok ? '' : explain(result);
    if (problem === '') {
      this.pending = undefined;
      await this.load();
    }
    this.setData({ busy: false, problem, done: problem === '' ? '记下了。' : '' });
    scrollToTop();
  },
  async print(event: WechatMiniprogram.BaseEvent) {
    const { paper, sitting } = event.currentTarget.dataset as { paper: SessionPaperName; sitting: string };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const printed = await printSessionPaper(this.session, paper, sitting === '' ? undefined : sitting);
    const shown = await openDocument(printed);
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown) });
  },
  async openFile(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const shown = await openDocument(await openPaper(this.session, id));
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown) });
  },
  /** What it is is asked at each upload, before anything leaves the phone. */
  async upload(event: WechatMiniprogram.BaseEvent) {
    const { bill, title } = event.currentTarget.dataset as { bill: string; title: string };
    if (this.data.busy) return;
    const chosen = await choosePaper();
    if (!chosen) return;
    if (!('path' in chosen)) {
      this.setData({ problem: 'refused' in chosen ? chosen.refused : explain(chosen), done: '' });
      scrollToTop();
      return;
    }
    await this.bring(chosen, { id: bill, title });
  },
  async uploadAgain() {
    const left = leftPaper(this.session);
    if (!left || this.data.busy) return;
    const wish = this.sayPaper(left.chosen, left.bill);
    this.pending = { wish, key: left.key, input: wish };
    await this.bring(left.chosen, left.bill);
  },
  sayPaper(chosen: ChosenPaper, bill: Errand['bill']): string {
    return JSON.stringify([chosen, bill?.id, this.view?.edition]);
  },
  async bring(chosen: ChosenPaper, bill: NonNullable<Errand['bill']> = { id: '', title: '' }) {
    const { session } = this;
    const called = titleOf(bill.id === '' ? chosen.name : `${bill.title} 议案原件`, LIMITS.title);
    await this.send(this.sayPaper(chosen, bill), (key) =>
      bringPaper(this, { about: session, chosen, key, bill }, (file) => {
        const step = toPaper(chosen.kind, called, { file, bill: bill.id });
        return actOnSession({ session, edition: this.view?.edition ?? 0, step }, key);
      }),
    );
  },
  openSuggestion(event: WechatMiniprogram.BaseEvent) {
    const { suggestion } = event.currentTarget.dataset as { suggestion: string };
    openPage('deputy/suggestion', { suggestion });
  },
  openHall(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    openPage('office/hall', { session: this.session, sitting: id });
  },
});
