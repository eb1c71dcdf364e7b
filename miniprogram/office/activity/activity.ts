import type { Places } from '../../contract/registry';
import { today } from '../../platform/clock';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { endPull, scrollToTop } from '../../platform/phone';
import { openDocument } from '../../platform/documents';
import { getActivity, transferOpinion } from '../../services/duty';
import { getPlaces } from '../../services/registry';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { printActivityPaper } from '../services/papers';
import { toOfficeActivity } from './view';
import type { OfficeActivity, PaperId } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    busy: false,
    problem: '',
    done: '',
    writing: false,
    site: '',
    words: '',
    unit: '',
    due: '',
    first: '',
    screen: null as OfficeActivity | null,
    /** Which document is being made. */
    printing: '',
    skeleton: ['card', 'card'],
  },
  id: '',
  places: undefined as Places | undefined,
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.id = read(query, 'activity');
    this.setData({ first: today() });
  },
  async onShow() {
    refreshFonts(this);
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    endPull();
  },
  async load() {
    const [activity, places] = await Promise.all([getActivity(this.id), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (!activity.ok) {
      this.setData({ loading: false, problem: explainOpening(activity) });
      return;
    }
    this.setData({ loading: false, screen: toOfficeActivity(activity.data, this.places, today()) });
  },
  begin() {
    const site = this.data.screen?.sites[0]?.id ?? '';
    this.setData({ writing: true, site, words: '', unit: '', due: '', done: '', problem: '' });
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
    this.setData({ due: event.detail.value });
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
  async print(event: Chosen) {
    const paper = event.detail.id;
    if (this.data.printing) return;
    this.setData({ printing: paper, problem: '' });
    const opened = await openDocument(await printActivityPaper(this.id, paper as PaperId));
    this.setData({ printing: '', problem: opened.ok ? '' : explain(opened) });
  },
  openGuests() {
    openPage('deputy/activity', { activity: this.id });
  },
});
