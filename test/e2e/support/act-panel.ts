/** Doing a step of a request's life on a phone, as a hand does it. */
import type { Page } from 'playwright-core';
import { topPage } from '../../support/browser';

/** The button that does what was filled in: its words stand as a title above it, too. */
export async function confirm(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('wx-button').filter({ hasText: words }).last().tap();
}

/** Opens an act, behind 更多 if it stands there. */
export async function act(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('act-panel').first().waitFor();
  const more = topPage(phone).getByText('更多 ›');
  if (await more.isVisible()) await more.tap();
  await topPage(phone).locator('act-panel').getByText(words, { exact: true }).first().tap();
}

/** Something to be chosen in the open act; the request above it may say the same. */
export async function pick(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('act-panel').getByText(words).first().tap();
}

/** Where a label or a hint of the act says it, too. */
export async function pickExactly(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('act-panel').getByText(words, { exact: true }).last().tap();
}

export async function pickFirstDay(phone: Page): Promise<void> {
  await pick(phone, '选日期');
  await phone.getByRole('button', { name: '确定' }).tap();
}
