import type { Choice } from '../../components/choice-chips/choice-chips';
import type { HomeCard } from '../../contract/registry';
import type { RosterPart, RosterView } from '../../contract/roster';
import { CHIEF, holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { isWide, scrollToTop } from '../../platform/phone';
import { getHomes } from '../../services/homes';
import { whoAmI } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { RosterReader } from '../services/roster-reader';
import { RosterActs, sayResult } from './acts';
import type { Act } from './acts';
import { SPANS, type Matrix } from './matrix';
import { askRest, type Question } from './publish-rest';
import { QUESTIONS, toAct } from './questions';
import type { Asked } from './questions';
import { toShown } from './shown';
import type { DayDetail, RosterScreen, SeatPressed } from './view';

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
    more: false,
    older: false,
    reading: false,
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
  reader: null as RosterReader | null,

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
  /** As far as it was read before; else the first coming days. */
  async load() {
    const reader = new RosterReader(Number(this.data.year));
    const { reader: before } = this;
    const result = await (before ? reader.readLike(before) : reader.open(this.date, today()));
    if (String(reader.year) !== this.data.year) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    this.reader = reader;
    this.show({ loading: false, ...(this.data.retry && { problem: '', retry: false }) });
    // The table has the days of the whole year.
    if (this.data.wide) await Promise.all([this.readOn('coming', true), this.readOn('past', true)]);
  },
  async readOn(of: RosterPart, all: boolean): Promise<boolean> {
    const { reader } = this;
    if (!reader) return false;
    this.setData({ reading: true });
    const result = await (all ? reader.read(of) : reader.readOn(of));
    this.setData({ reading: false });
    if (reader !== this.reader) return false;
    this.show(result.ok ? {} : { problem: explain(result), retry: false });
    return result.ok;
  },
  async readComing() {
    await this.readOn('coming', false);
  },
  async readPast() {
    await this.readOn('past', false);
  },
  show(more: Record<string, unknown>) {
    const { wide, span } = Object.assign({}, this.data, more as Partial<typeof this.data>);
    const wanted = { homes: this.homes, today: today(), date: this.date, wide, span };
    const shown = this.reader && toShown(this.reader, wanted);
    if (shown) this.setData(Object.assign({}, shown, more));
  },

  openCalendar() {
    openPage('office/calendar');
  },
  async takeOut() {
    await takeList(this, { list: 'roster', year: Number(this.data.year) }, explain);
  },
  async chooseYear(event: Chosen) {
    this.date = '';
    this.reader = null;
    const nothing = { showPast: false, screen: null, detail: null, done: '', problem: '' };
    this.setData({ year: event.detail.id, loading: true, ...nothing });
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
  async togglePast() {
    this.setData({ showPast: !this.data.showPast });
    if (this.data.showPast && this.data.screen?.past.length === 0) await this.readPast();
  },
  async openSeat(event: WechatMiniprogram.BaseEvent) {
    await this.fillSeat(event.currentTarget.dataset as SeatPressed);
  },
  /** In the table a day need not be open before. */
  pressDay(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.date = event.detail.id;
    this.show({ seat: '', done: '', problem: '', late: false, words: '' });
  },
  async pressSeat(event: WechatMiniprogram.CustomEvent<SeatPressed & { id: string }>) {
    this.date = event.detail.id;
    this.show({ done: '', problem: '', late: false, words: '' });
    await this.fillSeat(event.detail);
  },
  /** With everybody who may sit there. */
  async fillSeat({ seat = '', name = '', person = '' }: SeatPressed) {
    this.person = person;
    if (!(await this.readOn('people', true))) return;
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
  ask(event: WechatMiniprogram.BaseEvent) {
    const { asking } = event.currentTarget.dataset as { asking: Asked };
    const question = asking === 'rest' ? askRest(this.data.view?.drafts ?? []) : QUESTIONS[asking];
    this.setData({ asking, question });
  },
  stopAsking() {
    this.setData({ asking: '' });
  },
  confirm() {
    const { asking, words } = this.data;
    void this.run(toAct(asking as Asked, { date: this.date, words: words.trim(), today: today() }));
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
