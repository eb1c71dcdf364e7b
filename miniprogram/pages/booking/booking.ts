import type { Choice } from '../../components/choice-chips/choice-chips';
import { LIMITS } from '../../contract/limits';
import type { DayView, HomeDay } from '../../contract/reception';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../platform/events';
import { canRetry, explain } from '../../platform/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import type { Pending } from '../../platform/keys';
import { openPage, read, replacePage } from '../../platform/navigate';
import { dial, scrollToTop } from '../../platform/phone';
import { listFree, toWish } from '../../platform/place-choice';
import type { Failure } from '../../platform/result';
import { recall } from '../../platform/storage';
import { whereabouts } from '../../platform/whereabouts';
import { getDay } from '../../services/reception';
import { getPlaces } from '../../services/registry';
import { sendBooking } from './send';
import type { Body } from './send';
import { emptyForm, listWho, toBookingScreen } from './view';
import type { BookingForm, BookingScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    busy: false,
    problem: '',
    help: '',
    skeleton: ['form', 'form', 'day'],
    screen: null as BookingScreen | null,
    form: emptyForm(),
    /** The question that is open. */
    open: '',
    whom: [
      { id: 'self', text: '自己' },
      { id: 'family', text: '家里人' },
    ],
    who: [] as Choice[],
    categories: [] as Choice[],
    categoryName: '',
    nameLimit: LIMITS.name,
  },
  day: null as DayView | null,
  home: '',
  date: '',
  pending: undefined as Pending<Body> | undefined,

  async onLoad(query) {
    this.date = read(query, 'date');
    this.home = read(query, 'home') || (whereabouts()?.home ?? '');
    const person = read(query, 'person');
    const self = recall('self');
    const form = { ...emptyForm(), name: self?.name ?? '', phone: self?.phone ?? '' };
    await this.load({ ...form, who: person ? `p:${person}` : 'any' });
  },
  onShow() {
    refreshFonts(this);
  },

  /** Reads the day and preselects 最早的 within the wish. */
  async load(form: BookingForm) {
    const result = await getDay(this.date || undefined);
    if (!result.ok) {
      this.setData({ loading: false, form, problem: explain(result), help: '再试' });
      return;
    }
    this.day = result.data;
    this.date = result.data.date;
    this.home ||= result.data.homes[0]?.home ?? '';
    this.show(this.withEarliest(form));
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
    const homes = recall('homes')?.homes ?? [];
    const screen = toBookingScreen({ day: this.day, home: this.homeDay(), homes, form, today: today() });
    this.setData({ loading: false, form, screen });
  },

  async toggle(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const home = this.homeDay();
    const open = this.data.open === id ? '' : id;
    this.setData(open === 'who' && home ? { open, who: listWho(home) } : { open });
    if (!home || (open !== 'who' && open !== 'what')) return;
    const places = await getPlaces();
    if (!places.ok) return;
    const categories = places.data.categories.map((each) => ({ id: each.id, text: each.name }));
    this.setData({ who: listWho(home, places.data, whereabouts()?.village), categories });
  },
  chooseWhom(event: Chosen) {
    this.setData({ open: '' });
    this.show({ ...this.data.form, whom: event.detail.id === 'family' ? 'family' : 'self' });
  },
  chooseWho(event: Chosen) {
    this.setData({ open: '' });
    this.show(this.withEarliest({ ...this.data.form, who: event.detail.id }));
  },
  chooseCategory(event: Chosen) {
    const chosen = this.data.categories.find(({ id }) => id === event.detail.id);
    this.setData({ open: '', 'form.category': event.detail.id, categoryName: chosen?.text ?? '' });
  },
  chooseTime(event: Chosen) {
    this.show({ ...this.data.form, time: event.detail.id });
  },
  chooseHome(event: Chosen) {
    this.home = event.detail.id;
    this.show(this.withEarliest({ ...this.data.form, who: 'any' }));
  },
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'name' | 'family' | 'phone' };
    this.show({ ...this.data.form, [id]: event.detail.value });
  },
  call() {
    dial(recall('homes')?.homes.find(({ id }) => id === this.home)?.landline ?? '');
  },

  async confirm() {
    const home = this.homeDay();
    if (!home || this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const sent = await sendBooking({ date: this.date, home, form: this.data.form, pending: this.pending });
    const result = sent?.result ?? ({ ok: false, code: 'full' } satisfies Failure);
    this.pending = sent && !result.ok && canRetry(result.code) ? sent.pending : undefined;
    if (result.ok) {
      replacePage('slip', { booking: result.data.booking, date: this.date, fresh: '1' });
      return;
    }
    if (!this.pending) await this.load(this.data.form);
    const other = result.code === 'already-booked' ? '看我的预约单' : '';
    this.setData({ busy: false, problem: explain(result), help: this.pending ? '再试' : other });
    scrollToTop();
  },
  helpOut() {
    const mine = this.day?.mine.find(({ state }) => state === 'booked');
    if (this.data.help !== '再试' && mine) openPage('slip', { booking: mine.booking, date: mine.date });
    else if (this.data.screen) void this.confirm();
    else void this.load(this.data.form);
  },
});
