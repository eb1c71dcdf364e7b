export interface PhotoView {
  path: string;
  /** It is in the cloud already: sending goes on with the next one. */
  file?: string;
}
export interface RecordingView {
  path: string;
  file?: string;
  seconds: number;
}

/** Recordings and photos of a request: to add, hear, see, take away; read only they are just shown. */
Component({
  properties: {
    photos: { type: Array, value: [] as PhotoView[] },
    recordings: { type: Array, value: [] as RecordingView[] },
    /** The recording being played. */
    playing: { type: String, value: '' },
    editable: { type: Boolean, value: false },
    /** While it is being sent: which are through. */
    sending: { type: Boolean, value: false },
    /** Each file by its path: how far it is, or why it did not get in. */
    uploads: { type: Object, value: {} },
  },
  methods: {
    hear(event: WechatMiniprogram.TouchEvent) {
      this.emit('hear', event);
    },
    show(event: WechatMiniprogram.TouchEvent) {
      this.emit('show', event);
    },
    dropPhoto(event: WechatMiniprogram.TouchEvent) {
      this.emit('dropphoto', event);
    },
    dropRecording(event: WechatMiniprogram.TouchEvent) {
      this.emit('droprecording', event);
    },
    again() {
      this.triggerEvent('again');
    },
    emit(name: string, event: WechatMiniprogram.TouchEvent) {
      const { path } = event.currentTarget.dataset as { path: string };
      this.triggerEvent(name, { id: path });
    },
  },
});
