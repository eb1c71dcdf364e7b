import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { type TestCloud, startTestCloud } from '../../../support/cloud';

const FUNCTIONS = resolve(__dirname, '../fixtures');
const DAY_MS = 86_400_000;
const dataDir = mkdtempSync(join(tmpdir(), 'storage-'));

let cloud: TestCloud;
let app: ReturnType<typeof cloudbase.init>;

const open = async (): Promise<void> => {
  cloud = await startTestCloud({ processes: true, functions: FUNCTIONS, dataDir });
  app = cloudbase.init({ env: 'local', secretId: 'i', secretKey: 'k', serviceUrl: `${cloud.url}/admin` });
};
beforeAll(async () => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  });
  await open();
});
beforeEach(() => cloud.cloud.clear());
afterAll(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3, 4, 5]);

const upload = async (cloudPath: string, fileContent = PHOTO): Promise<string> =>
  (await app.uploadFile({ cloudPath, fileContent })).fileID;

const urlOf = async (fileID: string, maxAge?: number): Promise<string> => {
  const asked = maxAge === undefined ? fileID : { fileID, maxAge };
  const { fileList } = await app.getTempFileURL({ fileList: [asked] });
  return fileList[0]?.tempFileURL ?? '';
};

const blobs = (): string[] => readdirSync(join(dataDir, 'storage/blobs'));

describe('a file', () => {
  it('goes up, comes down, is measured, and is gone after it is deleted', async () => {
    const fileID = await upload('t1/photos/雪.jpg');
    expect(fileID).toBe('cloud://local.6c6f-local-1300000000/t1/photos/雪.jpg');
    expect((await app.downloadFile({ fileID })).fileContent).toEqual(PHOTO);
    const { fileList } = await app.getFileInfo({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: PHOTO.length, mime: 'image/jpeg' });
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toEqual([{ fileID, code: 'SUCCESS' }]);
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toEqual([
      { fileID, code: 'STORAGE_FILE_NONEXIST' },
    ]);
    await expect(app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
    expect(blobs()).toEqual([]);
  });

  it.each(['a b.jpg', '100%.jpg', 'q?x=1.jpg', 'part#2.jpg', "o'clock.jpg", '录音 (1).mp3', 'no-ending'])(
    'may be called %p',
    async (name) => {
      const fileID = await upload(`t1/${name}`);
      expect((await app.downloadFile({ fileID })).fileContent).toEqual(PHOTO);
      expect((await fetch(await urlOf(fileID))).status).toBe(200);
    },
  );

  it.each([
    ['', 'empty'],
    ['/t1/a.jpg', 'rooted'],
    ['t1//a.jpg', 'with an empty step'],
    ['t1/../a.jpg', 'climbing'],
    ['..', 'only climbing'],
    ['t1/./a.jpg', 'standing still'],
    ['t1/a\u0000.jpg', 'with a NUL'],
    ['t1\\a.jpg', 'with a backslash'],
    ['t1/', 'a folder'],
    [`t1/${'文'.repeat(283)}`, 'of 852 bytes'],
  ])('cannot be called %p: %s', async (cloudPath) => {
    await expect(app.getUploadMetadata({ cloudPath })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('may have a name of 850 bytes, may be empty, and may share its name with a folder', async () => {
    const long = await upload(`t${'文'.repeat(283)}`);
    expect((await app.downloadFile({ fileID: long })).fileContent).toEqual(PHOTO);
    const empty = await upload('t1', Buffer.alloc(0));
    expect((await fetch(await urlOf(empty))).headers.get('content-length')).toBe('0');
    await upload('t1/under.jpg');
  });

  it('is replaced whole by the next upload to its path, and leaves no bytes behind', async () => {
    const fileID = await upload('t1/a.jpg');
    await upload('t1/a.jpg', Buffer.from('second'));
    expect((await app.downloadFile({ fileID })).fileContent).toEqual(Buffer.from('second'));
    expect(blobs()).toHaveLength(1);
  });

  it('survives a restart, its address too; bytes that no record names are swept away', async () => {
    const fileID = await upload('t1/a.jpg');
    const [, path = ''] = (await urlOf(fileID)).split(/(?=\/storage)/);
    await cloud.close();
    writeFileSync(join(dataDir, 'storage/blobs/half-an-upload'), 'x');
    await open();
    expect((await app.downloadFile({ fileID })).fileContent).toEqual(PHOTO);
    expect((await fetch(cloud.url + path)).status).toBe(200);
    expect(blobs()).toHaveLength(1);
  });
});

describe('copying', () => {
  const at = (fileID: string) => app.downloadFile({ fileID }).then(({ fileContent }) => fileContent);
  const sibling = (fileID: string, path: string) => fileID.replace(/[^/]+\/a\.jpg$/, path);

  it('makes another file, or moves the one', async () => {
    const fileID = await upload('draft/a.jpg');
    const copied = await app.copyFile({ fileList: [{ srcPath: 'draft/a.jpg', dstPath: 'kept/a.jpg' }] });
    expect(copied.fileList).toEqual([{ fileId: sibling(fileID, 'kept/a.jpg') }]);
    await app.copyFile({
      fileList: [{ srcPath: 'draft/a.jpg', dstPath: 'moved/a.jpg', removeOriginal: true }],
    });
    expect(await at(sibling(fileID, 'kept/a.jpg'))).toEqual(PHOTO);
    expect(await at(sibling(fileID, 'moved/a.jpg'))).toEqual(PHOTO);
    await expect(at(fileID)).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  it('leaves a target alone when it may not overwrite, and says what is missing, item by item', async () => {
    await upload('one/a.jpg');
    await upload('two/a.jpg', Buffer.from('two'));
    const { fileList } = await app.copyFile({
      fileList: [
        { srcPath: 'one/a.jpg', dstPath: 'two/a.jpg', overwrite: false },
        { srcPath: 'none/a.jpg', dstPath: 'two/a.jpg' },
        { srcPath: 'one/a.jpg', dstPath: '../a.jpg' },
      ],
    });
    expect(fileList.map(({ code }) => code)).toEqual([
      'STORAGE_REQUEST_FAIL',
      'STORAGE_FILE_NONEXIST',
      'INVALID_PARAM',
    ]);
  });
});

describe('an address', () => {
  it('ends when its time is over on the virtual clock, not before', async () => {
    const url = await urlOf(await upload('t1/a.jpg'), 600);
    const start = cloud.clock.now();
    cloud.clock.set(start + 595_000);
    expect((await fetch(url)).status).toBe(200);
    cloud.clock.set(start + 605_000);
    const late = await fetch(url);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    cloud.clock.set(Date.now());
  });

  it('lives a day and no longer, whatever is asked for', async () => {
    const fileID = await upload('t1/a.jpg');
    const start = cloud.clock.now();
    const urls = [await urlOf(fileID), await urlOf(fileID, 30 * 86_400)];
    cloud.clock.set(start + DAY_MS - 5000);
    expect(await Promise.all(urls.map(async (url) => (await fetch(url)).status))).toEqual([200, 200]);
    cloud.clock.set(start + DAY_MS + 5000);
    expect(await Promise.all(urls.map(async (url) => (await fetch(url)).status))).toEqual([403, 403]);
    cloud.clock.set(Date.now());
  });

  it('is no use when it was changed, or for another act than it was given for', async () => {
    const url = await urlOf(await upload('t1/a.jpg'));
    const [, ticket = ''] = /file\/([^/]+)\//.exec(url) ?? [];
    const [payload = '', mac = ''] = ticket.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace('a.jpg', 'b.jpg');
    const forged = `${Buffer.from(other).toString('base64url')}.${mac}`;
    for (const bad of [forged, payload, `${payload}.`, 'x.y', '']) {
      expect((await fetch(`${cloud.url}/storage/file/${bad}/a.jpg`)).status).toBe(403);
    }
    expect((await fetch(`${cloud.url}/storage/upload/${ticket}`, { method: 'PUT', body: 'x' })).status).toBe(
      403,
    );
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  it('says 404 once the file is gone', async () => {
    const fileID = await upload('t1/a.jpg');
    const url = await urlOf(fileID);
    await app.deleteFile({ fileList: [fileID] });
    expect((await fetch(url)).status).toBe(404);
  });

  it('serves a part, as a player of recordings asks for', async () => {
    const url = await urlOf(await upload('t1/a.mp3'));
    const part = async (range: string) => {
      const response = await fetch(url, { headers: { range } });
      return [
        response.status,
        [...new Uint8Array(await response.arrayBuffer())],
        response.headers.get('content-range'),
      ];
    };
    expect(await part('bytes=2-3')).toEqual([206, [0xff, 0xe0], 'bytes 2-3/10']);
    expect(await part('bytes=8-')).toEqual([206, [4, 5], 'bytes 8-9/10']);
    expect(await part('bytes=-1')).toEqual([206, [5], 'bytes 9-9/10']);
    expect(await part('bytes=0-999')).toEqual([206, [...PHOTO], 'bytes 0-9/10']);
    expect(await part('bytes=10-')).toEqual([416, [], 'bytes */10']);
    expect((await part('bytes=4-2'))[0]).toBe(416);
    expect((await part('lines=1-2'))[0]).toBe(200);
  });

  it('never lets uploaded bytes act as a page', async () => {
    const { headers } = await fetch(
      await urlOf(await upload('t1/page.html', Buffer.from('<script>1</script>'))),
    );
    expect(headers.get('content-security-policy')).toBe('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('application/octet-stream');
  });
});

describe('limits', () => {
  it('refuses a file of more than 50 MB in the storage’s own form, and keeps nothing of it', async () => {
    const { data } = (await app.getUploadMetadata({ cloudPath: 't1/film.mp4' })) as { data: { url: string } };
    const limit = 50 * 1024 * 1024;
    const put = (bytes: number) =>
      fetch(data.url, { method: 'PUT', body: Buffer.alloc(bytes) }).then(
        (response) => response.status,
        () => 'closed',
      );
    expect([400, 'closed']).toContain(await put(limit + 1));
    expect(blobs()).toEqual([]);
    expect(await put(limit)).toBe(200);
  }, 60_000);

  it('takes at most 50 files a call', async () => {
    const fileList = Array.from({ length: 51 }, () => 'cloud://local.6c6f-local-1300000000/x');
    await expect(app.getTempFileURL({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(app.deleteFile({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    expect((await app.getTempFileURL({ fileList: fileList.slice(1) })).fileList).toHaveLength(50);
  });

  it('gives a file of another environment as one that is not there', async () => {
    const { fileList } = await app.getTempFileURL({ fileList: ['cloud://other.bucket/t1/a.jpg'] });
    expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' });
  });

  it('keeps its signing key to itself', () => {
    const file = join(dataDir, 'storage/keys/signing-key');
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file)).toHaveLength(32);
  });
});
