import type { BoardItem } from '../../contract/request-lists';
import { today } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { sayJoined } from '../../view/joined';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import type { Chosen } from '../../view/events';
import { getBoard, getJoined } from '../../services/request-lists';
import { joinItem } from '../../services/send-request';
import { toBoardScreen } from './view';
import type { BoardScreen } from './view';

const LISTS = [
  { id: 'all', text: '全部' },
  { id: 'mine', text: '我也反映的' },
];

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    /** The one that is being joined. */
    joining: '',
    list: 'all',
    lists: LISTS,
    screen: null as BoardScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<BoardItem> | undefined,

  onLoad(query) {
    if (query['mine']) this.setData({ list: 'mine' });
  },
  async onShow() {
    await this.load();
  },
  async load() {
    this.paged = undefined;
    await this.loadMore();
  },
  async join(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    if (this.data.joining) return;
    this.setData({ joining: id, done: '', problem: '' });
    const result = await joinItem(id);
    this.setData({ joining: '', ...sayJoined(result) });
    scrollToTop();
  },
  async choose(event: Chosen) {
    this.setData({ list: event.detail.id, screen: null, loading: true });
    await this.load();
  },
  openSuggestions() {
    openPage('more/suggestions');
  },
  async loadMore() {
    await showOn(
      this,
      this.data.list === 'mine' ? getJoined : getBoard,
      ({ items }) => items,
      (paged) => toBoardScreen(paged, today()),
    );
  },
});
