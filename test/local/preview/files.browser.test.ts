import type { Page } from 'playwright-core';
import { waitForPage } from '../../support/browser';
import { useFixture } from './fixture-phone';
import { PICTURE } from './fixture-server';
import { answerOf, inTap } from './in-tap';

const fixture = useFixture();

const open = (openid = 'voter-1'): Promise<Page> =>
  fixture.open({ openid, query: { page: 'pages/tap/tap' } });

describe('what the phone keeps', () => {
  it('storage belongs to one identity and outlives a reload', async () => {
    const phone = await open();
    await phone.evaluate(() => {
      wx.setStorageSync('draft', { text: '路灯', at: [1, 2] });
    });
    await phone.reload();
    await waitForPage(phone);
    const read = (): Promise<unknown> =>
      phone.evaluate(() => [wx.getStorageSync('draft'), wx.getStorageSync('none')] as unknown[]);
    expect(await read()).toEqual([{ text: '路灯', at: [1, 2] }, '']);
    await phone.goto(`${fixture.server.url}?as=deputy-1`);
    await waitForPage(phone);
    expect(await read()).toEqual(['', '']);
  });

  it('a chosen photo can be compressed, saved, shown after a reload, read and removed', async () => {
    const phone = await open();
    const chooser = phone.waitForEvent('filechooser');
    await inTap(phone, async () => {
      const { tempFiles } = await wx.chooseMedia({
        count: 3,
        mediaType: ['image'],
        sizeType: ['compressed'],
      });
      const [photo] = tempFiles;
      const { tempFilePath } = await wx.compressImage({ src: photo?.tempFilePath ?? '', quality: 50 });
      const savedFilePath = wx.getFileSystemManager().saveFileSync(photo?.tempFilePath ?? '');
      return { photo, tempFilePath, savedFilePath };
    });
    await (await chooser).setFiles(PICTURE);
    const chosen = (await answerOf(phone)) as { photo: object; savedFilePath: string; tempFilePath: string };
    expect(chosen.photo).toMatchObject({ width: 40, height: 20, fileType: 'image' });
    expect(chosen.tempFilePath).toMatch(/^http:\/\/tmp\/.+\.jpg$/);
    await phone.reload();
    await waitForPage(phone);
    const info = await phone.evaluate((src) => wx.getImageInfo({ src }), chosen.savedFilePath);
    expect(info).toMatchObject({ width: 40, height: 20 });
    const left = await phone.evaluate(async (filePath) => {
      const files = wx.getFileSystemManager();
      await new Promise((resolve) => {
        files.removeSavedFile({ filePath, complete: resolve });
      });
      return new Promise((resolve) => {
        files.getSavedFileList({
          success: ({ fileList }) => {
            resolve(fileList.length);
          },
        });
      });
    }, chosen.savedFilePath);
    expect(left).toBe(0);
  });

  it('going back from choosing refuses with cancel', async () => {
    const phone = await open();
    const chooser = phone.waitForEvent('filechooser');
    await inTap(phone, () => wx.chooseMedia({ mediaType: ['image'] }));
    await (await chooser).setFiles([]);
    await phone.evaluate(() =>
      document.querySelector('input[type=file]')?.dispatchEvent(new Event('cancel')),
    );
    expect(await answerOf(phone)).toEqual({ errMsg: 'chooseMedia:fail cancel' });
  });

  it('a recording is a sound file that was picked', async () => {
    const phone = await open();
    const chooser = phone.waitForEvent('filechooser');
    await inTap(
      phone,
      () =>
        new Promise((resolve) => {
          const recorder = wx.getRecorderManager();
          recorder.onStart(() => {
            recorder.stop();
          });
          recorder.onStop(resolve);
          recorder.start({ duration: 60_000, format: 'mp3' });
        }),
    );
    await (
      await chooser
    ).setFiles({ name: 'say.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('not a sound') });
    expect(await answerOf(phone)).toMatchObject({
      duration: 1000,
      fileSize: 11,
      tempFilePath: expect.stringMatching(/mp3$/) as string,
    });
  });
});

describe('the cloud', () => {
  it('a function is called as this identity and answers its result', async () => {
    const phone = await open('deputy-1');
    const answer = await phone.evaluate(() =>
      wx.cloud.callFunction({ name: 'echo', data: { action: 'day', input: 1 } }),
    );
    expect(answer).toMatchObject({
      result: { ok: true, data: { action: 'day', input: 1 } },
      errMsg: 'cloud.callFunction:ok',
    });
    expect(fixture.server.seen.filter((one) => one.path === '/invoke/echo').at(-1)?.openid).toBe('deputy-1');
  });

  it('a file goes up with its progress, has an address, and goes away', async () => {
    const phone = await open();
    const chooser = phone.waitForEvent('filechooser');
    await inTap(phone, async () => {
      const { tempFiles } = await wx.chooseMedia({ mediaType: ['image'] });
      const progress: number[] = [];
      const fileID = await new Promise<string>((resolve, reject) => {
        const task = wx.cloud.uploadFile({
          cloudPath: 'requests/voter-1/a.png',
          filePath: tempFiles[0]?.tempFilePath ?? '',
          success: (sent) => {
            resolve(sent.fileID);
          },
          fail: reject,
        });
        task.onProgressUpdate((now) => progress.push(now.progress));
      });
      const { fileList } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
      const info = await wx.getImageInfo({ src: fileID });
      const gone = await wx.cloud.deleteFile({ fileList: [fileID] });
      return {
        fileID,
        progress,
        url: fileList[0]?.tempFileURL,
        width: info.width,
        gone: gone.fileList[0]?.status,
      };
    });
    await (await chooser).setFiles(PICTURE);
    const answer = (await answerOf(phone)) as { progress: number[] };
    expect(answer).toMatchObject({
      fileID: 'cloud://local/requests/voter-1/a.png',
      url: `${fixture.server.url}storage/requests/voter-1/a.png`,
      width: 40,
      gone: 0,
    });
    expect(answer.progress.at(-1)).toBe(100);
  });

  it('the database refuses the phone', async () => {
    const phone = await open();
    const refusal = await phone.evaluate(() =>
      wx.cloud
        .database()
        .collection('days')
        .where({})
        .get()
        .catch((error: unknown) => error),
    );
    expect(refusal).toMatchObject({
      errCode: -502003,
      errMsg: expect.stringContaining('DATABASE_PERMISSION_DENIED') as string,
    });
  });

  it('without a network calls and uploads fail as in WeChat, and the app is told when it comes back', async () => {
    const phone = await open();
    const answer = await phone.evaluate(async () => {
      const seen: boolean[] = [];
      wx.onNetworkStatusChange(({ isConnected }) => seen.push(isConnected));
      window.__phone?.setOffline(true);
      const { networkType } = await wx.getNetworkType();
      const call = await wx.cloud.callFunction({ name: 'echo' }).catch((error: unknown) => error);
      window.__phone?.setOffline(false);
      return { networkType, call, seen };
    });
    expect(answer).toEqual({
      networkType: 'none',
      call: { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail ' },
      seen: [false, true],
    });
  });
});
