import type { Choice } from '../../components/choice-chips/choice-chips';
import type { HomeCard } from '../../contract/registry';
import type { RosterView } from '../../contract/roster';
import type { Output } from '../../contract/wire';
import { CHIEF, holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { isWide, scrollToTop } from '../../platform/phone';
import { getHomes } from '../../services/homes';
import { getRoster } from '../../services/reception';
import { whoAmI } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { RosterActs, sayDone } from './acts';
import type { Act } from './acts';
import { SPANS, toMatrix, type Matrix } from './matrix';
import { askRest, listDrafts, sayRest } from './publish-rest';
import { QUESTIONS } from './questions';
import type { Question } from './questions';
import { toDayDetail, toRosterScreen } from './view';
import type { DayDetail, RosterScreen } from './view';

interface SeatPressed {
  seat?: string;
  name?: string;
  person?: string;
}

function sayResult(act: Act, data: unknown): { done: string; problem?: string } {
  return act.act === 'rest' ? sayRest(data as Output<'reception', 'publishRest'>) : { done: sayDone(act) };
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    screen: null as RosterScreen | null,
    detail: null as DayDetail | null,
    editor: false,
    chief: false,
    years: [] as readonly Choice[],
    year: '',
    showPast: false,
    seat: '',
    seatName: '',
    wide: false,
    spans: SPANS,
    span: 'year',
    matrix: null as Matrix | null,
    view: null as RosterView | null,
    /** Too late for the days of notice: the chief may say why. */
    late: false,
    words: '',
    asking: '',
    question: null as Question | null,
    skeleton: ['card', 'card', 'card'],
  },
  homes: [] as readonly HomeCard[],
  date: '',
  person: '',
  acts: null as RosterActs | null,

  async onLoad(query) {
    this.acts = new RosterActs();
    this.date = read(query, 'date');
    const thisYear = Number(today().slice(0, 4));
    const years = [thisYear, thisYear + 1].map((year) => ({ id: String(year), text: `${String(year)}年` }));
    this.setData({ years, year: this.date.slice(0, 4) || String(thisYear) });
    const [who, homes] = await Promise.all([whoAmI(), getHomes()]);
    const grants = who.ok ? who.data.grants : [];
    this.homes = homes;
    this.setData({ chief: holdsAny(grants, CHIEF), editor: holdsAny(grants, OFFICE) });
    await this.load();
  },
  onShow() {
    this.setData({ wide: isWide() });
  },
  async load() {
    const { year } = this.data;
    const result = await getRoster(Number(year));
    if (year !== this.data.year) return;
    if (result.ok) {
      this.show({ view: result.data, loading: false, ...(this.data.retry && { problem: '', retry: false }) });
    } else this.setData({ loading: false, problem: explainOpening(result), retry: true });
  },
  show(more: Record<string, unknown>) {
    const { homes } = this;
    const { span, view } = Object.assign({}, this.data, more as Partial<typeof this.data>);
    if (!view) return;
    const day = view.days.find(({ date }) => date === this.date);
    const detail = day ? toDayDetail(day, homes, today()) : null;
    const screen = toRosterScreen(view, homes, today());
    const matrix = this.data.wide ? toMatrix(view, homes, today(), span) : null;
    this.setData(Object.assign({ screen, detail, matrix }, more));
  },

  openCalendar() {
    openPage('office/calendar');
  },
  async takeOut() {
    await takeList(this, { list: 'roster', year: Number(this.data.year) }, explain);
  },
  async chooseYear(event: Chosen) {
    this.date = '';
    this.setData({ year: event.detail.id, loading: true, screen: null, detail: null, done: '', problem: '' });
    await this.load();
  },
  openDay(event: WechatMiniprogram.BaseEvent) {
    this.date = (event.currentTarget.dataset as { id: string }).id;
    this.show({ seat: '', done: '', problem: '', late: false, words: '' });
    if (!this.data.wide) scrollToTop();
  },
  closeDay() {
    this.date = '';
    this.show({ seat: '' });
  },
  togglePast() {
    this.setData({ showPast: !this.data.showPast });
  },
  openSeat(event: WechatMiniprogram.BaseEvent) {
    this.fillSeat(event.currentTarget.dataset as SeatPressed);
  },
  /** In the table a day need not be open before. */
  pressDay(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.date = event.detail.id;
    this.show({ seat: '', done: '', problem: '', late: false, words: '' });
  },
  pressSeat(event: WechatMiniprogram.CustomEvent<SeatPressed & { id: string }>) {
    this.date = event.detail.id;
    this.show({ done: '', problem: '', late: false, words: '' });
    this.fillSeat(event.detail);
  },
  fillSeat({ seat = '', name = '', person = '' }: SeatPressed) {
    this.person = person;
    this.setData({ seat, seatName: name, done: '' });
    if (!this.data.wide) scrollToTop();
  },
  chooseSpan(event: WechatMiniprogram.BaseEvent) {
    this.show({ span: (event.currentTarget.dataset as { id: string }).id });
  },
  closeSeat() {
    this.setData({ seat: '' });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },

  givePerson(event: Chosen) {
    const { date } = this;
    const rev = this.data.view?.rev ?? 0;
    void this.run({ act: 'seat', date, seat: this.data.seat, person: event.detail.id, rev });
  },
  emptySeat() {
    void this.run({ act: 'seat', date: this.date, seat: this.data.seat, rev: this.data.view?.rev ?? 0 });
  },
  markAway() {
    void this.run({ act: 'away', date: this.date, person: this.person });
  },
  askPropose() {
    this.setData({ asking: 'propose', question: QUESTIONS.propose ?? null });
  },
  askPublish() {
    this.setData({ asking: 'publish', question: QUESTIONS.publish ?? null });
  },
  askRest() {
    const dates = this.data.view ? listDrafts(this.data.view, today()) : [];
    if (dates.length > 0) this.setData({ asking: 'rest', question: askRest(dates) });
  },
  askWithdraw() {
    this.setData({ asking: 'withdraw', question: QUESTIONS.withdraw ?? null });
  },
  stopAsking() {
    this.setData({ asking: '' });
  },
  confirm() {
    const { asking, words } = this.data;
    const { date } = this;
    if (asking === 'rest') void this.run({ act: 'rest' });
    else if (asking === 'propose') void this.run({ act: 'propose', from: today() });
    else if (asking === 'withdraw') void this.run({ act: 'withdraw', date });
    else void this.run({ act: 'publish', date, ...(words.trim() && { words: words.trim() }) });
  },
  async run(act: Act) {
    if (this.data.busy || !this.acts) return;
    this.setData({ busy: true, problem: '', done: '' });
    const result = await this.acts.run(Number(this.data.year), act);
    const late = !result.ok && result.code === 'too-late-to-publish' && this.data.chief;
    const said = result.ok ? sayResult(act, result.data) : { problem: explain(result), retry: false };
    await this.load();
    const over = result.ok && act.act !== 'away' ? { seat: '' } : {};
    this.setData({ busy: false, asking: '', late, ...said, ...over });
    scrollToTop();
  },
});
