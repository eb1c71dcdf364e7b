import { LIMITS } from '../../contract/limits';
import type { DayView, Slip } from '../../contract/reception';
import type { HomeCard } from '../../contract/registry';
import type { Input } from '../../contract/wire';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend, newKey } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { listFree, pickPlace, withReceiver } from '../../view/place-choice';
import { township, whereabouts } from '../../platform/whereabouts';
import { getHomes } from '../../services/homes';
import { getDay } from '../../services/reception';
import { bookFor, cancelFor } from '../services/reception-desk';
import { getPlaces, whoAmI } from '../../services/registry';
import { openPaper } from './print';
import { sayReason, toBehalfScreen, toPaper, villagesFor } from './view';
import type { BehalfForm, BehalfScreen, PaperSlip } from './view';

type Body = Omit<Input<'reception', 'bookFor'>, 'township'>;
const EMPTY: BehalfForm = { village: '', name: '', phone: '', home: '', time: '' };

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    asking: false,
    form: EMPTY,
    nameLimit: LIMITS.name,
    skeleton: ['form', 'form', 'card'],
    screen: null as BehalfScreen | null,
    paper: null as PaperSlip | null,
  },
  day: null as DayView | null,
  homes: [] as readonly HomeCard[],
  villages: [] as readonly { id: string; name: string }[],
  slip: null as Slip | null,
  pending: undefined as Pending<Body> | undefined,
  cancelKey: '',

  async onLoad() {
    await this.load();
  },
  async load() {
    const [who, places, day] = await Promise.all([whoAmI(), getPlaces(), getDay()]);
    const failure = [who, places, day].find(({ ok }) => !ok);
    if (!who.ok || !places.ok || !day.ok) {
      const problem = failure && !failure.ok ? explainOpening(failure) : '';
      this.setData({ loading: false, problem, retry: true });
      return;
    }
    this.day = day.data;
    this.homes = await getHomes();
    this.villages = villagesFor(who.data.grants, places.data);
    const only = this.villages.length === 1 ? this.villages[0]?.id : undefined;
    const { form } = this.data;
    const home = form.home || (whereabouts()?.home ?? day.data.homes[0]?.home ?? '');
    this.show({ ...form, home, village: form.village || (only ?? '') });
  },
  show(form: BehalfForm) {
    if (!this.day) return;
    const screen = toBehalfScreen(this.day, this.homes, this.villages, form, today());
    this.setData({ loading: false, retry: false, form, screen });
  },

  chooseVillage(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
    const village = this.villages[Number(event.detail.value)]?.id ?? '';
    this.show({ ...this.data.form, village });
  },
  choose(event: Chosen) {
    const { id: what } = event.currentTarget.dataset as { id: 'home' | 'time' };
    const { id } = event.detail;
    const { form } = this.data;
    this.show(what === 'home' ? { ...form, home: id, time: '' } : { ...form, time: id });
  },
  /** Only what typing changes goes to the screen. */
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'name' | 'phone' };
    const form = { ...this.data.form, [id]: event.detail.value };
    this.setData({ [`form.${id}`]: event.detail.value, 'screen.reason': sayReason(form) });
  },
  again() {
    if (this.data.screen) void this.send();
    else void this.load();
  },

  body(): Body {
    const { form } = this.data;
    const home = this.day?.homes.find((each) => each.home === form.home);
    const place = home && pickPlace(listFree(home, { who: 'any' }), form.time, Math.random);
    return {
      date: this.day?.date ?? '',
      home: form.home,
      place: place?.place ?? '',
      wish: { who: 'any' },
      time: form.time,
      name: form.name.trim(),
      village: form.village,
      ...(form.phone && { phone: form.phone }),
    };
  },
  async send() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    const { form } = this.data;
    this.pending = intend(this.pending, JSON.stringify(form), () => this.body());
    const result = await bookFor(this.pending.input, this.pending.key);
    const retry = !result.ok && canRetry(result.code);
    if (!retry) this.pending = undefined;
    scrollToTop();
    if (!result.ok) {
      if (!retry) await this.load();
      this.setData({ busy: false, problem: explain(result), retry });
      return;
    }
    const home = this.day?.homes.find((each) => each.home === result.data.home);
    this.slip = home ? withReceiver(result.data, home) : result.data;
    const card = this.homes.find(({ id }) => id === result.data.home);
    const paper = toPaper(this.slip, card, township());
    this.setData({ busy: false, paper, done: '约好了，请把单子交给本人。' });
  },
  async next() {
    const { village, home } = this.data.form;
    this.setData({ paper: null, done: '', problem: '', form: { ...EMPTY, village, home } });
    await this.load();
  },
  async print() {
    if (!this.slip || this.data.busy) return;
    this.setData({ busy: true, problem: '', retry: false });
    this.setData({ busy: false, problem: await openPaper(this.slip) });
  },
  askCancel() {
    this.setData({ asking: true });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  async cancel() {
    const { slip } = this;
    if (!slip || this.data.busy) return;
    this.cancelKey ||= newKey();
    this.setData({ busy: true, problem: '' });
    const { booking, date, place, keys } = slip;
    const result = await cancelFor({ booking, date, from: place, keys }, this.cancelKey);
    this.setData({ busy: false, asking: false });
    if (result.ok || !canRetry(result.code)) this.cancelKey = '';
    if (!result.ok) this.setData({ problem: explain(result), retry: false });
    else {
      await this.next();
      this.setData({ done: '退掉了。' });
    }
  },
});
