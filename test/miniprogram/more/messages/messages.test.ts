/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';

afterEach(clearScreen);

test('when reading again fails, what stands there can still be opened', async () => {
  const opened: string[] = [];
  const notice = {
    notice: 'n1',
    title: '有答复了',
    words: '',
    at: 0,
    unread: false,
    page: 'more/progress/progress',
  };
  let result: object = { ok: true, data: { notices: [notice] } };
  Object.assign(wx, {
    cloud: { callFunction: () => Promise.resolve({ result }) },
    navigateTo: ({ url }: { url: string }) => opened.push(url),
  });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('more/messages/messages');
  const messages = page.instance as unknown as { load(): Promise<void>; open(event: object): void };
  result = { ok: false, code: 'internal' };
  await messages.load();
  expect(readScreen(page)).toContain('有答复了');
  messages.open({ currentTarget: { dataset: { id: 'n1' } } });
  expect(opened).toEqual(['/more/progress/progress']);
});
