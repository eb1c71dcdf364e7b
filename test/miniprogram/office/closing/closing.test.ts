/**
 * 停用和移交: asked once, sent once, and what stands on the page afterwards.
 * @jest-environment jsdom
 */
import { clearScreen, readScreen, showPage } from '../../../support/components';

interface Sent {
  data: { action: string; key?: string; input: Record<string, unknown> };
}
let sent: Sent['data'][] = [];
let closed: object | undefined;

beforeEach(() => {
  sent = [];
  closed = undefined;
  const callFunction = ({ data }: Sent) => {
    sent.push(data);
    const { action, input } = data;
    if (action === 'closeTownship')
      closed = input['closed'] === true ? { since: Date.now(), words: input['words'] } : undefined;
    const answers: Record<string, object> = {
      district: {
        name: '',
        townships: [
          { id: 'bh', name: '白鹤镇' },
          { id: 'qs', name: '青石镇' },
          { id: 'yl', name: '云岭镇', closed: true },
        ],
      },
      setUpState: { steps: [], papers: {}, fallbacks: [], ...(closed && { closed }) },
    };
    return Promise.resolve({ result: { ok: true, data: answers[action] ?? {} } });
  };
  Object.assign(wx, { cloud: { callFunction } });
  const kept = new Map<string, unknown>([['v1.whereabouts', { township: 'bh' }]]);
  Object.assign(wx, {
    getStorageSync: (name: string) => kept.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => kept.set(name, value),
  });
});
afterEach(clearScreen);

interface Page {
  type(event: object): void;
  choose(event: object): void;
  ask(): void;
  confirm(): Promise<void>;
  data: { others: { id: string }[]; asks: string; lacking: string };
}

test('a township is closed with the one that goes on with it, and opened again', async () => {
  const { page } = await showPage('office/closing/closing');
  const instance = page.instance as unknown as Page;
  expect(instance.data.others.map(({ id }) => id)).toEqual(['qs']);
  expect(instance.data.lacking).not.toBe('');
  instance.type({ detail: { value: ' 并入青石镇 ' } });
  instance.choose({ detail: { id: 'qs' } });
  instance.ask();
  expect(instance.data.asks).toContain('并入青石镇，并请大家去青石镇');
  expect(sent.filter(({ action }) => action === 'closeTownship')).toEqual([]);
  await instance.confirm();
  const [act] = sent.filter(({ action }) => action === 'closeTownship');
  expect(act?.input).toEqual({ township: 'bh', closed: true, words: '并入青石镇', to: 'qs' });
  expect(readScreen(page)).toContain('重新开通');

  instance.type({ detail: { value: '选错了' } });
  instance.ask();
  await instance.confirm();
  const acts = sent.filter(({ action }) => action === 'closeTownship');
  expect(acts[1]?.input).toEqual({ township: 'bh', closed: false, words: '选错了' });
  expect(readScreen(page)).toContain('停用白鹤镇');
  expect(readScreen(page)).toContain('编号是 bh');
});
