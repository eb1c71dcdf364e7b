import type { RequestCard } from '../../contract/request';
import type { Result } from '../../contract/result';
import type { RequestLine } from '../../contract/shapes';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { openPage } from '../../platform/navigate';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { definePage } from '../../platform/page';
import { isWide } from '../../platform/phone';
import { toSuggestionLine } from '../../view/suggestion-lines';
import { listSuggestions } from '../../services/congress';
import { listOpinions } from '../../services/duty';
import { listUnit } from '../../services/request-lists';
import { LISTS, toOpinionLines, toUnitScreen } from './view';
import type { UnitScreen } from './view';
import type { OpinionLine } from '../view/opinion-lines';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    wide: false,
    chosen: '',
    lists: LISTS,
    list: 'open',
    /** 代表建议 that the unit has, each with its own date. */
    suggestions: [] as readonly RequestLine[],
    screen: null as UnitScreen | null,
    /** 视察意见: those to be answered, or those answered, as the list says. */
    opinions: [] as readonly OpinionLine[],
    /** Neither requests nor suggestions nor opinions, and all three were read. */
    none: false,
    done: '',
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<RequestCard> | undefined,

  async onShow() {
    this.setData({ wide: isWide() });
    await this.load();
  },
  async load() {
    this.paged = undefined;
    const [, ...others] = await Promise.all([this.readOn(), this.readSuggestions(), this.readOpinions()]);
    const failed = others.find((result) => !result.ok);
    if (failed?.ok === false && !this.data.problem) this.setData({ problem: explainOpening(failed) });
    const { screen, suggestions, opinions } = this.data;
    const empty = screen?.lines.length === 0 && suggestions.length === 0 && opinions.length === 0;
    this.setData({ none: !failed && empty });
  },
  async loadMore() {
    if (!this.data.busy) await this.readOn();
  },
  /** An answer for the list that is no longer looked at is dropped. */
  async readOn() {
    const { list } = this.data;
    this.setData({ busy: true });
    const fetch = (after?: string) => listUnit(list === 'closed', after);
    const result = await readOn(this.paged, fetch, ({ requests }) => requests);
    this.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
    if (!result.ok || list !== this.data.list) return;
    this.paged = result.data;
    const screen = toUnitScreen(list, result.data, today());
    const first = this.data.wide ? (screen.lines[0]?.request ?? '') : '';
    this.setData({ screen, chosen: this.data.chosen || first });
  },
  async readSuggestions(): Promise<Result<unknown>> {
    const { list } = this.data;
    const result = await listSuggestions('unit', list === 'closed');
    if (result.ok && list === this.data.list)
      this.setData({ suggestions: result.data.suggestions.map((card) => toSuggestionLine(card, today())) });
    return result;
  },
  openSuggestion(event: Chosen) {
    openPage('deputy/suggestion', { suggestion: event.detail.id });
  },
  async readOpinions(): Promise<Result<unknown>> {
    const result = await listOpinions();
    const { list } = this.data;
    if (result.ok)
      this.setData({ opinions: toOpinionLines(result.data.opinions, list === 'closed', today()) });
    return result;
  },
  async acted() {
    await this.load();
    this.setData({ done: '记下了，人大办能看到。' });
  },
  async chooseList(event: Chosen) {
    this.setData({ list: event.detail.id, screen: null, none: false, loading: true, chosen: '' });
    await this.load();
  },
  open(event: Chosen) {
    if (this.data.wide) this.setData({ chosen: event.detail.id });
    else openPage('office/request', { request: event.detail.id });
  },
});
