/** What must hold of a request for the caller to be this to it, and what its dates ask of the clock. */
import {
  nameOfCaller,
  needsOf,
  ROLES_OF,
  type Actor,
  type Caller,
} from '../../../../../cloudfunctions/request/life/rules/actors';
import {
  clockDay,
  clockTask,
  type ClockDocument,
} from '../../../../../cloudfunctions/request/life/rules/clock';
import { supplement } from '../../../../../cloudfunctions/request/life/rules/plan-supplement';
import {
  OWED_WORD,
  owesWord,
  toldInApp,
} from '../../../../../cloudfunctions/request/life/rules/written-word';
import { LIMITS } from '../../../../../miniprogram/contract/limits';

const other = (value: string) => ({ test: 'neq', value });
const given = { test: 'exists', value: true };
const missing = { test: 'exists', value: false };
const somebody: Caller = { account: 'a', role: 'staff', person: 'p1', group: 'g1', unit: 'u1' };
const office = { account: other('a'), hidden: other('p1') };

describe('who does a step', () => {
  it('the asker by the account alone; everybody else neither in their own request nor in one they may not know of', () => {
    expect(needsOf('asker', somebody)).toEqual({ account: 'a' });
    expect(needsOf('office', somebody)).toEqual(office);
    expect(needsOf('office', { account: 'a' })).toEqual({ account: other('a') });
    expect(needsOf('office', { account: 'a', person: '' })).toEqual({ account: other('a') });
  });

  it.each<[Actor, object]>([
    ['proxy', { reach: 'person' }],
    ['deputy', { 'owner.person': 'p1' }],
    ['keeper', { 'owner.kind': 'office' }],
    ['placer', { ruled: missing }],
    ['leader', { led: 'g1' }],
    ['unit', { 'owner.kind': 'unit', lead: 'u1' }],
    ['answerer', { 'owner.kind': 'unit', lead: 'u1', through: missing }],
    ['drafter', { 'owner.kind': 'unit', lead: 'u1', through: given }],
    ['assistant', { 'assists.u1': given }],
    ['chief', {}],
    ['presidium', {}],
  ])('%s', (actor, needs) => {
    expect(needsOf(actor, somebody)).toEqual({ ...office, ...needs });
  });

  it('what the chief ruled the chief alone places anew', () => {
    expect(needsOf('placer', { ...somebody, role: 'chief' })).toEqual(office);
  });

  it('a grant without person, group or unit is nobody’s deputy, leader or unit', () => {
    const bare: Caller = { account: 'a' };
    const needs = (actor: Actor) => needsOf(actor, bare);
    expect(needs('deputy')).toMatchObject({ 'owner.person': '-' });
    expect(needs('leader')).toMatchObject({ led: '-' });
    for (const actor of ['unit', 'answerer', 'drafter'] as const)
      expect(needs(actor)).toMatchObject({ lead: '-' });
    expect(needs('assistant')).toMatchObject({ 'assists.-': given });
  });

  it('the asker needs no role; each other has some', () => {
    const { asker, ...others } = ROLES_OF;
    expect(asker).toEqual([]);
    expect(Object.values(others).every((roles) => roles.length > 0)).toBe(true);
  });

  it('is kept by the person, else the unit, else the account', () => {
    expect(nameOfCaller(somebody)).toBe('p1');
    expect(nameOfCaller({ account: 'a', unit: 'u1' })).toBe('u1');
    expect(nameOfCaller({ account: 'a' })).toBe('a');
  });
});

describe('what the clock has to do', () => {
  const born: ClockDocument = {
    state: 'submitted',
    owner: { kind: 'deputy', person: 'p1', group: 'g1' },
    due: '2026-06-04',
    leaderOn: '2026-06-03',
    officeOn: '2026-06-05',
  };
  const says = (more: Partial<ClockDocument>, today: string) => clockTask({ ...born, ...more }, today);

  it('each date is a last day: the task is of the day after', () => {
    expect(
      ['2026-06-03', '2026-06-04', '2026-06-06'].map((day) => says({ lateTold: born.due }, day)),
    ).toEqual([undefined, 'to-leader', 'to-office']);
    expect(says({ state: 'contacting' }, '2026-06-04')).toBeUndefined();
    expect(says({ state: 'contacting' }, '2026-06-05')).toBe('late');
  });

  it('what is with the leader goes to the office alone, what is with the office to nobody', () => {
    const leader = { owner: { kind: 'leader', person: 'p2', group: 'g1' }, lateTold: born.due } as const;
    expect(says(leader, '2026-06-05')).toBeUndefined();
    expect(says(leader, '2026-06-06')).toBe('to-office');
    const kept = { owner: { kind: 'office', person: '', group: '' }, lateTold: born.due } as const;
    expect(says(kept, '2026-07-01')).toBeUndefined();
  });

  it('late is said once for a date', () => {
    expect(says({ state: 'contacting', lateTold: born.due }, '2026-07-01')).toBeUndefined();
    expect(says({ state: 'contacting', lateTold: '2026-06-01' }, '2026-06-05')).toBe('late');
  });

  it('a pause ends, an unanswered question lapses, and nothing else meanwhile', () => {
    const paused = { until: '2026-06-20', words: '', left: 2 };
    expect([says({ paused }, '2026-06-20'), says({ paused }, '2026-06-21')]).toEqual([undefined, 'unpause']);
    const asked = { state: 'confirming' } as const;
    expect([says(asked, '2026-06-04'), says(asked, '2026-06-05')]).toEqual([undefined, 'lapse']);
  });

  it('it looks again on the first of these days, and never at what is closed', () => {
    const day = (more: Partial<ClockDocument>) => clockDay({ ...born, ...more });
    expect(day({})).toBe('2026-06-04');
    expect(day({ leaderOn: '2026-06-10', officeOn: '2026-06-12' })).toBe('2026-06-05');
    expect(day({ state: 'contacting' })).toBe('2026-06-05');
    expect([day({ state: 'closed' }), says({ state: 'closed' }, '2026-07-01')]).toEqual([
      '9999-12-31',
      undefined,
    ]);
    expect(day({ state: 'contacting', lateTold: born.due })).toBe('9999-12-31');
  });
});

describe('the written word', () => {
  const word = { by: '2026-06-20' };
  const now = { today: '2026-06-02', by: 's1' };

  it('is owed until it was told', () => {
    const told = { on: '2026-06-02', way: 'app', by: 's1' } as const;
    expect([owesWord({}), owesWord({ word }), owesWord({ word: { ...word, told } })]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('whoever has the app has read it there, once; on paper it is a step of its own', () => {
    const told = { on: '2026-06-02', way: 'app', by: 's1' } as const;
    expect(toldInApp({ word, reach: 'account' }, now)).toEqual({
      set: { word: { ...word, told } },
      takes: OWED_WORD,
    });
    expect(toldInApp({ reach: 'account' }, now)).toEqual({});
    expect(toldInApp({ word, reach: 'person' }, now)).toEqual({});
    expect(toldInApp({ word: { ...word, told }, reach: 'account' }, now)).toEqual({});
  });
});

describe('what the asker adds later', () => {
  const file = (n: number) => `cloud://e.b/tt/u/acc/${String(n)}.jpg`;
  const before = { township: 'tt', photos: ['old'], recordings: [{ file: 'old', seconds: 1 }] };
  const add = (step: object, there: object = before) =>
    supplement(step, { by: 'acc' } as never, there as never);

  it('is words or files, and files of their own alone', () => {
    expect(add({})).toEqual({ refused: 'nothing-said' });
    expect(add({ photos: [], recordings: [] })).toEqual({ refused: 'nothing-said' });
    expect(add({ words: '还有' })).toEqual({ words: '还有' });
    expect(add({ photos: [file(1), 'cloud://e.b/tt/u/other/1.jpg'] })).toEqual({ refused: 'not-your-file' });
  });

  it('stands behind what is there', () => {
    const recording = { file: file(2), seconds: 5 };
    expect(add({ photos: [file(1)], recordings: [recording] })).toEqual({
      set: { photos: ['old', file(1)], recordings: [...before.recordings, recording], intake: true },
      brings: { photos: { from: 1, count: 1 }, recordings: { from: 1, count: 1 } },
    });
  });

  it('has an end in all', () => {
    const full = Array.from({ length: LIMITS.photosInAll - 1 }, () => 'old');
    expect(add({ photos: [file(1)] }, { ...before, photos: full })).toHaveProperty('set');
    expect(add({ photos: [file(1), file(2)] }, { ...before, photos: full })).toEqual({
      refused: 'too-many-files',
    });
    const heard = Array.from({ length: LIMITS.recordingsInAll }, () => ({ file: 'old', seconds: 1 }));
    const recordings = [{ file: file(1), seconds: 1 }];
    expect(add({ recordings }, { ...before, recordings: heard })).toEqual({ refused: 'too-many-files' });
    expect(add({ recordings }, { ...before, recordings: heard.slice(1) })).toHaveProperty('set');
  });
});
