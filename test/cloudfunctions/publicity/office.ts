/** The sample township with its office writing articles, and the WeChat that they are pushed to. */
import sharp from 'sharp';
import { invite } from '../../../local/townships/grants';
import type { WechatCommand } from '../../../local/wechat/settings';
import { ownFolder } from '../../../cloudfunctions/registry/directory/rules/own-folder';
import type { ArticleDocument } from '../../../cloudfunctions/publicity/articles/rules/article-document';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { Block, Content } from '../../../miniprogram/contract/article';
import type { ArticleView, PushView } from '../../../miniprogram/contract/publicity';
import type { ActionName } from '../../../miniprogram/contract/wire';
import type { Answer } from '../../support/cloud';
import { TEST_FIELD_KEYS } from '../../support/given';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { uploadFile } from '../../support/sample-files';
import { newKey } from '../request/requests';

export const BH = 'bh';
export const QS = 'qs';
export const STAFF = 'bh-staff';
/** Writes as well, so that two can meet. */
export const STAFF_TWO = 'bh-second-staff';
export const CHIEF = 'bh-p1';
/** The first reception day of the sample, when all have gone home. */
export const DAY = '2026-12-07';
export const EVENING = '2026-12-07T19:00:00+08:00';

type Act = ActionName<'publicity'>;

export interface Draft {
  mediaId: string;
  articles: { title: string; content: string; thumb_media_id: string }[];
}

export interface Publicity extends SampleCloud {
  ask(openid: string, action: Act, input?: object, key?: string): Promise<Answer>;
  /** The same, which must be granted. */
  get<T>(openid: string, action: Act, input?: object): Promise<T>;
  /** A photo that was taken in; the id of what was uploaded where it was not. */
  upload(openid: string, name: string, bytes: Buffer | Promise<Buffer>, town?: string): Promise<string>;
  fault(wechat: WechatCommand): Promise<void>;
  article(id: string): ArticleDocument;
  timer(): Promise<Answer>;
  drafts(town?: string): Promise<Draft[]>;
  /** Approved and ready to be pushed. */
  approved(content?: Partial<Content>, town?: string): Promise<ArticleView>;
  /** Steps until nothing goes on by itself any more. */
  pushOut(article: string, town?: string): Promise<PushView>;
}

/** A picture that no other is: one colour, with the place where it was taken. */
export function photo(colour: string, size = 900): Promise<Buffer> {
  return sharp({ create: { width: size, height: Math.round(size * 0.7), channels: 3, background: colour } })
    .withExif({ IFD0: { Artist: 'camera' }, IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}

export function text(words: string, id = 'b1'): Block {
  return { id, type: 'text', text: words };
}

async function readDrafts(cloud: SampleCloud, town: string): Promise<Draft[]> {
  const own = town === QS ? 'qingshi' : 'district';
  const post = async (path: string, body: object) => {
    const response = await fetch(`${cloud.url}/weixin${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const { access_token: token } = await post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: `wx-local-${own}`,
    secret: `local-${own}-secret`,
  });
  const found = await post(`/cgi-bin/draft/batchget?access_token=${String(token)}`, {
    offset: 0,
    count: 20,
    no_content: 0,
  });
  const items = found['item'] as { media_id: string; content: { news_item: Draft['articles'] } }[];
  return items.map(({ media_id: mediaId, content }) => ({ mediaId, articles: content.news_item }));
}

export async function openPublicity(
  options: { now?: string; env?: Record<string, string> } = {},
): Promise<Publicity> {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const cloud = await startSampleCloud({ instancesPerFunction: 2, ...(options.env && { env: options.env }) });
  cloud.clock.set(Date.parse(options.now ?? EVENING));
  const people = [
    invite(BH, { code: 'secondstaff', role: 'staff', name: '周二', openid: STAFF_TWO }, cloud.clock.now()),
    invite(QS, { code: 'qsstaffx', role: 'staff', name: '吴三', openid: STAFF }, cloud.clock.now()),
    invite(QS, { code: 'qschiefx', role: 'chief', name: '郑四', openid: CHIEF }, cloud.clock.now()),
  ];
  await cloud.database.importDocuments('invitations', people);
  const ask: Publicity['ask'] = async (openid, action, input = {}, key = newKey()) => {
    const answer = await cloud.invoke('publicity', action, { township: BH, ...input }, { openid, key });
    // Sixty acts a minute are a person's; a test is faster.
    if (answer.code !== 'rate-limited') return answer;
    cloud.clock.set(cloud.clock.now() + 61_000);
    return ask(openid, action, input, key);
  };
  const publicity: Publicity = {
    ...cloud,
    ask,
    async get<T>(openid: string, action: Act, input: object = {}): Promise<T> {
      const answer = await ask(openid, action, input);
      if (!answer.ok)
        throw new Error(`${action}: ${JSON.stringify(answer)}\n${cloud.log.slice(-8).join('\n')}`);
      return answer.data as T;
    },
    async upload(openid, name, bytes, town = BH) {
      const path = `${ownFolder(town, accountOf(openid))}/${name}`;
      const file = await uploadFile(cloud, openid, path, await bytes);
      const take = () => cloud.invoke('media', 'takePicture', { township: town, file }, { openid });
      let taken = await take();
      if (taken.code === 'rate-limited') {
        cloud.clock.set(cloud.clock.now() + 61_000);
        taken = await take();
      }
      return (taken.data as { file?: string } | undefined)?.file ?? file;
    },
    async fault(wechat) {
      await cloud.control({ wechat });
    },
    article(id) {
      const all = [...cloud.database.exportDocuments('articles')] as unknown as ArticleDocument[];
      const found = all.find(({ _id }) => _id === id);
      if (!found) throw new Error(`no article ${id}`);
      return found;
    },
    async timer() {
      const { result } = await cloud.cloud.invoke(
        'notify',
        { Type: 'Timer', TriggerName: 'every-minute' },
        { timer: true },
      );
      return result as Answer;
    },
    drafts: (town = BH) => readDrafts(cloud, town),
    async approved(content = {}, township = BH) {
      const of = { township };
      const { article } = await this.get<{ article: string }>(STAFF, 'compose', {
        ...of,
        from: { kind: 'blank', of: '' },
      });
      const cover = await this.upload(STAFF, `cover-${article.slice(3, 9)}.jpg`, photo('#8a6d3b'), township);
      const base: Content = {
        title: '代表接访日小结',
        author: '人大办',
        digest: '',
        blocks: [text('群众说事，代表记下。')],
      };
      const picture = { file: cover, faces: 'none' as const };
      const whole = { ...base, cover: { picture }, ...content };
      const saved = await this.get<{ edition: number }>(STAFF, 'save', {
        ...of,
        article,
        edition: 1,
        content: whole,
      });
      const at = { ...of, article, edition: saved.edition };
      await this.get(STAFF, 'submit', at);
      await this.get(CHIEF, 'approve', at);
      return this.get<ArticleView>(STAFF, 'get', { ...of, article });
    },
    async pushOut(article, township = BH) {
      for (let turn = 0; turn < 30; turn++) {
        const view = await this.get<PushView>(STAFF, 'pushStep', { township, article });
        if (!view.running) return view;
        // Whatever waits for the clock: a lease of somebody who died, or the end of publishing.
        cloud.clock.set(cloud.clock.now() + 61_000);
      }
      throw new Error('the push never ends');
    },
  };
  return publicity;
}
