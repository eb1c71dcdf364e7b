import type { Result } from '../../contract/result';
import type { Places } from '../../contract/registry';
import { holdsAny, LEADS, OFFICE } from '../../contract/roles';
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
import { DUTY_LIMITS } from '../../contract/duty';
import { openDocument } from '../../platform/documents';
import { addMaterial, consentToStory, dropMaterial, openMaterial } from '../services/materials';
import { bringPaper, choosePaper, leftPaper, NO_PAPER, titleOf, watchPaper } from '../services/papers';
import type { ChosenPaper } from '../services/papers';
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
    paper: NO_PAPER,
    /** The activity, for its parts. */
    id: '',
    screen: null as ActivityScreen | null,
    skeleton: ['card', 'card'],
  },
  id: '',
  places: undefined as Places | undefined,
  /** The problem that is shown is that it could not be opened. */
  unread: false,
  decides: false,
  office: false,
  own: '',
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.id = read(query, 'activity');
    this.setData({ id: this.id });
    watchPaper(this.id, this);
  },
  /** Again when somebody comes back from putting it right. */
  async onShow() {
    const who = await whoAmI();
    this.decides = who.ok && holdsAny(who.data.grants, LEADS);
    this.office = who.ok && holdsAny(who.data.grants, OFFICE);
    this.own = who.ok ? (who.data.grants.find(({ person = '' }) => person !== '')?.person ?? '') : '';
    await this.load();
  },
  async load() {
    const [activity, places] = await Promise.all([getActivity(this.id), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (!activity.ok) {
      this.unread = true;
      this.setData({ loading: false, problem: explainOpening(activity) });
      return;
    }
    const reader = { today: today(), decides: this.decides, office: this.office, own: this.own };
    if (this.unread) this.setData({ problem: '' });
    this.unread = false;
    this.setData({ loading: false, screen: toActivityScreen(activity.data, this.places, reader) });
  },
  async upload() {
    if (this.data.busy) return;
    const chosen = await choosePaper();
    if (!chosen) return;
    if (!('path' in chosen)) {
      this.setData({ problem: 'refused' in chosen ? chosen.refused : explain(chosen), done: '' });
      scrollToTop();
      return;
    }
    await this.bring(chosen);
  },
  async uploadAgain() {
    const left = leftPaper(this.id);
    if (!left || this.data.busy) return;
    const wish = JSON.stringify(left.chosen);
    this.pending = { wish, key: left.key, input: wish };
    await this.bring(left.chosen);
  },
  async bring(chosen: ChosenPaper) {
    const title = titleOf(chosen.name, DUTY_LIMITS.title);
    await this.run(JSON.stringify(chosen), '材料放上去了，名单里的人看得到。', (key) =>
      bringPaper(this, { about: this.id, chosen, key }, (file) =>
        addMaterial({ activity: this.id, title, kind: chosen.kind, file }, key),
      ),
    );
  },
  async openFile(event: Tap) {
    const { id } = event.currentTarget.dataset as { id: string };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await openMaterial(this.id, id));
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
  drop(event: Tap) {
    const { id: material } = event.currentTarget.dataset as { id: string };
    const dropped = { activity: this.id, material };
    void this.run(JSON.stringify(dropped), '撤下了。', (key) => dropMaterial(dropped, key));
  },
  consent() {
    const consent = this.data.screen?.consented !== true;
    const wish = { activity: this.id, consent };
    const done = consent ? '记下了，人大办可以把这件事写成稿件。' : '收回了，不再用来写稿。';
    void this.run(JSON.stringify(wish), done, (key) => consentToStory(wish, key));
  },
  openCorrection() {
    openPage('deputy/correct', { activity: this.id });
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
  async run(wish: string, done: string, send: (key: string) => Promise<Result<unknown> | string>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await send(this.pending.key);
    const said = typeof result === 'string' ? result : result.ok ? '' : explain(result);
    if (typeof result === 'string' || result.ok || !canRetry(result.code)) this.pending = undefined;
    if (said === '') this.setData({ open: '' });
    await this.load();
    this.setData({ busy: false, ...(said === '' ? { done } : { problem: said }) });
    scrollToTop();
  },
});
