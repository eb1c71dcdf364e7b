/** The acts of an article's page: asked about first where that is due, then sent, then followed to their end. */
import type { PushView } from '../../contract/publicity';
import { explain } from '../../view/feedback';
import { scrollToTop } from '../../platform/phone';
import { ArticleActs, followPush, sayDone } from './acts';
import type { Act } from './acts';
import type { Editor } from './editor';
import { questionOf, type QUESTIONS, toPushLine } from './sending';
import type { PushLine, Question } from './sending';

/** What is pressed, without the edition, which is known when it is sent. */
type Pressed = Act extends infer A ? (A extends Act ? Omit<A, 'article' | 'edition'> : never) : never;

/** What the panels tell. `words`: why it is sent back or let stand, or where it was published. */
export interface Told {
  act: string;
  words: string;
  mark?: string;
}

interface Shown {
  busy?: boolean;
  problem?: string;
  retry?: boolean;
  done?: string;
  asking?: string;
  question?: Question | null;
  'screen.push'?: PushLine;
}

export interface ArticlePage {
  setData(data: Shown): void;
  load(): Promise<void>;
}

const NOT_SAVED = '刚写的还没有保存上，没有办。联网后再按一次';

export class Sender {
  private readonly page: ArticlePage;
  private readonly editor: Editor;
  private readonly article: string;
  private readonly acts = new ArticleActs();
  private wanted: Pressed | undefined;
  private busy = false;
  private following = false;
  private gone = false;

  constructor(page: ArticlePage, editor: Editor, article: string) {
    this.page = page;
    this.editor = editor;
    this.article = article;
  }

  leave(): void {
    this.gone = true;
  }

  press(told: Told): void {
    const { act, words } = told;
    if (act === 'send-back' || act === 'review' || act === 'hand-over') this.want({ act, words });
    else if (act === 'submit' || act === 'approve') this.want(words ? { act, words } : { act });
    else if (act === 'mark-published') this.want({ act, url: words });
    else if (act === 'overrule') this.want({ act, words, mark: told.mark ?? '' });
    else if (act === 'anew') this.want({ act: 'push', anew: true });
    else this.want({ act } as Pressed);
  }

  private want(wanted: Pressed): void {
    const name = wanted.act === 'push' && 'anew' in wanted ? 'anew' : wanted.act;
    const question = questionOf(name as keyof typeof QUESTIONS, this.editor.content);
    this.wanted = wanted;
    if (question) this.page.setData({ asking: name, question });
    else void this.run();
  }

  async run(): Promise<void> {
    const { wanted, editor, article, page } = this;
    if (this.busy || !wanted) return;
    this.busy = true;
    page.setData({ busy: true, problem: '', done: '' });
    await editor.flush();
    const said =
      editor.save.at === 'saved'
        ? await this.send({ ...wanted, ...this.at(article) })
        : { problem: NOT_SAVED };
    this.busy = false;
    page.setData({ busy: false, asking: '', retry: false, ...said });
    scrollToTop();
    if (!('problem' in said && said.problem === NOT_SAVED)) await page.load();
  }

  private at(article: string): { article: string; edition: number } {
    return { article, edition: this.editor.view?.edition ?? 0 };
  }

  private async send(act: Act): Promise<{ done: string } | { problem: string }> {
    const result = await this.acts.run(act);
    return result.ok ? { done: sayDone(act) } : { problem: explain(result) };
  }

  private hasLeft(): boolean {
    return this.gone;
  }

  /** While a push runs; the page's own reading of the article starts it. */
  async follow(): Promise<void> {
    if (this.following || this.gone) return;
    this.following = true;
    const tell = (push: PushView): void => {
      this.page.setData({ 'screen.push': toPushLine(push) });
    };
    const result = await followPush(this.article, tell, () => this.hasLeft());
    this.following = false;
    if (this.hasLeft()) return;
    if (!result.ok) this.page.setData({ problem: explain(result), retry: false });
    else if (!result.data.running) await this.page.load();
  }
}
