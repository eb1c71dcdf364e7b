/**
 * An article being written: what is on the screen, what lies on the server, and the way between. Nothing that was
 * written is ever lost: it is on the server, or aside as a version of its own, or on this phone.
 */
import type { Content } from '../../contract/article';
import type { ArticleView, Saved } from '../../contract/publicity';
import { now } from '../../platform/clock';
import { canRetry } from '../../contract/result';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import type { Code, Failure } from '../../contract/result';
import { dropUnsaved, findUnsaved, keepUnsaved } from '../../platform/unsaved';
import { getArticle, saveArticle } from '../../services/publicity';
import type { SaveState } from './saved';

/** How long nobody types before it is saved (ms): short enough to lose nothing, long enough to be one call. */
const PAUSE_MS = 1_500;

/** Problems that may be over the next time: the text stays on the phone until then. */
function mayPass(code: Code): boolean {
  return canRetry(code) || code === 'rate-limited';
}

export class Editor {
  view: ArticleView | undefined;
  content: Content | undefined;
  save: SaveState = { at: 'saved' };
  private readonly article: string;
  private readonly changed: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: Pending<Content> | undefined;
  private running: Promise<void> | undefined;

  constructor(article: string, changed: () => void) {
    this.article = article;
    this.changed = changed;
  }

  get editable(): boolean {
    return this.view?.acts.includes('save') === true && this.save.at !== 'newer';
  }

  /** As it lies on the server, with what this phone could not send before on top. */
  async open(): Promise<Failure | undefined> {
    await this.flush();
    const result = await getArticle(this.article);
    if (!result.ok) return result;
    const { view } = this;
    // What is typed meanwhile stays, on the edition it was typed on.
    if (view && this.save.at === 'changed') return undefined;
    this.view = { ...result.data, links: { ...view?.links, ...result.data.links } };
    this.content = result.data.content;
    const unsaved = findUnsaved(this.article);
    if (!unsaved) this.save = { at: 'saved', when: result.data.changedAt };
    else if (result.data.acts.includes('save')) {
      this.view.edition = unsaved.edition;
      this.content = unsaved.content;
      this.save = { at: 'changed' };
      await this.flush();
    }
    return undefined;
  }

  /** `links`: where to see pictures that were just added. */
  change(content: Content, links: Readonly<Record<string, string>> = {}): void {
    if (!this.view || !this.editable) return;
    this.view.links = { ...this.view.links, ...links };
    this.content = content;
    if (this.save.at !== 'saving') this.save = { at: 'changed' };
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE_MS);
    this.changed();
  }

  /** Saves now what is not saved; resolves when it is, or when it is known that it cannot be. */
  flush(): Promise<void> {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    if (this.save.at === 'saved' || this.save.at === 'newer') return Promise.resolve();
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      this.changed();
    });
    return this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      const { view, content } = this;
      if (!view || !content) return;
      this.save = { at: 'saving' };
      this.changed();
      const { edition } = view;
      this.pending = intend(this.pending, JSON.stringify([edition, content]), () => content);
      const result = await saveArticle({ article: this.article, edition, content }, this.pending.key);
      if (!result.ok) {
        this.failed(result, content, edition);
        return;
      }
      this.pending = undefined;
      if (!this.arrived(result.data, content)) return;
    }
  }

  private failed(failure: Failure, content: Content, edition: number): void {
    if (!mayPass(failure.code)) this.pending = undefined;
    const kept = keepUnsaved(this.article, { edition, content: this.content ?? content });
    this.save = mayPass(failure.code) ? { at: 'phone', kept } : { at: 'refused', failure };
  }

  /** Whether more was written meanwhile. */
  private arrived(saved: Saved, sent: Content): boolean {
    if (!this.view) return false;
    dropUnsaved(this.article);
    if (!saved.saved) {
      this.save = { at: 'newer', by: saved.newer.by, when: saved.newer.at, version: saved.version };
      return false;
    }
    const { edition, marks, problems } = saved;
    this.view = { ...this.view, edition, marks, problems };
    const over = this.content === sent;
    this.save = over ? { at: 'saved', when: now() } : { at: 'changed' };
    return !over;
  }

  /** Somebody was faster: goes on from what they wrote; what was written here is among the versions. */
  takeTheirs(): Promise<Failure | undefined> {
    this.save = { at: 'saved' };
    return this.open();
  }

  /** Puts what was written here over what they wrote, which is among the versions then. */
  async takeMine(): Promise<Failure | undefined> {
    const { content } = this;
    const problem = await this.takeTheirs();
    if (problem) return problem;
    if (content) this.change(content);
    await this.flush();
    return undefined;
  }

  /** The page goes: what is not saved stays on the phone, in case saving does not get through. */
  leave(): void {
    const { view, content } = this;
    const open = this.save.at === 'changed' || this.save.at === 'saving';
    if (view && content && open) keepUnsaved(this.article, { edition: view.edition, content });
    void this.flush();
  }
}
