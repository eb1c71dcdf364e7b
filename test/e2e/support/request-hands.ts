/** What people do with a request, by hand and without a screen, on one running product. */
import type { Page } from 'playwright-core';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { openRequest } from '../../../cloudfunctions/request/store';
import type { StepInput } from '../../../miniprogram/contract/request-life';
import { allowMessages, fill, press, see, waitForPage } from '../../support/browser';
import { act, confirm, pick, pickFirstDay } from './act-panel';
import { startRunning, type Running } from './running';

export let running: Running;

/** Call it first: everything here is done on this product. */
export async function begin(now: number): Promise<void> {
  running = await startRunning('request', now, 'bh.v4');
}

async function open(openid: string, page: string): Promise<Page> {
  const phone = await running.openPhone(openid, page);
  await allowMessages(phone);
  return phone;
}

/** One person's part: opens the request, does it, and puts the phone away. */
export async function on(openid: string, page: string, part: (phone: Page) => Promise<void>): Promise<void> {
  const phone = await open(openid, page);
  await part(phone);
  await running.browser.putAway(phone);
}

/** Reflects a request to the deputy of the village; the answer is its id. */
export async function reflect(openid: string, text: string, publishable = false): Promise<string> {
  const phone = await open(openid, 'more/deputy-card/deputy-card?person=p5');
  await press(phone, '有事找这位代表反映');
  await waitForPage(phone, 'pages/submit/submit');
  await fill(phone, '写：什么地方、什么事、多久了', text);
  await press(phone, '水利');
  await see(phone, '会交给');
  if (publishable) await press(phone, '可以公开，不写名字');
  const sent = phone.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('"submit"'),
  );
  await press(phone, '提交', true);
  const { result } = (await (await sent).json()) as { result: { data: { request: string } } };
  await waitForPage(phone, 'more/progress/progress');
  await running.browser.putAway(phone);
  return result.data.request;
}

export async function answerPromise(phone: Page): Promise<void> {
  await act(phone, '答复');
  await pick(phone, 'B 正在解决');
  await fill(phone, '答复内容', '渠口塌土已经清掉，还要砌一段');
  await pickFirstDay(phone);
  await confirm(phone, '答复');
  await see(phone, '记下了：答复');
}

export async function answerSolved(phone: Page): Promise<void> {
  await act(phone, '答复');
  await pick(phone, 'A 已经解决');
  await pick(phone, '已经修好，可以正常使用');
  await confirm(phone, '答复');
  await see(phone, '记下了：答复');
}

let keys = 0;
export async function ask(
  fn: string,
  action: string,
  openid: string,
  input: object,
): Promise<Record<string, unknown>> {
  const event = {
    action,
    input: { township: 'bh', ...input },
    key: `by-itself-${String(keys++).padStart(4, '0')}`,
  };
  const { result } = await running.run.cloud.invoke(fn, event, { openid });
  const answer = result as { ok: boolean; data: Record<string, unknown> };
  if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** A step that was already seen on a screen. */
export async function again(openid: string, request: string, step: StepInput): Promise<void> {
  await ask('request', 'act', openid, { request, step });
}

/** The platform's minute. */
export async function minute(): Promise<void> {
  await running.run.cloud.invoke('notify', { Type: 'Timer' }, { timer: true });
}

export function stored(request: string): RequestDocument {
  const all = [...running.run.cloud.database.exportDocuments('requests')] as RequestDocument[];
  const found = all.find(({ _id }) => _id === request);
  if (!found) throw new Error('it is not there');
  return openRequest(found);
}

export const visited = new Set<string>();
export function remember(...requests: readonly string[]): void {
  for (const { steps } of requests.map(stored)) for (const { state } of steps) if (state) visited.add(state);
}

/** An act with one field of words. */
export async function say(phone: Page, label: string, field: string, words: string): Promise<void> {
  await act(phone, label);
  await fill(phone, field, words);
  await confirm(phone, label);
  await see(phone, `记下了：${label}`);
}
