import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Activity, ActivityRow } from '../../contract/publicity-month';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { sayFullDate } from '../../view/dates';
import { explain, explainOpening } from '../../view/feedback';
import { intend, newId } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { Starter } from '../services/article-start';
import { getPlan, saveActivity } from '../../services/publicity';
import { takeList } from '../../services/take-list';
import {
  missingIn,
  newActivity,
  PROFESSIONS,
  sayCount,
  STATES,
  toActivity,
  toLines,
  withProfession,
} from './view';
import type { ActivityLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    writing: '',
    problem: '',
    retry: false,
    done: '',
    years: [] as readonly Choice[],
    year: '',
    lines: [] as readonly ActivityLine[],
    count: '',
    row: null as ActivityRow | null,
    /** The row's day. */
    when: '',
    missing: '',
    professions: PROFESSIONS,
    states: STATES,
    skeleton: ['card', 'card', 'card'],
  },
  activities: [] as readonly ActivityRow[],
  pending: undefined as Pending<Activity> | undefined,
  starter: null as Starter | null,

  async onLoad() {
    this.starter = new Starter();
    const thisYear = Number(today().slice(0, 4));
    const years = [thisYear, thisYear + 1].map((year) => ({ id: String(year), text: `${String(year)}年` }));
    this.setData({ years, year: String(thisYear) });
    await this.load();
  },
  async load() {
    const { year } = this.data;
    const result = await getPlan(Number(year));
    if (year !== this.data.year) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    this.activities = result.data.activities;
    const lines = toLines(this.activities, today());
    const over = this.data.retry ? { problem: '', retry: false } : {};
    this.setData({ loading: false, lines, count: sayCount(lines, this.activities), ...over });
  },
  async chooseYear(event: Chosen) {
    this.setData({ year: event.detail.id, lines: [], row: null, loading: true });
    await this.load();
  },

  async takeOut() {
    await takeList(this, { list: 'plan', year: Number(this.data.year) }, explain);
  },
  edit(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const row = this.activities.find((activity) => activity.id === id);
    if (row) this.show(row);
  },
  add() {
    const { year } = this.data;
    this.show(newActivity(newId(), today().startsWith(year) ? today() : `${year}-03-01`));
  },
  show(row: ActivityRow) {
    this.setData({ row, when: sayFullDate(row.date), missing: missingIn(row), done: '', problem: '' });
    scrollToTop();
  },
  close() {
    this.setData({ row: null });
  },
  change(patch: Partial<ActivityRow>) {
    if (!this.data.row) return;
    const row = { ...this.data.row, ...patch };
    this.setData({ row, when: sayFullDate(row.date), missing: missingIn(row) });
  },
  type(event: Typed) {
    const { field } = event.currentTarget.dataset as { field: string };
    const { value } = event.detail;
    this.change(
      field === 'people' ? { people: Math.min(Number.parseInt(value, 10) || 0, 99_999) } : { [field]: value },
    );
  },
  chooseProfession(event: Chosen) {
    if (this.data.row) this.change(withProfession(this.data.row, event.detail.id));
  },
  chooseState(event: Chosen) {
    this.change({ state: event.detail.id as Activity['state'] });
  },
  chooseDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ date: event.detail.value });
  },
  async save() {
    const { row, busy } = this.data;
    if (!row || busy || missingIn(row)) return;
    const activity = toActivity(row);
    const year = Number(this.data.year);
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify([year, row.edition, activity]), () => activity);
    const result = await saveActivity({ year, edition: row.edition, activity }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.setData({ busy: false, row: null, done: '记下了。' });
    else this.setData({ busy: false, problem: explain(result), retry: false });
    scrollToTop();
    await this.load();
  },
  /** The article of what was done: the one there is, or a new one. */
  async write(event: WechatMiniprogram.BaseEvent) {
    const { id, article } = event.currentTarget.dataset as { id: string; article: string };
    if (article) openPage('office/article', { article });
    else if (!this.data.writing && this.starter) {
      this.setData({ writing: id, problem: '' });
      const result = await this.starter.start({ kind: 'activity', of: `${this.data.year}-${id}` });
      this.setData({ writing: '' });
      if (result.ok) openPage('office/article', { article: result.data.article });
      else this.setData({ problem: explain(result), retry: false });
    }
  },
});
