import {
  absentFrom,
  baseOn,
  countAttendance,
  faultOfVote,
  isPassed,
  neededOf,
  toRoll,
} from '../../../../../cloudfunctions/congress/session/rules/attendance';
import { partsOf, readCode } from '../../../../../cloudfunctions/congress/session/rules/hall-code';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';

const TODAY = '2026-11-23';
const all = baseOn(baiheDirectory(TODAY), TODAY);
const base = all.slice(0, 48);

it('counts the town’s deputies in office alone, not the district’s, not the committee', () => {
  expect(all).toHaveLength(50);
  expect(all).not.toContain('p3');
  expect(all).not.toContain('p7');
});

it.each([
  [48, 32],
  [49, 33],
  [50, 34],
  [51, 34],
  [1, 1],
])('of %i deputies %i must be there', (all, needed) => {
  expect(neededOf(all)).toBe(needed);
});

const signed = (person: string, sitting = 'b1') => ({ kind: 'signed', sitting, person }) as const;

it('is held with the 32nd of 48, not with the 31st', () => {
  const rows = base.slice(0, 31).map((person) => signed(person));
  expect(countAttendance(base, rows, 'b1')).toMatchObject({ present: 31, missing: 17, quorum: false });
  expect(countAttendance(base, [...rows, signed(base[31] ?? '')], 'b1')).toMatchObject({ quorum: true });
});

it('counts 列席 apart, another sitting not at all, and who came all the same not on leave', () => {
  const [one = '', two = ''] = base;
  const rows = [
    signed(one),
    signed('p7'),
    signed(two, 'b2'),
    { kind: 'answer', person: one, answer: 'leave' } as const,
    { kind: 'answer', person: two, answer: 'leave' } as const,
  ];
  expect(countAttendance(base, rows, 'b1')).toMatchObject({ present: 1, observers: 1, leave: 1 });
});

it.each([
  [48, 24, false],
  [48, 25, true],
  [49, 25, true],
])('of %i deputies %i in favour: %s', (due, agreed, passed) => {
  expect(isPassed({ due, for: agreed })).toBe(passed);
});

it('refuses figures that cannot be', () => {
  const fit = { due: 48, present: 40, for: 30, against: 5, abstain: 5 };
  expect(faultOfVote(fit)).toBeUndefined();
  expect(faultOfVote({ ...fit, present: 49 })).toBe('present');
  expect(faultOfVote({ ...fit, present: 31 })).toBe('present');
  expect(faultOfVote({ ...fit, against: 11 })).toBe('for');
});

it('reads back the code that it wrote, and nothing else', () => {
  const code = { session: 's1', sitting: 'b1', from: 1_764_547_200_000, until: 1_764_561_600_000 };
  expect(readCode([...partsOf(code), 'mac'].join('.'))).toEqual({ code, mac: 'mac' });
  for (const text of ['', 'a.b', 's1.b1.zz.zz.mac', 's1.b1.29mcno.29mgsy.mac.more'])
    expect(readCode(text)).toBeUndefined();
});

describe('an absence is one whole session', () => {
  it('is nobody’s who came once or had an approved leave, and nobody’s where nobody signed', () => {
    const rows = [
      { kind: 'signed' as const, person: 'a' },
      { kind: 'answer' as const, person: 'b', answer: 'leave' as const, approved: true },
      { kind: 'answer' as const, person: 'c', answer: 'leave' as const, approved: false },
      { kind: 'answer' as const, person: 'd', answer: 'attending' as const },
    ];
    expect(absentFrom(['a', 'b', 'c', 'd'], rows)).toEqual(['c', 'd']);
    expect(absentFrom(['a', 'b'], rows.slice(1))).toEqual([]);
  });
});

it('the roll has every deputy with what they answered and how they signed, and 列席 who said or signed something', () => {
  const directory = baiheDirectory(TODAY);
  const [one = '', two = ''] = base;
  const row = { _id: '', township: 'bh', rev: 1, session: 's1', at: 0 };
  const rows = [
    { ...row, kind: 'answer', person: one, answer: 'leave', reason: 'sealed', approved: true },
    { ...row, kind: 'answer', person: two, answer: 'attending' },
    { ...row, kind: 'signed', person: two, sitting: 'b1', by: 'paper' },
    { ...row, kind: 'signed', person: one, sitting: 'b2', by: 'code' },
    { ...row, kind: 'signed', person: 'p7', sitting: 'b1', by: 'code' },
  ] as const;
  const roll = toRoll(directory, TODAY, rows, 'b1', (text) => `opened ${text}`);
  const of = (id: string) => roll.find(({ person }) => person === id);
  expect(roll).toHaveLength(all.length + 1);
  expect(of(one)).toMatchObject({ as: 'deputy', answer: 'leave', reason: 'opened sealed', approved: true });
  expect(of(one)).not.toHaveProperty('signed');
  expect(of(two)).toEqual({
    person: two,
    name: of(two)?.name,
    as: 'deputy',
    answer: 'attending',
    signed: 'paper',
  });
  expect(of('p7')).toEqual({ person: 'p7', name: of('p7')?.name, as: 'observer', signed: 'code' });
  expect(of(base[2] ?? '')).toEqual({ person: base[2], name: of(base[2] ?? '')?.name, as: 'deputy' });
});

it('observers who only answered stand on the roll, without an answer they do not', () => {
  const row = { _id: '', township: 'bh', rev: 1, session: 's1', at: 0 };
  const said = [{ ...row, kind: 'answer', person: 'p7', answer: 'attending' }] as const;
  const directory = baiheDirectory(TODAY);
  const ids = (rows: typeof said | readonly []) =>
    toRoll(directory, TODAY, rows, 'b1', String).map(({ person }) => person);
  expect(ids(said)).toContain('p7');
  expect(ids([])).toEqual(all);
});

it('leave counts for deputies alone, and nothing is held without any', () => {
  const leave = { kind: 'answer', person: 'p7', answer: 'leave' } as const;
  const coming = { kind: 'answer', person: base[0] ?? '', answer: 'attending' } as const;
  expect(countAttendance(base, [leave, coming], 'b1')).toEqual({
    base: 48,
    present: 0,
    missing: 48,
    leave: 0,
    observers: 0,
    needed: 32,
    quorum: false,
  });
  expect(countAttendance([], [], 'b1').quorum).toBe(false);
});

describe('the code in the hall', () => {
  const good = 's1x2.1.29mcno.29mgsy.k7q2m3n4';

  it('says session, sitting, its hours to the minute and the hash', () => {
    const read = readCode(good);
    expect(read).toMatchObject({ code: { session: 's1x2', sitting: '1' }, mac: 'k7q2m3n4' });
    expect(read && partsOf(read.code).join('.')).toBe('s1x2.1.29mcno.29mgsy');
    const at = read?.code.from ?? 0;
    expect(at % 60_000).toBe(0);
    expect(read && partsOf({ ...read.code, from: at + 59_999 })[2]).toBe('29mcno');
  });

  it.each([
    '',
    's1x2.1.29mcno.29mgsy',
    's1x2.1.29mcno.29mgsy.',
    `${good}.more`,
    's1x2.1.29m.29mgsy.k7q2m3n4',
    's1x2.1.29mcno.29m.k7q2m3n4',
    's1x2.1.29mcno999.29mgsy999.k7q2m3n4',
    's1x2.1.29MCNO.29mgsy.k7q2m3n4',
    's1x2.1.29mcno.29mgsy!.k7q2m3n4',
    's1x2.1.!29mcno.29mgsy.k7q2m3n4',
    's1x2.1..29mgsy.k7q2m3n4',
  ])('«%s» is none', (text) => {
    expect(readCode(text)).toBeUndefined();
  });

  it('hours of four to eight letters fit', () => {
    expect(readCode('s.b.1000.zzzzzzzz.m')).toBeDefined();
  });
});
