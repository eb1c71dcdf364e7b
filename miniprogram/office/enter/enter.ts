import type { Choice } from '../../components/choice-chips/choice-chips';
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import { shootInto, speakInto } from '../../platform/attach';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { emptyDraft, withoutFile, withSwitch } from '../../platform/drafts';
import type { Chosen, Switched, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explainDraft, explainOpening } from '../../view/feedback';
import { dropFile } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying, stopRecording } from '../../platform/recorder';
import { keep } from '../../platform/storage';
import { township } from '../../platform/whereabouts';
import { getPlaces, whoAmI } from '../../services/registry';
import { printReceipt } from '../../services/report';
import { goOn, NO_UPLOADS, sendLeft } from '../../services/uploads';
import type { Progress } from '../../services/uploads';
import { stopDiscipline } from '../view/stop-discipline';
import { openEntry, sendEntry } from './send';
import { KINDS, sayReason, toEnterScreen, toPaper, villagesFor } from './view';
import type { EnteredPaper, EnterScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    percent: -1,
    upload: '',
    uploads: NO_UPLOADS,
    recording: false,
    seconds: 0,
    playing: '',
    open: '',
    livesIn: '',
    kinds: KINDS,
    limits: LIMITS,
    draft: null as Draft | null,
    screen: null as EnterScreen | null,
    paper: null as EnteredPaper | null,
    skeleton: ['card', 'card'],
  },
  places: null as Places | null,
  villages: [] as Choice[],

  async onLoad() {
    await this.load();
  },
  onHide() {
    stopPlaying();
    if (this.data.recording) stopRecording();
  },
  async load() {
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (!who.ok || !places.ok) {
      const failure = who.ok ? places : who;
      this.setData({ loading: false, problem: failure.ok ? '' : explainOpening(failure), retry: true });
      return;
    }
    this.places = places.data;
    this.villages = villagesFor(who.data.grants, places.data);
    const only = this.villages.length === 1 ? (this.villages[0]?.id ?? '') : '';
    this.setData({ loading: false, problem: '', retry: false, livesIn: only });
    const draft = openEntry(township());
    this.show(draft.village ? draft : { ...draft, village: only });
    void goOn(this, explainDraft);
  },

  draft(): Draft {
    return this.data.draft ?? emptyDraft(township());
  },
  show(draft: Draft) {
    this.setData({ draft, screen: toEnterScreen(draft, this.data.livesIn, this.villages, this.places) });
  },
  change(patch: Partial<Draft>) {
    this.hold({ ...this.draft(), ...patch });
  },
  /** The whole draft: what is no longer in it, such as its key, is gone. */
  hold(draft: Draft) {
    keep('entry', draft);
    this.show(draft);
  },
  toggle(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.setData({ open: this.data.open === id ? '' : id });
  },
  /** Where it is about is, until said otherwise, where the person lives. */
  chooseHome(event: Chosen) {
    this.setData({ livesIn: event.detail.id, open: '' });
    this.change(this.draft().village ? {} : { village: event.detail.id });
  },
  choose(event: Chosen) {
    const { id } = event.currentTarget.dataset as { id: 'village' | 'category' | 'kind' };
    this.setData({ open: '' });
    this.change({ [id]: event.detail.id });
  },
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'text' | 'name' | 'phone' };
    const draft = { ...this.draft(), [id]: event.detail.value };
    keep('entry', draft);
    this.setData({
      [`draft.${id}`]: event.detail.value,
      'screen.reason': sayReason(draft, this.data.livesIn),
    });
  },
  switchPrivacy(event: Switched) {
    this.change({ privacy: withSwitch(this.draft().privacy, event.detail.id, event.detail.on) });
  },

  speak() {
    speakInto(this);
  },
  stop() {
    stopRecording();
  },
  shoot() {
    void shootInto(this);
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  drop(event: Chosen) {
    dropFile(event.detail.id);
    this.change(withoutFile(this.draft(), event.detail.id));
  },

  sendLeft() {
    if (!this.data.busy) void sendLeft(this, explainDraft);
  },
  async send() {
    const { busy, screen, livesIn } = this.data;
    if (busy || screen?.reason !== '') return;
    if (stopDiscipline(this)) {
      scrollToTop();
      return;
    }
    const { name } = this.draft();
    this.setData({ busy: true, percent: -1, problem: '' });
    const result = await sendEntry(this.draft(), livesIn, (progress: Progress) => {
      if ('draft' in progress) this.hold(progress.draft);
      else this.setData(progress);
    });
    this.setData({ busy: false });
    if (result.ok) this.setData({ paper: toPaper(result.data, name, this.places?.homes ?? [], today()) });
    else this.setData({ problem: explainDraft(result), retry: canRetry(result.code) });
    if (!result.ok && result.code === 'key-reused') this.show(emptyDraft(township()));
    scrollToTop();
  },
  async print() {
    const { busy, paper } = this.data;
    if (busy || !paper) return;
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await printReceipt(paper.request));
    this.setData({ busy: false, problem: opened.ok ? '' : explainDraft(opened), retry: false });
  },
  again() {
    void (this.data.screen ? this.send() : this.load());
  },
  next() {
    this.setData({ paper: null });
    this.show(emptyDraft(township()));
  },
});
