import type { Values } from '../../contract/shapes';
import type { Places } from '../../contract/registry';
import { createActor } from '../../platform/actor';
import { toStep } from '../../view/acts';
import { today } from '../../platform/clock';
import { NO_REMINDER, openMessageSettings } from '../../platform/consents';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { showPhotos } from '../../platform/files';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying } from '../../platform/recorder';
import { learnTemplates } from '../../services/notify';
import { getPlaces } from '../../services/registry';
import { remindAlong, remindOn } from '../../services/reminders';
import { actOn, getRequest } from '../../services/request';
import { callAsker } from '../../services/reveal';
import { REMIND_ABOUT, sayDone, toRequestScreen } from './view';
import type { RequestScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    playing: '',
    number: '',
    screen: null as RequestScreen | null,
    remind: NO_REMINDER,
    skeleton: ['day', 'card'],
  },
  request: '',
  places: null as Places | null,
  actor: createActor(actOn),

  onLoad(query) {
    this.request = read(query, 'request');
  },
  async onShow() {
    void learnTemplates();
    await this.load();
  },
  remind() {
    void remindOn(this, REMIND_ABOUT, true);
  },
  openSettings() {
    openMessageSettings();
  },
  onHide() {
    stopPlaying();
  },
  onUnload() {
    stopPlaying();
  },
  async load() {
    const [result, places] = await Promise.all([getRequest(this.request), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (result.ok) {
      const screen = toRequestScreen(result.data, this.places, today());
      this.setData({ loading: false, problem: '', screen });
      return;
    }
    this.setData({ loading: false, problem: explainOpening(result), retry: canRetry(result.code) });
    // Recused from it, or handed it over: what was shown stays, but nothing can be done with it from here.
    if (result.code === 'not-found' && this.data.screen) this.setData({ 'screen.acts': [] });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    if (this.data.busy) return;
    // WeChat's question comes inside the tap; the act does not wait for its answer.
    void remindAlong(this, REMIND_ABOUT, true);
    const step = toStep(event.detail.id, event.detail.values, false);
    this.setData({ busy: true, problem: '', done: '' });
    const result = await this.actor(this.request, step);
    if (result.ok || !canRetry(result.code)) await this.load();
    if (result.ok) this.setData({ busy: false, problem: '', done: sayDone(step) });
    else this.setData({ busy: false, problem: explain(result), retry: false });
    scrollToTop();
  },
  async call() {
    const failed = await callAsker(this, this.request);
    if (failed) this.setData({ problem: explain(failed), retry: false });
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  showPhoto(event: Chosen) {
    showPhotos(this.data.screen?.request.photos ?? [], event.detail.id);
  },
});
