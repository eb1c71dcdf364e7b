/** Who may do what with the roster: every action for every role of the sample, and across townships. */
import { CHIEF, openOffice, STAFF, type Office } from './support/office';

jest.setTimeout(120_000);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const DATE = '2026-01-05';
const day = { year: 2026, date: DATE };
const INPUTS = {
  calendarYear: { year: 2026 },
  roster: { year: 2026 },
  proposeRoster: { year: 2026, from: '2026-01-01' },
  editSeat: { ...day, seat: 'h1-am-1', person: 'p20', rev: 0 },
  setAbsence: { year: 2026, person: 'p20', from: DATE, to: DATE },
  publishDay: day,
  publishRest: { year: 2026 },
  withdrawDay: day,
  askSwap: { ...day, seat: 'h1-am-1' },
  answerSwap: { year: 2026, swap: `${DATE}_h1-am-1`, accept: true },
  myDuties: {},
} as const;
type ActionName = keyof typeof INPUTS;

const WHO = {
  voter: 'o-nobody',
  helper: 'bh-helper',
  unit: 'bh-unit',
  admin: 'bh-admin',
  district: 'qu-district',
  deputy: 'bh-p5',
  receiver: 'bh-p38',
  staff: STAFF,
  chief: CHIEF,
  'staff of another township': 'qs-staff',
} as const;
type Who = keyof typeof WHO;

const READS: readonly ActionName[] = ['calendarYear', 'roster'];
const OFFICE: readonly ActionName[] = [
  'proposeRoster',
  'editSeat',
  'publishDay',
  'publishRest',
  'withdrawDay',
];
const OWN: readonly ActionName[] = ['askSwap', 'answerSwap', 'myDuties'];
const MAY: Readonly<Record<Who, readonly ActionName[]>> = {
  voter: [],
  helper: [],
  unit: [],
  admin: [],
  district: [],
  deputy: OWN,
  receiver: OWN,
  staff: [...READS, ...OFFICE, 'setAbsence'],
  // Chairman, presidium member and deputy in one person.
  chief: [...READS, ...OFFICE, ...OWN, 'setAbsence'],
  'staff of another township': [],
};

const cells = (Object.keys(WHO) as Who[]).flatMap((who) =>
  (Object.keys(INPUTS) as ActionName[]).map((action) => [who, action] as const),
);

test.each(cells)('%s: %s', async (who, action) => {
  const answer = await office.ask(WHO[who], action, INPUTS[action]);
  const refused = answer.code === 'not-allowed';
  expect(refused).toBe(!MAY[who].includes(action));
  if (refused) expect(answer.cost.calls).toBeLessThanOrEqual(3);
});

test('a deputy states the own absence and nobody else’s', async () => {
  const absence = { year: 2026, from: DATE, to: DATE };
  expect(await office.ask('bh-p5', 'setAbsence', { ...absence, person: 'p5' })).toMatchObject({ ok: true });
  expect(await office.ask('bh-p5', 'setAbsence', { ...absence, person: 'p6' })).toMatchObject({
    ok: false,
    code: 'not-allowed',
  });
});

test.each(Object.keys(INPUTS) as ActionName[])(
  '%s without identity, with an unknown field',
  async (action) => {
    const input = { township: 'bh', ...INPUTS[action] };
    expect(await office.invoke('reception', action, input, { key: 'key-00000001' })).toMatchObject({
      code: 'no-identity',
    });
    expect(await office.ask(STAFF, action, { ...INPUTS[action], $where: '1' })).toMatchObject({
      code: 'bad-input',
    });
  },
);

describe('database calls with admit, the directory fresh', () => {
  test('reads 2, acts 3, a refused act 2', async () => {
    await office.reset();
    const calls = async (action: ActionName, input: object = INPUTS[action]) =>
      (await office.ask(STAFF, action, input)).cost.calls;
    await calls('proposeRoster');
    await calls('roster');
    expect(await calls('calendarYear')).toBe(2);
    expect(await calls('roster')).toBe(2);
    expect(await calls('editSeat', { ...INPUTS.editSeat, person: 'p999' })).toBe(2);
    const rev = office.roster().version;
    expect(await calls('editSeat', { ...day, seat: 'h1-am-2', rev })).toBe(3);
    expect(await calls('setAbsence')).toBe(3);
    // Publishing reads the settings anew; withdrawing reads and closes the day as well.
    expect(await calls('publishDay')).toBe(4);
    await office.kick();
    expect(await calls('withdrawDay')).toBe(5);
    expect((await office.ask('bh-p5', 'myDuties')).cost.calls).toBeLessThanOrEqual(3);
  });
});
