import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Content } from '../../contract/article';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { onKeys } from '../../platform/keyboard';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { copyText, isWide, scrollToPart } from '../../platform/phone';
import { onBackOnline } from '../../platform/repeat';
import type { Failure } from '../../contract/result';
import { listScenes } from '../../services/homes';
import { previewArticle } from '../../services/publicity';
import { dropBlock } from '../view/blocks';
import { Editor } from './editor';
import { drawLive } from './live';
import { pickPicture, placePicture } from './pictures';
import { toArticleScreen } from './screen';
import type { ArticleScreen } from './screen';
import { Sender } from './send';
import type { Told } from './send';
import { QUESTIONS } from './sending';
import type { Question } from './sending';
import { pressKey } from './view';
import type { Tab } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    tab: 'write',
    screen: null as ArticleScreen | null,
    content: null as Content | null,
    open: '',
    picking: '',
    sending: -1,
    scenes: [] as readonly Choice[],
    html: '',
    /** On a wide window: what is being written, as readers will find it. */
    wide: false,
    live: '',
    size: '',
    asking: '',
    question: null as Question | null,
    skeleton: ['card', 'card', 'card'],
  },
  article: '',
  gone: false,
  editor: null as Editor | null,
  sender: null as Sender | null,
  stops: [] as (() => void)[],

  async onLoad(query) {
    this.article = read(query, 'article');
    const editor = new Editor(this.article, () => {
      this.show();
    });
    this.editor = editor;
    this.sender = new Sender(this, editor, this.article);
    this.stops = [
      onBackOnline(() => void editor.flush()),
      onKeys((key) => {
        const change = pressKey(key, editor.content?.blocks ?? [], this.data.open);
        if (change.tab === 'look') this.chooseTab({ detail: { id: 'look' } });
        else this.setData(change);
      }),
    ];
    const asked = read(query, 'tab');
    this.setData({ wide: isWide(), tab: asked || 'write', scenes: await listScenes() });
    await this.load();
    // Whoever is to decide sees it first as readers will.
    const decides = !asked && (this.data.screen?.deciding.length ?? 0) > 0;
    if (decides || asked === 'look') this.chooseTab({ detail: { id: 'look' } });
  },
  async onShow() {
    if (this.data.content && this.editor?.save.at === 'saved') await this.load();
  },
  onHide() {
    this.editor?.leave();
  },
  onUnload() {
    this.gone = true;
    this.sender?.leave();
    this.editor?.leave();
    for (const stop of this.stops) stop();
  },
  load() {
    return this.reopen((editor) => editor.open());
  },
  async reopen(how: (editor: Editor) => Promise<Failure | undefined>) {
    const { editor } = this;
    if (!editor) return;
    const failure = await how(editor);
    if (failure) this.setData({ loading: false, problem: explainOpening(failure), retry: true });
    else {
      const over = this.data.retry ? { problem: '', retry: false } : {};
      this.setData({ loading: false, content: editor.content ?? null, ...over });
      this.show();
      if (editor.view?.push.running) void this.sender?.follow();
    }
  },
  show() {
    const { editor, gone } = this;
    if (gone || !editor?.view || !editor.content) return;
    const screen = toArticleScreen(editor.view, editor.content, editor, today());
    this.setData({ screen });
    this.draw(editor.content, screen.links);
  },

  draw(content: Content, links: Readonly<Record<string, string>>) {
    const live = this.data.wide ? drawLive(content, links) : '';
    if (live !== this.data.live) this.setData({ live });
  },
  chooseTab({ detail }: Pick<Chosen, 'detail'>) {
    const tab = detail.id as Tab;
    this.setData({ tab });
    if (tab === 'look') void this.look();
  },
  async look() {
    await this.editor?.flush();
    const result = await previewArticle(this.article);
    if (!result.ok) this.setData({ problem: explainOpening(result), retry: false });
    else this.setData({ html: result.data.html, size: `${String(result.data.letters)} 字` });
  },
  change(event: WechatMiniprogram.CustomEvent<{ content: Content }>) {
    const { content } = event.detail;
    this.editor?.change(content);
    this.draw(content, this.data.screen?.links ?? {});
  },
  /** What the page itself changes must also be shown in the fields. */
  replace(content: Content, links: Readonly<Record<string, string>> = {}) {
    this.editor?.change(content, links);
    this.setData({ content });
  },
  openBlock(event: Chosen) {
    this.setData({ open: event.detail.id });
  },
  jump(event: Chosen) {
    this.setData({ tab: 'write', open: event.detail.id });
    scrollToPart(event.detail.id ? '.write >>> .block--open' : '.write');
  },
  async pick(event: WechatMiniprogram.CustomEvent<{ where: string }>) {
    const { where } = event.detail;
    const sent = await pickPicture(this, where);
    const content = this.editor?.content;
    if (sent && content) this.replace(placePicture(content, where, sent.file), { [sent.file]: sent.path });
  },
  take(event: WechatMiniprogram.BaseEvent) {
    const { mine } = event.currentTarget.dataset as { mine: boolean };
    void this.reopen((editor) => (mine ? editor.takeMine() : editor.takeTheirs()));
  },
  go(event: WechatMiniprogram.BaseEvent) {
    const { page } = event.currentTarget.dataset as { page: 'versions' | 'pack' };
    openPage(`office/${page}`, { article: this.article });
  },
  copyUrl() {
    void copyText(this.data.screen?.url ?? '');
  },
  askDrop() {
    this.setData({ asking: 'drop-block', question: QUESTIONS['drop-block'] ?? null });
  },
  press(event: WechatMiniprogram.CustomEvent<Told>) {
    this.sender?.press(event.detail);
  },
  stopAsking() {
    this.setData({ asking: '' });
  },
  confirm() {
    const { asking, open } = this.data;
    const content = this.editor?.content;
    if (asking !== 'drop-block') void this.sender?.run();
    else if (content) {
      this.replace({ ...content, blocks: dropBlock(content.blocks, open) });
      this.setData({ asking: '', open: '' });
    }
  },
});
