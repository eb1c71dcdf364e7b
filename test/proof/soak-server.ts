/**
 * The program that a soak lets run: the whole product in a process of its own, on the data folder that it is given. Asked
 * for it, it says what its memory holds after a collection, and what the folder holds.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocal } from '../../local/start';

export interface Measured {
  /** Bytes that JavaScript holds after a collection. */
  readonly heap: number;
  /** Bytes of the data folder. */
  readonly folder: number;
  /** Documents of all collections. */
  readonly documents: number;
  /** Those of deadletters, as they are stored. */
  readonly dead: readonly unknown[];
}

function weigh(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const at = join(folder, entry.name);
    return sum + (entry.isDirectory() ? weigh(at) : statSync(at).size);
  }, 0);
}

async function main(dataDir: string, now: number): Promise<void> {
  const options = { port: 0, dataDir, reset: false, lan: false, watch: false, now, sms: true, lives: true };
  const run = await startLocal(options, undefined, { build: () => Promise.resolve() });
  const { database } = run.cloud;
  process.on('message', (word: 'measure' | 'end') => {
    if (word === 'end') {
      void run.close().then(() => {
        process.disconnect();
      });
      return;
    }
    // What waits for its finalizer is gone after the second one.
    globalThis.gc?.();
    void sleep(0).then(() => {
      globalThis.gc?.();
      const measured: Measured = {
        heap: process.memoryUsage().heapUsed,
        folder: weigh(dataDir),
        documents: database
          .collectionNames()
          .reduce((sum, name) => sum + [...database.exportDocuments(name)].length, 0),
        dead: [...database.exportDocuments('deadletters')],
      };
      process.send?.(measured);
    });
  });
  process.send?.({ url: run.url });
}

void main(process.argv[2] ?? '', Number(process.argv[3]));
