import { today } from '../../platform/clock';
import type { Chosen } from '../../platform/events';
import { explainOpening } from '../../platform/feedback';
import { showPhotos } from '../../platform/files';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { read } from '../../platform/navigate';
import { endPull } from '../../platform/phone';
import { playOn, stopPlaying } from '../../platform/recorder';
import { getRequest } from '../../services/request';
import { toProgressScreen } from './view';
import type { ProgressScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    problem: '',
    done: '',
    playing: '',
    screen: null as ProgressScreen | null,
    skeleton: ['card', 'day', 'card'],
  },
  request: '',

  onLoad(query) {
    this.request = read(query, 'request');
    if (read(query, 'fresh')) this.setData({ done: '收到了。以后在「我的」里随时能看。' });
  },
  async onShow() {
    refreshFonts(this);
    await this.load();
  },
  onHide() {
    stopPlaying();
  },
  onUnload() {
    stopPlaying();
  },
  async onPullDownRefresh() {
    await this.load();
    endPull();
  },
  async load() {
    if (this.data.problem) this.setData({ loading: true });
    const result = await getRequest(this.request);
    if (result.ok) {
      this.setData({ loading: false, problem: '', screen: toProgressScreen(result.data, today()) });
    } else this.setData({ loading: false, problem: explainOpening(result) });
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  showPhoto(event: Chosen) {
    showPhotos(this.data.screen?.photos ?? [], event.detail.id);
  },
});
