/** Who may do what on the day itself: every role, every action, the own township and another; nothing is told. */
import type { Slip } from '../../../miniprogram/contract/reception';
import { DATE } from './support/days';
import { bookAndCome, openDesk, type Desk } from './support/desk';

jest.setTimeout(60_000);

const NAME = '尉迟金丝雀';
const PHONE = '13712345678';
const WORDS = '金丝雀的秘密';
let desk: Desk;
let slip: Slip;
beforeAll(async () => {
  desk = await openDesk();
  await desk.reset();
  slip = await bookAndCome(desk, 'o1', { name: NAME, phone: PHONE });
  await desk.step('o-staff', slip, 'booked', 'talking');
  await desk.step('o-staff', slip, 'talking', 'met', { words: WORDS });
});
afterAll(() => desk.close());

const INPUTS = {
  desk: { home: 'h1' },
  findVisitor: { text: NAME },
  setVisit: {
    booking: 'x'.repeat(16) + '-bxxxxxxxx',
    place: 'h1-0900-3',
    from: 'booked',
    to: 'arrived',
    seat: 'h1-am-1',
  },
  walkIn: { home: 'h1', half: 'am', place: 'h1-0830-1', name: '某', seat: 'h1-am-1', phone: PHONE },
  blockPlaces: { places: ['h1-0830-99'], reason: '开会', confirmed: false },
  addPlaces: { seat: 'h1-am-1', time: '08:30', count: 1 },
  barPerson: { booking: 'x'.repeat(16) + '-bxxxxxxxx', reason: '总不来', until: DATE },
  bookFor: { home: 'h1', place: 'h1-0900-3', wish: { who: 'any' }, name: '某', village: 'v1' },
  cancelFor: { booking: `b${'x'.repeat(16)}-bxxxxxxxx`, from: 'h1-0900-3', keys: 'x'.repeat(16) },
  dayRecord: {},
  wait: { home: 'h1', time: '14:30', whom: 'self', name: '某' },
  takeOver: { home: 'h1', half: 'am', number: 1, code: '00000' },
  wall: { home: 'h1' },
} as const;
type Name = keyof typeof INPUTS;
const ANYBODY: readonly Name[] = ['wait', 'takeOver', 'wall'];
const AT_DESK: readonly Name[] = ['desk', 'setVisit', 'walkIn'];
const BEHALF: readonly Name[] = ['bookFor', 'cancelFor'];
const ALL = Object.keys(INPUTS) as Name[];

/** Beside what anybody may. Who sits elsewhere is let in and then told not-allowed, or finds nobody. */
const MAY: Readonly<Record<string, readonly Name[]>> = {
  'o-voter': [],
  'o-unit': [],
  'o-admin': [],
  'o-district': [],
  'o-t2': [],
  'o-helper': BEHALF,
  'o-p1': [...AT_DESK, 'findVisitor'],
  'o-p4': ['findVisitor'],
  'o-p9': ['findVisitor'],
  'o-presidium': ['findVisitor', 'dayRecord'],
  'o-staff': ALL,
  'o-chief': ALL,
  'o-both': ALL,
};
const SEES = ['o-p1', 'o-staff', 'o-chief', 'o-both'];

const cells = Object.keys(MAY).flatMap((who) => ALL.map((action) => [who, action] as const));

test.each(cells)('%s: %s', async (who, action) => {
  const answer = await desk.ask(who, action, INPUTS[action]);
  expect(answer.code === 'not-allowed').toBe(!ANYBODY.includes(action) && !MAY[who]?.includes(action));
  const told = JSON.stringify(answer);
  expect(told).not.toContain(PHONE);
  if (action !== 'desk' || !SEES.includes(who)) {
    expect(told).not.toContain(NAME);
    expect(told).not.toContain(PHONE.slice(-4) === '' || SEES.includes(who) ? '\u0000' : PHONE.slice(-4));
  }
  if (!SEES.includes(who) || action !== 'findVisitor') expect(told).not.toContain(WORDS);
});

test.each(ALL)('%s: another township, no identity, one field too many', async (action) => {
  const input = { township: 't1', ...(action !== 'desk' && { date: DATE }), ...INPUTS[action] };
  const elsewhere = await desk.ask('o-staff', action, { ...INPUTS[action], township: 't2' });
  expect(elsewhere.ok).toBe(false);
  expect(await desk.act(action, input, { key: 'key-00000001' })).toMatchObject({ code: 'no-identity' });
  expect(await desk.ask('o-staff', action, { ...INPUTS[action], $where: '1' })).toMatchObject({
    code: 'bad-input',
  });
});

test('no name, phone or note in any log, nor in what the database holds', () => {
  const kept = ['days', 'audit', 'invitations'].flatMap((name) => [...desk.database.exportDocuments(name)]);
  for (const canary of [NAME, PHONE, WORDS]) {
    expect(desk.log.join('\n')).not.toContain(canary);
    expect(JSON.stringify(kept)).not.toContain(canary);
  }
});
