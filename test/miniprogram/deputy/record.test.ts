/** @jest-environment jsdom */
import { clearScreen, showPage } from '../../support/components';
import { NOW, places } from '../../support/sample-answers';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

interface RecordPage {
  data: { busy: boolean; year: string; loading: boolean };
  chooseYear(event: object): Promise<void>;
}

test('a year that is chosen while another is read leaves nothing busy', async () => {
  const waiting: (() => void)[] = [];
  let holds = false;
  const callFunction = ({ data }: { data: { action: string } }) => {
    if (data.action === 'places') return Promise.resolve({ result: { ok: true, data: places } });
    const record = { person: 'p2', name: '李样样', rows: [], disputes: [] };
    if (!holds) return Promise.resolve({ result: { ok: true, data: record } });
    return new Promise((resolve) => {
      waiting.push(() => {
        resolve({ result: { ok: true, data: record } });
      });
    });
  };
  Object.assign(wx, { cloud: { callFunction } });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('deputy/record/record', { person: 'p2' });
  const record = page.instance as unknown as RecordPage;
  holds = true;
  const first = record.chooseYear({ detail: { id: '2025' } });
  const second = record.chooseYear({ detail: { id: '2026' } });
  for (let turn = 0; turn < 200 && waiting.length < 2; turn += 1) await Promise.resolve();
  for (const answer of waiting) answer();
  await Promise.all([first, second]);
  expect(waiting).toHaveLength(2);
  expect(record.data).toMatchObject({ year: '2026', loading: false, busy: false });
});
