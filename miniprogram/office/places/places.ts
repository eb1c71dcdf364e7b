import { LIMITS } from '../../contract/limits';
import type { Half, LocalTime } from '../../contract/wire';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { newKey } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { addPlaces, blockPlaces, getDesk } from '../services/reception-desk';
import type { Desk } from '../services/reception-desk';
import { COUNTS, EVERYBODY, placesAt, sayAdded, sayTouched, toPlacesScreen } from './view';
import type { PlacesScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    screen: null as PlacesScreen | null,
    reason: '',
    most: LIMITS.blockReason,
    /** Those who booked there, before it is confirmed. */
    touched: '',
    counts: COUNTS,
    count: '1',
    skeleton: ['card', 'card', 'card'],
  },
  desk: null as Desk | null,
  which: {},
  receiver: EVERYBODY,
  chosen: null as unknown as Set<LocalTime>,
  key: '',

  async onLoad(query) {
    const date = read(query, 'date');
    this.chosen = new Set();
    this.which = date ? { date } : {};
    await this.load();
  },
  async load() {
    const asked = this.which;
    const result = await getDesk(asked);
    if (asked !== this.which) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    this.desk = result.data;
    this.show(this.data.retry ? { problem: '', retry: false } : {});
  },
  show(more: Record<string, unknown> = {}) {
    if (!this.desk) return;
    this.setData({
      loading: false,
      screen: toPlacesScreen(this.desk, this.chosen, today(), this.receiver),
      ...more,
    });
  },

  async choose(event: Chosen) {
    const { id: what } = event.currentTarget.dataset as { id: 'home' | 'half' };
    const { date, home } = this.desk ?? {};
    const { id } = event.detail;
    const day = date === undefined ? {} : { date };
    this.which = what === 'home' ? { ...day, home: id } : { ...day, ...(home && { home }), half: id as Half };
    this.chosen = new Set();
    this.receiver = EVERYBODY;
    await this.load();
  },
  chooseReceiver(event: Chosen) {
    this.receiver = event.detail.id;
    this.key = '';
    this.show({ done: '', problem: '' });
  },
  chooseCount(event: Chosen) {
    this.key = '';
    this.setData({ count: event.detail.id });
  },
  toggle(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: LocalTime };
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.key = '';
    this.show({ done: '', problem: '' });
  },
  type(event: Typed) {
    this.key = '';
    this.setData({ reason: event.detail.value });
  },

  close() {
    void this.send(this.data.reason.trim(), false);
  },
  confirm() {
    void this.send(this.data.reason.trim(), true);
  },
  open() {
    void this.send(undefined, true);
  },
  stopAsking() {
    this.key = '';
    this.setData({ touched: '' });
  },
  /** First without `confirmed`: who booked there is shown before anything happens. */
  async send(reason: string | undefined, confirmed: boolean) {
    const { desk } = this;
    if (!desk || this.data.busy || reason === '') return;
    const places = [...this.chosen].flatMap((time) => placesAt(desk, time));
    this.key ||= newKey();
    this.setData({ busy: true, problem: '', done: '' });
    const seat = this.receiver === EVERYBODY ? {} : { seat: this.receiver };
    const input = { date: desk.date, places, confirmed, ...seat, ...(reason !== undefined && { reason }) };
    const result = await blockPlaces(input, this.key);
    if (result.ok || !canRetry(result.code)) this.key = '';
    this.setData({ busy: false, touched: '' });
    if (!result.ok) this.setData({ problem: explain(result), retry: false });
    else if (!result.data.applied) this.setData({ touched: sayTouched(result.data.touched) });
    else await this.finish(reason === undefined ? '重新开放了。' : '关好了，这些时间不再接受预约。');
  },
  async add() {
    const { desk } = this;
    const adds = this.data.screen?.adds;
    if (!desk || !adds || this.data.busy) return;
    this.key ||= newKey();
    this.setData({ busy: true, problem: '', done: '' });
    const more = { date: desk.date, seat: adds.seat, time: adds.time, count: Number(this.data.count) };
    const result = await addPlaces(more, this.key);
    if (result.ok || !canRetry(result.code)) this.key = '';
    this.setData({ busy: false });
    if (!result.ok) this.setData({ problem: explain(result), retry: false });
    else await this.finish(sayAdded(result.data.places));
  },
  async finish(done: string) {
    this.chosen = new Set();
    this.setData({ done, reason: '', count: '1' });
    await this.load();
    scrollToTop();
  },
});
