import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';

export type Key = [kind: string, ...(string | number)[]];

/**
 * What WeChat remembers: one value for each key, and bytes. In an lmdb of its own in the data folder, so it survives
 * restarts and `kill -9`. Opened when it is first needed: most tests never ask.
 */
export class WechatStore {
  #root: RootDatabase<unknown, Key> | undefined;
  #bytes: Database<Buffer, string> | undefined;
  readonly #dir: string;

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'wechat');
  }

  // The caller knows what it put there.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  get<T>(key: Key): T | undefined {
    return this.#open().get(key) as T | undefined;
  }

  put(key: Key, value: object): void {
    this.#open().putSync(key, value);
  }

  remove(key: Key): void {
    this.#open().removeSync(key);
  }

  /** In the order of the keys. */
  list<T>(...prefix: Key): T[] {
    const range = this.#open().getRange({ start: prefix, end: [...prefix, '\uffff'] });
    return [...range].map(({ value }) => value as T);
  }

  /** 1, 2, 3 … for each name. */
  next(name: string): number {
    const { n = 0 } = this.get<{ n: number }>(['sequence', name]) ?? {};
    this.put(['sequence', name], { n: n + 1 });
    return n + 1;
  }

  readBytes(id: string): Buffer | undefined {
    this.#open();
    return this.#bytes?.get(id);
  }

  writeBytes(id: string, bytes: Buffer): void {
    this.#open();
    this.#bytes?.putSync(id, bytes);
  }

  /** All of it or nothing, whatever dies in between. */
  atOnce<T>(work: () => T): T {
    return this.#open().transactionSync(work);
  }

  async clear(): Promise<void> {
    await this.#root?.clearAsync();
    await this.#bytes?.clearAsync();
    if (!this.#root) this.#open().clearSync();
  }

  async close(): Promise<void> {
    await this.#root?.close();
    this.#root = undefined;
  }

  #open(): RootDatabase<unknown, Key> {
    if (this.#root) return this.#root;
    // As the database: a commit is in the page cache when it returns, so the death of this process loses nothing.
    const root = open<unknown, Key>({
      path: this.#dir,
      maxDbs: 2,
      encoding: 'json',
      noSync: true,
      overlappingSync: false,
    });
    this.#bytes = root.openDB<Buffer, string>('bytes', { encoding: 'binary' });
    return (this.#root = root);
  }
}
