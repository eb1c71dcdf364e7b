import type { Choice } from '../../components/choice-chips/choice-chips';
import { canRetry } from '../../contract/result';
import type { StudyActions } from '../../contract/studies';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { planStudies, proposeStudies } from '../services/studies';
import { toStudiesScreen, yearsOf } from './view';
import type { StudiesScreen } from './view';

const TITLE = '学习代表法和身边的履职案例';
/** Letters of a title, as its field takes them. */
const LONGEST = 40;

/** Which proposal was moved to which day. */
const UNMOVED: Readonly<Record<string, string>> = {};

definePage({
  data: {
    loading: true,
    busy: '',
    problem: '',
    done: '',
    years: [] as readonly Choice[],
    year: '',
    first: '',
    title: TITLE,
    place: '',
    screen: null as StudiesScreen | null,
    skeleton: ['card', 'card'],
  },
  proposed: undefined as StudyActions['proposeStudies']['output'] | undefined,
  moved: UNMOVED,
  pending: undefined as Pending<string> | undefined,

  /** `title`: what was asked for. */
  async onLoad(query) {
    const years = yearsOf(today());
    const title = read(query, 'title').slice(0, LONGEST) || TITLE;
    this.setData({ years, year: years[0]?.id ?? '', first: today(), title });
    await this.load();
  },
  async chooseYear(event: Chosen) {
    this.proposed = undefined;
    this.setData({ year: event.detail.id, screen: null, loading: true, done: '' });
    await this.load();
  },
  async load() {
    const { year } = this.data;
    const found = await proposeStudies(Number(year));
    if (year !== this.data.year) return;
    this.setData({ loading: false, problem: found.ok ? '' : explainOpening(found) });
    // Without a network the days that were moved stay.
    if (!found.ok && canRetry(found.code)) return;
    this.moved = UNMOVED;
    this.proposed = found.ok ? found.data : undefined;
    this.show();
  },
  show() {
    const { proposed } = this;
    this.setData({ screen: proposed ? toStudiesScreen(proposed, this.moved, today()) : null });
  },
  typeTitle(event: Typed) {
    this.setData({ title: event.detail.value });
  },
  typePlace(event: Typed) {
    this.setData({ place: event.detail.value });
  },
  move(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { at } = event.currentTarget.dataset as { at: number };
    this.moved = { ...this.moved, [String(at)]: event.detail.value };
    this.show();
  },
  async plan(event: WechatMiniprogram.BaseEvent) {
    const { id: group } = event.currentTarget.dataset as { id: string };
    const card = this.data.screen?.cards.find((each) => each.group === group);
    const title = this.data.title.trim();
    const place = this.data.place.trim();
    if (!card || this.data.busy || !title) return;
    const meetings = card.lines.map(({ date }) => ({ date, title, ...(place && { place }) }));
    const input = { meetings, ...(group && { group }) };
    this.setData({ busy: group || 'all', problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify(input), () => group);
    const result = await planStudies(input, this.pending.key);
    // What may be sent again is sent just so: the days that were moved stay.
    if (result.ok || !canRetry(result.code)) {
      this.pending = undefined;
      await this.load();
    }
    const done = result.ok ? `${card.name}排好了 ${String(result.data.planned)} 次，前一天会提醒代表。` : '';
    this.setData({ busy: '', ...(result.ok ? { done } : { problem: explain(result) }) });
    scrollToTop();
  },
});
