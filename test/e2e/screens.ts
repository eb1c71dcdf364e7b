/**
 * Pictures of every screen and its states, 390×844, ordinary and elder, the office's also 1024×768 and 1440×900, into test-results/screens/.
 * `tsx test/e2e/screens.ts [part of a name …]`
 */
import { openBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { NOW } from '../support/sample-answers';
import { startStubGateway } from '../support/stub-gateway';
import { looksOf, takeShot } from '../support/take-shot';
import { shots } from './shots';

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const gateway = await startStubGateway(NOW);
  const browser = await openBrowser();
  for (const shot of shots) {
    if (wanted.length > 0 && !wanted.some((part) => shot.name.startsWith(part))) continue;
    for (const look of [...looksOf(shot), ...(shot.wide ? (['broad'] as const) : [])]) {
      const nodes = await takeShot(browser, gateway, shot, look).catch((error: unknown) => String(error));
      process.stdout.write(`${shot.name} ${look}: ${String(nodes)} nodes\n`);
    }
  }
  for (const error of browser.errors) process.stdout.write(`${error}\n`);
  browser.errors.length = 0;
  await closeAll(browser, gateway);
}

void main();
