import type { DeskRow, VisitState } from '../../contract/desk';
import type { Half } from '../../contract/wire';
import { now } from '../../platform/clock';
import type { Chosen, Typed } from '../../platform/events';
import { explain, explainOpening } from '../../platform/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { onKeys } from '../../platform/keyboard';
import { read } from '../../platform/navigate';
import { endPull, scanCode, scrollToTop } from '../../platform/phone';
import { onBackOnline, repeat } from '../../platform/repeat';
import type { Result } from '../../platform/result';
import { getPlaces, whoAmI } from '../../services/registry';
import { findVisitor, getDesk } from '../../services/reception-desk';
import type { Desk } from '../../services/reception-desk';
import { readKey } from './keys';
import { createQueue } from './queue';
import type { Act, Queue, Wish } from './queue';
import { sayEnd, sayQueue, send, toStep, toWalkIn } from './send';
import type { Entered, Pressed } from './send';
import { seatOf, textOfScan, toFoundLines } from './find';
import { stepThrough, toDeskScreen } from './view';
import type { DeskScreen, RowLine, Shown } from './view';
import { toVisit } from './visit';
import type { VisitView } from './visit';

/** How often the desk looks what the other one did (ms): people change places every few minutes. */
const LOOK_MS = 12_000;

Page({
  data: {
    ...{ fonts: readFonts(), loading: true, problem: '', retry: false, done: '', queued: '' },
    screen: null as DeskScreen | null,
    visit: null as VisitView | null,
    found: null as readonly RowLine[] | null,
    villages: [] as readonly { id: string; name: string }[],
    ...{ chosen: '', text: '', finding: false, showOver: false, walking: false, walkProblem: '' },
    ...{ keys: false, skeleton: ['card', 'card', 'card'] },
  },
  which: {} as { date?: string; home?: string; half?: Half },
  desk: null as Desk | null,
  hits: [] as readonly DeskRow[],
  categories: new Map<string, string>(),
  person: undefined as string | undefined,
  office: true,
  queue: null as unknown as Queue,
  stops: [] as readonly (() => void)[],

  onLoad(query) {
    const date = read(query, 'date');
    if (date) this.which = { date };
    this.queue = createQueue({ send, ended: this.ended.bind(this) });
    void this.learn();
  },
  async onShow() {
    refreshFonts(this);
    const look = async (): Promise<void> => {
      await this.queue.flush();
      await this.load();
    };
    const keys = onKeys((key) => {
      this.press(key);
    });
    this.stops = [repeat(LOOK_MS, look), onBackOnline(() => void look()), keys];
    await this.load();
  },
  onHide() {
    for (const stop of this.stops) stop();
    this.stops = [];
  },
  onUnload() {
    this.onHide();
  },
  async onPullDownRefresh() {
    await this.load();
    endPull();
  },
  /** Whose seat it is, and the words of villages and categories: once. */
  async learn() {
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (who.ok) {
      const held = who.data.grants.filter(({ state }) => state === 'confirmed');
      this.office = held.some(({ role }) => role === 'staff' || role === 'chief');
      this.person = held.find(({ person }) => person !== undefined)?.person;
    }
    if (!places.ok) return;
    this.categories = new Map(places.data.categories.map(({ id, name }) => [id, name]));
    this.setData({ villages: places.data.villages.map(({ id, name }) => ({ id, name })) });
    this.show();
  },
  /** Without a network the last answer stays on the screen. */
  async load() {
    const asked = this.which;
    const result = await getDesk(asked);
    if (asked !== this.which) return;
    if (result.ok) {
      this.desk = result.data;
      this.show(this.data.retry ? { problem: '', retry: false } : {});
      return;
    }
    const stale = this.desk && result.code === 'offline';
    const problem = stale ? '没有网络。下面是刚才的名单，按了的会等联网再送' : explainOpening(result);
    this.setData({ loading: false, problem, retry: true });
  },
  shown(desk: Desk): Shown {
    return { desk, now: now(), categories: this.categories, held: (booking) => this.queue.holds(booking) };
  },
  mine(desk: Desk): string | undefined {
    return this.office ? undefined : seatOf(desk, this.person);
  },
  show(more: Partial<typeof this.data> = {}) {
    const { desk } = this;
    if (!desk) return;
    const chosen = more.chosen ?? this.data.chosen;
    const row = desk.rows.find(({ booking }) => booking === chosen);
    const visit = row ? toVisit(row, this.shown(desk), this.mine(desk)) : null;
    const queued = sayQueue(this.queue.waiting());
    this.setData({ ...more, loading: false, screen: toDeskScreen(this.shown(desk)), visit, queued });
  },

  async act(wish: Wish) {
    const sent = this.queue.add(wish);
    this.show({ done: '', problem: '', walking: false });
    await sent;
    await this.load();
  },
  ended(act: Act, result: Result<{ booking: string; number?: number }>) {
    this.setData({ ...sayEnd(act, result), retry: false });
    if (result.ok && 'visitor' in act) this.setData({ chosen: result.data.booking });
    if (!result.ok) scrollToTop();
  },
  step(event: WechatMiniprogram.CustomEvent<{ to: VisitState; seat: string }>) {
    void this.stepTo(event.detail);
  },
  finish(event: WechatMiniprogram.CustomEvent<Omit<Pressed, 'to' | 'seat'>>) {
    void this.stepTo({ ...event.detail, to: 'met', seat: '' });
  },
  async stepTo(pressed: Pressed) {
    const row = this.desk?.rows.find(({ booking }) => booking === this.data.chosen);
    if (row && this.desk && !this.queue.holds(row.booking)) {
      await this.act(toStep(this.desk, row, pressed, this.mine(this.desk)));
    }
  },
  async enterWalkIn(event: WechatMiniprogram.CustomEvent<Entered>) {
    if (this.desk) await this.act(toWalkIn(this.desk, event.detail, this.mine(this.desk)));
  },
  async resend() {
    await this.queue.flush();
    await this.load();
  },
});
