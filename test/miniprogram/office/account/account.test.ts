/** @jest-environment jsdom */
import { clearScreen, showPage } from '../../../support/components';

afterEach(clearScreen);

interface Account {
  data: { secret: string };
  pending?: object;
  type(event: object): void;
  save(): Promise<void>;
  onHide(): void;
}

const SECRET = '0123456789abcdef0123456789abcdef';

test('a secret that was not saved is nowhere in the page once the app is in the background', async () => {
  const callFunction = ({ data }: { data: { action: string } }) => {
    const view = { edition: 0, rows: [], variables: { own: false, district: false } };
    const result =
      data.action === 'officialKeys' ? { ok: true, data: view } : { ok: false, code: 'keys-wrong' };
    return Promise.resolve({ result });
  };
  Object.assign(wx, { cloud: { callFunction }, pageScrollTo: () => undefined });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('office/account/account');
  const account = page.instance as unknown as Account;
  for (const [name, value] of [
    ['appid', `wx${'0'.repeat(16)}`],
    ['secret', SECRET],
  ])
    account.type({ currentTarget: { dataset: { name } }, detail: { value } });
  await account.save();
  expect(account.data.secret).toBe(SECRET);
  account.onHide();
  expect(JSON.stringify([account.data, account.pending])).not.toContain(SECRET);
});
