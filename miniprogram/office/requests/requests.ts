import type { Values } from '../../contract/shapes';
import type { OfficeQueue } from '../../contract/request-lists';
import type { Chosen, Typed } from '../../view/events';
import { onKeys } from '../../platform/keyboard';
import { openPage, openTab, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { isWide, scrollToTop } from '../../platform/phone';
import { takeList } from '../../services/take-list';
import { explain } from '../../view/feedback';
import type { Batch } from './batch';
import { toggleView } from './filter';
import { RequestsSession } from './session';
import type { RequestsScreen } from './session';
import { stepThrough } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    stranger: false,
    screen: null as RequestsScreen | null,
    wide: false,
    /** The whole width as a table. */
    table: false,
    chosen: '',
    text: '',
    finding: false,
    skeleton: ['card', 'card', 'card'],
  },
  list: null as unknown as RequestsSession,
  stop: undefined as (() => void) | undefined,

  onLoad(query) {
    this.list = new RequestsSession();
    const queue = read(query, 'queue') as OfficeQueue | '';
    if (queue) this.list.look(queue, {});
    this.setData({ text: read(query, 'text'), chosen: read(query, 'request') });
  },
  async onShow() {
    this.setData({ wide: isWide() });
    this.stop = onKeys((key) => {
      this.press(key);
    });
    await this.load();
  },
  onHide() {
    this.stop?.();
  },
  onUnload() {
    this.stop?.();
  },
  async load() {
    const { problem, stranger } = await this.list.learn();
    const failed = problem || stranger ? problem : await this.list.read(false);
    if (this.data.text && !stranger) await this.list.search(this.data.text);
    this.setData({ loading: false, problem: failed, stranger });
    if (!stranger) this.show();
  },
  /** What was dealt with may leave the list: what was done is said above it. */
  async changed(event: WechatMiniprogram.CustomEvent<{ done: string }>) {
    await this.load();
    this.setData({ done: event.detail.done });
  },
  /** Beside the list one request always stands open. */
  show() {
    const screen = this.list.picture();
    const { chosen, wide } = this.data;
    const there = screen.rows.some(({ request }) => request === chosen);
    const first = screen.found && screen.rows.length === 0 ? '' : (screen.rows[0]?.request ?? '');
    // Somebody else's search or an empty list leaves nothing open beside it.
    this.setData({ screen, chosen: there || !wide ? chosen : first });
  },
  async loadMore() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const problem = await this.list.read(true);
    this.setData({ busy: false, problem });
    this.show();
  },
  async look(queue: OfficeQueue) {
    this.list.look(queue, {});
    await this.again();
  },
  async again() {
    this.setData({ done: '', problem: '', text: '', chosen: '' });
    this.show();
    await this.load();
  },

  async chooseQueue(event: Chosen) {
    await this.look(event.detail.id as OfficeQueue);
  },
  showQueues() {
    this.list.allQueues = true;
    this.show();
  },
  async chooseView(event: Chosen) {
    this.list.lookAtSaved(Number(event.detail.id));
    await this.again();
  },
  async turn(event: Typed) {
    const { part } = event.currentTarget.dataset as { part: string };
    this.list.turn(part, Number(event.detail.value));
    await this.again();
  },
  keepView() {
    toggleView(this.list.filter);
    this.show();
  },

  type(event: Typed) {
    this.setData({ text: event.detail.value });
  },
  leaveFind() {
    this.setData({ finding: false });
  },
  async find() {
    this.setData({ problem: await this.list.search(this.data.text.trim()) });
    this.show();
  },
  async clearFind() {
    this.setData({ text: '' });
    await this.find();
  },

  choose(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    if (this.data.screen?.picking) {
      this.list.pick(id);
      this.show();
    } else this.open(id);
  },
  showTable() {
    this.setData({ table: !this.data.table });
  },
  openLine(event: Chosen) {
    this.setData({ table: false });
    this.open(event.detail.id);
  },
  openOther(event: Chosen) {
    this.open(event.detail.id);
  },
  open(request: string) {
    if (this.data.wide) this.setData({ chosen: request });
    else openPage('office/request', { request });
  },
  togglePicking(event: WechatMiniprogram.BaseEvent) {
    const { act = '' } = event.currentTarget.dataset as { act?: Batch };
    this.setData({ done: '', problem: '', table: false });
    this.list.togglePicking(act);
    this.show();
  },
  /** The list as it is narrowed, or those that are chosen. */
  async takeOut() {
    const rows = await takeList(this, this.list.exported(), explain);
    if (rows === undefined) return;
    if (this.list.exportsChosen()) this.list.togglePicking('');
    this.setData({ done: `导出了 ${String(rows)} 件。` });
    this.show();
  },
  async doMany(event: WechatMiniprogram.CustomEvent<{ values: Values }>) {
    if (this.data.busy) return;
    if (this.list.exportsChosen()) {
      await this.takeOut();
      return;
    }
    this.setData({ busy: true });
    const ended = await this.list.doMany(event.detail.values);
    await this.load();
    this.setData({ busy: false, ...ended });
    scrollToTop();
  },
  press(key: string) {
    const rows = this.data.screen?.rows ?? [];
    if (key === '/') this.setData({ finding: true });
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.setData({ chosen: stepThrough(rows, this.data.chosen, key === 'ArrowDown' ? 1 : -1) });
    } else if (key === 'Enter' && this.data.chosen) this.open(this.data.chosen);
  },
  leave() {
    openTab('mine');
  },
});
