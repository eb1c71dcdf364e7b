import {
  absentFrom,
  baseOn,
  countAttendance,
  faultOfVote,
  isPassed,
  neededOf,
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
