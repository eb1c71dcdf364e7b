import { today } from '../../platform/clock';
import type { Chosen } from '../../platform/events';
import { canRetry, explain, explainOpening } from '../../platform/feedback';
import { showPhotos } from '../../platform/files';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { newKey } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { dial, scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying } from '../../platform/recorder';
import { getRequest, takeRequest } from '../../services/request';
import { toMatterScreen } from './view';
import type { MatterScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    playing: '',
    screen: null as MatterScreen | null,
    skeleton: ['day', 'card'],
  },
  request: '',
  takeKey: '',

  onLoad(query) {
    this.request = read(query, 'request');
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
  async load() {
    const result = await getRequest(this.request);
    if (result.ok) {
      this.setData({ loading: false, problem: '', screen: toMatterScreen(result.data, today()) });
    } else this.setData({ loading: false, problem: explainOpening(result), retry: canRetry(result.code) });
  },

  /** The only act so far: taking it. */
  async act() {
    if (this.data.busy) return;
    this.takeKey ||= newKey();
    this.setData({ busy: true, problem: '', done: '' });
    const result = await takeRequest(this.request, this.takeKey);
    if (result.ok || !canRetry(result.code)) await this.load();
    if (result.ok) this.setData({ busy: false, done: '记下了。反映的人能看到您来联系。' });
    else this.setData({ busy: false, problem: explain(result), retry: false });
    scrollToTop();
  },
  call() {
    dial(this.data.screen?.phone ?? '');
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  showPhoto(event: Chosen) {
    showPhotos(this.data.screen?.photos ?? [], event.detail.id);
  },
});
