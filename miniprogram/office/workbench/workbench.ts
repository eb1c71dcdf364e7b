import { NO_REMINDER, openMessageSettings } from '../../platform/consents';
import { explainOpening } from '../../view/feedback';
import type { Typed } from '../../view/events';
import { onKeys } from '../../platform/keyboard';
import { openPage, openTab, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { isWide } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { sayUnread } from '../../view/words';
import type { OfficeCard } from '../../contract/request-lists';
import { getWorkbench } from '../../services/overview';
import { offerAgain, remindOn } from '../../services/reminders';
import { openFigure, openGroup, openLine } from './open';
import { askUrge, listLate, urgeAll, type UrgeQuestion } from './urge-all';
import { keysOf, pageOf, REMIND_ABOUT, toWorkbench } from './view';
import type { FigureId, ToolId, WorkbenchScreen } from './view';
import type { WorkGroup } from '../../contract/workbench';

interface Pressed {
  id: string;
  group: WorkGroup;
  date?: string;
}
const read = (event: WechatMiniprogram.BaseEvent): unknown => event.currentTarget.dataset;

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    stranger: false,
    wide: false,
    screen: null as WorkbenchScreen | null,
    chosen: '',
    text: '',
    question: null as UrgeQuestion | null,
    remind: NO_REMINDER,
    unread: sayUnread(0),
    skeleton: ['card', 'card'],
  },
  late: [] as readonly OfficeCard[],
  stop: undefined as (() => void) | undefined,

  async onShow() {
    this.setData({ wide: isWide() });
    this.stop?.();
    this.stop = onKeys((key) => {
      this.press(key);
    });
    if (whereabouts()) await Promise.all([this.load(), this.readNotices()]);
    else startAt('choose');
  },
  onHide() {
    this.stop?.();
  },
  onUnload() {
    this.stop?.();
  },
  async readNotices() {
    const unread = await offerAgain(this, REMIND_ABOUT);
    if (unread !== undefined) this.setData({ unread: sayUnread(unread) });
  },
  remind() {
    void remindOn(this, REMIND_ABOUT, true);
  },
  openSettings() {
    openMessageSettings();
  },
  openMessages() {
    openPage('more/messages');
  },
  async load() {
    const result = await getWorkbench();
    const stranger = !result.ok && result.code === 'not-allowed';
    const problem = result.ok || stranger ? '' : explainOpening(result);
    const screen = result.ok ? toWorkbench(result.data) : stranger ? null : this.data.screen;
    this.setData({ loading: false, problem, stranger, screen });
  },

  open(event: WechatMiniprogram.BaseEvent) {
    const { id } = read(event) as { id: ToolId };
    openPage(pageOf(id), { date: this.data.screen?.day?.date, part: id });
  },
  openGroup(event: WechatMiniprogram.BaseEvent) {
    openGroup((read(event) as Pressed).group);
  },
  openLine(event: WechatMiniprogram.BaseEvent) {
    const { group, id, date } = read(event) as Pressed;
    openLine(group, id, date);
  },
  openFigure(event: WechatMiniprogram.BaseEvent) {
    const { id } = read(event) as { id: FigureId };
    const { from = '', to = '' } = this.data.screen?.span ?? {};
    const figure = this.data.screen?.figures.find((each) => each.id === id);
    if (figure?.opens) openFigure(id, from, to);
  },
  openDay(event: WechatMiniprogram.BaseEvent) {
    const { page } = read(event) as { page: 'office/desk' | 'office/roster' | 'office/print' };
    openPage(page, { date: this.data.screen?.day?.date });
  },
  press(key: string) {
    const groups = this.data.screen?.groups ?? [];
    const keys = keysOf(groups);
    const at = keys.indexOf(this.data.chosen);
    if (key === 'ArrowDown') this.setData({ chosen: keys[Math.min(at + 1, keys.length - 1)] ?? '' });
    else if (key === 'ArrowUp') this.setData({ chosen: keys[Math.max(at - 1, 0)] ?? '' });
    else if (key === 'Escape') this.setData({ chosen: '', question: null });
    else if (key === 'Enter' && at >= 0) {
      const [group = '', ...id] = this.data.chosen.split(' ');
      openLine(group as WorkGroup, id.join(' '));
    }
  },

  type(event: Typed) {
    this.setData({ text: event.detail.value });
  },
  find() {
    const text = this.data.text.trim();
    if (text) openPage('office/requests', { queue: 'all', text });
  },

  async askUrge() {
    if (this.data.busy) return;
    this.setData({ busy: true, done: '', problem: '' });
    const { late, problem } = await listLate();
    this.late = late;
    this.setData({ busy: false, problem, question: late.length > 0 ? askUrge(late) : null });
  },
  stopAsking() {
    this.setData({ question: null });
  },
  async urge() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const { done, problem } = await urgeAll(this.late);
    await this.load();
    this.setData({ busy: false, question: null, done, problem });
  },
  leave() {
    openTab('mine');
  },
});
