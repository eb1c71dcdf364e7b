import { SUGGESTION_ACTS } from '../../contract/congress/suggestion-labels';
import type { SuggestionPaperName } from '../../contract/congress/papers';
import type { SuggestionAct } from '../../contract/congress/suggestion';
import type { Values } from '../../contract/shapes';
import type { Places } from '../../contract/registry';
import { createActor } from '../../platform/actor';
import { today } from '../../platform/clock';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { openDocument } from '../../platform/documents';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { toSuggestionStep } from './suggestion-acts';
import { actOnSuggestion, getSuggestion } from '../../services/congress';
import { printSuggestionPaper } from '../../services/report';
import { getPlaces } from '../../services/registry';
import { toSuggestionScreen } from './view';
import type { SuggestionScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    screen: null as SuggestionScreen | null,
    skeleton: ['day', 'card'],
  },
  suggestion: '',
  places: null as Places | null,
  actor: createActor(actOnSuggestion),

  onLoad(query) {
    this.suggestion = read(query, 'suggestion');
  },
  async onShow() {
    await this.load();
  },
  async load() {
    const [result, places] = await Promise.all([getSuggestion(this.suggestion), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (result.ok) {
      const screen = toSuggestionScreen(result.data, this.places, today());
      this.setData({ loading: false, problem: '', screen });
    } else this.setData({ loading: false, problem: explainOpening(result), retry: canRetry(result.code) });
  },
  openSession(event: WechatMiniprogram.BaseEvent) {
    const { session } = event.currentTarget.dataset as { session: string };
    openPage('deputy/session', { session });
  },
  async print(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: SuggestionPaperName };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const printed = await printSuggestionPaper(this.suggestion, id);
    const shown = await openDocument(printed);
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown), retry: false });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    if (this.data.busy) return;
    const { id, values } = event.detail;
    this.setData({ busy: true, problem: '', done: '' });
    const result = await this.actor(this.suggestion, toSuggestionStep(id, values));
    if (result.ok || !canRetry(result.code)) await this.load();
    const done = result.ok ? `记下了：${SUGGESTION_ACTS[id as SuggestionAct].label}。` : '';
    this.setData({ busy: false, problem: result.ok ? '' : explain(result), retry: false, done });
    scrollToTop();
  },
});
