/** What one does with a report as a whole. One thing at a time; what got no answer is sent again under the same key. */
import type { ReportAct, ReportView } from '../../contract/work-report';
import { canRetry } from '../../contract/result';
import type { Result } from '../../contract/result';
import { openDocument } from '../../platform/documents';
import { newKey } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { actOnReport, computeReport, keepSentence, printReport } from '../services/work-report';
import { takeList } from '../../services/take-list';
import { explain } from '../../view/feedback';
import { startArticle } from './article';

/** What stands on the page after an act. */
const DONE = {
  submit: '送签了，请另一位主席或副主席在这里签发。',
  withdraw: '撤回来了，可以再改。',
  sign: '签发了。',
  'send-back': '退回了，写的人看得到原因。',
} as const;

interface Shown {
  busy?: string;
  problem?: string;
  done?: string;
}

export class Acts {
  private sent = { wish: '', key: '' };
  private busy = false;

  constructor(
    private readonly report: string,
    private readonly show: (shown: Shown) => void,
  ) {}

  private keyOf(wish: string): string {
    if (this.sent.wish !== wish) this.sent = { wish, key: newKey() };
    return this.sent.key;
  }

  private async run(name: string, act: () => Promise<Result<unknown>>, done = ''): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.show({ busy: name, problem: '', done: '' });
    const result = await act();
    this.busy = false;
    if (result.ok || !canRetry(result.code)) this.sent = { wish: '', key: '' };
    this.show(result.ok ? { busy: '', done } : { busy: '', problem: explain(result) });
    return result.ok;
  }

  compute({ edition }: ReportView): Promise<boolean> {
    const { report } = this;
    const key = this.keyOf(`compute ${String(edition)}`);
    return this.run('compute', () => computeReport({ report, edition }, key), '重新算过了，您写的没有动。');
  }

  keepSentence(sentence: string, off: boolean): Promise<boolean> {
    const input = { report: this.report, sentence, off };
    const key = this.keyOf(JSON.stringify(input));
    return this.run('sentence', () => keepSentence(input, key), off ? '这句不印了。' : '这句又印了。');
  }

  step({ edition }: ReportView, act: ReportAct, reason: string): Promise<boolean> {
    const words = act === 'send-back' ? { words: reason.trim() } : {};
    const input = Object.assign({ report: this.report, edition, act }, words);
    const key = this.keyOf(JSON.stringify(input));
    return this.run(act, () => actOnReport(input, key), DONE[act]);
  }

  print(): Promise<boolean> {
    return this.run('print', async () => openDocument(await printReport(this.report)));
  }

  /** The rows behind a figure, as a table. */
  async takeRows(slot: string): Promise<void> {
    const page = {
      data: { busy: this.busy },
      setData: ({ busy, problem = '' }: { busy: boolean; problem?: string }) => {
        this.busy = busy;
        this.show({ busy: busy ? 'rows' : '', problem });
      },
    };
    await takeList(page, { list: 'slot', report: this.report, slot }, explain);
  }

  article(view: ReportView): Promise<boolean> {
    const key = this.keyOf('article');
    return this.run('article', async () => {
      const made = await startArticle(view, key);
      if (made.ok) openPage('office/article', { article: made.data });
      return made;
    });
  }
}
