import type { BoardItem } from '../../contract/request-lists';
import { today } from '../../platform/clock';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openPage } from '../../platform/navigate';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { endPull } from '../../platform/phone';
import { getBoard } from '../../services/request-lists';
import { toBoardScreen } from './view';
import type { BoardScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    busy: false,
    problem: '',
    screen: null as BoardScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<BoardItem> | undefined,

  async onShow() {
    refreshFonts(this);
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    endPull();
  },
  async load() {
    this.paged = undefined;
    await this.loadMore();
  },
  openSuggestions() {
    openPage('more/suggestions');
  },
  async loadMore() {
    await showOn(
      this,
      getBoard,
      ({ items }) => items,
      (paged) => toBoardScreen(paged, today()),
    );
  },
});
