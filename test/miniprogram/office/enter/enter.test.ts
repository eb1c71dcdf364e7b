/**
 * 替人反映: what becomes of the draft when the server has already kept something under its key, or never will.
 * @jest-environment jsdom
 */
import { clearScreen, showPage } from '../../../support/components';
import { places } from '../../../support/sample-answers';
import { emptyDraft } from '../../../../miniprogram/platform/drafts';
import type { Draft } from '../../../../miniprogram/platform/kept';

afterEach(clearScreen);

interface Enter {
  data: { draft: Draft; problem: string };
  send(): Promise<void>;
}

const FIRST = 'k1-00000000000000';
const entry: Draft = {
  ...emptyDraft('bh'),
  name: '张大爷',
  village: 'v2',
  category: 'water',
  text: '渠堵了',
  sending: { key: FIRST, tried: true },
};

async function sendAnswered(code: string): Promise<{ enter: Enter; keys: (string | undefined)[] }> {
  const keys: (string | undefined)[] = [];
  const callFunction = ({ data }: { data: { action: string; key?: string } }) => {
    const { action, key } = data;
    if (action === 'places') return Promise.resolve({ result: { ok: true, data: places } });
    if (action === 'whoAmI') {
      const grant = { role: 'helper', name: '样样', state: 'confirmed', since: 0, village: 'v2' };
      return Promise.resolve({ result: { ok: true, data: { grants: [grant], folder: 'f' } } });
    }
    if (action === 'submitFor') keys.push(key);
    return Promise.resolve({ result: { ok: false, code } });
  };
  Object.assign(wx, { cloud: { callFunction }, pageScrollTo: () => undefined });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  wx.setStorageSync('v1.entry', entry);
  const { page } = await showPage('office/enter/enter');
  const enter = page.instance as unknown as Enter;
  await enter.send();
  return { enter, keys };
}

test('words that were changed after they had arrived are not sent for ever under the same key', async () => {
  const { enter, keys } = await sendAnswered('key-reused');
  expect(keys).toEqual([FIRST]);
  expect(enter.data.problem).toContain('已经办成了');
  expect(enter.data.draft).toMatchObject({ text: '', name: '' });
  expect(enter.data.draft.sending).toBeUndefined();
  expect(wx.getStorageSync('v1.entry')).toBe('');
});

test('of a key under which nothing will be kept the next sending knows nothing', async () => {
  const { enter, keys } = await sendAnswered('too-many-requests');
  expect(enter.data.draft.text).toBe('渠堵了');
  expect(enter.data.draft.sending).toBeUndefined();
  await enter.send();
  expect(keys).toHaveLength(2);
  expect(keys[1]).not.toBe(FIRST);
});
