/**
 * Pictures of the reworked screens as they are and, of an older commit, as they were, with the same answers: normal, elder,
 * 320×568, and the largest type, into test-results/before-after/.
 * `tsx test/e2e/before-after.ts [commit]`
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBrowser, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { NOW } from '../support/sample-answers';
import { startStubGateway, type StubGateway } from '../support/stub-gateway';
import { openShot, type Look } from '../support/take-shot';
import type { Shot } from './shot-kit';
import { shots } from './shots';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, 'test-results/before-after');
const REWORKED = [
  'progress-answered',
  'progress-promised',
  'booking',
  'booking-full',
  'mine',
  'submit',
  'request',
  'today',
  'wall',
];
const LOOKS: readonly Look[] = ['ordinary', 'elder', 'large', 'small'];

async function take(browser: TestBrowser, gateway: StubGateway, shot: Shot, when: string): Promise<void> {
  const looks: readonly Look[] = shot.wide ? ['wide'] : LOOKS;
  for (const look of looks) {
    const name = `${shot.name}-${look}-${when}`;
    // An older page may not know what is pressed.
    const { act: _act, ...still } = shot;
    const said = await openShot(browser, gateway, { shot: still, look }).then(
      async (page) => {
        await page.screenshot({ path: join(FOLDER, `${name}.png`) });
        await page.context().close();
        return 'taken';
      },
      (error: unknown) => String(error).split('\n')[0] ?? '',
    );
    process.stdout.write(`${name}: ${said}\n`);
  }
}

async function takeAll(when: string, root?: string): Promise<void> {
  const [gateway, browser] = [await startStubGateway(NOW, root), await openBrowser()];
  for (const shot of shots.filter(({ name }) => REWORKED.includes(name)))
    await take(browser, gateway, shot, when);
  for (const error of new Set(browser.errors)) process.stdout.write(`${when}: ${error}\n`);
  browser.errors.length = 0;
  await closeAll(browser, gateway);
}

/** The older commit's files in a folder of their own, with the libraries of this one. */
function unpack(commit: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'before-'));
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 512 * 1024 * 1024 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const part of ['', 'more/', 'office/']) {
    const npm = `miniprogram/${part}miniprogram_npm`;
    cpSync(join(ROOT, npm), join(folder, npm), { recursive: true });
  }
  return folder;
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await takeAll('after');
  const [commit] = process.argv.slice(2);
  if (commit === undefined) return;
  const folder = unpack(commit);
  await takeAll('before', folder);
  rmSync(folder, { recursive: true, force: true });
}

void main();
