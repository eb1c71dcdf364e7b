import type { SitePart } from '../../contract/activity-kinds';
import type { ActivityView } from '../../contract/duty';
import type { Places } from '../../contract/registry';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { openDocument } from '../../platform/documents';
import { correctActivity, getActivity, transferOpinion } from '../../services/duty';
import { getPlaces } from '../../services/registry';
import { sayFullDate } from '../../view/dates';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { Starter } from '../services/article-start';
import { printActivityPaper } from '../services/papers';
import { toJudged, toOfficeActivity } from './view';
import type { OfficeActivity, PaperId } from './view';

const UNJUDGED = { quality: '', progress: '', suggestion: '' };

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    writing: false,
    site: '',
    words: '',
    unit: '',
    due: '',
    /** The same in words. */
    dueWords: '',
    first: '',
    screen: null as OfficeActivity | null,
    /** Which site is being judged; -1: none. */
    judging: -1,
    judged: UNJUDGED,
    /** Which document is being made. */
    printing: '',
    skeleton: ['card', 'card'],
  },
  id: '',
  places: undefined as Places | undefined,
  /** The problem that is shown is that it could not be opened. */
  unread: false,
  starter: null as Starter | null,
  view: undefined as ActivityView | undefined,
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.id = read(query, 'activity');
    this.starter = new Starter();
    this.setData({ first: today() });
  },
  async onShow() {
    await this.load();
  },
  async load() {
    const [activity, places] = await Promise.all([getActivity(this.id), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (!activity.ok) {
      this.unread = true;
      this.setData({ loading: false, problem: explainOpening(activity) });
      return;
    }
    this.view = activity.data;
    if (this.unread) this.setData({ problem: '' });
    this.unread = false;
    this.setData({ loading: false, screen: toOfficeActivity(activity.data, this.places, today()) });
  },
  begin() {
    const site = this.data.screen?.sites[0]?.id ?? '';
    const empty = { words: '', unit: '', due: '', dueWords: '' };
    this.setData({ writing: true, site, done: '', problem: '', ...empty });
  },
  stop() {
    this.setData({ writing: false });
  },
  chooseSite(event: Chosen) {
    this.setData({ site: event.detail.id });
  },
  typeSite(event: Typed) {
    this.setData({ site: event.detail.value });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },
  chooseUnit(event: Chosen) {
    this.setData({ unit: event.detail.id });
  },
  setDue(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ due: event.detail.value, dueWords: sayFullDate(event.detail.value) });
  },
  async transfer() {
    const { site, words, unit, due, busy } = this.data;
    if (busy || !site.trim() || !words.trim() || !unit) return;
    this.setData({ busy: true, problem: '' });
    const opinion = { activity: this.id, site: site.trim(), words: words.trim(), unit, ...(due && { due }) };
    this.pending = intend(this.pending, JSON.stringify(opinion), () => unit);
    const result = await transferOpinion(opinion, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ busy: false, writing: !result.ok });
    await this.load();
    this.setData(result.ok ? { done: '转过去了，单位会收到通知。' } : { problem: explain(result) });
    scrollToTop();
  },
  async acted() {
    await this.load();
    this.setData({ done: '记下了。' });
  },
  beginSite(event: WechatMiniprogram.BaseEvent) {
    const { at } = event.currentTarget.dataset as { at: number };
    const { quality = '', progress = '', suggestion = '' } = this.view?.sites[at] ?? {};
    this.setData({ judging: at, judged: { quality, progress, suggestion }, done: '' });
  },
  stopSite() {
    this.setData({ judging: -1 });
  },
  judge(event: Typed) {
    const { part } = event.currentTarget.dataset as { part: SitePart };
    this.setData({ [`judged.${part}`]: event.detail.value });
  },
  async saveSite() {
    const { judging, judged, busy } = this.data;
    if (busy || !this.view) return;
    this.setData({ busy: true, problem: '' });
    const { edition } = this.view;
    const to = toJudged(this.view, judging, judged);
    this.pending = intend(this.pending, JSON.stringify([edition, to]), () => this.id);
    const result = await correctActivity({ activity: this.id, edition, to }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    await this.load();
    const after = result.ok ? { judging: -1, done: '记下了。' } : { problem: explain(result) };
    this.setData(Object.assign({ busy: false }, after));
  },
  async print(event: Chosen) {
    const paper = event.detail.id;
    if (this.data.printing) return;
    this.setData({ printing: paper, problem: '' });
    const opened = await openDocument(await printActivityPaper(this.id, paper as PaperId));
    this.setData({ printing: '', problem: opened.ok ? '' : explain(opened) });
  },
  async tell() {
    if (this.data.busy || !this.starter) return;
    this.setData({ busy: true, problem: '' });
    const started = await this.starter.start({ kind: 'duty', of: this.id });
    this.setData({ busy: false, problem: started.ok ? '' : explain(started) });
    if (started.ok) openPage('office/article', { article: started.data.article });
  },
  openReports() {
    openPage('office/duty-report', { activity: this.id });
  },
  openCorrection() {
    openPage('deputy/correct', { activity: this.id });
  },
  openGuests() {
    openPage('deputy/activity', { activity: this.id });
  },
});
