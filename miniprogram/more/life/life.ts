import { explainOpening } from '../../view/feedback';
import { openTab } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { getLifeGuide } from '../../services/request-lists';
import { toLifeScreen } from './view';
import type { LifeScreen } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    screen: null as LifeScreen | null,
    skeleton: ['card', 'card', 'card'],
  },
  async onLoad() {
    await this.load();
  },
  async load() {
    this.setData({ loading: true });
    const result = await getLifeGuide();
    if (result.ok) this.setData({ loading: false, problem: '', screen: toLifeScreen(result.data) });
    else this.setData({ loading: false, problem: explainOpening(result) });
  },
  openSubmit() {
    openTab('submit');
  },
});
