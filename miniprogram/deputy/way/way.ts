import { explainOpening } from '../../view/feedback';
import { getSuggestionGuide } from '../../services/congress';
import { toWayScreen } from './view';
import type { WayScreen } from './view';
import { definePage } from '../../platform/page';

definePage({
  data: {
    loading: true,
    problem: '',
    screen: null as WayScreen | null,
    skeleton: ['card', 'card', 'card'],
  },
  async onLoad() {
    await this.load();
  },
  async load() {
    this.setData({ loading: true });
    const result = await getSuggestionGuide();
    if (result.ok) this.setData({ loading: false, problem: '', screen: toWayScreen(result.data) });
    else this.setData({ loading: false, problem: explainOpening(result) });
  },
});
