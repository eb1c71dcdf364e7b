import type { Choice } from '../../components/choice-chips/choice-chips';
import { isOwnKind, type ActivityKind } from '../../contract/activity-kinds';
import type { ActivityCard } from '../../contract/duty';
import type { Places } from '../../contract/registry';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import {
  answerDispute,
  getStudyGrid,
  listActivities,
  listDisputes,
  listOpinions,
  listQuietDeputies,
} from '../../services/duty';
import { getFigure } from '../services/figures';
import { getPlaces, whoAmI } from '../../services/registry';
import { takeList } from '../../services/take-list';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import type { Failure } from '../../contract/result';
import {
  listKinds,
  listsFor,
  NOTHING,
  QUIET_MONTHS,
  sayFigure,
  toActivityLines,
  toDisputeLines,
  toOpinionLines,
  toQuietLines,
  toStudyRows,
  toTaken,
  yearOf,
} from './view';
import type { DutyScreen, ListId } from './view';

type Tap = WechatMiniprogram.BaseEvent;

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    lists: listsFor([]),
    list: 'activities',
    more: false,
    /** What the activities are narrowed to. */
    kinds: listKinds([]),
    kind: '',
    only: '全部活动',
    /** How many of it there were this year. */
    figure: '',
    units: [] as readonly Choice[],
    answering: '',
    words: '',
    screen: NOTHING,
    skeleton: ['card', 'card'],
  },
  places: undefined as Places | undefined,
  cards: [] as readonly ActivityCard[],
  next: undefined as string | undefined,
  pending: undefined as Pending<string> | undefined,

  async onShow() {
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (places.ok) this.places = places.data;
    const units = (this.places?.units ?? []).map(({ id, name }) => ({ id, text: name }));
    const held = who.ok ? who.data.grants.filter(({ state }) => state === 'confirmed') : [];
    const kinds = listKinds(this.places?.ownKinds ?? []);
    this.setData({ lists: listsFor(held.map(({ role }) => role)), kinds, units });
    await this.load();
  },
  async choose(event: Chosen) {
    this.setData({ list: event.detail.id, screen: NOTHING, loading: true, done: '', more: false });
    await this.load();
  },
  async narrow(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { kind, text } = this.data.kinds[Number(event.detail.value)] ?? { kind: '' as const, text: '' };
    this.setData({ kind, only: text, figure: '', screen: NOTHING, loading: true });
    await Promise.all([this.load(), this.count(kind)]);
  },
  async count(kind: ActivityKind | '') {
    if (!isOwnKind(kind)) return;
    const year = String(yearOf(today()));
    const counted = await getFigure({ of: kind, from: `${year}-01-01`, to: `${year}-12-31` });
    if (counted.ok && kind === this.data.kind)
      this.setData({ figure: sayFigure(kind, counted.data, this.places?.ownKinds ?? []) });
  },
  openFigure() {
    openPage('office/facts', { of: this.data.kind });
  },
  async load() {
    this.cards = [];
    this.next = undefined;
    await this.readList(this.data.list as ListId);
  },
  async readList(list: ListId) {
    this.setData({ busy: true });
    const answer = await this.fetch(list);
    if (list !== this.data.list) return;
    const failed = 'ok' in answer;
    this.setData({
      busy: false,
      loading: false,
      problem: failed ? explainOpening(answer) : '',
      ...(failed ? {} : { screen: { ...NOTHING, ...answer } }),
      more: this.next !== undefined,
    });
  },
  async fetch(list: ListId): Promise<Failure | Partial<DutyScreen>> {
    const { places } = this;
    if (list === 'opinions') {
      const result = await listOpinions();
      return result.ok ? { opinions: toOpinionLines(result.data, places, today()) } : result;
    }
    if (list === 'disputes') {
      const result = await listDisputes();
      return result.ok ? { disputes: toDisputeLines(result.data.disputes, places) } : result;
    }
    if (list === 'study') {
      const year = yearOf(today());
      const result = await getStudyGrid(year);
      return result.ok ? { study: toStudyRows(result.data, places, year) } : result;
    }
    if (list === 'quiet') {
      const result = await listQuietDeputies(QUIET_MONTHS);
      return result.ok ? { quiet: toQuietLines(result.data, places) } : result;
    }
    const kind = this.data.kind as ActivityKind | '';
    const after = this.next === undefined ? {} : { after: this.next };
    const narrowed = kind === '' ? after : { ...after, kind };
    const result = await listActivities({ scope: 'office', ...narrowed });
    if (!result.ok) return result;
    this.cards = [...this.cards, ...result.data.activities];
    this.next = result.data.next;
    return { activities: toActivityLines(this.cards, places, today()) };
  },
  loadMore() {
    if (!this.data.busy) void this.readList('activities');
  },
  async takeOut() {
    await takeList(
      this,
      toTaken(this.data.list as ListId, yearOf(today()), this.data.kind as ActivityKind | ''),
      explain,
    );
  },
  open(event: Tap) {
    openPage('office/activity', { activity: (event.currentTarget.dataset as { id: string }).id });
  },
  note() {
    openPage('deputy/log');
  },
  openTies() {
    openPage('deputy/ties', { all: '1' });
  },
  planStudies() {
    openPage('deputy/studies');
  },
  enterPaper() {
    openPage('office/import', { table: 'activity' });
  },
  openRecord(event: Tap) {
    openPage('deputy/record', { person: (event.currentTarget.dataset as { id: string }).id });
  },
  begin(event: Tap) {
    this.setData({ answering: (event.currentTarget.dataset as { id: string }).id, words: '', done: '' });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },
  corrected() {
    void this.answer(true);
  },
  kept() {
    void this.answer(false);
  },
  async answer(corrected: boolean) {
    const { answering: dispute, words, busy } = this.data;
    if (busy || !words.trim()) return;
    this.setData({ busy: true, problem: '' });
    const input = { dispute, corrected, words: words.trim() };
    this.pending = intend(this.pending, JSON.stringify(input), () => dispute);
    const result = await answerDispute(input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ busy: false, answering: result.ok ? '' : dispute });
    await this.load();
    this.setData(result.ok ? { done: '答复了，代表能看到。' } : { problem: explain(result) });
    scrollToTop();
  },
});
