import { canRetry } from '../../contract/result';
import { today } from '../../platform/clock';
import { newKey } from '../../platform/keys';
import { definePage } from '../../platform/page';
import type { DeadLetterKind } from '../../contract/notify';
import { getDeadLetters, retryLetter } from '../../services/notify';
import { explain, explainOpening } from '../../view/feedback';
import { getHealth, verifyPlatform } from '../services/health';
import { toDeadLetterLines, type DeadLetterLine } from '../view/dead-letters';
import { toScreen, type HealthScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    screen: null as HealthScreen | null,
    letters: [] as DeadLetterLine[],
    skeleton: ['card', 'card'],
  },

  async onShow() {
    await this.load();
  },
  async load() {
    const [health, messages, events] = await Promise.all([
      getHealth(),
      getDeadLetters('message'),
      getDeadLetters('event'),
    ]);
    if (!health.ok) {
      this.setData({ loading: false, problem: explainOpening(health), retry: canRetry(health.code) });
      return;
    }
    const letters = [
      ...toDeadLetterLines(messages.ok ? messages.data.letters : [], 'message', today()),
      ...toDeadLetterLines(events.ok ? events.data.letters : [], 'event', today()),
    ];
    this.setData({ loading: false, problem: '', screen: toScreen(health.data, today()), letters });
  },
  async retryOne(event: WechatMiniprogram.BaseEvent) {
    const { id, kind } = event.currentTarget.dataset as { id: string; kind: DeadLetterKind };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    const retried = await retryLetter(id, kind, newKey());
    this.setData({ busy: false });
    // Somebody else was faster: the list says what there is now.
    if (!retried.ok && retried.code !== 'not-found') {
      this.setData({ problem: explain(retried), retry: false });
      return;
    }
    await this.load();
    this.setData({ done: '一两分钟内再试一次。' });
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
