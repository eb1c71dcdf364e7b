/** Sample township 'bh' with a stand-in for WeChat behind it, which answers each openid what a test wants. */
import type { Message } from '../../../../cloudfunctions/notify/messages/store';
import type { InboxRow } from '../../../../cloudfunctions/notify/inbox/store';
import type { Consents } from '../../../../cloudfunctions/notify/messages/consents-store';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { TemplateKey } from '../../../../miniprogram/contract/templates';
import type { Answer, TestCloudOptions } from '../../../support/cloud';
import { TEST_FIELD_KEYS } from '../../../support/given';
import { startSampleCloud, type SampleCloud } from '../../../support/sample-cloud';
import { sealedFields } from '../../../../cloudfunctions/shared/sealed';
import { json, startStub } from '../../shared/wechat/stub';
import { newKey } from '../../request/requests';

export const BH = 'bh';
export const TEMPLATE_IDS = { reminder: 'tpl-r', change: 'tpl-c', progress: 'tpl-p', task: 'tpl-t' } as const;

/** Stories read what was said, as whoever may would. */
const WRITTEN = sealedFields('title', 'words', 'data.*', 'call', 'sms');

export interface Sent {
  openid: string;
  template: TemplateKey;
  page: string;
  data: Readonly<Record<string, string>>;
}

/** An errcode; `silent`: the connection breaks; `late`: no answer before the client gives up. */
export type Said = number | 'silent' | 'late';

export interface PostOffice extends SampleCloud {
  /** What reached WeChat and was answered 0, in order. */
  readonly sent: Sent[];
  /** What reached WeChat, whatever it answered. */
  readonly asked: Sent[];
  /** What WeChat answers this openid from now on. */
  says(openid: string, said: Said): void;
  /** Everybody else. */
  saysAll(said: Said): void;
  act(openid: string, fn: string, action: string, input?: object, key?: string): Promise<Answer>;
  consent(openid: string, ...templates: TemplateKey[]): Promise<Answer>;
  /** As the platform calls it once a minute. */
  timer(): Promise<Answer>;
  advance(ms: number): Promise<unknown>;
  setClock(instant: string): Promise<unknown>;
  messages(): Message[];
  /** Titles in the inbox of this openid, newest first. */
  titles(openid: string): string[];
  rows(openid: string): InboxRow[];
  consentsOf(openid: string): Consents | undefined;
  all<T>(collection: string): T[];
  /** The sample as its first relay leaves it, WeChat answering 0 to everybody, nothing told yet. */
  reset(): Promise<void>;
  closeAll(): Promise<void>;
}

interface SendBody {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

function toSent(body: string): Sent {
  const { touser, template_id, page, data } = JSON.parse(body) as SendBody;
  const [template] = Object.entries(TEMPLATE_IDS).find(([, id]) => id === template_id) ?? ['?'];
  const values = Object.fromEntries(Object.entries(data).map(([keyword, { value }]) => [keyword, value]));
  return { openid: touser, template: template as TemplateKey, page, data: values };
}

export async function openPostOffice(options: TestCloudOptions = {}): Promise<PostOffice> {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const wechat = await startStub();
  const [sent, asked]: [Sent[], Sent[]] = [[], []];
  const said = new Map<string, Said>();
  let others: Said = 0;
  wechat.answer(({ body }, response) => {
    const message = toSent(body);
    asked.push(message);
    const code = said.get(message.openid) ?? others;
    if (code === 'silent') response.destroy();
    else if (code !== 'late') {
      if (code === 0) sent.push(message);
      json(response, { errcode: code, errmsg: code === 0 ? 'ok' : 'no rid: 00000000-00000000-00000000' });
    }
  });
  const cloud = await startSampleCloud({
    ...options,
    env: {
      WECHAT_API: wechat.url,
      WECHAT_APPID: 'wx-test',
      WECHAT_SECRET: 'secret',
      SUBSCRIBE_TEMPLATES: JSON.stringify(TEMPLATE_IDS),
      ...options.env,
    },
  });
  const all = <T>(name: string) =>
    [...cloud.database.exportDocuments(name)].map((document) => WRITTEN.open(document)) as T[];
  const rows = (openid: string) =>
    all<InboxRow>('inbox')
      .filter(({ account }) => account === accountOf(openid))
      .sort((one, other) => other.seq.localeCompare(one.seq));
  const office: PostOffice = {
    ...cloud,
    sent,
    asked,
    all,
    rows,
    says: (openid, code) => said.set(openid, code),
    saysAll(code) {
      others = code;
    },
    act: (openid, fn, action, input = {}, key = newKey()) =>
      cloud.invoke(fn, action, { township: BH, ...input }, { openid, key }),
    consent(openid, ...templates) {
      const answers = Object.fromEntries(templates.map((template) => [template, 'accept']));
      return office.act(openid, 'notify', 'consent', { answers });
    },
    async timer() {
      const event = { Type: 'Timer', TriggerName: 'every-minute' };
      return (await cloud.cloud.invoke('notify', event, { timer: true })).result as Answer;
    },
    advance: (ms) => cloud.control({ clock: { advanceMs: ms } }),
    setClock: (instant) => cloud.control({ clock: { set: instant } }),
    messages: () => all<Message>('messages'),
    titles: (openid) => rows(openid).map(({ title }) => title),
    consentsOf: (openid) => all<Consents>('consents').find(({ account }) => account === accountOf(openid)),
    async reset() {
      await cloud.control({ faults: {}, clock: { set: now } });
      if (!putBack()) throw new Error('the sample is gone');
      said.clear();
      others = 0;
      sent.length = 0;
      asked.length = 0;
    },
    async closeAll() {
      await cloud.close();
      await wechat.close();
    },
  };
  const now = cloud.clock.now();
  await office.timer();
  const settled = cloud.database
    .collectionNames()
    .filter((name) => !['inbox', 'messages', 'consents'].includes(name))
    .map((name) => [name, [...cloud.database.exportDocuments(name)]] as const);
  await cloud.database.drop();
  for (const [name, documents] of settled) await cloud.database.importDocuments(name, documents);
  const putBack = cloud.database.keep();
  await office.reset();
  return office;
}
