import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { SubmitInput } from '../../../miniprogram/contract/request';
import type { StepInput } from '../../../miniprogram/contract/request-life';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey, submission, type Submitted } from './requests';

export const NONE = `bh~${'0'.repeat(16)}`;
export const STAFF = 'bh-staff';
export const CHIEF = 'bh-p1';
export const OWNER = 'bh-p5';
export const LEADER = 'bh-p6';
export const UNIT = 'bh-unit';
export const HELPER = 'bh-helper';
export const CONSENT = { hideName: false, notOwnVillage: false, publishable: true, joinable: true };

export type Refused = readonly [openid: string, action: string, input: object, refused: object];

/** Requests in process, with nobody's in them at the beginning. */
export class Requests {
  private askers = 0;

  private constructor(readonly cloud: InProcessCloud) {}

  static async open(): Promise<Requests> {
    return new Requests(await startInProcess({ request }));
  }

  /** Further on, so that nobody's calls of a minute are used up; with another asker. */
  begin(): void {
    this.askers++;
    this.cloud.replace('requests', []);
    this.later(90_000);
  }

  later(ms = 2_000): void {
    this.cloud.clock.set(this.cloud.clock.now() + ms);
  }

  get asker(): string {
    return `told-${String(this.askers)}`;
  }

  ask(openid: string, action: string, input: object = {}, key = newKey()) {
    return this.cloud.invoke('request', action, { township: 'bh', ...input }, { openid, key });
  }

  async read<T>(openid: string, action: string, input: object = {}): Promise<T> {
    return (await this.ask(openid, action, input)).data as T;
  }

  async send(changes: Partial<SubmitInput> = {}, openid = this.asker): Promise<string> {
    const answer = await this.ask(openid, 'submit', submission({ deputy: 'p5', ...changes }));
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return (answer.data as Submitted).request;
  }

  act(openid: string, id: string, step: StepInput, key?: string) {
    return this.ask(openid, 'act', { request: id, step }, key);
  }

  async must(openid: string, id: string, ...steps: readonly StepInput[]): Promise<void> {
    for (const step of steps) {
      const { code } = await this.act(openid, id, step);
      expect([step.act, code]).toEqual([step.act, undefined]);
    }
  }

  all(): RequestDocument[] {
    return this.cloud.documents<RequestDocument>('requests');
  }

  stored(id: string): RequestDocument | undefined {
    return this.all().find(({ _id }) => _id === id);
  }

  directory(): Directory {
    const [found] = this.cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
    if (!found) throw new Error('no directory');
    return found;
  }

  /** Each with these words, and nothing written. */
  async expectRefused(rows: readonly Refused[]): Promise<void> {
    const written = JSON.stringify(this.all());
    for (const [openid, action, input, refused] of rows) {
      const { code, details } = await this.ask(openid, action, input);
      const told = { code, ...(details as object) };
      expect([openid, action, input, told]).toEqual([openid, action, input, refused]);
    }
    expect(JSON.stringify(this.all())).toBe(written);
  }
}
