import type { Choice } from '../../components/choice-chips/choice-chips';
import type { SuggestionCard, SuggestionQueue } from '../../contract/congress/suggestion';
import { today } from '../../platform/clock';
import type { HandlingReader } from '../../contract/congress/papers';
import type { OverseenQueue } from '../../contract/list-export';
import { holdsAny, OFFICE } from '../../contract/roles';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { openDocument } from '../../platform/documents';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { getSuggestionFigures, listSuggestions } from '../../services/congress';
import { printHandling } from '../services/print';
import { takeList } from '../../services/take-list';
import { whoAmI } from '../../services/registry';
import {
  HANDLING,
  listQueues,
  overseesSuggestions,
  toFigures,
  toSuggestionsScreen,
  writesSuggestions,
} from './view';
import type { SuggestionsScreen } from './view';

const OWN: readonly string[] = ['mine', 'asked', 'unit'];
const isOverseen = (queue: string): queue is OverseenQueue => !OWN.includes(queue);

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    writes: false,
    /** Of the office: what is nobody's own may leave the house. */
    office: false,
    takes: false,
    queues: [] as readonly Choice[],
    queue: '',
    figures: [] as ReturnType<typeof toFigures>,
    handling: HANDLING,
    screen: null as SuggestionsScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<SuggestionCard> | undefined,

  async onShow() {
    if (this.data.queues.length === 0) await this.learn();
    await this.load();
  },
  async learn() {
    const who = await whoAmI();
    const queues = who.ok ? listQueues(who.data.grants) : [];
    const problem = who.ok ? '' : explainOpening(who);
    const office = who.ok && holdsAny(who.data.grants, OFFICE);
    this.setData({ office, queues, queue: queues[0]?.id ?? '', writes: writesSuggestions(queues), problem });
  },
  async load() {
    this.paged = undefined;
    if (this.data.queue === '') {
      this.setData({ loading: false });
      return;
    }
    await Promise.all([this.readOn(), this.count()]);
  },
  async count() {
    if (!overseesSuggestions(this.data.queues)) return;
    const counted = await getSuggestionFigures();
    if (counted.ok) this.setData({ figures: toFigures(counted.data) });
  },
  async loadMore() {
    if (!this.data.busy) await this.readOn();
  },
  /** An answer for the list that is no longer looked at is dropped. */
  async readOn() {
    const { queue } = this.data;
    this.setData({ busy: true });
    const fetch = (after?: string) => listSuggestions(queue as SuggestionQueue, false, after);
    const result = await readOn(this.paged, fetch, ({ suggestions }) => suggestions);
    this.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
    if (!result.ok || queue !== this.data.queue) return;
    this.paged = result.data;
    const takes = this.data.office && isOverseen(queue);
    this.setData({ screen: toSuggestionsScreen(queue, result.data, today()), takes });
  },
  async choose(event: Chosen) {
    this.setData({ queue: event.detail.id, screen: null, loading: true });
    await this.load();
  },
  async takeOut() {
    const { queue } = this.data;
    if (isOverseen(queue)) await takeList(this, { list: 'suggestions', queue }, explain);
  },
  async print(event: WechatMiniprogram.BaseEvent) {
    if (this.data.busy) return;
    const { id } = event.currentTarget.dataset as { id: HandlingReader };
    this.setData({ busy: true, problem: '' });
    const shown = await openDocument(await printHandling(id));
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown) });
  },
  write() {
    openPage('deputy/suggest');
  },
  openWay() {
    openPage('deputy/way');
  },
  open(event: Chosen) {
    openPage('deputy/suggestion', { suggestion: event.detail.id });
  },
});
