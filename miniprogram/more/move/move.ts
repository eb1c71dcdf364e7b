import type { DayView, HomeDay, MoveInput, Slip } from '../../contract/reception';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { goBack, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import {
  keepReceiver,
  listFree,
  pickPlace,
  sayTimeWish,
  toTimeWish,
  withReceiver,
} from '../../view/place-choice';
import { rememberSlips } from '../../platform/slips';
import { getDay, move } from '../../services/reception';
import { sayWho, toMoveScreen } from './view';
import type { MoveScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    screen: null as MoveScreen | null,
    time: '',
    main: '改时间',
    who: '',
    skeleton: ['card', 'day'],
  },
  booking: '',
  date: '',
  day: null as DayView | null,
  pending: undefined as Pending<Omit<MoveInput, 'township'>> | undefined,

  async onLoad(query) {
    this.booking = read(query, 'booking');
    this.date = read(query, 'date');
    await this.load();
  },
  async load() {
    const result = await getDay(this.date || undefined);
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    this.day = result.data;
    const screen = toMoveScreen(result.data, this.slip(), this.homeDay(), today());
    this.setData({ loading: false, retry: false, screen, time: '', main: '改时间', who: '' });
  },
  slip(): Slip | undefined {
    return this.day?.mine.find(({ booking, state }) => booking === this.booking && state === 'booked');
  },
  homeDay(): HomeDay | undefined {
    const home = this.slip()?.home;
    return this.day?.homes.find((each) => each.home === home);
  },
  chooseTime(event: Chosen) {
    const time = event.detail.id;
    const who = sayWho(this.placesAt(time), this.slip()?.receiver);
    this.setData({ time, who, main: `改到：${sayTimeWish(time)}` });
  },
  /** With the same receiver where one can. */
  placesAt(time: string) {
    const home = this.homeDay();
    return home ? keepReceiver(listFree(home, { who: 'any' }), time, this.slip()?.receiver?.person) : [];
  },

  async confirm() {
    const slip = this.slip();
    const home = this.homeDay();
    if (!slip || !home || this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const { time } = this.data;
    const place = pickPlace(this.placesAt(time), time, Math.random)?.place ?? '';
    const { booking, date } = slip;
    const body = {
      booking,
      date,
      from: slip.place,
      place,
      wish: { who: 'any' },
      ...toTimeWish(time),
    } as const;
    const pending = intend(this.pending, `${slip.place} ${time}`, () => body);
    const result = await move(pending.input, pending.key);
    if (result.ok) {
      const { receiver: _before, ...kept } = slip;
      rememberSlips([withReceiver({ ...kept, ...result.data }, home)]);
      goBack();
      return;
    }
    this.pending = canRetry(result.code) ? pending : undefined;
    if (!this.pending) await this.load();
    this.setData({ busy: false, problem: explain(result), retry: this.pending !== undefined });
    scrollToTop();
  },
  again() {
    if (this.data.screen) void this.confirm();
    else void this.load();
  },
  leave() {
    goBack();
  },
});
