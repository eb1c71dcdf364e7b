import type { HeldRequest } from '../../contract/content-check';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { showPhotos } from '../../platform/files';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { playOn, stopPlaying } from '../../platform/recorder';
import { listHeld, settlePart } from '../../services/request';
import { toHeldScreen, without } from './view';
import type { HeldScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    playing: '',
    /** Asked once before a part is let through or kept back, neither of which can be undone: its key. */
    asking: '',
    releasing: false,
    screen: null as HeldScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<HeldRequest> | undefined,
  pending: undefined as Pending<{ request: string; part: string; release: boolean }> | undefined,

  async onShow() {
    await this.load();
  },
  onHide: stopPlaying,
  onUnload: stopPlaying,
  async load() {
    this.paged = undefined;
    await this.readOn();
  },
  async readOn() {
    this.setData({ busy: true });
    const result = await readOn(this.paged, listHeld, ({ requests }) => requests);
    this.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
    if (result.ok) this.show(result.data);
  },
  show(paged: Paged<HeldRequest>) {
    this.paged = paged;
    this.setData({ screen: toHeldScreen(paged, today()) });
  },
  askKeep(event: WechatMiniprogram.BaseEvent) {
    this.ask(event, false);
  },
  askRelease(event: WechatMiniprogram.BaseEvent) {
    this.ask(event, true);
  },
  ask(event: WechatMiniprogram.BaseEvent, releasing: boolean) {
    const { key } = event.currentTarget.dataset as { key: string };
    this.setData({ asking: key, releasing, done: '' });
  },
  leave() {
    this.setData({ asking: '' });
  },
  async settle(event: WechatMiniprogram.BaseEvent) {
    const { request, part } = event.currentTarget.dataset as { request: string; part: string };
    const release = this.data.releasing;
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    const wish = { request, part, release };
    this.pending = intend(this.pending, JSON.stringify(wish), () => wish);
    const result = await settlePart(this.pending.input, this.pending.key);
    this.setData({ busy: false, asking: '', problem: result.ok ? '' : explain(result) });
    if (!result.ok || !this.paged) return;
    this.setData({ done: release ? '放行了，承办的人看得到了。' : '不给别人看，反映人自己仍看得到。' });
    this.show({ ...this.paged, rows: without(this.paged.rows, request, part) });
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  showPhoto(event: Chosen) {
    showPhotos([{ path: event.detail.id }], event.detail.id);
  },
});
