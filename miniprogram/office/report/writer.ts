/** Whoever writes under one heading: kept a moment after the last letter, never over somebody else's words. */
import { canRetry } from '../../contract/result';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { saveReportWords } from '../services/work-report';
import { explain } from '../../view/feedback';

/** After the last letter (ms). */
const PAUSE_MS = 1_200;

export interface Writing {
  section: string;
  words: string;
  /** «已存», «正在存…», or why not. */
  note: string;
  /** Somebody else wrote meanwhile; what stands there now. */
  theirs: string;
  who: string;
}

interface Input {
  report: string;
  section: string;
  version: number;
  words: string;
}

export class Writer {
  words: string;
  private saved: string;
  private note = '';
  private theirs = '';
  private who = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: Pending<Input> | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly report: string,
    readonly section: string,
    private version: number,
    words: string,
    private readonly show: (writing: Writing) => void,
  ) {
    this.words = words;
    this.saved = words;
  }

  /** What the page keeps after it: words and their version. */
  get stands(): { words: string; version: number } {
    return { words: this.saved, version: this.version };
  }

  type(words: string): void {
    this.words = words;
    this.stop();
    if (this.theirs) return;
    this.timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Theirs, or the own words over what is known of theirs by now. */
  decide(mine: boolean): Promise<boolean> {
    if (!mine) {
      this.words = this.theirs;
      this.saved = this.theirs;
    }
    this.theirs = '';
    this.tell('');
    return this.flush();
  }

  /** False: something stands only on this phone. */
  async flush(): Promise<boolean> {
    this.stop();
    await this.running;
    if (this.theirs) return false;
    if (this.words === this.saved) return true;
    this.running = this.save();
    await this.running;
    this.running = undefined;
    return this.words === this.saved;
  }

  private stop(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async save(): Promise<void> {
    const { report, section, version, words } = this;
    const input = { report, section, version, words };
    this.pending = intend(this.pending, JSON.stringify(input), () => input);
    this.tell('正在存…');
    const result = await saveReportWords(this.pending.input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (!result.ok) {
      this.tell(`还没有存上：${explain(result)}`);
      return;
    }
    this.version = result.data.version;
    if (result.data.saved) {
      this.saved = words;
      this.tell('已存');
      return;
    }
    this.theirs = result.data.words;
    this.who = result.data.by;
    this.tell('');
  }

  private tell(note: string): void {
    this.note = note;
    this.show(this.state);
  }

  get state(): Writing {
    const { section, words, note, theirs, who } = this;
    return { section, words, note, theirs, who };
  }
}
