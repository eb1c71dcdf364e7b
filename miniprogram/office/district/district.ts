import { today } from '../../platform/clock';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { endPull } from '../../platform/phone';
import { listPassedUp } from '../../services/request-lists';
import { toDistrictScreen } from './view';
import type { DistrictScreen, PassedUp } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    busy: false,
    problem: '',
    screen: null as DistrictScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<PassedUp> | undefined,

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
  async loadMore() {
    await showOn(
      this,
      listPassedUp,
      ({ items }) => items,
      (paged) => toDistrictScreen(paged, today()),
    );
  },
});
