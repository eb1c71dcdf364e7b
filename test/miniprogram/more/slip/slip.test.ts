/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { day, NOW, slip } from '../../../support/sample-answers';

const asked: Record<string, unknown>[] = [];
const [first] = day.homes;

function answerWith(open: boolean): void {
  const homes = first ? [{ ...first, open }] : [];
  const callFunction = ({ data }: { data: { action: string; input: Record<string, unknown> } }) => {
    if (data.action === 'day') asked.push(data.input);
    const date = 'after' in data.input ? '2027-01-05' : day.date;
    const known = data.action === 'day';
    const result = known ? { ok: true, data: { ...day, date, homes } } : { ok: false, code: 'internal' };
    return Promise.resolve({ result });
  };
  Object.assign(wx, { cloud: { callFunction } });
}

beforeEach(() => {
  asked.length = 0;
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

const query = { booking: slip.booking, date: slip.date };

test('that the old slip could not be given back stays to be read when the day has come', async () => {
  answerWith(true);
  const { page } = await showPage('more/slip/slip', { ...query, kept: '1' });
  expect(readScreen(page)).toContain('原来那张没有退成');
});

test('another day is looked for while the slip can be moved, and is not asked for afterwards', async () => {
  answerWith(true);
  const { page } = await showPage('more/slip/slip', query);
  expect(readScreen(page)).toContain('改到2027年1月5日');
  expect(asked.filter((input) => 'after' in input)).toHaveLength(1);
  answerWith(false);
  await showPage('more/slip/slip', query);
  expect(asked.filter((input) => 'after' in input)).toHaveLength(1);
});

test('a slip that the phone has is asked for on its own day, and is not forgotten as one of another', async () => {
  answerWith(true);
  wx.setStorageSync('v1.slips', [{ ...slip, date: '2027-01-05' }]);
  await showPage('more/slip/slip', { booking: slip.booking });
  expect(asked[0]).toMatchObject({ date: '2027-01-05' });
});
