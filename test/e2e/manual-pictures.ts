/**
 * The pictures of the manual, taken from the running screens with invented people: `npm run manual`. Which ones: every
 * picture that a page of docs/manual shows, named as the screen (shots.ts), with `-wide` where it is a PC's window.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { listFiles } from '../../build/files';
import { openBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { NOW } from '../support/sample-answers';
import { startStubGateway } from '../support/stub-gateway';
import { takeShot } from '../support/take-shot';
import { shots } from './shots';

const manual = resolve(__dirname, '../../docs/manual');
const taken = resolve(__dirname, '../../test-results/screens');

function listPictures(): string[] {
  const pages = listFiles(manual).filter((file) => file.endsWith('.md'));
  const named = pages.flatMap((file) => [
    ...readFileSync(join(manual, file), 'utf8').matchAll(/\]\(pictures\/([\w-]+)\.png\)/g),
  ]);
  return [...new Set(named.map(([, name = '']) => name))];
}

async function main(): Promise<void> {
  const gateway = await startStubGateway(NOW);
  const browser = await openBrowser();
  try {
    for (const picture of listPictures()) {
      const name = picture.replace(/-wide$/, '');
      const shot = shots.find((one) => one.name === name);
      if (!shot) throw new Error(`no screen is called ${name}`);
      await takeShot(browser, gateway, shot, name === picture ? 'ordinary' : 'wide');
      await sharp(join(taken, `${picture}.png`))
        .png({ palette: true, effort: 10 })
        .toFile(join(manual, 'pictures', `${picture}.png`));
    }
  } finally {
    await closeAll(browser, gateway);
  }
}

void main();
