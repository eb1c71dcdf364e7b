/** A township in which a deputy's month is lived by taps, and what its stories do again and again. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import { membersOn, type Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { press, waitForPage } from '../../support/browser';
import { wordsOf } from '../../support/docx';
import { openTool, scanPoster, SHOWN } from './from-a-scan';
import { startRunning, type Running } from './running';

const NOW = Date.parse('2026-11-23T15:00:00+08:00');
export const DEPUTY = 'bh-p5';
export const LEADER = 'bh-p6';

export class Month {
  private constructor(
    readonly running: Running,
    private readonly pictures: string,
  ) {}

  /** `name`: of its folders. */
  static async begin(name: string): Promise<Month> {
    const pictures = resolve(__dirname, '../../../test-results', name);
    mkdirSync(pictures, { recursive: true });
    return new Month(await startRunning(name, NOW), pictures);
  }

  async openBench(openid: string, tool: string, page: string): Promise<Page> {
    return openTool(await scanPoster(this.running, openid, true), { tool, page });
  }

  async openToday(phone: Page): Promise<void> {
    await press(phone, '今日待办', true);
    await waitForPage(phone, 'deputy/today/today');
  }

  async goBack(phone: Page): Promise<void> {
    await phone.getByRole('button', { name: '返回' }).tap(SHOWN);
  }

  async picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(this.pictures, `${name}.png`), fullPage: true });
  }

  async leave(phone: Page): Promise<void> {
    await this.running.browser.putAway(phone);
  }

  activities(): ActivityDocument[] {
    const all = this.running.run.cloud.database.exportDocuments('activities');
    return [...all] as unknown as ActivityDocument[];
  }

  directory(): Directory {
    const all = [...this.running.run.cloud.database.exportDocuments('townships')] as unknown as (Directory & {
      _id: string;
    })[];
    const found = all.find(({ _id }) => _id === 'bh');
    if (!found) throw new Error('there is no such township');
    return found;
  }

  nameOf(person: string): string {
    return this.directory().people.find(({ id }) => id === person)?.name ?? '';
  }

  /** Two of the leader's own group, to be asked to its study: one who has claimed who they are, and another. */
  membersOfGroup(): { person: string; name: string }[] {
    const members = membersOn(this.directory().people, '2026-11-23').filter(
      ({ level }) => level !== undefined,
    );
    const group = members.find(({ person }) => person === 'p6')?.group;
    const grants = [...this.running.run.cloud.database.exportDocuments('invitations')] as unknown as {
      openid?: string;
      state: string;
    }[];
    const claimed = new Set(grants.flatMap(({ openid, state }) => (state === 'confirmed' ? [openid] : [])));
    const others = members.filter((one) => one.group === group && one.person !== 'p6');
    const first = others.find(({ person }) => claimed.has(`bh-${person}`));
    const second = others.find((one) => one !== first);
    return [first, second].flatMap((one) => (one ? [one] : []));
  }

  /** What stands in the document that the phone opens. */
  async openDocument(phone: Page, begin: () => Promise<void>): Promise<string> {
    await begin();
    const [download] = await Promise.all([
      phone.waitForEvent('download', SHOWN),
      phone.getByText('知道了', { exact: true }).tap(SHOWN),
    ]);
    return wordsOf(readFileSync(await download.path()));
  }
}
