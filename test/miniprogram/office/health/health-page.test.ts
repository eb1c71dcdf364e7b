/**
 * 运行状况: what could not be delivered stands there with its reason, and is tried again by a tap.
 * @jest-environment jsdom
 */
import { clearScreen, readScreen, showPage } from '../../../support/components';

interface Sent {
  data: { action: string; input: Record<string, unknown> };
}
let sent: Sent['data'][] = [];

beforeEach(() => {
  sent = [];
  const letter = {
    letter: `bh~${'0'.repeat(20)}`,
    about: 'request-answered',
    code: 'failed',
    attempts: 10,
    at: 0,
  };
  const callFunction = ({ data }: Sent) => {
    sent.push(data);
    const { action, input } = data;
    const tried = sent.some((each) => each.action === 'retryLetter');
    const letters = tried ? [{ ...letter, code: 'waits' }] : [letter];
    const answers: Record<string, object> = {
      health: { now: 0, lagMs: 0, failed: { events: 1, messages: 0, more: false } },
      letters: { letters: input['kind'] === 'event' ? letters : [] },
      retryLetter: { letter: letter.letter },
    };
    return Promise.resolve({ result: { ok: true, data: answers[action] ?? {} } });
  };
  const kept = new Map<string, unknown>([['v1.whereabouts', { township: 'bh' }]]);
  Object.assign(wx, {
    cloud: { callFunction },
    getStorageSync: (name: string) => kept.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => kept.set(name, value),
  });
});
afterEach(clearScreen);

interface Page {
  onShow(): Promise<void>;
  retryOne(event: object): Promise<void>;
}

test('a dead letter is told with its reason, and tried again', async () => {
  const { page } = await showPage('office/health/health');
  const instance = page.instance as unknown as Page;
  await instance.onShow();
  expect(readScreen(page)).toContain('系统事项：群众意见');
  expect(readScreen(page)).toContain('系统没能处理，试了10次');
  const dataset = { id: `bh~${'0'.repeat(20)}`, kind: 'event' };
  await instance.retryOne({ currentTarget: { dataset } });
  const [retried] = sent.filter(({ action }) => action === 'retryLetter');
  expect(retried?.input).toEqual({ township: 'bh', letter: dataset.id, kind: 'event' });
  expect(readScreen(page)).toContain('已让系统再试');
});
