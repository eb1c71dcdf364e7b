import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import { emptyDraft, saveDraft, withoutFile } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';
import type { Chosen, Switched, Typed } from '../../platform/events';
import { canRetry, explainDraft } from '../../platform/feedback';
import { dropFile, showPhotos } from '../../platform/files';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openPage, startAt } from '../../platform/navigate';
import { scrollToTop } from '../../platform/phone';
import { play, stopPlaying, stopRecording } from '../../platform/recorder';
import { township, whereabouts } from '../../platform/whereabouts';
import { getPlaces } from '../../services/registry';
import { speakInto, shootInto } from './attach';
import { answer, openDraft, routeWords } from './open';
import { sendMatter } from './send';
import { KINDS, toSubmitScreen } from './view';
import type { SubmitScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    draft: null as Draft | null,
    screen: null as SubmitScreen | null,
    kinds: KINDS,
    limits: LIMITS,
    open: '',
    search: '',
    route: '',
    routeReason: '',
    recording: false,
    seconds: 0,
    playing: '',
    busy: false,
    percent: -1,
    problem: '',
    retry: false,
  },
  places: null as Places | null,
  asked: '',

  /** The draft is read each time: another page may have named a deputy in it. */
  async onShow() {
    refreshFonts(this);
    const where = whereabouts();
    if (!where) startAt('choose');
    if (!where || this.data.busy) return;
    this.show(openDraft(where));
    const places = await getPlaces();
    if (places.ok) this.places = places.data;
    else this.setData({ problem: explainDraft(places), retry: true });
    this.show(this.draft());
  },
  onHide() {
    stopPlaying();
    if (this.data.recording) stopRecording();
  },

  draft(): Draft {
    return this.data.draft ?? emptyDraft(township());
  },
  show(draft: Draft) {
    this.setData({ draft, screen: toSubmitScreen(draft, this.places, this.data.search) });
    void this.askRoute(draft);
  },
  change(patch: Partial<Draft>) {
    const draft = { ...this.draft(), ...patch };
    saveDraft(draft);
    this.show(draft);
  },
  /** Asked again only when what decides it has changed; a late answer to an old question is dropped. */
  async askRoute({ village, villagerGroup, category, deputy, group, privacy }: Draft) {
    const asked = JSON.stringify([village, villagerGroup, category, deputy, group, privacy]);
    if (asked === this.asked) return;
    this.asked = asked;
    const words = await routeWords(this.draft());
    if (asked === this.asked) this.setData(words);
  },

  toggle(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.setData({ open: this.data.open === id ? '' : id });
  },
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'text' | 'name' | 'phone' };
    this.change({ [id]: event.detail.value });
  },
  searchVillage(event: Typed) {
    this.setData({ search: event.detail.value });
    this.show(this.draft());
  },
  /** An answered question closes; a village with groups asks for the group first. */
  choose(event: Chosen) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.change(answer(id, event.detail.id));
    const goesOn = id === 'village' && this.data.screen?.villagerGroups.length !== 0;
    if (!goesOn) this.setData({ open: '' });
  },
  switchPrivacy(event: Switched) {
    this.change({ privacy: { ...this.draft().privacy, [event.detail.id]: event.detail.on } });
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
    this.setData({ playing: event.detail.id });
    play(event.detail.id, () => {
      this.setData({ playing: '' });
    });
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

  async send() {
    if (this.data.busy || this.data.screen?.reason !== '') return;
    this.setData({ busy: true, percent: -1, problem: '' });
    const result = await sendMatter(this.draft(), (progress) => {
      this.setData(progress);
    });
    this.setData({ busy: false });
    if (result.ok || result.code === 'key-reused') this.show(emptyDraft(township()));
    if (result.ok) {
      openPage('progress', { request: result.data.request, fresh: '1' });
      return;
    }
    this.setData({ problem: explainDraft(result), retry: canRetry(result.code) });
    scrollToTop();
  },
  again() {
    if (this.data.screen?.reason === '') void this.send();
    else void this.onShow();
  },
});
