import { fuzz } from '../../support/hostile';
import { countWrites } from '../../support/writes';
import { CHIEF, openOffice, STAFF, type Office } from './support/office';

jest.setTimeout(600_000);

let office: Office;
/** Everything but the rate window of the caller's own grant. */
let writes: () => number;
beforeAll(async () => {
  office = await openOffice();
  writes = countWrites(office.database, ['invitations']);
});
afterAll(() => office.close());

const ofYear = { township: 'bh', year: 2026 };
const day = { ...ofYear, date: '2026-01-05' };
const VALID: readonly (readonly [openid: string, fn: string, action: string, input: object])[] = [
  [STAFF, 'reception', 'calendarYear', ofYear],
  [STAFF, 'reception', 'roster', ofYear],
  [STAFF, 'reception', 'proposeRoster', { ...ofYear, from: '2026-01-01' }],
  [STAFF, 'reception', 'editSeat', { ...day, seat: 'h1-am-1', person: 'p20', rev: 9 }],
  [
    STAFF,
    'reception',
    'setAbsence',
    { ...ofYear, person: 'p20', from: '2026-03-01', to: '2026-03-02', undo: true },
  ],
  [CHIEF, 'reception', 'publishDay', { ...day, words: '临时增加' }],
  [STAFF, 'reception', 'publishRest', ofYear],
  [STAFF, 'reception', 'withdrawDay', day],
  [CHIEF, 'reception', 'askSwap', { ...day, seat: 'h1-am-1', to: 'p20' }],
  [CHIEF, 'reception', 'answerSwap', { ...ofYear, swap: '2026-01-05_h1-am-1', accept: true }],
  [CHIEF, 'reception', 'myDuties', { township: 'bh' }],
  [
    STAFF,
    'reception',
    'barPerson',
    {
      township: 'bh',
      date: '2026-01-05',
      booking: `${'a'.repeat(16)}-b12345678`,
      reason: '总不来',
      until: '2026-02-01',
    },
  ],
  [STAFF, 'reception', 'liftBar', { township: 'bh', bar: 'a'.repeat(16) }],
  [STAFF, 'reception', 'listBars', { township: 'bh', after: `2026-02-01~${'a'.repeat(16)}` }],
  ['o-anybody', 'notify', 'kick', { township: 'bh' }],
];

test.each(VALID)('%s: %s.%s answers with data or a documented code', async (openid, fn, action, valid) => {
  await fuzz(office, { fn, action, openid, valid, written: writes });
});
