import { DISTRICT_ACCOUNT } from '../../../cloudfunctions/shared/wechat/accounts';
import { addMaterial, type PictureFile, uploadImage } from '../../../cloudfunctions/shared/wechat/materials';
import { jpeg, startWechat, type WechatRun } from './harness';

const MEGABYTE = 1024 * 1024;
const file = (bytes: Buffer, name = 'a.jpg'): PictureFile => ({ name, type: 'image/jpeg', bytes });
const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(50)]);

let run: WechatRun;

beforeAll(async () => {
  run = await startWechat();
});

afterAll(() => run.close());

test('a picture for an article has a lasting address, the same for the same bytes', async () => {
  const first = await uploadImage(DISTRICT_ACCOUNT, file(jpeg()));
  const again = await uploadImage(DISTRICT_ACCOUNT, file(jpeg(), 'other.jpg'));
  if (!first.ok) throw new Error('not uploaded');
  expect(again).toEqual(first);
  const shown = await fetch(first.data.url);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await shown.arrayBuffer()).equals(jpeg())).toBe(true);
});

test('by its bytes jpg or png, below 1 MB', async () => {
  await expect(uploadImage(DISTRICT_ACCOUNT, file(gif))).resolves.toMatchObject({ code: 40005 });
  await expect(uploadImage(DISTRICT_ACCOUNT, file(Buffer.from('<svg/>')))).resolves.toMatchObject({
    code: 40005,
  });
  await expect(uploadImage(DISTRICT_ACCOUNT, file(jpeg(MEGABYTE)))).resolves.toMatchObject({ code: 40009 });
  await expect(uploadImage(DISTRICT_ACCOUNT, file(Buffer.alloc(0)))).resolves.toMatchObject({ code: 41005 });
});

test('permanent material may be a gif, up to 10 MB', async () => {
  await expect(addMaterial(DISTRICT_ACCOUNT, file(gif, 'g.gif'))).resolves.toMatchObject({ ok: true });
  await expect(addMaterial(DISTRICT_ACCOUNT, file(jpeg(2 * MEGABYTE)))).resolves.toMatchObject({ ok: true });
  await expect(addMaterial(DISTRICT_ACCOUNT, file(jpeg(10 * MEGABYTE)))).resolves.toMatchObject({
    code: 40009,
  });
  expect(await run.page()).toContain('g.gif');
});

test('each material is one more, even of the same bytes', async () => {
  const [one, two] = [
    await addMaterial(DISTRICT_ACCOUNT, file(jpeg())),
    await addMaterial(DISTRICT_ACCOUNT, file(jpeg())),
  ];
  if (!one.ok || !two.ok) throw new Error('not added');
  expect(one.data.mediaId).not.toBe(two.data.mediaId);
});
