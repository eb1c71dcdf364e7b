import type { Choice } from '../../components/choice-chips/choice-chips';
import type { HomeCard } from '../../contract/registry';
import type { RosterPart } from '../../contract/roster';
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
import { askRest, type Question } from './publish-rest';
import { QUESTIONS, toAct } from './questions';
import type { Asked } from './questions';
import { NO_TABLE, showOn } from './shown';
import { yearsFrom } from './view';
import type { Candidates, DayDetail, RosterScreen, SeatPressed, Sought } from './view';

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
    candidates: null as Candidates | null,
    wide: false,
    ...NO_TABLE,
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
  sought: { text: '', group: '' },
  acts: null as RosterActs | null,
  reader: null as RosterReader | null,

  async onLoad(query) {
    this.acts = new RosterActs();
    this.date = read(query, 'date');
    this.setData({ years: yearsFrom(today()), year: (this.date || today()).slice(0, 4) });
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
    showOn(this, more);
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
    const nothing = { page: '', showPast: false, screen: null, detail: null, done: '', problem: '' };
    this.setData({ year: event.detail.id, loading: true, ...nothing });
    await this.load();
  },
  openDay(event: WechatMiniprogram.BaseEvent) {
    this.turnTo((event.currentTarget.dataset as { id: string }).id);
    if (!this.data.wide) scrollToTop();
  },
  turnTo(date: string) {
    this.date = date;
    this.show({ seat: '', done: '', problem: '', late: false, words: '' });
  },
  closeDay() {
    this.turnTo('');
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
    this.turnTo(event.detail.id);
  },
  async pressSeat(event: WechatMiniprogram.CustomEvent<SeatPressed & { id: string }>) {
    this.turnTo(event.detail.id);
    await this.fillSeat(event.detail);
  },
  /** With everybody who may sit there. */
  async fillSeat({ seat = '', name = '', person = '' }: SeatPressed) {
    this.person = person;
    if (!(await this.readOn('people', true))) return;
    this.sought = { text: '', group: '' };
    this.show({ seat, seatName: name, done: '' });
    if (!this.data.wide) scrollToTop();
  },
  seek(event: WechatMiniprogram.CustomEvent<Sought>) {
    this.sought = event.detail;
    this.show({});
  },
  chooseSpan(event: WechatMiniprogram.BaseEvent) {
    this.show({ span: (event.currentTarget.dataset as { id: string }).id, page: '' });
  },
  choosePage(event: Chosen) {
    this.show({ page: event.detail.id });
  },
  closeSeat() {
    this.setData({ seat: '' });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },

  givePerson(event: Chosen) {
    this.fill({ person: event.detail.id });
  },
  emptySeat() {
    this.fill({});
  },
  fill(by: { person?: string }) {
    const rev = this.reader?.view?.rev ?? 0;
    void this.run({ act: 'seat', date: this.date, seat: this.data.seat, rev, ...by });
  },
  markAway() {
    void this.run({ act: 'away', date: this.date, person: this.person });
  },
  ask(event: WechatMiniprogram.BaseEvent) {
    const { asking } = event.currentTarget.dataset as { asking: Asked };
    const question = asking === 'rest' ? askRest(this.reader?.view?.drafts ?? []) : QUESTIONS[asking];
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
