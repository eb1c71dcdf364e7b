import type { VisitState } from '../../contract/desk';
import type { Half } from '../../contract/wire';
import type { Chosen, Typed } from '../../view/events';
import { onKeys } from '../../platform/keyboard';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { hasKeys, scanCode } from '../../platform/phone';
import { onBackOnline, repeat } from '../../platform/repeat';
import { textOfScan } from './find';
import { pressOn } from './keys';
import type { Entered, Pressed } from './send';
import { DeskSession } from './session';
import type { Picture } from './picture';
import type { DeskScreen, RowLine } from './view';
import type { VisitView } from './visit';

/** How often the desk looks what the other one did (ms): people change places every few minutes. */
const LOOK_MS = 12_000;
/** Rows drawn at first: a phone stays quick with 300 nodes, and nobody reads further at once. */
const ROWS = 30;

definePage({
  data: {
    loading: true,
    problem: '',
    retry: false,
    done: '',
    queued: '',
    screen: null as DeskScreen | null,
    visit: null as VisitView | null,
    found: null as readonly RowLine[] | null,
    villages: [] as readonly { id: string; name: string }[],
    chosen: '',
    text: '',
    finding: false,
    showOver: false,
    walking: false,
    most: ROWS,
    keys: hasKeys(),
    skeleton: ['card', 'card', 'card'],
  },
  desk: null as DeskSession | null,
  stops: [] as (() => void)[],

  onLoad(query) {
    const desk = new DeskSession((ended) => {
      this.show(ended);
    });
    const date = read(query, 'date');
    if (date) desk.look({ date });
    this.desk = desk;
    void desk.learn().then((learnt) => {
      this.show(learnt);
    });
  },
  async onShow() {
    const look = (): Promise<void> => this.load();
    const hear = (key: string): void => {
      pressOn(this, key);
    };
    this.stops = [repeat(LOOK_MS, look), onBackOnline(() => void look()), onKeys(hear)];
    await this.load();
  },
  onHide() {
    for (const stop of this.stops) stop();
    this.stops = [];
  },
  onUnload() {
    for (const stop of this.stops) stop();
  },
  async load() {
    const failed = this.data.retry;
    const loaded = (await this.desk?.refresh()) ?? {};
    this.show(failed && !loaded.retry ? { ...loaded, problem: '' } : loaded);
  },
  show(more: Picture) {
    const picture = this.desk?.picture({ ...this.data, ...more });
    this.setData({ ...picture, ...more });
  },

  async choose(event: Chosen) {
    const { id: what } = event.currentTarget.dataset as { id: 'home' | 'half' };
    const { id } = event.detail;
    if (what === 'home') this.desk?.lookAtHome(id);
    else this.desk?.look({ half: id as Half });
    this.setData({ chosen: '', found: null, most: ROWS });
    await this.load();
  },
  async select(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const found = this.data.found !== null;
    this.show({ chosen: id, walking: false, done: '' });
    if (found) this.show((await this.desk?.goTo(id)) ?? {});
  },
  /** In the row itself: whoever stands at the door is not looked up first. */
  async arrive(event: WechatMiniprogram.BaseEvent) {
    await this.select(event);
    this.take({ to: 'arrived', seat: '' });
  },
  openWalkIn() {
    this.show({ walking: true, chosen: '', done: '' });
  },
  closeSide() {
    this.show({ walking: false, chosen: '' });
  },
  showMore() {
    this.show({ most: this.data.most + ROWS });
  },
  toggleOver() {
    this.show({ showOver: !this.data.showOver });
  },

  type(event: Typed) {
    this.setData({ text: event.detail.value });
  },
  typeReason(event: Typed) {
    if (this.desk) this.desk.reason = event.detail.value.trim();
  },
  leaveFind() {
    this.setData({ finding: false });
  },
  clearFind() {
    this.show({ found: null, text: '' });
  },
  async scan() {
    const scanned = await scanCode();
    if (scanned) await this.search(textOfScan(scanned));
  },
  find() {
    void this.search(this.data.text.trim());
  },
  async search(text: string) {
    this.show((await this.desk?.search(text)) ?? {});
  },

  step(event: WechatMiniprogram.CustomEvent<{ to: VisitState; seat: string }>) {
    this.take(event.detail);
  },
  finish(event: WechatMiniprogram.CustomEvent<Omit<Pressed, 'to' | 'seat'>>) {
    this.take({ ...event.detail, to: 'met', seat: '' });
  },
  /** A request has a form of its own, which ends the visit; all else is one act. */
  take(pressed: Pressed) {
    const request = this.desk?.raise(this.data.chosen, pressed);
    if (request) openPage('office/raise', request);
    else void this.act(this.desk?.step(this.data.chosen, pressed));
  },
  bar() {
    openPage('office/bans', this.data.visit?.bans ?? {});
  },
  enterWalkIn(event: WechatMiniprogram.CustomEvent<Entered>) {
    void this.act(this.desk?.enter(event.detail));
  },
  async act(sent: Promise<void> | undefined) {
    if (!sent) return;
    this.show({ done: '', problem: '', walking: false });
    await sent;
    await this.load();
  },
});
