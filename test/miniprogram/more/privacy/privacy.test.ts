import { clearScreen, showPage } from '../../../support/components';

afterEach(clearScreen);

test('who deletes the own data also deletes the document of it that was opened on this phone', async () => {
  const gone: string[] = [];
  const data = { cancelled: 0, left: 0, requests: 0 };
  Object.assign(wx, {
    cloud: { callFunction: () => Promise.resolve({ result: { ok: true, data } }) },
    getFileSystemManager: () => ({ unlink: ({ filePath }: { filePath: string }) => gone.push(filePath) }),
  });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('more/privacy/privacy');
  wx.setStorageSync('v1.documents', ['usr/我的资料.docx']);
  await (page.instance as unknown as { erase(): Promise<void> }).erase();
  expect(gone).toEqual(['usr/我的资料.docx']);
});
