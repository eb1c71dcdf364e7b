import { ARTICLE_LIMITS } from '../../../contract/article';
import type { Cover, Crop, Picture } from '../../../contract/article';
import type { Chosen, Typed } from '../../../view/events';
import { FACES } from '../faces';
import type { CropName } from '../crop';

/** The cover: which picture, who is on it, and the two frames. Tells `change` {cover} and `pick`. */
Component({
  properties: {
    cover: { type: Object, value: null as unknown as Cover },
    links: { type: Object, value: {} },
    /** Pictures of the body, which can be the cover, too, with what was said of the people on them. */
    pictures: { type: Array, value: [] as { picture: Picture; file: string; link: string }[] },
    editable: { type: Boolean, value: true },
    sending: { type: Number, value: -1 },
  },
  data: { faces: FACES, most: ARTICLE_LIMITS.words, link: '', file: '', framing: false },
  observers: {
    'cover, links'(cover: Cover | null, links: Readonly<Record<string, string>>) {
      const file = cover?.picture.file ?? '';
      this.setData({ file, link: links[file] ?? '' });
    },
  },
  methods: {
    tell(cover: Cover) {
      this.triggerEvent('change', { cover });
    },
    tellPicture(patch: Partial<Picture>) {
      const { agreedBy = '', ...rest } = { ...this.data.cover.picture, ...patch };
      const picture = rest.faces === 'agreed' ? { ...rest, agreedBy } : rest;
      this.tell({ ...this.data.cover, picture });
    },
    take(event: WechatMiniprogram.BaseEvent) {
      const { file } = event.currentTarget.dataset as { file: string };
      const body = this.data.pictures.find((each: { file: string }) => each.file === file);
      if (body && file !== this.data.file) this.tell({ picture: body.picture });
    },
    chooseFaces(event: Chosen) {
      this.tellPicture({ faces: event.detail.id as Picture['faces'] });
    },
    typeConsent(event: Typed) {
      this.tellPicture({ agreedBy: event.detail.value });
    },
    crop(event: WechatMiniprogram.CustomEvent<{ name: CropName; crop: Crop }>) {
      this.tell({ ...this.data.cover, [event.detail.name]: event.detail.crop });
    },
    toggleFraming() {
      this.setData({ framing: !this.data.framing });
    },
    pick() {
      this.triggerEvent('pick');
    },
  },
});
