import type { Choice } from '../../components/choice-chips/choice-chips';
import { holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { sayDate } from '../../view/dates';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { getCalendarYear } from '../../services/reception';
import { getDayRecord } from '../services/reception-desk';
import { whoAmI } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { monthOf, toRecordScreen } from './view';
import type { RecordScreen } from './view';

/** Days to choose from beside the one asked for. */
const DAYS = 6;

definePage({
  data: {
    loading: true,
    problem: '',
    done: '',
    busy: false,
    /** Staff and chief: who may take the list out. */
    office: false,
    date: '',
    days: [] as readonly Choice[],
    screen: null as RecordScreen | null,
    skeleton: ['card', 'card'],
  },

  async onLoad(query) {
    const asked = read(query, 'date');
    const [year, who] = await Promise.all([getCalendarYear(Number(today().slice(0, 4))), whoAmI()]);
    const office = who.ok && holdsAny(who.data.grants, OFFICE);
    const dates = year.ok ? year.data.days.map(({ date }) => date).filter((date) => date <= today()) : [];
    const latest = [...new Set(dates)].sort().slice(-DAYS).reverse();
    const date = asked && asked <= today() ? asked : (latest[0] ?? (asked || today()));
    this.setData({ office, date, days: latest.map((each) => ({ id: each, text: sayDate(each) })) });
    await this.load();
  },
  async load() {
    const { date } = this.data;
    const result = await getDayRecord(date);
    if (date !== this.data.date) return;
    if (result.ok)
      this.setData({ loading: false, problem: '', screen: toRecordScreen(result.data, today()) });
    else this.setData({ loading: false, problem: explainOpening(result) });
  },
  /** Who was booked on this day, or in its month. */
  async takeOut(event: WechatMiniprogram.BaseEvent) {
    const { date } = this.data;
    const { span } = event.currentTarget.dataset as { span: 'day' | 'month' };
    const [from, to] = span === 'day' ? [date, date] : monthOf(date);
    const rows = await takeList(this, { list: 'bookings', from, to }, explain);
    if (rows !== undefined) this.setData({ done: `导出了 ${String(rows)} 人。` });
  },
  async choose(event: Chosen) {
    this.setData({ date: event.detail.id, loading: true, screen: null });
    await this.load();
  },
});
