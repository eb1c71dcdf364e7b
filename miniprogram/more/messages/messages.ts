import type { NoticeCard } from '../../contract/notify';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { openPath, openTab, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { whereabouts } from '../../platform/whereabouts';
import { getInbox, markSeen } from '../../services/notify';
import { toScreen } from './view';
import type { MessagesScreen } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    busy: false,
    screen: null as MessagesScreen | null,
    skeleton: ['card', 'card', 'card'],
  },
  paged: undefined as Paged<NoticeCard> | undefined,

  async onShow() {
    if (whereabouts()) await this.load();
    else startAt('choose');
  },
  async load() {
    this.setData({ loading: true });
    const before = this.paged;
    this.paged = undefined;
    await this.loadMore();
    // Without a network what stands there can still be opened.
    this.paged ??= before;
    const [newest] = this.shown();
    if (newest?.unread) await markSeen(newest.at);
  },
  async loadMore() {
    await showOn(
      this,
      getInbox,
      ({ notices }) => notices,
      (paged) => toScreen(paged, today()),
    );
  },
  shown(): readonly NoticeCard[] {
    return this.paged?.rows ?? [];
  },
  open(event: Chosen) {
    const { id } = event.currentTarget.dataset as { id: string };
    openPath(this.shown().find(({ notice }) => notice === id)?.page ?? '');
  },
  openHome() {
    openTab('home');
  },
});
