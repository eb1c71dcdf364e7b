import { canRetry } from '../../contract/result';
import { today } from '../../platform/clock';
import { newKey } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { explain, explainOpening } from '../../view/feedback';
import { getHealth, verifyPlatform } from '../services/health';
import { toScreen, type HealthScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    screen: null as HealthScreen | null,
    skeleton: ['card', 'card'],
  },

  async onShow() {
    await this.load();
  },
  async load() {
    const health = await getHealth();
    if (!health.ok) {
      this.setData({ loading: false, problem: explainOpening(health), retry: canRetry(health.code) });
      return;
    }
    this.setData({ loading: false, problem: '', screen: toScreen(health.data, today()) });
  },
  /** Asked anew each time: a repetition does no harm. */
  async verify() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    const verified = await verifyPlatform(newKey());
    this.setData({ busy: false });
    if (!verified.ok) {
      this.setData({ problem: explain(verified), retry: false });
      return;
    }
    await this.load();
    this.setData({ done: '问完了，答案存下了。' });
  },
});
