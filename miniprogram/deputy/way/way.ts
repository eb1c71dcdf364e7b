import { explainOpening } from '../../view/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { getSuggestionGuide } from '../../services/congress';
import { toWayScreen } from './view';
import type { WayScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    problem: '',
    screen: null as WayScreen | null,
    skeleton: ['card', 'card', 'card'],
  },
  async onLoad() {
    await this.load();
  },
  onShow() {
    refreshFonts(this);
  },
  async load() {
    this.setData({ loading: true });
    const result = await getSuggestionGuide();
    if (result.ok) this.setData({ loading: false, problem: '', screen: toWayScreen(result.data) });
    else this.setData({ loading: false, problem: explainOpening(result) });
  },
});
