/** A 视察意见 by its table: who does which step in which state, and what becomes of it. */
import {
  isLate,
  isOpenOpinion,
  OPINION_LIFE,
  ROLES_OF,
  type OpinionActor,
} from '../../../../../cloudfunctions/duty/opinions/rules/life-cycle';
import { afterStep } from '../../../../../cloudfunctions/duty/opinions/rules/take-step';
import { fixedBy, legalActs } from '../../../../../cloudfunctions/shared/life/rules/table';
import type { StoredOpinion } from '../../../../../cloudfunctions/duty/activities/rules/activity-document';
import {
  OPINION_STATES,
  type OpinionAct,
  type OpinionState,
  type OpinionStep,
} from '../../../../../miniprogram/contract/opinion';

const TODAY = '2026-11-23';
const DAYS = {
  opinionReplyDays: '+30',
  opinionFollowDays: '+60',
  assignDays: '+3',
  unitReturnDays: '+5',
} as const;
const context = {
  today: TODAY,
  after: (setting: keyof typeof DAYS) => DAYS[setting],
  seal: (words: string) => `sealed ${words}`,
  by: 'p1',
};
const stored = (changes: Partial<StoredOpinion> = {}): StoredOpinion => ({
  unit: 'u1',
  due: '2026-12-01',
  state: 'transferred',
  said: 'x',
  returnBy: '2026-11-26',
  ...changes,
});
const take = (step: OpinionStep, changes: Partial<StoredOpinion> = {}) =>
  afterStep(stored(changes), step, context);
const clerk = { role: 'unit', unit: 'u1' } as const;
const staff = { role: 'staff' } as const;
const member = { role: 'presidium' } as const;
const chief = { role: 'chief' } as const;
const legal = (caller: Parameters<typeof OPINION_LIFE.mayBe>[1], changes: Partial<StoredOpinion> = {}) =>
  legalActs(OPINION_LIFE, stored(changes), [caller], TODAY);

describe('its unit', () => {
  it('signs for what was transferred to it, answers, or gives it back', () => {
    expect(legal(clerk)).toEqual(['accept', 'answer', 'return']);
    expect(legal(clerk, { state: 'accepted' })).toEqual(['answer']);
  });

  it('gives it back until the last day for it, and once only', () => {
    expect(legal(clerk, { returnBy: TODAY })).toContain('return');
    expect(legal(clerk, { returnBy: '2026-11-22' })).not.toContain('return');
    expect(legal(clerk, { returned: 'x' })).not.toContain('return');
  });

  it.each(['returned', 'answered', 'closed'] as const)('has nothing to do while it is %s', (state) => {
    expect(legal(clerk, { state })).toEqual([]);
  });

  it('is the unit that has it, and a clerk of no unit is none', () => {
    expect(legal({ role: 'unit', unit: 'u2' })).toEqual([]);
    expect(legal({ role: 'unit' })).toEqual([]);
  });
});

describe('the office', () => {
  it.each([
    ['transferred', ['urge']],
    ['accepted', ['urge']],
    ['returned', ['reassign']],
    ['answered', ['follow', 'redo']],
    ['closed', []],
  ] as const)('of one that is %s may %j', (state, acts) => {
    expect(legal(staff, { state })).toEqual(acts);
  });

  it('urges once a day, and finds an answer not enough once', () => {
    expect(legal(staff, { urgedOn: TODAY })).toEqual([]);
    expect(legal(staff, { urgedOn: '2026-11-22' })).toEqual(['urge']);
    expect(legal(staff, { state: 'answered', redone: true })).toEqual(['follow']);
  });
});

describe('key supervision', () => {
  const proposed = { key: { state: 'proposed', by: 'p1' } } as const;
  const decided = { key: { state: 'decided', by: 'p1' } } as const;
  const open = ['transferred', 'accepted', 'returned', 'answered'] as const;

  it.each(open)(
    'is proposed by a member of the presidium for one that is %s, and decided by its chair',
    (state) => {
      expect(legal(member, { state })).toEqual(['proposeKey']);
      expect(legal(chief, { state, ...proposed })).toEqual(
        expect.arrayContaining(['supervise', 'declineKey']),
      );
      expect(legal(chief, { state, ...decided })).toEqual(expect.arrayContaining(['endSupervise']));
    },
  );

  it('is not proposed twice, nor decided twice', () => {
    expect(legal(member, { state: 'answered', ...proposed })).toEqual([]);
    expect(legal(chief, { state: 'returned', ...decided })).toEqual(['reassign', 'endSupervise']);
    expect(legal(chief, { state: 'returned', ...proposed })).toEqual(['reassign', 'supervise', 'declineKey']);
  });

  it('the chair needs no proposal, and ends it even when all is done', () => {
    expect(legal(chief, { state: 'returned' })).toEqual(['reassign', 'proposeKey', 'supervise']);
    expect(legal(chief, { state: 'closed', ...decided })).toEqual(['endSupervise']);
    expect(legal(chief, { state: 'closed', ...proposed })).toEqual([]);
    expect(legal(member, { state: 'closed' })).toEqual([]);
  });

  it('lets the presidium urge by itself', () => {
    expect(legal(member, decided)).toEqual(['urge']);
    expect(legal(member, { ...decided, urgedOn: TODAY })).toEqual([]);
    expect(legal(member, proposed)).toEqual([]);
  });
});

it('nobody else is anything to it', () => {
  expect(legal({ role: 'deputy', unit: 'u1' })).toEqual([]);
  const asked = (Object.keys(ROLES_OF) as OpinionActor[]).filter((actor) =>
    OPINION_LIFE.mayBe(actor, { role: 'chief' }),
  );
  // The chair is of the presidium as well, and of the office.
  expect(asked).toEqual(
    ['office', 'member', 'overseer', 'chair'].filter((actor) =>
      ROLES_OF[actor as OpinionActor].includes('chief'),
    ),
  );
});

describe('what becomes of it', () => {
  it.each([
    ['accept', 'accepted', '2026-12-01', 'unit'],
    ['answer', 'answered', '+60', 'office'],
    ['return', 'returned', '+3', 'office'],
    ['reassign', 'transferred', '+30', 'unit'],
    ['urge', 'transferred', '2026-12-01', undefined],
    // What is over is due no more; the day is the one on which it ended.
    ['follow', 'closed', TODAY, 'nobody'],
    ['redo', 'accepted', '+30', 'unit'],
    ['proposeKey', 'transferred', '2026-12-01', undefined],
    ['supervise', 'transferred', '2026-12-01', undefined],
    ['declineKey', 'transferred', '2026-12-01', undefined],
    ['endSupervise', 'transferred', '2026-12-01', undefined],
  ] as const)('by %s it is %s, due %s, with %s', (act, state, due, owner) => {
    expect(take({ act, words: 'w', unit: 'u2' })).toMatchObject({ state, due });
    expect(fixedBy(OPINION_LIFE.table[act], TODAY, context.after).owner).toBe(owner);
  });

  it('what is said is sealed, and stands where whoever comes next looks for it', () => {
    expect(take({ act: 'answer', words: 'w' })).toMatchObject({ answer: 'sealed w', answeredOn: TODAY });
    expect(take({ act: 'return', words: 'w' })).toMatchObject({ returned: 'sealed w', unit: 'u1' });
    expect(take({ act: 'follow', words: 'w' })).toMatchObject({ followed: 'sealed w' });
    expect(take({ act: 'follow', words: 'w' })).not.toHaveProperty('redone');
    expect(take({ act: 'redo', words: 'w' })).toMatchObject({ followed: 'sealed w', redone: true });
    expect(take({ act: 'urge' })).toMatchObject({ urgedOn: TODAY });
  });

  it('another unit has days of its own to give it back', () => {
    expect(take({ act: 'reassign', words: 'w', unit: 'u2' })).toMatchObject({ unit: 'u2', returnBy: '+5' });
  });

  it('signing for it changes nothing else', () => {
    expect(take({ act: 'accept' })).toStrictEqual({ ...stored(), state: 'accepted' });
  });

  it('supervision is whose it is, goes when it is declined or ended, and stays through all other steps', () => {
    const key = { state: 'proposed', by: 'p9' } as const;
    expect(take({ act: 'proposeKey', words: 'w' }).key).toEqual({ state: 'proposed', by: 'p1' });
    expect(take({ act: 'supervise', words: 'w' }, { key }).key).toEqual({ state: 'decided', by: 'p1' });
    expect(take({ act: 'declineKey', words: 'w' }, { key })).not.toHaveProperty('key');
    expect(take({ act: 'endSupervise', words: 'w' }, { key })).not.toHaveProperty('key');
    expect(take({ act: 'answer', words: 'w' }, { key }).key).toEqual(key);
    expect(take({ act: 'answer', words: 'w' })).not.toHaveProperty('key');
  });

  it.each(Object.keys(OPINION_LIFE.table) as OpinionAct[])('the relay hears of %s', (act) => {
    expect(OPINION_LIFE.table[act].event).toMatch(/^opinion-[a-z-]+$/);
  });
});

it('is open until it is closed, and late from the day after its date', () => {
  const states = Object.keys(OPINION_STATES) as OpinionState[];
  expect(states.filter((state) => isOpenOpinion({ state }))).toEqual(
    states.filter((state) => state !== 'closed'),
  );
  const late = (state: OpinionState, due: string) => isLate({ state, due }, TODAY);
  expect([late('accepted', '2026-11-22'), late('accepted', TODAY), late('closed', '2026-11-22')]).toEqual([
    true,
    false,
    false,
  ]);
});
