import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is known of one stored file. */
export interface FileRecord {
  readonly path: string;
  /** Name of its bytes on disk; new bytes get a new name, so a reader never sees a mixture. */
  readonly blob: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  /** Hex MD5 of the bytes, as the storage gives it for one-part uploads. */
  readonly etag: string;
  /** The openid that uploaded it; empty for files of the functions. */
  readonly owner: string;
}

export class FileTooLarge extends Error {}

/**
 * The stored files: bytes under `blobs/`, one small record each under `records/`. Writing a record is the
 * moment at which a file exists; bytes without a record (a crash) are swept away when the store opens.
 */
export class FileStore {
  readonly #blobs: string;
  readonly #records: string;
  readonly #byPath = new Map<string, FileRecord>();

  constructor(dir: string) {
    this.#blobs = join(dir, 'blobs');
    this.#records = join(dir, 'records');
    mkdirSync(this.#blobs, { recursive: true });
    mkdirSync(this.#records, { recursive: true });
    this.#load();
  }

  find(path: string): FileRecord | undefined {
    return this.#byPath.get(path);
  }

  /** Throws FileTooLarge; nothing is left of what was read until then. */
  async save(
    source: Readable,
    about: { path: string; contentType: string; owner: string },
    limitBytes: number,
  ): Promise<FileRecord> {
    const blob = randomUUID();
    const hash = createHash('md5');
    let sizeBytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length;
        hash.update(chunk);
        done(sizeBytes > limitBytes ? new FileTooLarge(about.path) : null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(this.#blobFile(blob)));
    } catch (error) {
      await rm(this.#blobFile(blob), { force: true });
      throw error;
    }
    const record = { ...about, blob, sizeBytes, etag: hash.digest('hex') };
    await this.#commit(record);
    return record;
  }

  /** @param range first and last byte, both included */
  read(record: FileRecord, range?: { start: number; end: number }): Readable {
    return createReadStream(this.#blobFile(record.blob), range);
  }

  async copy(from: FileRecord, path: string): Promise<void> {
    const blob = randomUUID();
    await copyFile(this.#blobFile(from.blob), this.#blobFile(blob));
    await this.#commit({ ...from, path, blob });
  }

  /** False when there was no such file. */
  async remove(path: string): Promise<boolean> {
    const record = this.#byPath.get(path);
    if (!record) return false;
    this.#byPath.delete(path);
    await rm(this.#recordFile(path), { force: true });
    await rm(this.#blobFile(record.blob), { force: true });
    return true;
  }

  /** Empties the store. */
  clear(): void {
    this.#byPath.clear();
    for (const dir of [this.#records, this.#blobs]) {
      for (const name of readdirSync(dir)) rmSync(join(dir, name), { force: true });
    }
  }

  async #commit(record: FileRecord): Promise<void> {
    const before = this.#byPath.get(record.path);
    const draft = `${this.#recordFile(record.path)}.${record.blob}`;
    await writeFile(draft, JSON.stringify(record));
    await rename(draft, this.#recordFile(record.path));
    this.#byPath.set(record.path, record);
    if (before) await rm(this.#blobFile(before.blob), { force: true });
  }

  #load(): void {
    for (const name of readdirSync(this.#records)) {
      if (!name.endsWith('.json')) {
        rmSync(join(this.#records, name), { force: true });
        continue;
      }
      const record = JSON.parse(readFileSync(join(this.#records, name), 'utf8')) as FileRecord;
      this.#byPath.set(record.path, record);
    }
    const known = new Set([...this.#byPath.values()].map((record) => record.blob));
    for (const blob of readdirSync(this.#blobs)) {
      if (!known.has(blob)) rmSync(this.#blobFile(blob), { force: true });
    }
  }

  #blobFile(blob: string): string {
    return join(this.#blobs, blob);
  }

  #recordFile(path: string): string {
    return join(this.#records, `${createHash('sha256').update(path).digest('hex')}.json`);
  }
}
