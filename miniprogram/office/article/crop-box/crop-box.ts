import type { Crop } from '../../../contract/article';
import { frameStyle, middleCrop, moveCrop, SHAPES, zoomCrop } from '../crop';
import type { CropName } from '../crop';

type Loaded = WechatMiniprogram.CustomEvent<{ width: number; height: number }>;

const TITLES = { wide: '大图封面 2.35∶1', square: '小图封面 1∶1' } as const;
/** A press on an arrow moves the frame by this part of the picture. */
const NUDGE = 0.05;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  up: [0, -NUDGE],
  down: [0, NUDGE],
  left: [-NUDGE, 0],
  right: [NUDGE, 0],
};

/** A frame of a fixed shape over a picture, dragged with the finger or moved with buttons. Tells `crop` {crop}. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    link: { type: String, value: '' },
    /** wide, square. */
    name: { type: String, value: 'wide' },
    crop: { type: Object, value: null as unknown as Crop },
  },
  data: {
    style: '',
    title: '',
    _shape: 1,
    _picture: 0,
    _now: null as Crop | null,
    _from: null as { x: number; y: number; crop: Crop; width: number; height: number } | null,
  },
  observers: {
    'name, crop'() {
      this.draw();
    },
  },
  methods: {
    load(event: Loaded) {
      const { width, height } = event.detail;
      this.setData({ _picture: height > 0 ? width / height : 1 });
      this.draw();
    },
    draw() {
      const name = this.data.name as CropName;
      const given = this.data.crop as Crop | null;
      const { _picture } = this.data;
      if (_picture === 0) return;
      const crop = given ?? middleCrop(SHAPES[name], _picture);
      this.setData({ _now: crop, style: frameStyle(crop), title: TITLES[name] });
    },
    show(crop: Crop) {
      this.setData({ _now: crop, style: frameStyle(crop) });
    },
    finish(crop: Crop) {
      this.show(crop);
      this.triggerEvent('crop', { name: this.data.name, crop });
    },
    start(event: WechatMiniprogram.TouchEvent) {
      const touch = event.touches[0];
      const { _now } = this.data;
      if (!touch || !_now) return;
      this.createSelectorQuery()
        .select('.picture')
        .boundingClientRect(({ width, height }) => {
          this.setData({ _from: { x: touch.clientX, y: touch.clientY, crop: _now, width, height } });
        })
        .exec();
    },
    move(event: WechatMiniprogram.TouchEvent) {
      const touch = event.touches[0];
      const { _from } = this.data;
      if (!touch || !_from) return;
      const { x, y, crop, width, height } = _from;
      this.show(moveCrop(crop, (touch.clientX - x) / width, (touch.clientY - y) / height));
    },
    end() {
      const { _now, _from } = this.data;
      this.setData({ _from: null });
      if (_now && _from) this.finish(_now);
    },
    nudge(event: WechatMiniprogram.BaseEvent) {
      const { to } = event.currentTarget.dataset as { to: string };
      const [dx, dy] = MOVES[to] ?? [0, 0];
      if (this.data._now) this.finish(moveCrop(this.data._now, dx, dy));
    },
    zoom(event: WechatMiniprogram.BaseEvent) {
      const { by } = event.currentTarget.dataset as { by: 1 | -1 };
      const { _now, _picture, name } = this.data;
      if (_now) this.finish(zoomCrop(_now, by, SHAPES[name as CropName], _picture));
    },
  },
});
