/** The running product in a folder of its own, and a browser to look at it with. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StartOptions } from '../../../local/options';
import { startLocal, type LocalRun } from '../../../local/start';
import { openBrowser, type TestBrowser } from '../../support/browser';
import { closeAll } from '../../support/close-all';
import { inlineInstances } from '../../support/inline-instance';
import { made } from '../../support/made';

export interface Running {
  run: LocalRun;
  browser: TestBrowser;
  /** A phone that scanned `scene`, on `page`; `wide`: a PC. */
  openPhone(openid: string, page: string, wide?: boolean): Promise<Page>;
  close(): Promise<void>;
}

/**
 * With its functions in this process, which takes a third less time; the stories that begin with a start of their own
 * (whole-way, article) try them in processes.
 */
export async function startProduct(options: StartOptions): Promise<LocalRun> {
  const inline = inlineInstances();
  const run = await startLocal(options, undefined, Object.assign({ startInstance: inline.start }, made));
  inline.connect(run.cloud);
  return run;
}

/** `name` is the folder's; `now` the instant at which the product starts; `lives`: with half a year behind it. */
export async function startRunning(
  name: string,
  now: number,
  scene = 'bh.h1',
  lives = false,
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const [run, browser] = await Promise.all([
    startProduct({ port: 0, dataDir: folder, reset: false, lan: false, watch: false, now, lives }),
    // WeChat's own picker of days begins with the phone's, and these phones are in China.
    openBrowser('Asia/Shanghai'),
  ]);
  // Stories read what the product stored, with its own keys.
  process.env['FIELD_KEYS'] = readFileSync(join(folder, 'field-keys.json'), 'utf8');
  return {
    run,
    browser,
    openPhone(openid, page, wide = false) {
      const size = wide ? { width: 1024, height: 768 } : {};
      return browser.newPhone({
        url: run.url,
        openid,
        query: { scene, page, ...(wide && { wide: '1' }) },
        ...size,
      });
    },
    async close() {
      await closeAll(browser, run);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
