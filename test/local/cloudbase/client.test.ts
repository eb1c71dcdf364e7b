import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type TestCloud, startTestCloud } from '../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ processes: true, functions: resolve(__dirname, 'fixtures') });
});
afterAll(() => cloud.close());

type Reply = Record<string, unknown> & {
  fileList?: Record<string, unknown>[];
  url?: string;
  fileID?: string;
};

const call = async (name: string, openid: string | undefined, body: unknown): Promise<Reply> => {
  const response = await fetch(`${cloud.url}/client/${name}`, {
    method: 'POST',
    headers: openid === undefined ? {} : { 'x-wx-openid': openid },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Reply;
};

const upload = async (openid: string, cloudPath: string, bytes: string): Promise<string> => {
  const { url = '', fileID = '' } = await call('upload-metadata', openid, { cloudPath });
  const stored = await fetch(url, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: bytes });
  expect([stored.status, await stored.text()]).toEqual([200, '']);
  return fileID;
};

describe('a phone’s files', () => {
  it('go up, come down under the address this phone uses, and are deleted', async () => {
    const fileID = await upload('ann', 't1/u/ann/1.png', 'bytes');
    const { fileList } = await call('temp-file-urls', 'ann', { fileList: [fileID, { fileID, maxAge: 60 }] });
    expect(fileList).toEqual([
      {
        fileID,
        tempFileURL: expect.stringContaining(cloud.url) as string,
        maxAge: 86_400,
        status: 0,
        errMsg: 'ok',
      },
      {
        fileID,
        tempFileURL: expect.stringContaining('/1.png') as string,
        maxAge: 60,
        status: 0,
        errMsg: 'ok',
      },
    ]);
    const response = await fetch(String(fileList?.[0]?.['tempFileURL']));
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/png', 'bytes']);
    expect((await call('delete-files', 'ann', { fileList: [fileID] })).fileList).toEqual([
      { fileID, status: 0, errMsg: 'ok' },
    ]);
    expect((await call('temp-file-urls', 'ann', { fileList: [fileID] })).fileList?.[0]).toMatchObject({
      status: -503003,
      tempFileURL: '',
    });
  });

  it('lie in folders of accounts alone: what functions store elsewhere no phone writes', async () => {
    for (const cloudPath of [
      't1/kept/1.jpg',
      't1/1.jpg',
      't1/u/1.jpg',
      'u/t1/u/x/1.jpg',
      't1/pictures/u/a/1.jpg',
    ])
      expect(await call('upload-metadata', 'ann', { cloudPath })).toMatchObject({ errCode: -503002 });
  });

  it('are nobody else’s: another account neither reads, nor replaces, nor deletes them', async () => {
    const fileID = await upload('ann', 't1/u/ann/2.png', 'mine');
    expect((await call('temp-file-urls', 'ben', { fileList: [fileID] })).fileList?.[0]).toMatchObject({
      status: -503002,
      tempFileURL: '',
    });
    expect(await call('upload-metadata', 'ben', { cloudPath: 't1/u/ann/2.png' })).toMatchObject({
      errCode: -503002,
    });
    expect((await call('delete-files', 'ben', { fileList: [fileID] })).fileList?.[0]).toMatchObject({
      status: -503002,
    });
    await upload('ann', 't1/u/ann/2.png', 'mine again');
  });

  it('cannot be taken over between the address and the bytes', async () => {
    const { url = '' } = await call('upload-metadata', 'ben', { cloudPath: 't1/u/ann/race.png' });
    await upload('ann', 't1/u/ann/race.png', 'first');
    expect((await fetch(url, { method: 'PUT', body: 'second' })).status).toBe(403);
  });

  it.each(['', '../x.png', 't1/../../x.png', '/etc/passwd', 't1//x', 'a\u0000b', 5, null, { path: 'x' }])(
    'cannot lie at %p',
    async (cloudPath) => {
      expect(await call('upload-metadata', 'ann', { cloudPath })).toMatchObject({
        errCode: -501007,
        errMsg: expect.stringMatching(/^cloud\.uploadFile:fail /) as string,
      });
    },
  );

  it('need an identity, and an address that is still good', async () => {
    expect(await call('upload-metadata', undefined, { cloudPath: 't1/u/ann/x.png' })).toMatchObject({
      errCode: -503002,
    });
    const { url = '' } = await call('upload-metadata', 'ann', { cloudPath: 't1/u/ann/slow.png' });
    cloud.clock.set(cloud.clock.now() + 16 * 60_000);
    expect((await fetch(url, { method: 'PUT', body: 'late' })).status).toBe(403);
    cloud.clock.set(Date.now());
  });

  it.each([{}, { fileList: 'cloud://x' }, { fileList: Array.from({ length: 51 }, () => 'x') }])(
    'are asked for in a list of at most 50',
    async (body) => {
      expect(await call('temp-file-urls', 'ann', body)).toMatchObject({ errCode: -501007 });
      expect(await call('delete-files', 'ann', body)).toMatchObject({ errCode: -501007 });
    },
  );

  it.each([5, null, {}, 'cloud://other/x', { fileID: ['x'] }])(
    'do not exist under the id %p',
    async (fileID) => {
      const { fileList } = await call('temp-file-urls', 'ann', { fileList: [fileID] });
      expect(fileList?.[0]).toMatchObject({ status: -503003 });
    },
  );
});

describe('what the phone’s cloud does not do here', () => {
  it('is said loudly', async () => {
    const answer = await call('open-data', 'ann', {});
    expect(answer.errMsg).toContain('NotEmulatedError');
    expect((await call('toString', 'ann', {})).errMsg).toContain('NotEmulatedError');
  });
});

describe('direct access to the database from a phone', () => {
  const built = resolve(__dirname, '../../../dist/cloudfunctions/database.json');
  const collections = Object.keys(JSON.parse(readFileSync(built, 'utf8')) as object);

  it('is refused for every collection of the product, and for what is none', async () => {
    expect(collections.length).toBeGreaterThan(0);
    for (const collectionName of [...collections, 'notes', 'nowhere', '*', '__proto__', '', undefined]) {
      for (const action of ['database.getDocument', 'database.insertDocument', undefined]) {
        const answer = await call('database', 'ann', { action, collectionName, query: '{}' });
        expect(answer).toEqual({
          errCode: -502003,
          errMsg: expect.stringMatching(/^cloud\.database:fail .*database permission denied/) as string,
        });
      }
    }
  });

  it('is refused to a program too that takes the functions’ door from the network', async () => {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { origin: 'http://phone.example' },
      body: JSON.stringify({ action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE' }),
    });
    expect(response.status).toBe(403);
  });
});
