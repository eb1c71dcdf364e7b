import type { Values } from '../../contract/shapes';
import type { Places } from '../../contract/registry';
import type { RequestCard, RequestView } from '../../contract/request';
import { createActor } from '../../platform/actor';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { showPhotos } from '../../platform/files';
import { playOn, stopPlaying } from '../../platform/recorder';
import { getPlaces } from '../../services/registry';
import { printAssignment, printReceipt, printReply } from '../../services/report';
import { actOn, getRequest } from '../../services/request';
import { callAsker } from '../../services/reveal';
import { draftPublication, getSimilar } from '../../services/request-lists';
import { mayMerge, readStep, sayDone, toDraft, toPaneScreen } from './view';
import type { PaneScreen, PrintId } from './view';

const actor = createActor(actOn);
const PRINTS = { assignment: printAssignment, reply: printReply, receipt: printReceipt } as const;

/**
 * One request with everything that may be done with it from here. Tells `changed` after a step, and `open` when
 * another request is to be looked at.
 */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    request: { type: String, value: '' },
    elder: { type: Boolean, value: false },
    /** There is room for the form beside the matter. */
    ready: { type: Boolean, value: false },
  },
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    playing: '',
    number: '',
    removed: '',
    screen: null as PaneScreen | null,
    given: {},
    skeleton: ['day', 'card'],
    _view: null as RequestView | null,
    _places: null as Places | null,
    _similar: [] as readonly RequestCard[],
  },
  observers: {
    request(request: string) {
      if (!request) return;
      this.setData({
        screen: null,
        loading: true,
        done: '',
        problem: '',
        removed: '',
        number: '',
        _similar: [],
      });
      void this.load();
    },
  },
  lifetimes: {
    detached() {
      stopPlaying();
    },
  },
  methods: {
    /** An answer about a request that is no longer looked at is dropped. */
    async load() {
      const { request } = this.data;
      const [result, places] = await Promise.all([getRequest(request), getPlaces()]);
      if (request !== this.data.request) return;
      if (places.ok) this.setData({ _places: places.data });
      if (!result.ok) {
        this.setData({ loading: false, problem: explainOpening(result), retry: canRetry(result.code) });
        return;
      }
      this.setData({ loading: false, problem: '', retry: false, _view: result.data });
      this.show();
      if (mayMerge(result.data.acts)) await this.lookForSimilar(request);
    },
    async lookForSimilar(request: string) {
      const similar = await getSimilar(request);
      if (!similar.ok || request !== this.data.request) return;
      this.setData({ _similar: similar.data.requests });
      this.show();
    },
    show() {
      const { _view, _places, _similar } = this.data;
      if (!_view) return;
      const source = { view: _view, places: _places ?? undefined, similar: _similar, today: today() };
      this.setData({ screen: toPaneScreen(source) });
    },
    async begin(event: Chosen) {
      this.setData({ removed: '' });
      if (event.detail.id !== 'publish') return;
      const draft = await draftPublication(this.data.request);
      if (!draft.ok) this.setData({ problem: explain(draft) });
      else {
        const { values, removed } = toDraft(draft.data);
        this.setData({ given: values, removed });
      }
    },
    async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
      const { request, busy, _view } = this.data;
      if (busy || !_view) return;
      const step = readStep(event.detail.id, event.detail.values, _view);
      this.setData({ busy: true, problem: '', done: '' });
      const result = await actor(request, step);
      if (request === this.data.request && (result.ok || !canRetry(result.code))) await this.load();
      if (result.ok) this.setData({ busy: false, removed: '', done: sayDone(step) });
      else this.setData({ busy: false, problem: explain(result), retry: false });
      if (result.ok) this.triggerEvent('changed', { id: request, done: sayDone(step) });
    },
    async print(event: WechatMiniprogram.BaseEvent) {
      if (this.data.busy) return;
      const { id } = event.currentTarget.dataset as { id: PrintId };
      this.setData({ busy: true, problem: '', done: '' });
      const { request } = this.data;
      const opened = await openDocument(await PRINTS[id](request));
      this.setData({ busy: false, problem: opened.ok ? '' : explain(opened), retry: false });
    },
    open(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.triggerEvent('open', { id });
    },
    async call() {
      const { request } = this.data;
      const failed = await callAsker(this, request, () => request === this.data.request);
      if (failed) this.setData({ problem: explain(failed), retry: false });
    },
    hear(event: Chosen) {
      playOn(this, event.detail.id);
    },
    showPhoto(event: Chosen) {
      showPhotos(this.data.screen?.request.photos ?? [], event.detail.id);
    },
  },
});
