import type { NoticeCard } from '../../contract/notify';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openPath, openTab, startAt } from '../../platform/navigate';
import { endPull } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { getInbox, markSeen } from '../../services/notify';
import { toLines } from './view';
import type { Line } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    problem: '',
    lines: [] as Line[],
    more: false,
    skeleton: ['card', 'card', 'card'],
  },
  notices: [] as readonly NoticeCard[],
  next: '',

  async onShow() {
    refreshFonts(this);
    if (whereabouts()) await this.reload();
    else startAt('choose');
  },
  async onPullDownRefresh() {
    await this.reload();
    endPull();
  },
  async reload() {
    this.setData({ loading: true });
    this.show(await getInbox(), []);
    const newest = this.notices[0];
    if (newest?.unread) await markSeen(newest.at);
  },
  async loadMore() {
    this.setData({ loading: true });
    this.show(await getInbox(this.next), this.notices);
  },
  show(result: Awaited<ReturnType<typeof getInbox>>, before: readonly NoticeCard[]) {
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    this.notices = [...before, ...result.data.notices];
    this.next = result.data.next ?? '';
    const lines = toLines(this.notices, today());
    this.setData({ loading: false, problem: '', lines, more: this.next !== '' });
  },
  open(event: Chosen) {
    const { id } = event.currentTarget.dataset as { id: string };
    openPath(this.notices.find(({ notice }) => notice === id)?.page ?? '');
  },
  openHome() {
    openTab('home');
  },
});
