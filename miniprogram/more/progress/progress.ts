import type { HomeCard } from '../../contract/registry';
import type { Values } from '../../contract/shapes';
import { createActor } from '../../platform/actor';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { NO_REMINDER, openMessageSettings } from '../../platform/consents';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { showPhotos } from '../../platform/files';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { dial, scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying } from '../../platform/recorder';
import { printReceipt } from '../../services/report';
import { getHomes } from '../../services/homes';
import { offerOnce, remindAlong, remindOn } from '../../services/reminders';
import { actOn, getRequest } from '../../services/request';
import { ADDING, asksAgain, REMIND_ABOUT, REMIND_WORDS, readAct, thankFor, toProgressScreen } from './view';
import type { ProgressScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    playing: '',
    screen: null as ProgressScreen | null,
    remind: NO_REMINDER,
    /** Whom to ring. */
    homes: [] as readonly HomeCard[],
    skeleton: ['card', 'day', 'card'],
  },
  request: '',
  /** How often something had been added before the page for it was opened; undefined: it was not. */
  before: undefined as number | undefined,
  actor: createActor(actOn),

  onLoad(query) {
    this.request = read(query, 'request');
    if (read(query, 'fresh')) this.setData({ done: '收到了。以后在「我的」里随时能看。' });
  },
  async onShow() {
    void offerOnce(this, REMIND_ABOUT, REMIND_WORDS);
    await this.load();
    this.thankForAdded();
    this.setData({ homes: await getHomes() });
  },
  thankForAdded() {
    const { screen } = this.data;
    if (this.before !== undefined && screen && screen.added > this.before) {
      this.setData({ done: thankFor({ act: ADDING }) });
      scrollToTop();
    }
    this.before = undefined;
  },
  remind() {
    void remindOn(this, REMIND_ABOUT);
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
    if (this.data.problem) this.setData({ loading: true });
    const result = await getRequest(this.request);
    if (result.ok) {
      this.setData({ loading: false, problem: '', screen: toProgressScreen(result.data, today()) });
    } else this.setData({ loading: false, problem: explainOpening(result), retry: true });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    if (this.data.busy) return;
    if (event.detail.id === ADDING) {
      this.before = this.data.screen?.added;
      openPage('more/supplement', { request: this.request, about: this.data.screen?.title });
      return;
    }
    const step = readAct(event.detail.id, event.detail.values);
    // WeChat's question comes inside the tap; the act does not wait for its answer.
    if (asksAgain(step)) void remindAlong(this, REMIND_ABOUT);
    this.setData({ busy: true, problem: '', done: '' });
    const result = await this.actor(this.request, step);
    if (result.ok || !canRetry(result.code)) await this.load();
    if (result.ok) this.setData({ busy: false, done: thankFor(step) });
    else this.setData({ busy: false, problem: explain(result), retry: false });
    scrollToTop();
  },
  call(event: WechatMiniprogram.BaseEvent) {
    dial((event.currentTarget.dataset as { number: string }).number);
  },
  async printReceipt() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await printReceipt(this.request));
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened), retry: false });
  },
  openLife() {
    openPage('more/life');
  },
  openDoor() {
    openPage('more/doors', { door: this.data.screen?.door });
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  showPhoto(event: Chosen) {
    showPhotos(this.data.screen?.photos ?? [], event.detail.id);
  },
});
