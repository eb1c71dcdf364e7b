import type { Choice } from '../../components/choice-chips/choice-chips';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { whoAmI } from '../../services/registry';
import type { Chosen } from '../../view/events';
import type { Book, BookId } from './book';
import { booksFor, firstBook, toChoices, toManualScreen, type ManualScreen } from './view';

/** 使用说明: the manual for whoever reads it. It needs no network but to know who that is. */
definePage({
  data: {
    loading: true,
    choices: [] as readonly Choice[],
    screen: null as ManualScreen | null,
    skeleton: ['card', 'card'],
  },
  books: [] as readonly Book[],

  async onLoad() {
    const who = await whoAmI();
    this.books = booksFor(who.ok ? who.data.grants : []);
    this.setData({ loading: false, choices: toChoices(this.books) });
    this.show(firstBook(this.books), '');
  },
  show(id: BookId, open: string) {
    this.setData({ screen: toManualScreen(this.books, id, open) });
  },
  choose(event: Chosen) {
    this.show(event.detail.id as BookId, '');
    scrollToTop();
  },
  /** Pressed again it closes. */
  fold(event: WechatMiniprogram.BaseEvent) {
    const { title } = event.currentTarget.dataset as { title: string };
    const { screen } = this.data;
    if (!screen) return;
    const isOpen = screen.chapters.some((each) => each.open && each.title === title);
    this.show(screen.id, isOpen ? '' : title);
  },
});
