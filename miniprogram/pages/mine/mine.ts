import type { MineView } from '../../contract/overview';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { switchElder } from '../../platform/fonts';
import { openPage, openTab, showBadge, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { whereabouts } from '../../platform/whereabouts';
import { sayUnread } from '../../view/words';
import { getNotices } from '../../services/notify';
import { getMine } from '../../services/overview';
import { knownStanding, learnStanding } from '../../services/standing';
import { knownReading, learnReading } from '../../services/reading';
import { listRequests } from '../../services/request';
import { toMineScreen } from './view';
import type { MineScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    screen: null as MineScreen | null,
    /** Doors of work, for whoever has them. */
    standing: knownStanding(),
    /** What is over stands open. */
    past: false,
    unread: sayUnread(0),
    /** Something is on the public board. */
    board: knownReading().board,
    skeleton: ['card', 'card', 'card'],
  },
  view: null as MineView | null,

  async onShow() {
    if (!whereabouts()) startAt('choose');
    else await Promise.all([this.load(), this.lookForStanding(), this.lookForNotices(), this.lookForBoard()]);
  },
  async lookForStanding() {
    this.setData({ standing: await learnStanding() });
  },
  async lookForNotices() {
    const notices = await getNotices();
    if (!notices.ok) return;
    this.setData({ unread: sayUnread(notices.data.unread) });
    showBadge('mine', notices.data.unread);
  },
  async lookForBoard() {
    await learnReading();
    const { board } = knownReading();
    if (board !== this.data.board) this.setData({ board });
  },
  async load() {
    if (this.data.problem) this.setData({ loading: true });
    const result = await getMine();
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    this.view = result.data;
    this.setData({ loading: false, problem: '', screen: toMineScreen(result.data, today()) });
  },
  async loadMore() {
    const { view } = this;
    if (!view?.next || this.data.busy) return;
    this.setData({ busy: true });
    const result = await listRequests(view.next);
    if (!result.ok) {
      this.setData({ busy: false, problem: explainOpening(result) });
      return;
    }
    const { next: _shown, ...rest } = view;
    const requests = [...view.requests, ...result.data.requests];
    this.view = { ...rest, requests, ...(result.data.next !== undefined && { next: result.data.next }) };
    this.setData({ busy: false, screen: toMineScreen(this.view, today()) });
  },

  openSlip(event: Chosen) {
    const slip = this.view?.slips.find(({ booking }) => booking === event.detail.id);
    openPage('more/slip', { booking: event.detail.id, date: slip?.date });
  },
  openRequest(event: Chosen) {
    openPage('more/progress', { request: event.detail.id });
  },
  openHome() {
    openTab('home');
  },
  openSubmit() {
    openTab('submit');
  },
  openTakeOver() {
    openPage('more/take-over');
  },
  openMessages() {
    openPage('more/messages');
  },
  openManual() {
    openPage('more/manual');
  },
  openPrivacy() {
    openPage('more/privacy');
  },
  openPast() {
    openPage('more/past-bookings');
  },
  openJoined() {
    openPage('more/board', { mine: '1' });
  },
  fold() {
    this.setData({ past: !this.data.past });
  },
  openBoard() {
    openPage('more/board');
  },
  openWorkbench() {
    openPage('office/workbench');
  },
  openToday() {
    openPage('deputy/today');
  },
  openClaim() {
    openPage('deputy/claim');
  },
  toggleElder() {
    switchElder(this);
  },
});
