import type { KeyCandidate, NoteKind, TopicAct, TopicForm } from '../../contract/congress/presidium';
import type { Places } from '../../contract/registry';
import type { Result } from '../../contract/result';
import { holdsAny, OFFICE, OVERSEERS, PRESIDIUM } from '../../contract/roles';
import type { PanelAct, Values } from '../../contract/shapes';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import {
  actOnTopic,
  addNote,
  keepInTouch,
  planTopic,
  recordMeeting,
  settleNote,
} from '../../services/congress';
import { printPresidiumPack } from '../../services/report';
import { getPlaces, whoAmI } from '../../services/registry';
import { takeList } from '../../services/take-list';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { readItems, toTopicStep } from './acts';
import { readRoom, type Room } from './rooms';
import { LISTS, listPacks, TABS, type Pack, type Row, type Tab } from './view';

/** A unit's clerk has what was handed to the unit; what else there is, who oversees. */
const firstTab = (): Tab => 'topics';
const firstTabs = (): readonly { id: Tab; text: string }[] => TABS.slice(0, 1);

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    stamp: '',
    /** Staff and chief: who plan, record and export. */
    office: false,
    tab: firstTab(),
    tabs: firstTabs(),
    rows: [] as readonly Row[],
    note: '',
    pairs: [] as Room['pairs'],
    acts: [] as readonly PanelAct[],
    packs: [] as readonly Pack[],
    skeleton: ['card', 'card'],
  },
  opened: '',
  /** Of the presidium. */
  sits: false,
  places: null as Places | null,
  candidates: [] as readonly KeyCandidate[],
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    const asked = TABS.find(({ id }) => id === read(query, 'tab'));
    if (asked) this.setData({ tab: asked.id });
  },
  async onShow() {
    await this.load();
  },
  async load() {
    if (!this.places) {
      const [places, who] = await Promise.all([getPlaces(), whoAmI()]);
      if (places.ok) this.places = places.data;
      this.sits = who.ok && holdsAny(who.data.grants, PRESIDIUM);
      this.setData({ office: who.ok && holdsAny(who.data.grants, OFFICE) });
      if (who.ok && holdsAny(who.data.grants, OVERSEERS))
        this.setData({ tabs: TABS, packs: listPacks(today()) });
    }
    const { opened, places, sits } = this;
    const { tab, tabs, office } = this.data;
    const oversees = tabs.length > 1;
    const found = await readRoom(tab, { opened, places, office, sits, oversees, today: today() });
    if (!found.ok) {
      this.setData({ loading: false, problem: explainOpening(found) });
      return;
    }
    const { rows, note, pairs, acts, candidates } = found.data;
    this.candidates = candidates;
    this.setData({ loading: false, problem: '', rows, note, pairs, acts });
  },
  async choose(event: Chosen) {
    const tab = TABS.find(({ id }) => id === event.detail.id)?.id ?? 'topics';
    this.opened = '';
    this.setData({ tab, loading: true, rows: [], note: '', pairs: [], acts: [], done: '' });
    await this.load();
  },
  async open(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.opened = this.opened === id ? '' : id;
    await this.load();
  },
  async takeOut() {
    const { tab } = this.data;
    const year = Number(today().slice(0, 4));
    await takeList(this, LISTS[tab](year), explain);
  },
  openKey() {
    openPage('office/key');
  },
  /** What somebody wants to learn becomes the topic of the studies that are planned. */
  study(event: WechatMiniprogram.BaseEvent) {
    const { title } = event.currentTarget.dataset as { title: string };
    openPage('deputy/studies', { title });
  },
  async print(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const pack = this.data.packs.find((one) => one.id === id);
    if (!pack || this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    const printed = await printPresidiumPack(pack.year, pack.quarter);
    const shown = await openDocument(printed);
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown) });
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    const { id, values } = event.detail;
    await this.send(JSON.stringify([id, values]), (key) => this.do(id, values, key));
  },
  do(id: string, values: Values, key: string): Promise<Result<unknown>> | string {
    const text = (name: string) => String(values[name] ?? '');
    const [act = '', about = ''] = id.split('.');
    if (id === 'plan')
      return planTopic({ title: text('title'), form: text('form') as TopicForm, on: text('on') }, key);
    if (id === 'pair') return keepInTouch(text('person'), text('member'), key);
    if (act === 'settle') return settleNote(about, text('words'), key);
    if (id === 'note') {
      const note = { kind: text('kind') as NoteKind, date: text('date'), words: text('words') };
      return addNote(text('person') === '' ? note : { ...note, person: text('person') }, key);
    }
    if (id === 'meeting') {
      const items = readItems(values, this.candidates);
      if (typeof items === 'string') return `这一行看不懂：「${items}」。后面要有三个数：赞成、反对、弃权。`;
      const persons = values['persons'];
      const there = typeof persons === 'object' ? persons : [];
      const meeting = { date: text('date'), place: text('place'), persons: there, items };
      return recordMeeting({ ...meeting, minutes: text('minutes') }, key);
    }
    return actOnTopic({ topic: about, step: toTopicStep(act as TopicAct, values) }, key);
  },
  /** A string: what keeps it from being sent, in words. */
  async send(wish: string, act: (key: string) => Promise<Result<unknown>> | string) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const asked = act(this.pending.key);
    const result = typeof asked === 'string' ? asked : await asked;
    const problem = typeof result === 'string' ? result : result.ok ? '' : explain(result);
    if (problem === '') {
      this.pending = undefined;
      this.opened = '';
      await this.load();
      this.setData({ stamp: wish });
    }
    this.setData({ busy: false, problem, done: problem === '' ? '记下了。' : '' });
    scrollToTop();
  },
});
