/** How stories begin: a poster is scanned, and the rest is taps. */
import type { Page } from 'playwright-core';
import { allowMessages, press, waitForPage } from '../../support/browser';
import type { Running } from './running';

/** How long (ms) something pressed may take to show. */
export const SHOWN = { timeout: 20_000 };

/** A phone that scanned a home's poster and stands on 我的; `wide`: a PC. */
export async function scanPoster({ run, browser }: Running, openid: string, wide = false): Promise<Page> {
  const query = { scene: 'bh.h1', ...(wide && { wide: '1' }) };
  const size = wide ? { width: 1024, height: 768 } : {};
  const phone = await browser.newPhone({ url: run.url, openid, query, ...size });
  await allowMessages(phone);
  await phone.getByText('我的', { exact: true }).last().tap(SHOWN);
  await waitForPage(phone, 'pages/mine/mine');
  return phone;
}

/** From there to 工作台 and one of its tools. */
export async function openTool(phone: Page, { tool, page }: { tool: string; page: string }): Promise<Page> {
  await press(phone, '工作台', true);
  await waitForPage(phone, 'office/workbench/workbench');
  await press(phone, tool, true);
  await waitForPage(phone, page);
  return phone;
}

/** What was done is told and counted, and nobody remembers an older directory. */
export async function settle({ run }: Running): Promise<void> {
  const minute = { clock: { advanceMs: 61_000 }, runTimers: true };
  await run.cloud.control(minute);
  await run.cloud.control(minute);
}
