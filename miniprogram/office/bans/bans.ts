import type { BanRow } from '../../contract/bans';
import { LIMITS } from '../../contract/limits';
import { now, today } from '../../platform/clock';
import { sayDay } from '../../view/dates';
import type { Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Result } from '../../contract/result';
import { takeList } from '../../services/take-list';
import { barPerson, liftBar, listBars } from '../services/reception-bans';
import { EMPTY, lastDay, sayBan, sayLift, sayMissing, toLine } from './view';
import type { Banned, BanForm, BanLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    lines: [] as readonly BanLine[],
    more: false,
    listed: false,
    /** Opened from somebody's booking: this one may be banned. */
    who: null as Banned | null,
    form: EMPTY,
    untilWords: '',
    missing: sayMissing(EMPTY),
    first: '',
    last: '',
    most: LIMITS.banReason,
    asks: '',
    title: '',
    yes: '',
    lifting: '',
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<BanRow> | undefined,
  pending: undefined as Pending<string> | undefined,

  async onLoad(query) {
    const [date, booking, name] = [read(query, 'date'), read(query, 'booking'), read(query, 'name')];
    const who = date && booking ? { date, booking, name } : null;
    this.setData({ who, first: today(), last: lastDay(now()) });
    await this.load();
  },
  async load() {
    this.paged = undefined;
    await this.loadMore();
  },
  async loadMore() {
    const result = await readOn(this.paged, listBars, ({ rows }) => rows);
    this.setData({ loading: false, retry: !result.ok });
    if (!result.ok) {
      this.setData({ problem: explainOpening(result) });
      return;
    }
    this.paged = result.data;
    const { rows, next } = result.data;
    const lines = rows.map((row) => toLine(row, today()));
    this.setData({ listed: true, problem: '', lines, more: next !== undefined });
  },

  type(event: Typed) {
    this.change({ reason: event.detail.value });
  },
  chooseUntil(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
    this.change({ until: String(event.detail.value) });
  },
  change(patch: Partial<BanForm>) {
    const form = { ...this.data.form, ...patch };
    const untilWords = form.until ? sayDay(form.until, today()) : '';
    this.setData({ form, untilWords, missing: sayMissing(form), done: '', problem: '' });
  },

  askBan() {
    const { who, form } = this.data;
    if (!who || sayMissing(form)) return;
    this.setData({ asks: sayBan(who, form, today()), title: '暂停预约吗？', yes: '暂停', lifting: '' });
  },
  askLift(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const line = this.data.lines.find(({ bar }) => bar === id);
    if (line) this.setData({ asks: sayLift(line), title: '解除吗？', yes: '解除', lifting: id });
  },
  stopAsking() {
    this.setData({ asks: '' });
  },
  async confirm() {
    const { lifting, who, form } = this.data;
    if (lifting) await this.send(lifting, (key) => liftBar(lifting, key), '解除了，现在又能约。');
    else if (who && form.until) {
      const bar = { date: who.date, booking: who.booking, reason: form.reason.trim(), until: form.until };
      const sent = await this.send(JSON.stringify(bar), (key) => barPerson(bar, key), '停好了，会告诉本人。');
      if (sent) this.setData({ who: null, form: EMPTY, untilWords: '', missing: sayMissing(EMPTY) });
    }
  },
  async takeOut() {
    await takeList(this, { list: 'bans' }, explain);
  },
  async send(wish: string, act: (key: string) => Promise<Result<unknown>>, done: string): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await act(this.pending.key);
    this.setData({ busy: false, asks: '' });
    if (!result.ok) {
      this.setData({ problem: explain(result), retry: false });
      return false;
    }
    this.pending = undefined;
    await this.load();
    this.setData({ done });
    scrollToTop();
    return true;
  },
});
