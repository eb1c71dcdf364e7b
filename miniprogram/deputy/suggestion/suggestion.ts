import { SUGGESTION_ACTS } from '../view/suggestion-acts';
import type { SuggestionPaperName } from '../../contract/congress/papers';
import type { SuggestionStep } from '../../contract/congress/suggestion';
import type { Values } from '../../contract/shapes';
import type { Places } from '../../contract/registry';
import { createActor } from '../../platform/actor';
import { today } from '../../platform/clock';
import { canRetry } from '../../contract/result';
import type { Result } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { openDocument } from '../../platform/documents';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { bringPaper, choosePaper, leftPaper, NO_PAPER, openLetter, watchPaper } from '../services/papers';
import type { ChosenPaper } from '../services/papers';
import { toSuggestionStep } from './suggestion-acts';
import { actOnSuggestion, getSuggestion } from '../../services/congress';
import { printSuggestionPaper } from '../services/print';
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
    paper: NO_PAPER,
    screen: null as SuggestionScreen | null,
    skeleton: ['day', 'card'],
  },
  suggestion: '',
  places: null as Places | null,
  sending: undefined as Pending<string> | undefined,
  actor: createActor(actOnSuggestion),

  onLoad(query) {
    this.suggestion = read(query, 'suggestion');
    watchPaper(this.suggestion, this);
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
  async upload() {
    if (this.data.busy) return;
    const chosen = await choosePaper();
    if (chosen === undefined) return;
    if ('refused' in chosen) this.fail(chosen.refused);
    else if ('code' in chosen) this.fail(explain(chosen));
    else await this.send(chosen);
  },
  uploadAgain() {
    const left = leftPaper(this.suggestion);
    if (!left || this.data.busy) return;
    this.sending = { wish: left.chosen.path, key: left.key, input: left.chosen.path };
    void this.send(left.chosen);
  },
  async send(chosen: ChosenPaper) {
    this.setData({ busy: true, problem: '', done: '' });
    const { key } = (this.sending = intend(this.sending, chosen.path, () => chosen.path));
    const errand = { about: this.suggestion, chosen, key };
    const sent = await bringPaper(this, errand, (scan) =>
      this.actor(this.suggestion, { act: 'reply', scan, paper: chosen.kind }),
    );
    if (typeof sent === 'string') this.fail(sent);
    else await this.finish('reply', sent);
  },
  fail(problem: string) {
    this.setData({ busy: false, problem, retry: false, done: '' });
    scrollToTop();
  },
  async openLetter(event: WechatMiniprogram.BaseEvent) {
    const { at } = event.currentTarget.dataset as { at: number };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const shown = await openDocument(await openLetter(this.suggestion, at));
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown), retry: false });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    const { id, values } = event.detail;
    if (id === 'reply') await this.upload();
    else if (!this.data.busy) await this.take(toSuggestionStep(id, values));
  },
  async take(step: SuggestionStep) {
    this.setData({ busy: true, problem: '', done: '' });
    await this.finish(step.act, await this.actor(this.suggestion, step));
  },
  async finish(act: SuggestionStep['act'], result: Result<unknown>) {
    if (result.ok || !canRetry(result.code)) await this.load();
    const done = result.ok ? `记下了：${SUGGESTION_ACTS[act].label}。` : '';
    this.setData({ busy: false, problem: result.ok ? '' : explain(result), retry: false, done });
    scrollToTop();
  },
});
