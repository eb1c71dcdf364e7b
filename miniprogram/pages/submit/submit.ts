import { soundsLikeDiscipline } from '../../contract/discipline';
import { LIMITS } from '../../contract/limits';
import type { DeputyCard, Places } from '../../contract/registry';
import { shootInto, speakInto } from '../../platform/attach';
import { emptyDraft, saveDraft, withoutFile, withSwitch } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';
import type { Chosen, Switched, Typed } from '../../view/events';
import { explainDraft } from '../../view/feedback';
import { sayJoined } from '../../view/joined';
import { dropFile, showPhotos } from '../../platform/files';
import { openPage, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying, stopRecording } from '../../platform/recorder';
import { township, whereabouts } from '../../platform/whereabouts';
import { getPlaces } from '../../services/registry';
import { joinItem, sendFrom } from '../../services/send-request';
import { goOn, NO_UPLOADS, sendLeft } from '../../services/uploads';
import { answer, lookForSimilar, nextQuestion, openDraft, routeWords } from './open';
import { isLast, KINDS, ON_ONE_PAGE, sayStepReason, toSubmitScreen, turned } from './view';
import type { SimilarView, SubmitScreen } from './view';

definePage({
  data: {
    draft: null as Draft | null,
    screen: null as SubmitScreen | null,
    kinds: KINDS,
    people: [] as readonly DeputyCard[],
    none: [],
    limits: LIMITS,
    open: '',
    step: ON_ONE_PAGE.step,
    search: '',
    route: '',
    routeReason: '',
    recording: false,
    seconds: 0,
    playing: '',
    busy: false,
    similar: null as SimilarView | null,
    percent: -1,
    upload: '',
    uploads: NO_UPLOADS,
    problem: '',
    retry: false,
    done: '',
  },
  places: null as Places | null,
  asked: '',

  /** The draft is read each time: another page may have named a deputy in it. */
  async onShow() {
    const where = whereabouts();
    if (!where) startAt('choose');
    if (!where || this.data.busy) return;
    const draft = openDraft(where);
    this.setData({ step: this.data.fonts.elder ? this.data.step || 'say' : '' });
    this.show(draft);
    this.setData({ open: nextQuestion(draft) });
    const places = await getPlaces();
    if (places.ok) {
      this.places = places.data;
      this.setData({ people: places.data.deputies });
    } else this.setData({ problem: explainDraft(places), retry: true });
    this.show(this.draft());
    void goOn(this, explainDraft);
  },
  onHide() {
    stopPlaying();
    if (this.data.recording) stopRecording();
  },

  draft(): Draft {
    return this.data.draft ?? emptyDraft(township());
  },
  show(draft: Draft) {
    this.setData({ draft, screen: toSubmitScreen(draft, this.places, this.data.search, this.data.step) });
    void this.askRoute(draft);
  },
  change(patch: Partial<Draft>) {
    const draft = { ...this.draft(), ...patch };
    saveDraft(draft);
    this.show(draft);
  },
  /** Asked again only when what decides it has changed; a late answer to an old question is dropped. */
  async askRoute({ village, villagerGroup, category, deputy, group, privacy, recused }: Draft) {
    const asked = JSON.stringify([village, villagerGroup, category, deputy, group, privacy, recused]);
    if (asked === this.asked) return;
    this.asked = asked;
    const words = this.data.screen?.categoryAnswer ?? '';
    const [route, similar] = await Promise.all([
      routeWords(this.draft()),
      lookForSimilar(this.draft(), words),
    ]);
    if (asked === this.asked) this.setData({ ...route, similar });
  },

  toggle(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.setData({ open: this.data.open === id ? '' : id });
  },
  /** Only what typing changes goes to the screen. */
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'text' | 'name' | 'phone' };
    const draft = { ...this.draft(), [id]: event.detail.value };
    saveDraft(draft);
    const reason = sayStepReason(draft, this.data.step);
    this.setData({ [`draft.${id}`]: event.detail.value, 'screen.reason': reason });
  },
  searchVillage(event: Typed) {
    this.setData({ search: event.detail.value });
    this.show(this.draft());
  },
  /** An answered question closes and the next one opens; a village with groups asks for the group first. */
  choose(event: Chosen) {
    const { id } = event.currentTarget.dataset as { id: string };
    if (event.detail.id === 'discipline') {
      this.stopAt('category');
      return;
    }
    this.change(answer(id, event.detail.id));
    const stays = id === 'village' && this.data.screen?.villagerGroups.length !== 0;
    if (!stays && this.data.step === '') this.setData({ open: nextQuestion(this.draft()) });
  },
  /** The red button: on to the next question, and from the last one off. */
  go() {
    if (isLast(this.data.step)) void this.send();
    else this.turn(1);
  },
  back() {
    this.turn(-1);
  },
  turn(by: 1 | -1) {
    this.setData(turned(this.draft(), this.data.step, by));
    scrollToTop();
  },
  showMissing() {
    this.setData({ open: nextQuestion(this.draft()) || 'contact' });
    if (nextQuestion(this.draft())) scrollToTop();
  },
  switchPrivacy(event: Switched) {
    this.change({ privacy: withSwitch(this.draft().privacy, event.detail.id, event.detail.on) });
  },
  /** Whom it is about cannot be the one who is asked for. */
  keepFrom(event: WechatMiniprogram.CustomEvent<{ persons: readonly string[] }>) {
    const { persons } = event.detail;
    const asked = persons.includes(this.draft().deputy) ? { deputy: '', deputyName: '' } : {};
    this.change({ recused: persons, ...asked });
  },
  anyDeputy() {
    this.change({ deputy: '', deputyName: '' });
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
    const { photos } = this.draft();
    showPhotos(photos, event.detail.id);
  },
  dropFile(event: Chosen) {
    dropFile(event.detail.id);
    this.change(withoutFile(this.draft(), event.detail.id));
  },

  async join(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.setData(sayJoined(await joinItem(id)));
    scrollToTop();
  },
  openDoors() {
    openPage('more/doors');
  },
  /** 干部违纪违法 is stopped before sending: what was written stays in this phone. */
  stopAt(stopped: string) {
    openPage('more/doors', { door: 'discipline', stopped });
  },
  sendLeft() {
    if (!this.data.busy) void sendLeft(this, explainDraft);
  },
  async send() {
    if (this.data.busy || this.data.screen?.reason !== '') return;
    const { text, notDiscipline } = this.draft();
    if (!notDiscipline && soundsLikeDiscipline(text)) {
      this.stopAt('words');
      return;
    }
    const sent = await sendFrom(this, explainDraft);
    if (sent && this.data.step) this.setData({ step: 'say' });
    if (sent) openPage('more/progress', { request: sent.request, fresh: '1' });
    else scrollToTop();
  },
  again() {
    if (this.data.screen?.reason === '' && isLast(this.data.step)) void this.send();
    else void this.onShow();
  },
});
