import { watch } from 'node:fs';

/** Several files saved at once, or one saved in several steps, are one change. */
const SETTLE_MS = 80;

/**
 * Calls `onChange` after a file under the folder was saved, never twice at the same time.
 * @returns a function that ends the watching
 */
export function watchFolder(folder: string, onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange).catch((error: unknown) => {
        console.error('preview:', error);
      });
    }, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
