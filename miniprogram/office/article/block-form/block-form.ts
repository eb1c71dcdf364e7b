import type { Choice } from '../../../components/choice-chips/choice-chips';
import { ARTICLE_LIMITS } from '../../../contract/article';
import type { Block, NumberItem, Picture } from '../../../contract/article';
import type { Chosen, Typed } from '../../../view/events';
import { emptyNumber } from '../../view/blocks';
import { FACES } from '../faces';

const PATHS: readonly Choice[] = [
  { id: 'pages/home/home', text: '首页，可以预约' },
  { id: 'pages/submit/submit', text: '我要反映' },
];

/** Fields of one block. Tells `change` {block} with each letter, and `pick` when a picture is wanted. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    block: { type: Object, value: {} as Block },
    /** Where its picture can be seen. */
    link: { type: String, value: '' },
    /** What has to be looked at in it, each as words. */
    marks: { type: Array, value: [] as string[] },
    /** Posters a code may lead to. */
    scenes: { type: Array, value: [] as Choice[] },
    /** 0…100 while a picture is sent; below 0: none is. */
    sending: { type: Number, value: -1 },
    /** A template's: what is written may name fields, and pictures are put in later. */
    bare: { type: Boolean, value: false },
  },
  data: {
    faces: FACES,
    paths: PATHS,
    limits: ARTICLE_LIMITS,
    items: [] as readonly NumberItem[],
    _now: null as Block | null,
  },
  observers: {
    block(block: Block) {
      const { _now } = this.data;
      if (_now?.id === block.id && JSON.stringify(_now) === JSON.stringify(block)) return;
      this.setData({ _now: block, items: block.type === 'numbers' ? block.items : [] });
    },
  },
  methods: {
    tell(patch: object) {
      const block = { ...this.data._now, ...patch } as Block;
      this.setData({ _now: block });
      this.triggerEvent('change', { block });
    },
    type(event: Typed) {
      const { field } = event.currentTarget.dataset as { field: string };
      this.tell({ [field]: event.detail.value });
    },
    choose(event: Chosen) {
      const { field } = event.currentTarget.dataset as { field: string };
      this.tell({ [field]: event.detail.id });
    },
    chooseFaces(event: Chosen) {
      this.tellPicture({ faces: event.detail.id as Picture['faces'] });
    },
    typeConsent(event: Typed) {
      this.tellPicture({ agreedBy: event.detail.value });
    },
    tellPicture(patch: Partial<Picture>) {
      const { picture } = this.data._now as Extract<Block, { type: 'picture' }>;
      const { agreedBy, ...rest } = { ...picture, ...patch };
      this.tell({ picture: rest.faces === 'agreed' ? { ...rest, agreedBy: agreedBy ?? '' } : rest });
    },
    typeNumber(event: Typed) {
      const { row, field } = event.currentTarget.dataset as { row: number; field: keyof NumberItem };
      const { items } = this.data._now as Extract<Block, { type: 'numbers' }>;
      this.tell({
        items: items.map((item, at) => (at === row ? { ...item, [field]: event.detail.value } : item)),
      });
    },
    addNumber() {
      const { items } = this.data._now as Extract<Block, { type: 'numbers' }>;
      this.setItems([...items, emptyNumber()]);
    },
    dropNumber(event: WechatMiniprogram.BaseEvent) {
      const { row } = event.currentTarget.dataset as { row: number };
      const { items } = this.data._now as Extract<Block, { type: 'numbers' }>;
      this.setItems(items.filter((_item, at) => at !== row));
    },
    setItems(items: readonly NumberItem[]) {
      this.tell({ items });
      this.setData({ items });
    },
    pick() {
      this.triggerEvent('pick');
    },
  },
});
