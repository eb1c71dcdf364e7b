/** @jest-environment jsdom */
import type { RequestView } from '../../../../miniprogram/contract/request';
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { NOW, request } from '../../../support/sample-answers';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

interface Progress {
  act(event: object): Promise<void>;
  onShow(): Promise<void>;
}

const THANKS = '补上了';

test.each([
  ['what was added is thanked for', 'supplement', true],
  ['whoever went back without adding is not thanked for what another did meanwhile', 'note', false],
] as const)('%s', async (_story, act, thanked) => {
  let view: RequestView = { ...request, acts: ['supplement'] };
  const callFunction = ({ data }: { data: { action: string } }) => {
    const known = data.action === 'get';
    return Promise.resolve({ result: known ? { ok: true, data: view } : { ok: false, code: 'internal' } });
  };
  Object.assign(wx, { cloud: { callFunction }, navigateTo: () => undefined, pageScrollTo: () => undefined });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('more/progress/progress', { request: request.request });
  const progress = page.instance as unknown as Progress;
  await progress.act({ detail: { id: 'supplement', values: {} } });
  view = { ...view, steps: [...view.steps, { at: NOW, act, state: 'contacting', by: '您' }] };
  await progress.onShow();
  expect(readScreen(page).includes(THANKS)).toBe(thanked);
});
