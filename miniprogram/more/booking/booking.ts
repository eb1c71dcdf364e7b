import { LIMITS } from '../../contract/limits';
import type { DayView, HomeDay } from '../../contract/reception';
import type { HomeCard, Places } from '../../contract/registry';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import type { Pending } from '../../platform/keys';
import { openPage, read, replacePage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { dial, scrollToTop } from '../../platform/phone';
import { sayDay } from '../../view/dates';
import { listFree, toWish } from '../../view/place-choice';
import type { Failure } from '../../contract/result';
import { recall } from '../../platform/storage';
import { whereabouts } from '../../platform/whereabouts';
import { getHomes } from '../../services/homes';
import { getDay, getLaterDay } from '../../services/reception';
import { getPlaces } from '../../services/registry';
import { giveBack, sendBooking } from './send';
import type { Body } from './send';
import { isLast, ON_ONE_PAGE, sayStepReason, turned } from './steps';
import { answer, emptyForm, forWhom, toBookingScreen } from './view';
import type { BookingForm, BookingScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    help: '',
    /** Nothing is free, one waits for a time. */
    waiting: false,
    /** The next day on which one may still book, where this one has nothing: 1月5日 星期二. */
    later: '',
    skeleton: ['form', 'form', 'day'],
    screen: null as BookingScreen | null,
    form: emptyForm(),
    step: ON_ONE_PAGE.step,
    /** The question that is open. */
    open: '',
    whom: [
      { id: 'self', text: '自己' },
      { id: 'family', text: '家里人' },
    ],
    nameLimit: LIMITS.name,
  },
  day: null as DayView | null,
  home: '',
  date: '',
  later: '',
  homes: [] as readonly HomeCard[],
  places: null as Places | null,
  pending: undefined as Pending<Body> | undefined,
  /** The slip in whose place this one is booked; empty: none. */
  instead: '',

  async onLoad(query) {
    this.date = read(query, 'date');
    this.home = read(query, 'home') || (whereabouts()?.home ?? '');
    const person = read(query, 'person');
    const self = recall('self');
    const known = { ...emptyForm(), name: self?.name ?? '', phone: self?.phone ?? '' };
    const form = forWhom(known, read(query, 'whom'), read(query, 'name'));
    this.instead = read(query, 'instead');
    if (!form.name || (form.whom === 'family' && !form.family)) this.setData({ open: 'whom' });
    await this.load({ ...form, who: person ? `p:${person}` : 'any' });
  },

  onShow() {
    this.setData({ step: this.data.fonts.elder ? this.data.step || 'time' : '' });
    this.show(this.data.form);
  },

  /** Reads the day and preselects 最早的 within the wish. */
  async load(form: BookingForm) {
    const result = await getDay(this.date || undefined);
    if (!result.ok) {
      this.setData({ loading: false, form, problem: explainOpening(result), help: '再试' });
      return;
    }
    this.day = result.data;
    this.date = result.data.date;
    this.home ||= result.data.homes[0]?.home ?? '';
    this.homes = await getHomes();
    this.show(this.withEarliest(form));
    if (this.data.screen?.stop) await this.lookForLater();
  },
  /** Nothing can be booked on this day: the next one that can is one tap away. */
  async lookForLater() {
    const later = await getLaterDay(this.date);
    this.later = later.ok ? later.data.date : '';
    this.setData({ later: this.later ? sayDay(this.later, today()) : '' });
  },
  async openLater() {
    this.date = this.later;
    this.setData({ later: '', loading: true, screen: null });
    await this.load(this.data.form);
  },
  homeDay(): HomeDay | undefined {
    return this.day?.homes.find(({ home }) => home === this.home);
  },
  withEarliest(form: BookingForm): BookingForm {
    const home = this.homeDay();
    const first = home ? listFree(home, toWish(form.who))[0] : undefined;
    return { ...form, time: first?.time ?? '' };
  },
  show(form: BookingForm) {
    if (!this.day) return;
    const { day, homes, places } = this;
    const village = whereabouts()?.village;
    const shown = { day, homes, places, village, home: this.homeDay(), form, today: today() };
    const screen = { ...toBookingScreen(shown), reason: sayStepReason(form, this.data.step) };
    this.setData({ loading: false, form, screen });
  },

  /** The directory is asked for only by those who want a certain person or say what it is about. */
  async toggle(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const open = this.data.open === id ? '' : id;
    this.setData({ open });
    if ((open !== 'who' && open !== 'what') || this.places) return;
    const places = await getPlaces();
    if (places.ok) this.places = places.data;
    this.show(this.data.form);
  },
  choose(event: Chosen) {
    const { id: question } = event.currentTarget.dataset as { id: string };
    const { id } = event.detail;
    if (question === 'home') this.home = id;
    const form = answer(this.data.form, question, id);
    this.setData({ open: question === 'whom' ? 'whom' : '' });
    this.show(question === 'who' || question === 'home' ? this.withEarliest(form) : form);
  },
  /** Only what typing changes goes to the screen. */
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'name' | 'family' | 'phone' };
    const form = { ...this.data.form, [id]: event.detail.value };
    this.setData({
      [`form.${id}`]: event.detail.value,
      'screen.reason': sayStepReason(form, this.data.step),
    });
  },
  openWaiting() {
    this.setData({ waiting: true });
  },
  call() {
    dial(this.homes.find(({ id }) => id === this.home)?.landline ?? '');
  },

  /** Leads to what is missing: it is always the name or the phone. */
  showMissing() {
    this.setData({ open: 'whom' });
    scrollToTop();
  },
  /** The red button: on to the next question, and from the last one off. */
  go() {
    if (isLast(this.data.step)) void this.confirm();
    else this.turn(1);
  },
  back() {
    this.turn(-1);
  },
  turn(by: 1 | -1) {
    this.setData(turned(this.data.form, this.data.step, by));
    scrollToTop();
  },
  async confirm() {
    const home = this.homeDay();
    if (!home || this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const sent = await sendBooking({ date: this.date, home, form: this.data.form, pending: this.pending });
    const result = sent?.result ?? ({ ok: false, code: 'full' } satisfies Failure);
    this.pending = sent && !result.ok && canRetry(result.code) ? sent.pending : undefined;
    if (result.ok) {
      const fresh = result.data.state === 'booked' ? '1' : '';
      const kept = (await giveBack(this.instead, result.data)) ? '' : '1';
      replacePage('more/slip', { booking: result.data.booking, date: this.date, fresh, kept });
      return;
    }
    // What was seen is not what is: the time is asked again.
    if (!this.pending && this.data.step) this.setData({ step: 'time' });
    if (!this.pending) await this.load(this.data.form);
    const other = result.code === 'already-booked' ? '看我的预约单' : '';
    this.setData({ busy: false, problem: explain(result), help: this.pending ? '再试' : other });
    scrollToTop();
  },
  helpOut() {
    const mine = this.day?.mine.find(({ state }) => state === 'booked');
    if (this.data.help !== '再试' && mine) openPage('more/slip', { booking: mine.booking, date: mine.date });
    else if (this.data.screen) void this.confirm();
    else void this.load(this.data.form);
  },
});
