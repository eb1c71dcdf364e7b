import type { LeavingMatter, TermView } from '../../contract/congress/term';
import type { Places } from '../../contract/registry';
import type { Result } from '../../contract/result';
import type { PanelAct, Values } from '../../contract/shapes';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { actOnTerm, getTerm, handOver, listLeaving, prepareTerm } from '../../services/congress';
import { getPlaces } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { explain, explainOpening } from '../../view/feedback';
import { withLeft } from '../view/leaving';
import { toActs, toStep } from './acts';
import { sayFaults, toLeaving, toScreen } from './view';
import type { LeavingLine, TermScreen } from './view';

const NOTHING_HANDED: Readonly<Record<string, number>> = {};

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    stamp: '',
    acts: [] as readonly PanelAct[],
    screen: null as TermScreen | null,
    leaving: [] as readonly LeavingLine[],
    skeleton: ['day', 'card', 'card'],
  },
  view: undefined as TermView | undefined,
  places: null as Places | null,
  pending: undefined as Pending<string> | undefined,
  /** `person.what` → what was left after it was handed on here: the server's counts follow within the minute. */
  left: NOTHING_HANDED,

  async onShow() {
    await this.load();
  },
  async load() {
    const [found, leaving, places] = await Promise.all([getTerm(), listLeaving(), getPlaces()]);
    if (!found.ok) {
      this.setData({ loading: false, problem: explainOpening(found) });
      return;
    }
    if (!places.ok) {
      this.setData({ loading: false, problem: explainOpening(places) });
      return;
    }
    this.view = found.data.term;
    this.places = places.data;
    const people = leaving.ok ? withLeft(leaving.data.people, this.left) : [];
    this.setData({
      loading: false,
      problem: leaving.ok ? '' : explainOpening(leaving),
      screen: this.view ? toScreen(this.view, people, today()) : null,
      leaving: people.map((one) => toLeaving(one, today())),
      acts: toActs(this.view, places.data),
    });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    const { id, values } = event.detail;
    const { view, places } = this;
    if (!places) return;
    if (id === 'prepare') {
      const wish = { name: String(values['name'] ?? ''), opens: String(values['opens'] ?? '') };
      await this.send(JSON.stringify([id, wish]), (key) => prepareTerm(wish, key));
      return;
    }
    const step = toStep(id, values, places);
    if (typeof step === 'string') {
      this.setData({ problem: `这一行看不懂：「${step}」。村名、小组名要和名册一样。` });
      return;
    }
    if (!view) return;
    const { term, edition } = view;
    await this.send(JSON.stringify([id, values, edition]), async (key) => {
      const result = await actOnTerm({ term, edition, step }, key);
      return result.ok && result.data.faults.length > 0 ? sayFaults(result.data.faults) : result;
    });
  },
  /** A string: what keeps it from being done, in words. */
  async send(wish: string, act: (key: string) => Promise<Result<unknown> | string>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await act(this.pending.key);
    const problem = typeof result === 'string' ? result : result.ok ? '' : explain(result);
    if (problem === '') {
      this.pending = undefined;
      await this.load();
      this.setData({ stamp: wish });
    }
    this.setData({ busy: false, problem, done: problem === '' ? '办好了。' : '' });
    scrollToTop();
  },
  async handOn(event: WechatMiniprogram.BaseEvent) {
    const { person, what } = event.currentTarget.dataset as {
      person: string;
      what: LeavingMatter;
    };
    await this.send(JSON.stringify([person, what]), async (key) => {
      const result = await handOver(person, what, key);
      if (result.ok) this.left = { ...this.left, [`${person}.${what}`]: result.data.left };
      return result;
    });
  },
  async takeOut() {
    await takeList(this, { list: 'elected' }, explain);
  },
  openTable() {
    openPage('office/import', { table: 'elected' });
  },
  openRoles() {
    openPage('office/roles');
  },
});
