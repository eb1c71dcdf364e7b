import type { PhotoView, RecordingView } from '../attachments/attachments';
import type { StepView } from '../steps/steps';

/** What a unit answered, in words. */
export interface ReplyView {
  key: string;
  /** 镇村建办 12月3日答复. */
  head: string;
  /** The class in plain words: 正在解决. */
  className: string;
  words: string;
  /** What was promised, and by when; empty: nothing is open. */
  promise: string;
}

/** One request as somebody who works on it may see it. */
export interface RequestSheet {
  tag: string;
  tone: string;
  sentence: string;
  title: string;
  about: string;
  text: string;
  photos: readonly PhotoView[];
  recordings: readonly RecordingView[];
  /** 反映人; empty: nothing is said of who it is. */
  asker: string;
  /** Masked. */
  phone: string;
  /** How to reach them where no phone can be shown. */
  reach: string;
  /** Short facts beside it: 重点督办, 合并了 2 件. */
  marks: readonly string[];
  replies: readonly ReplyView[];
  steps: readonly StepView[];
  reason: string;
  seenBy: readonly string[];
}

/** Shows a request from its sentence to who sees it. Tells `hear`, `show` (a photo) and `call`. */
Component({
  properties: {
    request: { type: Object, value: {} as RequestSheet },
    /** The whole number, once somebody said why; empty: not yet. */
    number: { type: String, value: '' },
    /** The recording being played. */
    playing: { type: String, value: '' },
  },
  methods: {
    hear(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('hear', { id: event.detail.id });
    },
    show(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('show', { id: event.detail.id });
    },
    call() {
      this.triggerEvent('call');
    },
  },
});
