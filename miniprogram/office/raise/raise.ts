import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { TalkedAt } from '../../contract/request';
import { shootInto, speakInto } from '../../platform/attach';
import { openDocument } from '../../platform/documents';
import { emptyDraft, routeQuestionOf, saveDraft, withoutFile } from '../../platform/drafts';
import type { Chosen, Typed } from '../../view/events';
import { explainDraft, explainOpening } from '../../view/feedback';
import { dropFile, showPhotos } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import { goBack } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying, stopRecording } from '../../platform/recorder';
import { getPlaces } from '../../services/registry';
import { printReceipt } from '../../services/report';
import { previewRoute } from '../../services/request';
import { sendFrom } from '../../services/send-request';
import { goOn, NO_UPLOADS, sendLeft } from '../../services/uploads';
import { stopDiscipline } from '../view/stop-discipline';
import { begin, endVisit } from './open';
import { sayReason, sayRoute, toRaiseScreen, toSentScreen } from './view';
import type { RaiseScreen, SentScreen, Visitor } from './view';

definePage({
  data: {
    limits: LIMITS,
    problem: '',
    retry: false,
    route: '',
    draft: null as Draft | null,
    screen: null as RaiseScreen | null,
    sent: null as SentScreen | null,
    recording: false,
    seconds: 0,
    playing: '',
    busy: false,
    percent: -1,
    upload: '',
    uploads: NO_UPLOADS,
  },
  places: null as Places | null,
  visit: null as TalkedAt | null,
  visitor: null as Visitor | null,
  asked: '',

  async onLoad(query) {
    const { visit, visitor, draft } = begin(query);
    this.visit = visit;
    this.visitor = visitor;
    this.show(draft);
    await this.load();
    void goOn(this, explainDraft);
  },
  onHide() {
    stopPlaying();
    if (this.data.recording) stopRecording();
  },
  async load() {
    const places = await getPlaces();
    if (places.ok) this.places = places.data;
    this.setData({ problem: places.ok ? '' : explainOpening(places), retry: !places.ok });
    this.show(this.draft());
  },

  draft(): Draft {
    return this.data.draft ?? emptyDraft('');
  },
  /** Whatever the form is emptied to, it stays this visitor's. */
  show(shown: Draft) {
    if (!this.visitor || !this.visit || this.data.sent) return;
    const draft = { ...shown, visit: this.visit };
    this.setData({ draft, screen: toRaiseScreen(draft, this.places, this.visitor) });
    void this.askRoute(draft);
  },
  change(patch: Partial<Draft>) {
    const draft = { ...this.draft(), ...patch };
    saveDraft(draft);
    this.show(draft);
  },
  /** Asked again when what decides it has changed; a late answer to an old question is dropped. */
  async askRoute(draft: Draft) {
    const asked = `${draft.village} ${draft.category}`;
    if (asked === this.asked || !draft.village || !draft.category) return;
    this.asked = asked;
    const route = await previewRoute(routeQuestionOf(draft));
    if (asked === this.asked) this.setData({ route: route.ok ? sayRoute(route.data) : '' });
  },

  chooseVillage(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
    const village = this.places?.villages[Number(event.detail.value)]?.id ?? '';
    this.change({ village, villagerGroup: '' });
  },
  chooseCategory(event: Chosen) {
    this.change({ category: event.detail.id });
  },
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'text' | 'phone' };
    const draft = { ...this.draft(), [id]: event.detail.value };
    saveDraft(draft);
    this.setData({ [`draft.${id}`]: event.detail.value, 'screen.reason': sayReason(draft) });
  },
  speak() {
    speakInto(this);
  },
  stop() {
    stopRecording();
  },
  hear(event: Chosen) {
    playOn(this, event.detail.id);
  },
  shoot() {
    void shootInto(this);
  },
  showPhoto(event: Chosen) {
    showPhotos(this.draft().photos, event.detail.id);
  },
  dropFile(event: Chosen) {
    dropFile(event.detail.id);
    this.change(withoutFile(this.draft(), event.detail.id));
  },

  sendLeft() {
    if (!this.data.busy) void sendLeft(this, explainDraft);
  },
  async send() {
    const { visit, visitor } = this;
    if (!visit || !visitor || this.data.busy || this.data.screen?.reason !== '') return;
    const sent = stopDiscipline(this) ? undefined : await sendFrom(this, explainDraft);
    scrollToTop();
    if (!sent) return;
    this.setData({ sent: toSentScreen(sent), screen: null });
    await endVisit(visit, visitor);
  },
  async print() {
    const { busy, sent } = this.data;
    if (busy || !sent) return;
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await printReceipt(sent.request));
    this.setData({ busy: false, problem: opened.ok ? '' : explainDraft(opened), retry: false });
  },
  again() {
    if (this.data.screen?.reason === '') void this.send();
    else void this.load();
  },
  leave() {
    goBack();
  },
});
