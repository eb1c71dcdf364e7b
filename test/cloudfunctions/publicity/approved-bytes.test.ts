/** What the chief saw is what goes out: bytes laid in a picture's place after the approval reach nobody. */
import sharp from 'sharp';
import { ownFolder } from '../../../cloudfunctions/registry/directory/rules/own-folder';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { ArticleView, PushView } from '../../../miniprogram/contract/publicity';
import { samplePhoto, uploadFile } from '../../support/sample-files';
import { openPublicity, STAFF, text, type Publicity } from './office';

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
});
afterAll(() => office.close());

const colourOf = async (link: string): Promise<string> => {
  const { dominant } = await sharp(Buffer.from(await (await fetch(link)).arrayBuffer())).stats();
  return dominant.r > dominant.g ? 'red' : 'green';
};

it('pushes the approved bytes, though others were uploaded under the same path', async () => {
  const path = `${ownFolder('bh', accountOf(STAFF))}/swapped.jpg`;
  const file = await office.upload(STAFF, 'swapped.jpg', samplePhoto('#00aa00'));
  const picture = { file, faces: 'none' as const };
  const blocks = [text('一张照片。'), { id: 'p', type: 'picture' as const, caption: '', picture }];
  const view = await office.approved({ blocks, title: '换过字节的一篇', cover: { picture } });
  await uploadFile(office, STAFF, path, await samplePhoto('#ff0000'));
  expect(
    await colourOf(
      (await office.get<ArticleView>(STAFF, 'get', { article: view.article })).links[file] ?? '',
    ),
  ).toBe('green');
  await office.get<PushView>(STAFF, 'push', { article: view.article, edition: view.edition });
  await office.pushOut(view.article);
  const draft = (await office.drafts()).find(({ articles }) => articles[0]?.title === '换过字节的一篇');
  const [, shown = ''] = /<img[^>]* src="([^"]+)"/.exec(draft?.articles[0]?.content ?? '') ?? [];
  expect(await colourOf(shown)).toBe('green');
  const packed = await office.get<{ picture: string }>(STAFF, 'pack', { article: view.article });
  expect((await fetch(packed.picture)).headers.get('content-type')).toBe('image/jpeg');
});

it('takes nothing that could still change, and says at once what is no picture', async () => {
  const { article } = await office.get<{ article: string }>(STAFF, 'compose', {
    from: { kind: 'blank', of: '' },
  });
  const folder = ownFolder('bh', accountOf(STAFF));
  const raw = await uploadFile(office, STAFF, `${folder}/raw.jpg`, await samplePhoto());
  const cover = { picture: { file: raw, faces: 'none' as const } };
  const content = { title: '原件', author: '', digest: '', blocks: [], cover };
  const saved = await office.ask(STAFF, 'save', { article, edition: 1, content });
  expect(saved.code).toBe('not-your-file');
  const words = await uploadFile(office, STAFF, `${folder}/words.jpg`, 'no picture');
  const input = { township: 'bh', file: words };
  const taken = await office.invoke('media', 'takePicture', input, { openid: STAFF });
  expect(taken.data).toEqual({ fault: 'unreadable' });
});
