import type { Slip } from '../../contract/reception';
import { today } from '../../platform/clock';
import { offerReminder, openMessageSettings } from '../../platform/consents';
import { sayDate, sayMoment } from '../../view/dates';
import { explain, explainOpening } from '../../view/feedback';
import { newKey } from '../../platform/keys';
import { openPage, openTab, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { addToCalendar, dial, scrollToTop } from '../../platform/phone';
import { findSlip, forgetSlip, rememberSlips } from '../../platform/slips';
import { township } from '../../platform/whereabouts';
import { getHomes } from '../../services/homes';
import { cancel, getDay, getLaterDay } from '../../services/reception';
import { offerOnce, remindOn } from '../../services/reminders';
import { REMIND_ABOUT, REMIND_WORDS, sayGivingUp, saySlip, toCalendarEntry, toSlipScreen } from './view';
import type { SlipScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    /** The slip in whose stead this one was booked could not be given back. */
    left: '',
    screen: null as SlipScreen | null,
    changeable: true,
    /** Until when one may move or give up; empty while that is not known. */
    until: '',
    /** The next day on which one may still book: 1月5日; '' while none is out. */
    later: '',
    gone: false,
    asking: false,
    givingUp: '',
    remind: offerReminder(REMIND_ABOUT, REMIND_WORDS),
    skeleton: ['day', 'card'],
  },
  booking: '',
  date: '',
  slip: null as Slip | null,
  laterDate: '',
  cancelKey: '',

  onLoad(query) {
    this.booking = read(query, 'booking');
    this.date = read(query, 'date');
    if (read(query, 'fresh')) this.setData({ done: '约好了。请记住号数和时间。' });
    if (read(query, 'kept'))
      this.setData({ left: '新的约好了，原来那张没有退成。请回「我的」打开原来那张，点「不去了」。' });
  },
  /** The slip kept on the phone shows at once, also without a network; then the day is asked. */
  async onShow() {
    const kept = findSlip(this.booking);
    const moved = this.slip !== null && kept !== undefined && kept.place !== this.slip.place;
    if (moved) this.setData({ done: '时间改好了。请记住新的号数。' });
    void offerOnce(this, REMIND_ABOUT, REMIND_WORDS);
    if (kept) await this.show(kept);
    if (!kept?.receiver || !this.data.done) await this.load();
  },
  remind() {
    void remindOn(this, REMIND_ABOUT);
  },
  openSettings() {
    openMessageSettings();
  },
  async load() {
    const result = await getDay(this.date || this.slip?.date);
    if (!result.ok) {
      const kept = this.data.screen !== null && result.code === 'offline';
      const problem = kept ? '没有网络。下面是手机里存的预约单，照样能用' : explainOpening(result);
      this.setData({ loading: false, problem, retry: true });
      return;
    }
    const slip = result.data.mine.find(
      ({ booking, state }) => booking === this.booking && state !== 'cancelled',
    );
    if (!slip) {
      forgetSlip(this.booking);
      this.setData({ loading: false, problem: '', screen: null, gone: true });
      return;
    }
    rememberSlips([slip]);
    const home = result.data.homes.find(({ home }) => home === slip.home);
    const until = home?.open === true ? `网上改时间、退号，到${sayMoment(home.closesAt, today())}为止。` : '';
    this.setData({ problem: '', changeable: home?.open === true, until });
    await this.show(slip);
    await this.lookForLater();
  },
  /** Another day is offered only when one is out. */
  async lookForLater() {
    const movable = this.data.changeable && this.slip?.state === 'booked';
    const later = movable && this.slip ? await getLaterDay(this.slip.date) : undefined;
    this.laterDate = later?.ok ? later.data.date : '';
    this.setData({ later: this.laterDate && sayDate(this.laterDate, today()) });
  },
  async show(slip: Slip) {
    this.slip = slip;
    const home = (await getHomes()).find(({ id }) => id === slip.home);
    const screen = toSlipScreen(slip, home, { township: township(), today: today() });
    this.setData({ loading: false, screen });
  },

  openMove() {
    openPage('more/move', { booking: this.booking, date: this.slip?.date });
  },
  openLater() {
    const { slip } = this;
    if (!slip) return;
    const { booking: instead, home, whom, name } = slip;
    openPage('more/booking', { date: this.laterDate, home, instead, whom, name });
  },
  bookFamily() {
    openPage('more/booking', { date: this.slip?.date, home: this.slip?.home, whom: 'family' });
  },
  async addToCalendar() {
    const { slip } = this;
    const { screen } = this.data;
    if (!slip || !screen) return;
    const added = await addToCalendar(toCalendarEntry(slip, screen));
    if (added) this.setData({ done: '加到手机日历了，前一天会响。' });
  },
  /** The words alone: the slip itself opens only on the phone that has it. */
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { screen } = this.data;
    return { title: screen ? saySlip(screen) : '人大代表接访', path: '/pages/home/home' };
  },
  openHome() {
    openTab('home');
  },
  call() {
    dial(this.data.screen?.landline ?? '');
  },
  askCancel() {
    const { screen } = this.data;
    if (screen) this.setData({ asking: true, givingUp: sayGivingUp(screen) });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  async cancelSlip() {
    const { slip } = this;
    if (!slip || this.data.busy) return;
    this.cancelKey ||= newKey();
    this.setData({ busy: true, problem: '', done: '' });
    const { booking, date, place, keys } = slip;
    const result = await cancel({ booking, date, from: place, keys }, this.cancelKey);
    this.setData({ busy: false, asking: false });
    scrollToTop();
    if (result.ok) {
      forgetSlip(booking);
      this.setData({ screen: null, gone: true });
      return;
    }
    if (result.code === 'booking-changed') await this.load();
    this.setData({ problem: explain(result), retry: false, changeable: result.code !== 'closed' });
  },
});
