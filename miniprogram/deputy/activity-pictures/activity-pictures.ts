import { canRetry, type Failure } from '../../contract/result';
import { today } from '../../platform/clock';
import { choosePhotos, showPhotos } from '../../platform/files';
import { intend, type Pending } from '../../platform/keys';
import { chooseOne } from '../../platform/phone';
import { playOn, startRecording, stopPlaying, stopRecording } from '../../platform/recorder';
import { sayFullDate } from '../../view/dates';
import type { Typed } from '../../view/events';
import { explain } from '../../view/feedback';
import { dropPicture, openPictures, sendPicture, settlePicture, type NewPicture } from '../services/pictures';
import type { PicturesScreen } from '../view/activity-pictures';

/** In the order in which they are offered. */
const FACES = ['没有看得清的脸', '有，本人或家人同意了', '有孩子的脸'];
const [FACELESS, AGREED] = [0, 1];
const CHILD = '孩子的照片不加。可以换一张没有孩子的脸的，也可以不加照片。';

type Links = Readonly<Record<string, string>>;

/** Before they were asked for. */
const NO_LINKS: Links = {};
interface Kept {
  pending?: Pending<string> | undefined;
}

/** Photos and recordings of one activity. Tells `acted` when one was added, taken away or settled. */
Component({
  properties: {
    activity: { type: String, value: '' },
    screen: { type: Object, value: {} as PicturesScreen },
  },
  data: {
    busy: false,
    sending: '',
    problem: '',
    playing: '',
    recording: false,
    /** It is asked who agreed to a face. */
    agreeing: false,
    by: '',
    on: '',
    onWords: '',
    last: '',
    links: NO_LINKS,
  },
  observers: {
    'screen.lines'(lines: PicturesScreen['lines'] | undefined) {
      if (lines?.some(({ picture }) => !this.data.links[picture])) void this.open();
    },
  },
  lifetimes: {
    detached() {
      stopPlaying();
      if (this.data.recording) stopRecording();
    },
  },
  methods: {
    async open() {
      const opened = await openPictures(this.data.activity);
      if (!opened.ok) {
        this.setData({ problem: explain(opened) });
        return;
      }
      const links = Object.fromEntries(opened.data.files.map(({ picture, file }) => [picture, file]));
      this.setData({ links });
    },
    show(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      const photos = this.data.screen.lines.filter(({ photo }) => photo);
      const paths = photos.map(({ picture }) => ({ path: this.data.links[picture] ?? '' }));
      showPhotos(paths, this.data.links[id] ?? '');
    },
    hear(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      playOn(this, this.data.links[id] ?? '');
    },
    /** Of people in need: first whether a face is in it. */
    async shoot() {
      if (this.data.busy) return;
      if (!this.data.screen.faces) {
        await this.take({});
        return;
      }
      const at = await chooseOne(FACES);
      if (at === undefined) return;
      if (at === FACELESS) await this.take({ faceless: true });
      else if (at === AGREED) this.ask();
      else this.setData({ problem: CHILD });
    },
    ask() {
      const last = today();
      this.setData({ agreeing: true, by: '', on: last, onWords: sayFullDate(last), last, problem: '' });
    },
    typeBy(event: Typed) {
      this.setData({ by: event.detail.value });
    },
    setOn(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ on: event.detail.value, onWords: sayFullDate(event.detail.value) });
    },
    stop() {
      this.setData({ agreeing: false });
    },
    async shootAgreed() {
      const by = this.data.by.trim();
      if (by) await this.take({ consent: { by, on: this.data.on } });
    },
    async take(about: Pick<NewPicture, 'faceless' | 'consent'>) {
      const { paths, empty, huge } = await choosePhotos(this.data.screen.photosLeft);
      const refused = empty + huge > 0 ? '有照片打不开或者太大，没有加上。请重拍一张。' : '';
      if (paths.length === 0 && refused === '') return;
      await this.send(paths.map((path) => Object.assign({ path, use: 'photo' as const }, about)));
      if (refused && !this.data.problem) this.setData({ problem: refused });
    },
    speak() {
      if (this.data.busy) return;
      stopPlaying();
      const begun = (): void => {
        this.setData({ recording: true, problem: '' });
      };
      startRecording(begun, (recorded) => {
        this.setData({ recording: false });
        if (recorded) void this.send([Object.assign({ use: 'recording' as const }, recorded)]);
        else this.setData({ problem: '没有录上。请在微信里允许用麦克风，或者不录也可以。' });
      });
    },
    stopSpeaking() {
      stopRecording();
    },
    /** One after the other; what is through stays, what is not is said. */
    async send(all: readonly NewPicture[]) {
      this.setData({ busy: true, problem: '', agreeing: false });
      let problem = '';
      for (const [at, one] of all.entries()) {
        const nth = `第${String(at + 1)}个，共${String(all.length)}个`;
        const failed = await sendPicture(this.data.activity, one, (percent) => {
          this.setData({ sending: `正在传（${nth}）${String(percent)}%` });
        });
        if (failed === undefined) continue;
        problem = typeof failed === 'string' ? failed : explain(failed);
        if (typeof failed !== 'string') break;
      }
      this.setData({ busy: false, sending: '', problem });
      this.triggerEvent('acted');
    },
    drop(event: WechatMiniprogram.BaseEvent) {
      const { id: picture } = event.currentTarget.dataset as { id: string };
      const dropped = { activity: this.data.activity, picture };
      void this.act(dropped, (key) => dropPicture(dropped, key));
    },
    settle(event: WechatMiniprogram.BaseEvent) {
      const { id: picture, release } = event.currentTarget.dataset as { id: string; release?: string };
      const settled = { activity: this.data.activity, picture, release: release !== undefined };
      void this.act(settled, (key) => settlePicture(settled, key));
    },
    async act(wish: object, run: (key: string) => Promise<{ ok: true } | Failure>) {
      if (this.data.busy) return;
      this.setData({ busy: true, problem: '' });
      const kept = this as Kept;
      kept.pending = intend(kept.pending, JSON.stringify(wish), () => this.data.activity);
      const result = await run(kept.pending.key);
      if (result.ok || !canRetry(result.code)) kept.pending = undefined;
      this.setData({ busy: false, problem: result.ok ? '' : explain(result) });
      this.triggerEvent('acted');
    },
  },
});
