/**
 * Lists that leave the house are the office's: a member of the presidium reads them, and is offered no export that is refused.
 * @jest-environment jsdom
 */
import { clearScreen, readScreen, showPage } from '../../support/components';
import { places } from '../../support/sample-answers';
import { officeCards } from '../../support/sample-requests';
import type { Role } from '../../../miniprogram/contract/roles';

afterEach(clearScreen);

const none = { visits: 0, people: 0 };
const ANSWERS: Readonly<Record<string, object>> = {
  places,
  calendarYear: { days: [{ date: '2020-11-05' }] },
  dayRecord: {
    date: '2020-11-05',
    state: 'past',
    homes: [],
    receivers: [],
    byLevel: { district: none, town: none, other: none },
    byType: { committee: none, presidium: none, deputy: none },
  },
  facts: {
    facts: [
      {
        fact: 'f1',
        kind: 'reception',
        date: '2020-11-05',
        persons: [],
        source: { kind: 'booking', id: 'b1' },
        entered: false,
      },
    ],
  },
  listOffice: { rows: officeCards, requests: officeCards },
};

async function screenOf(path: string, role: Role): Promise<string> {
  const grant = { role, name: '样样', state: 'confirmed', since: 0 };
  const callFunction = ({ data }: { data: { action: string } }) => {
    const answer = data.action === 'whoAmI' ? { grants: [grant], folder: 'f' } : ANSWERS[data.action];
    return Promise.resolve({ result: answer ? { ok: true, data: answer } : { ok: false, code: 'internal' } });
  };
  const ignore = () => undefined;
  Object.assign(wx, { cloud: { callFunction }, pageScrollTo: ignore, onKeyDown: ignore, offKeyDown: ignore });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage(path, { queue: 'all' });
  return readScreen(page);
}

test.each([
  ['office/record/record', '11月5日'],
  ['office/facts/facts', '代表接待'],
  ['office/requests/requests', officeCards[0]?.title ?? ''],
])('%s', async (path, shown) => {
  const chief = await screenOf(path, 'chief');
  expect(chief).toContain(shown);
  expect(chief).toContain('导出');
  clearScreen();
  const member = await screenOf(path, 'presidium');
  expect(member).toContain(shown);
  expect(member).not.toContain('导出');
});
