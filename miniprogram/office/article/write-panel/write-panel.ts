import type { Choice } from '../../../components/choice-chips/choice-chips';
import { BLOCK_LABELS } from '../../../contract/publicity-labels';
import { ARTICLE_LIMITS } from '../../../contract/article';
import type { Block, BlockType, Content, Cover, Mark, Picture, Problem } from '../../../contract/article';
import type { Chosen, Typed } from '../../../view/events';
import { newId } from '../../../platform/keys';
import { township } from '../../../platform/whereabouts';
import { addBlock, BLOCK_TYPES, changeBlock, moveBlock, newBlock, pictureOf } from '../../view/blocks';
import { sayMark, toBlockLines } from '../check';
import type { BlockLine } from '../check';
import { countHead } from '../view';

const TYPES: readonly Choice[] = BLOCK_TYPES.map((id) => ({ id, text: BLOCK_LABELS[id] }));

interface Shown {
  picture: Picture;
  file: string;
  link: string;
}

/** The picture of a block, where it can be seen. */
function shownOf(block: Block, links: Readonly<Record<string, string>>): Shown[] {
  const picture = pictureOf(block);
  const link = picture && links[picture.file];
  return picture && link ? [{ picture, file: picture.file, link }] : [];
}

/**
 * Head, cover and blocks of an article. Tells `change` {content} with each letter, `pick` {where} when a picture is
 * wanted for a block or for the `cover`, `drop` {id} when a block is to be taken away, `open` {id} which one is open.
 */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    /** Set when it was read, not with each change: what is typed stays here. */
    content: { type: Object, value: null as unknown as Content },
    links: { type: Object, value: {} },
    marks: { type: Array, value: [] as Mark[] },
    problems: { type: Array, value: [] as Problem[] },
    editable: { type: Boolean, value: true },
    scenes: { type: Array, value: [] as Choice[] },
    /** Where a picture is being sent to, and how far (per cent). */
    picking: { type: String, value: '' },
    sending: { type: Number, value: -1 },
    /** The block that is open. */
    open: { type: String, value: '' },
    /** A template: without cover, author and files. */
    bare: { type: Boolean, value: false },
  },
  data: {
    types: TYPES,
    limits: ARTICLE_LIMITS,
    full: false,
    adding: false,
    head: { title: '', author: '', digest: '' },
    counts: null as ReturnType<typeof countHead> | null,
    lines: [] as readonly BlockLine[],
    block: null as Block | null,
    link: '',
    blockMarks: [] as readonly string[],
    cover: null as Cover | null,
    bodyPictures: [] as readonly Shown[],
    _content: null as Content | null,
  },
  observers: {
    content(content: Content | null) {
      if (!content || content === this.data._content) return;
      const { title, author, digest } = content;
      this.setData({ _content: content, head: { title, author, digest }, block: null });
      this.draw();
    },
    'links, marks, problems, open'() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const { _content, open, links, marks, problems } = this.data;
      if (!_content) return;
      const { blocks, cover = null } = _content;
      const block = blocks.find(({ id }) => id === open) ?? null;
      const mine = marks.filter((mark: Mark) => mark.where === open && !mark.overruled);
      this.setData({
        block,
        cover,
        counts: countHead(_content),
        lines: toBlockLines(blocks, marks, problems),
        blockMarks: mine.map(sayMark),
        full: blocks.length >= ARTICLE_LIMITS.blocks,
        link: (block && shownOf(block, links)[0]?.link) ?? '',
        bodyPictures: blocks.flatMap((each) => shownOf(each, links)),
      });
    },
    tell(patch: Partial<Content>) {
      const content = { ...this.data._content, ...patch } as Content;
      this.setData({ _content: content });
      this.draw();
      this.triggerEvent('change', { content });
    },
    tellBlocks(blocks: readonly Block[]) {
      this.tell({ blocks });
    },
    blocks(): readonly Block[] {
      return this.data._content?.blocks ?? [];
    },
    type(event: Typed) {
      const { field } = event.currentTarget.dataset as { field: string };
      this.tell({ [field]: event.detail.value });
    },
    change(event: WechatMiniprogram.CustomEvent<{ block: Block }>) {
      this.tellBlocks(changeBlock(this.blocks(), event.detail.block));
    },
    changeCover(event: WechatMiniprogram.CustomEvent<{ cover: Cover }>) {
      this.tell({ cover: event.detail.cover });
    },
    toggle(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.setData({ adding: false });
      this.triggerEvent('open', { id: id === this.data.open ? '' : id });
    },
    move(event: WechatMiniprogram.BaseEvent) {
      const { by } = event.currentTarget.dataset as { by: 1 | -1 };
      this.tellBlocks(moveBlock(this.blocks(), this.data.open, by));
    },
    drop() {
      this.triggerEvent('drop', { id: this.data.open });
    },
    startAdding() {
      this.setData({ adding: !this.data.adding });
    },
    add(event: Chosen) {
      const block = newBlock(event.detail.id as BlockType, newId(), township());
      this.setData({ adding: false });
      this.tellBlocks(addBlock(this.blocks(), block, this.data.open));
      this.triggerEvent('open', { id: block.id });
    },
    pick() {
      this.triggerEvent('pick', { where: this.data.open });
    },
    pickCover() {
      this.triggerEvent('pick', { where: 'cover' });
    },
  },
});
