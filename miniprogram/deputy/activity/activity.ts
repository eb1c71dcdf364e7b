import type { Result } from '../../contract/result';
import type { Places } from '../../contract/registry';
import { holdsAny, LEADS } from '../../contract/roles';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import {
  answerInvitation,
  decideLeave,
  getActivity,
  noteAttendance,
  withdrawActivity,
} from '../../services/duty';
import { getPlaces, whoAmI } from '../../services/registry';
import type { Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { toActivityScreen } from './view';
import type { ActivityScreen } from './view';

type Tap = WechatMiniprogram.BaseEvent;

/** Person → was there. */
const NOBODY: Readonly<Record<string, boolean>> = {};

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    /** leave, withdraw, attend: what is being written. */
    open: '',
    words: '',
    there: NOBODY,
    screen: null as ActivityScreen | null,
    skeleton: ['card', 'card'],
  },
  id: '',
  places: undefined as Places | undefined,
  decides: false,
  own: '',
  pending: undefined as Pending<string> | undefined,

  async onLoad(query) {
    this.id = read(query, 'activity');
    const who = await whoAmI();
    this.decides = who.ok && holdsAny(who.data.grants, LEADS);
    this.own = who.ok ? (who.data.grants.find(({ person = '' }) => person !== '')?.person ?? '') : '';
    await this.load();
  },
  async load() {
    const [activity, places] = await Promise.all([getActivity(this.id), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (!activity.ok) {
      this.setData({ loading: false, problem: explainOpening(activity) });
      return;
    }
    const reader = { today: today(), decides: this.decides, own: this.own };
    this.setData({ loading: false, screen: toActivityScreen(activity.data, this.places, reader) });
  },
  openReport() {
    openPage('deputy/duty-report', { activity: this.id });
  },
  begin(event: Tap) {
    const { open } = event.currentTarget.dataset as { open: string };
    this.setData({ open, words: '', done: '', problem: '' });
  },
  stop() {
    this.setData({ open: '' });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },
  mark(event: Tap) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.setData({ there: { ...this.data.there, [id]: !this.data.there[id] } });
  },
  come() {
    const answer = { activity: this.id, answer: 'coming' as const };
    void this.run('coming', '好，记下您参加。', (key) => answerInvitation(answer, key));
  },
  askLeave() {
    const words = this.data.words.trim();
    if (!words) return;
    const answer = { activity: this.id, answer: 'leave' as const, words };
    void this.run(`leave ${words}`, '请假交上去了，等答复。', (key) => answerInvitation(answer, key));
  },
  grant(event: Tap) {
    this.decide(event, true);
  },
  refuse(event: Tap) {
    this.decide(event, false);
  },
  decide(event: Tap, grant: boolean) {
    const { id: person } = event.currentTarget.dataset as { id: string };
    const decision = { activity: this.id, person, grant };
    void this.run(JSON.stringify(decision), '已经告诉本人。', (key) => decideLeave(decision, key));
  },
  attend() {
    const persons = Object.keys(this.data.there).filter((person) => this.data.there[person]);
    const noted = { activity: this.id, persons };
    void this.run(JSON.stringify(noted), '到会名单记下了。', (key) => noteAttendance(noted, key));
  },
  withdraw() {
    const reason = this.data.words.trim();
    if (!reason) return;
    const withdrawn = { activity: this.id, reason };
    void this.run(`withdraw ${reason}`, '已撤回，不再计入。', (key) => withdrawActivity(withdrawn, key));
  },
  async run(wish: string, done: string, send: (key: string) => Promise<Result<unknown>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await send(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.setData({ open: '' });
    await this.load();
    this.setData({ busy: false, ...(result.ok ? { done } : { problem: explain(result) }) });
    scrollToTop();
  },
});
