/** The office writing articles, in process: its acts, and what they left in the database. */
import { main as publicity } from '../../../cloudfunctions/publicity/index';
import type { ArticleDocument } from '../../../cloudfunctions/publicity/articles/rules/article-document';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { ownFolder } from '../../../cloudfunctions/registry/directory/rules/own-folder';
import { invite } from '../../../local/townships/grants';
import type { Content } from '../../../miniprogram/contract/article';
import type { ArticleView } from '../../../miniprogram/contract/publicity';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

export const STAFF = 'bh-staff';
export const TWO = 'bh-second-staff';
export const CHIEF = 'bh-p1';
const EVENING = '2026-12-07T19:00:00+08:00';
let cloud: InProcessCloud;

/** In the evening of the first reception day, with a second clerk. */
export async function startWriting(): Promise<InProcessCloud> {
  cloud = await startInProcess({ publicity });
  cloud.clock.set(Date.parse(EVENING));
  const invited = { code: 'secondstaff', role: 'staff', name: '周二', openid: TWO } as const;
  const second = invite('bh', invited, cloud.clock.now());
  cloud.replace('invitations', [...cloud.documents<object>('invitations'), second]);
  return cloud;
}
export const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
  cloud.invoke('publicity', action, { township: 'bh', ...input }, { openid, key });
interface Left {
  history: { act: string; of: string; by: string; from: string; to: string; words?: string }[];
  outbox: { event: string; about: object }[];
}
const articles = () => cloud.documents<ArticleDocument>('articles');
export const stored = (id: string) => {
  const found = articles().find(({ _id }) => _id === id);
  if (!found) throw new Error(`no article ${id}`);
  return found;
};
export const lastOf = (document: unknown) => {
  const { history, outbox } = document as Left;
  return { row: history.at(-1), event: outbox.at(-1) };
};
export const view = async (article: string, who = STAFF) =>
  (await ask(who, 'get', { article })).data as ArticleView;
export const folder = (openid: string) => ownFolder('bh', accountOf(openid));
export const contentOf = (words: string, title = '一篇'): Content => ({
  title,
  author: '',
  digest: '提要',
  cover: { picture: { file: `cloud://test.bucket/${folder(STAFF)}/taken/c.jpg`, faces: 'none' } },
  blocks: [{ id: 'b1', type: 'text', text: words }],
});

export async function compose(openid = STAFF): Promise<string> {
  const answer = await ask(openid, 'compose', { from: { kind: 'blank', of: '' } });
  return (answer.data as { article: string }).article;
}
/** With its cover in place, as it was taken in before. */
export async function written(words: string): Promise<{ article: string; edition: number }> {
  const article = await compose();
  const content = contentOf(words);
  const all = articles().map((one) => (one._id === article ? { ...one, content } : one));
  cloud.replace('articles', all);
  const saved = await ask(STAFF, 'save', { article, edition: 1, content });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return { article, edition: 2 };
}
