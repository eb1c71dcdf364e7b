/** Who acts in the story of the congress: by a scan and by taps, or at the same door without a screen. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { baseOn } from '../../../cloudfunctions/congress/session/rules/attendance';
import type { SuggestionDocument } from '../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { allowMessages, fill, press, see, waitForPage, type PhoneOptions } from '../../support/browser';
import { act, confirm, pick, pickFirstDay } from './act-panel';
import { sendScan } from './scan';
import { Gateway } from './half-year/gateway';
import { startRunning, type Running } from './running';

export const STAFF = 'bh-staff';
export const CHIEF = 'bh-p1';
export const LEAD = 'bh-p5';
export const UNIT = 'bh-unit';
/** Its unit stands for the government in this story. */
export const GOVERNMENT = 'bh-unit-2';
export const MEMBER = 'bh-p17';

/** What somebody sees at the end of their part, in the order of the story. */
const PICTURES = resolve(__dirname, '../../../test-results/congress');
let stations = 0;

export let running: Running;
export let gateway: Gateway;

/** So many deputies are in office in this story. */
const IN_OFFICE = 43;

/** Some places stand empty, and the second unit is the township's government. */
function prepared(directory: Directory, day: string): Directory {
  const vacant = new Set(baseOn(directory, day).slice(IN_OFFICE));
  const people = directory.people.map((person) =>
    vacant.has(person.id)
      ? { ...person, memberships: person.memberships.map((row) => ({ ...row, to: '2026-11-01' })) }
      : person,
  );
  const units = directory.units.map((unit) =>
    unit.id === 'u2' ? { ...unit, name: '镇政府（党政办）' } : unit,
  );
  return { ...directory, people, units, settings: { ...directory.settings, governmentUnit: 'u2' } };
}

export async function begin(now: number): Promise<void> {
  running = await startRunning('congress', now, 'bh.v4');
  gateway = new Gateway(running.run, 'bh');
  const { database } = running.run.cloud;
  const all = [...database.exportDocuments('townships')] as Directory[];
  const changed = all.filter(({ _id }) => _id === 'bh').map((one) => prepared(one, '2026-11-23'));
  await database.importDocuments('townships', changed);
}

export function directory(): Directory {
  const all = [...running.run.cloud.database.exportDocuments('townships')] as Directory[];
  const found = all.find(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
}

/** States, owners and dates are plain in the store; words are not. */
export function stored(id: string): SuggestionDocument {
  const all = [...running.run.cloud.database.exportDocuments('suggestions')] as SuggestionDocument[];
  const found = all.find(({ _id }) => _id === id);
  if (!found) throw new Error('it is not there');
  return found;
}

/** It goes from hand to hand. */
let kept: Page | undefined;

async function firstPhone(options: PhoneOptions): Promise<Page> {
  const phone = await running.browser.newPhone(options);
  await allowMessages(phone);
  return phone;
}

/** A phone that scanned the poster; the rest is taps. */
async function scan(openid: string): Promise<Page> {
  const options = { url: running.run.url, openid, query: { scene: 'bh.v4' } };
  if (kept) await running.browser.handOver(kept, options);
  const phone = (kept ??= await firstPhone(options));
  await phone.getByText('我的', { exact: true }).last().tap();
  await waitForPage(phone, 'pages/mine/mine');
  return phone;
}

/** One person's part, from 工作台 or 今日待办 through the entries of that names; then the phone goes on to somebody else. */
export async function on(
  openid: string,
  from: '工作台' | '今日待办',
  entries: readonly string[],
  part: (phone: Page) => Promise<void>,
): Promise<void> {
  // A minute between two parts: sixty calls in one belong to an account, and nobody is as quick as a story.
  await running.run.cloud.control({ clock: { advanceMs: 61_000 } });
  const phone = await scan(openid);
  await press(phone, from, true);
  await waitForPage(phone, from === '工作台' ? 'office/workbench/workbench' : 'deputy/today/today');
  try {
    for (const entry of entries) {
      await see(phone, entry);
      await press(phone, entry);
    }
    await part(phone);
  } finally {
    mkdirSync(PICTURES, { recursive: true });
    const station = `${String(++stations).padStart(2, '0')}-${openid}`;
    await phone.screenshot({ path: join(PICTURES, `${station}.png`), fullPage: true });
  }
}

/** Presses the act, fills it in, and presses what does it. */
export async function take(phone: Page, label: string, filled: () => Promise<void>): Promise<void> {
  await act(phone, label);
  await filled();
  await confirm(phone, label);
  await see(phone, '记下了');
}

/** The unit writes its letter and sends the signed paper. */
export async function sendLetter(phone: Page, number: string, kind: string, doneBy: boolean): Promise<void> {
  await act(phone, '写答复函');
  await fill(phone, '答复函文号', number);
  await fill(phone, '签发人', '分管副镇长');
  await pick(phone, kind);
  await fill(phone, '答复内容', '第一段已经修好，第二段列入计划。');
  if (doneBy) await pickFirstDay(phone);
  await confirm(phone, '写答复函');
  await see(phone, '还没有签字的答复函');
  await act(phone, '上传签好的答复函');
  await confirm(phone, '上传签好的答复函');
  await sendScan(phone, '公开性内容');
  await see(phone, '记下了：上传签好的答复函');
  await see(phone, '看签字盖章的答复函');
}
