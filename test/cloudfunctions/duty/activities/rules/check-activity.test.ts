/** Whether an activity holds what its kind asks, and whether the caller may record it. */
import {
  checkActivity,
  isOfOffice,
  isPaused,
  lacksMandate,
  type Recorder,
} from '../../../../../cloudfunctions/duty/activities/rules/check-activity';
import type { ActivityInput } from '../../../../../miniprogram/contract/duty';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';

const TODAY = '2026-11-23';
const person = (id: string, level?: string) => ({
  id,
  name: id,
  strokes: 1,
  claimed: true,
  absent: [],
  memberships: [{ term: 't1', from: '2022-01-01', ...(level && { level }) }],
});
const directory = {
  villages: [{ id: 'v1' }, { id: 'v4' }],
  categories: [{ id: 'road' }],
  groups: [{ id: 'g1' }, { id: 'g2' }],
  people: [person('p5', 'town'), person('p6', 'town'), person('p9', 'district')],
  ownKinds: [
    { id: '夜校', unit: 'sessions', fields: ['village'], by: 'deputies' },
    { id: '旧事', unit: 'sessions', fields: [], by: 'office', paused: true },
  ],
} as unknown as Directory;
const deputy: Recorder = { role: 'deputy', person: 'p5', group: 'g1' };
const leader: Recorder = { role: 'leader', person: 'p6', group: 'g1' };
const staff: Recorder = { role: 'staff' };
const check = (recorder: Recorder, changes: object) =>
  checkActivity(
    // As it comes over the wire: what is undefined is not there.
    JSON.parse(JSON.stringify({ kind: 'help', date: TODAY, title: '修灯', ...changes })) as ActivityInput,
    recorder,
    directory,
    TODAY,
  );
const NOT_ALLOWED = { code: 'not-allowed' };
const bad = (field: string) => ({ code: 'bad-input', field: `activity.${field}` });

describe('who records', () => {
  it.each([
    ['a deputy what the deputy did', deputy, {}],
    ['a deputy under the own name', deputy, { persons: ['p5'], group: 'g1' }],
    ['a leader what others of the group did', leader, { persons: ['p5', 'p6'], group: 'g1' }],
    ['the office everything', staff, { persons: ['p9'], group: 'g2', entered: true }],
    ['the chief as well', { role: 'chief', person: 'p1' }, { kind: 'inspection' }],
    ['a deputy a kind of the township’s own', deputy, { kind: 'own-夜校' }],
  ] as const)('%s', (_who, recorder, changes) => {
    expect(check(recorder, changes)).toBeUndefined();
  });

  it.each([
    ['a deputy not what others did', deputy, { persons: ['p5', 'p6'] }],
    ['a deputy not for another group', deputy, { group: 'g2' }],
    ['a leader not for another group', leader, { group: 'g2' }],
    ['a deputy not from paper', deputy, { entered: true }],
    ['a deputy no inspection', deputy, { kind: 'inspection' }],
    ['a clerk of a unit nothing', { role: 'unit' }, {}],
    ['nobody what the township does not know', deputy, { kind: 'own-没有' }],
  ] as const)('%s', (_who, recorder, changes) => {
    expect(check(recorder, changes)).toEqual(NOT_ALLOWED);
  });

  it('the office is the staff and the chief', () => {
    expect((['staff', 'chief', 'deputy'] as const).map((role) => isOfOffice({ role }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('what its kind asks', () => {
  it.each([
    ['an own kind that is none', { kind: 'own-没有' }, 'kind'],
    ['a field that its kind does not ask', { people: 3 }, 'people'],
    ['a promise kept by what is no visit', { keeps: 'x' }, 'keeps'],
    ['a tie in what is no tied help', { tie: 'x' }, 'tie'],
    ['no title', { title: undefined }, 'title'],
    ['an empty title', { title: '' }, 'title'],
    ['a plan of what is never planned', { planned: true }, 'planned'],
    ['a village that the township does not have', { village: 'v9' }, 'village'],
    ['a category that it does not have', { category: 'x' }, 'category'],
    ['a group that it does not have', { group: 'g9' }, 'group'],
    ['somebody whom it does not know among those it knows', { persons: ['p5', 'p0'] }, 'persons'],
    ['a day that is still to come', { date: '2026-11-24' }, 'date'],
  ] as const)('not %s', (_what, changes, field) => {
    expect(check(staff, changes)).toEqual(bad(field));
  });

  it.each([
    [
      'a visit that keeps a promise',
      { kind: 'household-visit', title: undefined, village: 'v4', keeps: 'x' },
    ],
    ['help for a tied household', { kind: 'tied-help', title: undefined, words: '看望', tie: 'x' }],
    [
      'an inspection that is planned for a day to come',
      { kind: 'inspection', planned: true, date: '2027-03-01' },
    ],
    ['all that is known', { village: 'v4', category: 'road', group: 'g2', persons: ['p5', 'p9'], tag: '渠' }],
    ['a kind of the township’s own', { kind: 'own-夜校', village: 'v1' }],
    ['today', { date: TODAY }],
  ] as const)('%s', (_what, changes) => {
    expect(check(staff, changes)).toBeUndefined();
  });

  it('an absent list is as empty as an empty one where a kind needs it', () => {
    const visit = (village: string | undefined) =>
      check(staff, { kind: 'household-visit', title: undefined, village });
    expect([visit(undefined), visit('')]).toEqual([bad('village'), bad('village')]);
  });
});

it('others than the office record a year and a day afterwards, not later', () => {
  const [last, late] = ['2025-11-22', '2025-11-21'];
  expect(check(deputy, { date: last })).toBeUndefined();
  expect(check(deputy, { date: late })).toEqual(bad('date'));
  expect(check(staff, { date: late })).toBeUndefined();
});

describe('a report of a deputy of the district', () => {
  const report = (changes: Partial<ActivityInput>): ActivityInput => ({
    kind: 'duty-report',
    date: TODAY,
    title: '述职',
    ...changes,
  });

  it.each([
    ['names on whose behalf it is', {}, ['p9'], true],
    ['does so', { mandate: '区人大〔2026〕1号' }, ['p9'], false],
    ['does not by an empty word', { mandate: '' }, ['p9'], true],
    ['does so though others report with it', {}, ['p5', 'p9'], true],
    ['of the town alone need not', {}, ['p5'], false],
    ['on a day before the term need not', { date: '2021-12-31' }, ['p9'], false],
  ] as const)('%s', (_what, changes, who, lacks) => {
    expect(lacksMandate(report(changes), who, directory)).toBe(lacks);
  });

  it('other kinds name nobody', () => {
    expect(lacksMandate({ kind: 'help', date: TODAY }, ['p9'], directory)).toBe(false);
  });

  it('is refused without it, whoever is named or records it', () => {
    const of = { kind: 'duty-report' } as const;
    expect(check(staff, { ...of, persons: ['p9'] })).toEqual(bad('mandate'));
    expect(check({ role: 'deputy', person: 'p9' }, of)).toEqual(bad('mandate'));
    expect(check(deputy, of)).toBeUndefined();
    expect(check(staff, of)).toBeUndefined();
  });
});

it('only a kind that the township paused is paused', () => {
  const paused = (kind: string) => isPaused({ kind: kind as 'help' }, directory);
  expect([paused('own-旧事'), paused('own-夜校'), paused('help'), paused('旧事')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isPaused({ kind: 'own-旧事' }, {} as Directory)).toBe(false);
});
