/** @jest-environment jsdom */
import { emptyDraft } from '../../../../miniprogram/platform/drafts';
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

test('what was being written goes with it, what was raised for a visitor at the desk stays to be sent', async () => {
  const gone: string[] = [];
  const data = { cancelled: 0, left: 0, requests: 0 };
  Object.assign(wx, {
    cloud: { callFunction: () => Promise.resolve({ result: { ok: true, data } }) },
    getFileSystemManager: () => ({
      removeSavedFile: ({ filePath }: { filePath: string }) => gone.push(filePath),
    }),
  });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('more/privacy/privacy');
  const withPhoto = (path: string) => ({ ...emptyDraft('bh'), photos: [{ i: 1, path }] });
  const visit = { date: '2026-12-07', booking: 'b1' };
  wx.setStorageSync('v1.draft', withPhoto('usr/own.jpg'));
  wx.setStorageSync('v1.visitDrafts', {
    b1: { ...withPhoto('usr/desk.jpg'), visit },
    r1: { ...withPhoto('usr/later.jpg'), adds: 'r1' },
  });
  await (page.instance as unknown as { erase(): Promise<void> }).erase();
  expect(gone.sort()).toEqual(['usr/later.jpg', 'usr/own.jpg']);
  expect(wx.getStorageSync('v1.draft')).toBe('');
  expect(Object.keys(wx.getStorageSync<object>('v1.visitDrafts'))).toEqual(['b1']);
});
