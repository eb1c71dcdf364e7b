import { LIMITS } from '../../contract/limits';
import { canRetry } from '../../contract/result';
import { shootInto, speakInto } from '../../platform/attach';
import { emptyDraft, hasContent, saveDraft, withoutFile } from '../../platform/drafts';
import { dropFile, showPhotos } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import { goBack, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { playOn, stopPlaying, stopRecording } from '../../platform/recorder';
import { township } from '../../platform/whereabouts';
import type { Chosen, Typed } from '../../view/events';
import { explainDraft } from '../../view/feedback';
import { NO_UPLOADS, goOn, sendLeft } from '../../services/uploads';
import { loadLaterDraft, sendSupplement } from './send';

/** What may still be added, and why it cannot be sent yet. */
function toScreen(draft: Draft) {
  return {
    canRecord: draft.recordings.length < LIMITS.recordings,
    canShoot: draft.photos.length < LIMITS.photos,
    reason: hasContent(draft) ? '' : '说、写、拍，有一样就能补上',
  };
}

definePage({
  data: {
    limits: LIMITS,
    about: '',
    draft: null as Draft | null,
    screen: null as ReturnType<typeof toScreen> | null,
    recording: false,
    seconds: 0,
    playing: '',
    busy: false,
    percent: -1,
    upload: '',
    uploads: NO_UPLOADS,
    problem: '',
    retry: false,
  },
  request: '',
  left: false,

  onLoad(query) {
    this.request = read(query, 'request');
    this.setData({ about: read(query, 'about') });
    this.show(loadLaterDraft(township(), this.request));
    void goOn(this, explainDraft);
  },
  onHide() {
    stopPlaying();
    if (this.data.recording) stopRecording();
  },
  onUnload() {
    this.left = true;
    stopPlaying();
    if (this.data.recording) stopRecording();
  },

  draft(): Draft {
    return this.data.draft ?? emptyDraft(township());
  },
  show(draft: Draft) {
    this.setData({ draft, screen: toScreen(draft) });
  },
  change(patch: Partial<Draft>) {
    const draft = { ...this.draft(), ...patch };
    saveDraft(draft);
    this.show(draft);
  },
  type(event: Typed) {
    const draft = { ...this.draft(), text: event.detail.value };
    saveDraft(draft);
    this.setData({ 'draft.text': event.detail.value, 'screen.reason': toScreen(draft).reason });
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
    if (this.data.busy || this.data.screen?.reason !== '') return;
    this.setData({ busy: true, percent: -1, problem: '' });
    const result = await sendSupplement(this.request, this.draft(), (progress) => {
      this.setData(progress);
    });
    this.setData({ busy: false });
    if (this.left) return;
    if (result.ok) {
      goBack();
      return;
    }
    this.setData({ problem: explainDraft(result), retry: canRetry(result.code) });
    if (result.code === 'key-reused') this.show(loadLaterDraft(township(), this.request));
    scrollToTop();
  },
});
