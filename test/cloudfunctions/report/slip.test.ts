/** The slip of an on-behalf entry: what it must hold, what it must not, and who may have it. */
import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import { slipCode } from '../../../cloudfunctions/report/documents/rules/slip-sheet';
import { qrTextOf } from '../../../miniprogram/view/qr';
import { invite } from '../../../local/townships/grants';
import { TEST_FIELD_KEYS } from '../../support/given';
import { picturesOf, wordsOf } from '../../support/docx';
import { DATE, openPress, STAFF, type Press } from './support';

jest.setTimeout(60_000);

let press: Press;
let keys = 0;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());
afterEach(() => {
  press.clock.set(press.clock.now() + 61_000);
});

const HELPER = 'bh-helper';
const refused = (code: string) => ({ ok: false, code });
const receive = (openid: string, action: string, input: object) =>
  press.invoke(
    'reception',
    action,
    { township: 'bh', date: DATE, ...input },
    { openid, key: `slip-${++keys}-key` },
  );

async function enter(openid = HELPER, village = 'v4', name = `村民${++keys}`): Promise<Slip> {
  const day = (await press.invoke('reception', 'day', { township: 'bh', date: DATE }, { openid }))
    .data as DayView;
  const free = day.homes.flatMap(({ home, times }) =>
    times.flatMap((each) => each.free.map((one) => ({ home, ...one }))),
  );
  const { home, place } = free[0] ?? { home: '', place: '' };
  const wish = { who: 'any' };
  const input = {
    home,
    place,
    wish,
    village,
    name,
    phone: `139${String(keys).padStart(8, '0')}`,
    category: 'road',
  };
  const answer = await receive(openid, 'bookFor', input);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Slip;
}

const printSlip = (openid: string, { booking }: { booking: string }) =>
  press.print(openid, 'slip', { date: DATE, booking });

test('number, time, receiver, place, code and picture; never who it is for nor what about', async () => {
  const slip = await enter(HELPER, 'v4', '柳奶奶');
  const answer = await printSlip(HELPER, slip);
  const file = await press.fetchFile(answer);
  const words = wordsOf(file);
  expect(words).toContain(`第${slip.number}号`);
  expect(words).toContain('2026年12月7日（星期一）');
  expect(words).toContain(slip.time);
  expect(words).toContain(`预约码 ${slip.code}`);
  expect(words).toContain('城关代表之家\n城关村一组，镇政府院内东侧一楼');
  expect(words).toMatch(/接访人\n.+（.+）/);
  expect(picturesOf(file)).toHaveLength(1);
  for (const hidden of ['柳奶奶', slip.phone ?? '1390000', '道路', 'road', '柳有田'])
    expect(words + JSON.stringify(answer.data)).not.toContain(hidden);
});

test('the code on paper is the code on the phone', () => {
  const slip = { date: DATE, code: 'K7M2Q', home: 'h1', half: 'am', number: 6 } as const;
  expect(slipCode('bh', slip)).toBe(qrTextOf('bh', slip));
});

test('admit and two calls, one less while the directory is fresh', async () => {
  const slip = await enter();
  press.clock.set(press.clock.now() + 120_000);
  const cold = await printSlip(HELPER, slip);
  const warm = await printSlip(HELPER, slip);
  expect([cold.cost.calls, warm.cost.calls]).toEqual([3, 2]);
});

test('a helper prints for the own village alone, the office for all, others for nobody', async () => {
  const own = await enter(HELPER);
  const other = await enter(STAFF, 'v5');
  expect(await printSlip(STAFF, own)).toMatchObject({ ok: true });
  expect(await printSlip(HELPER, other)).toMatchObject(refused('not-allowed'));
  for (const openid of ['bh-p5', 'bh-villager-1', 'qs-staff'])
    expect(await printSlip(openid, own)).toMatchObject(refused('not-allowed'));
});

test('who helps two villages prints for both', async () => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const now = press.clock.now();
  const both = ['v4', 'v5'].map((village) =>
    invite(
      'bh',
      { code: `twice${village}`, role: 'helper', name: '某', openid: 'helps-two', person: 'p94', village },
      now,
    ),
  );
  await press.database.importDocuments('invitations', both);
  for (const village of ['v4', 'v5']) {
    const slip = await enter(STAFF, village);
    expect(await printSlip('helps-two', slip)).toMatchObject({ ok: true });
  }
});

test('what is cancelled, taken over, booked by a phone, or of another day is not printed', async () => {
  const gone = await enter();
  const { booking, place: from, keys: personKeys } = gone;
  expect(await receive(HELPER, 'cancelFor', { booking, from, keys: personKeys })).toMatchObject({ ok: true });
  expect(await printSlip(HELPER, gone)).toMatchObject(refused('booking-changed'));

  const taken = await enter();
  const { home, half, number, code } = taken;
  const over = await receive('grandchild', 'takeOver', { home, half, number, code });
  expect(over).toMatchObject({ ok: true });
  expect(await printSlip(HELPER, taken)).toMatchObject(refused('not-found'));
  expect(await printSlip(STAFF, over.data as { booking: string })).toMatchObject(refused('not-found'));

  const live = await enter();
  const elsewhere = { date: '2026-11-05', booking: live.booking };
  expect(await press.print(STAFF, 'slip', elsewhere)).toMatchObject(refused('not-found'));
});
