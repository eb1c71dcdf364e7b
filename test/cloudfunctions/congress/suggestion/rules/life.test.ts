/**
 * Random lives of a suggestion on its rules: everybody does anything, days pass. After each step it has exactly one owner,
 * a next date and a way out; what is not legal changes nothing; what is offered is done. `PROOF=1` lives ten thousand.
 */
import fc from 'fast-check';
import type { Caller } from '../../../../../cloudfunctions/congress/suggestion/rules/actors';
import { SUGGESTION_TABLE } from '../../../../../cloudfunctions/congress/suggestion/rules/life-cycle';
import { legalActs, takeStep } from '../../../../../cloudfunctions/congress/suggestion/rules/take-step';
import type { SuggestionDocument } from '../../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { addDays, addMonths, toInstant } from '../../../../../cloudfunctions/shared/china-time';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import type { SuggestionAct } from '../../../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_STATES } from '../../../../../miniprogram/contract/congress/suggestion-labels';
import { OWNERS } from '../../../../../cloudfunctions/congress/suggestion/rules/owner';
import { faultsOf as faultsOfTable } from '../../../../support/life-table';
import { bornSuggestion, CALLERS, faultsOf, GOVERNMENT, stepOf, written } from '../model';

const RUNS = process.env['PROOF'] === '1' ? 10_000 : 200;
const BEGIN = '2026-11-30';
const ACTS = Object.keys(SUGGESTION_TABLE) as SuggestionAct[];
const whole = baiheDirectory(BEGIN);
/** Those who act, and nobody else: a run asks the directory thousands of times. */
const plain = { ...whole, people: whole.people.slice(0, 20) };
const throughGovernment = { ...plain, settings: { ...plain.settings, governmentUnit: GOVERNMENT } };

function pickOf<T>(all: readonly T[], at: number): T {
  const picked = all[at % all.length];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** The first who holds it. */
function callerAs(role: Caller['role']): Caller {
  return pickOf(
    CALLERS.filter((caller) => caller.role === role),
    0,
  );
}

/** Most moves are somebody's who may do something; what leads on is likelier than what does not, ends rarer. */
const ENDS: readonly string[] = ['withdraw', 'toLetter', 'passUp'];
const move = fc.record({
  who: fc.nat(CALLERS.length - 1),
  pick: fc.nat(10_000),
  n: fc.nat(60),
  days: fc.constantFrom(0, 0, 0, 1, 3, 9, 40),
  wild: fc.constantFrom(false, false, false, true),
});

interface Choice {
  caller: Caller;
  act: SuggestionAct;
}

function choicesOf(suggestion: SuggestionDocument, directory: typeof plain, today: string): Choice[] {
  return CALLERS.flatMap((caller) =>
    legalActs(suggestion, [caller], directory, today).flatMap((act) => {
      // A unit talks with the deputy once, as a rule, writes a letter, and has it signed.
      const again =
        (act === 'contact' && suggestion.state === 'contacted') ||
        (act === 'writeReply' && suggestion.draft !== undefined);
      const rare = again || ENDS.includes(act);
      const aside = SUGGESTION_TABLE[act].to === 'same' && act !== 'writeReply';
      const times = rare ? 1 : aside ? 3 : 14;
      return Array.from({ length: times }, () => ({ caller, act }));
    }),
  );
}

const seen = { acts: new Set<string>(), states: new Set<string>(), done: 0, refused: 0 };

it('always has one owner, a next date and a way out, whoever does what', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(move, { minLength: 30, maxLength: 90 }), (through, moves) => {
      const directory = through ? throughGovernment : plain;
      let today = BEGIN;
      let suggestion: SuggestionDocument = bornSuggestion(today);
      for (const { who, pick, n, days, wild } of moves) {
        today = addDays(today, days);
        const choices = choicesOf(suggestion, directory, today);
        const chosen = choices[pick % Math.max(1, choices.length)];
        const caller = wild || !chosen ? pickOf(CALLERS, who) : chosen.caller;
        const act = wild || !chosen ? pickOf(ACTS, pick) : chosen.act;
        const offered = legalActs(suggestion, [caller], directory, today);
        const context = { directory, caller, now: toInstant(today, '10:00'), today };
        const taken = takeStep(stepOf(act, today, n), context, suggestion);
        if ('refused' in taken) {
          seen.refused++;
          // What a button offers is done.
          if (offered.includes(act)) expect([act, taken]).toEqual(['offered', 'and done']);
          continue;
        }
        if (!offered.includes(act)) continue;
        suggestion = written(suggestion, taken, today);
        seen.done++;
        seen.acts.add(act);
        seen.states.add(suggestion.state);
        expect(faultsOf(directory, suggestion, today)).toEqual([]);
      }
    }),
    // The same lives each time, since what they saw is asked afterwards.
    { numRuns: RUNS, seed: 17 },
  );
});

it('saw every state and every step', () => {
  expect(seen.done).toBeGreaterThan(RUNS * 3);
  expect(seen.refused).toBeGreaterThan(0);
  const states = Object.keys(SUGGESTION_STATES).filter((state) => !seen.states.has(state));
  expect(states).toEqual([]);
  expect(ACTS.filter((act) => !seen.acts.has(act))).toEqual([]);
});

describe('its table', () => {
  const states = Object.keys(OWNERS) as (keyof typeof OWNERS)[];

  it('has no state that is never reached or never left, no row that is nobody’s, no end with a date', () => {
    const over = states.filter((state) => SUGGESTION_STATES[state].type === 'closed');
    const planned = {
      opine: ['assigned', 'review', 'promised', 'closed'],
      opineOnPaper: ['assigned', 'review', 'promised', 'closed'],
      settle: ['assigned', 'closed'],
    } as const;
    expect(faultsOfTable(SUGGESTION_TABLE, { states, birth: 'drafting', over, planned })).toEqual([]);
  });

  it('gives a suggestion into the hands that its state means', () => {
    const said = Object.values(SUGGESTION_TABLE).flatMap(({ to, owner }) =>
      to === 'same' || to === 'planned' || owner === 'planned' ? [] : [[to, owner]],
    );
    expect(said).toEqual(said.map(([state = '']) => [state, OWNERS[state as keyof typeof OWNERS]]));
    expect(said.length).toBeGreaterThan(8);
  });

  it('is offered to the government’s clerk alone where it waits for the government', () => {
    const entrusted = { ...bornSuggestion(BEGIN), state: 'entrusted' as const, through: true as const };
    const offered = CALLERS.filter((caller) =>
      legalActs(entrusted, [caller], throughGovernment, BEGIN).includes('nameUnits'),
    );
    expect(offered.map(({ unit }) => unit)).toEqual([GOVERNMENT]);
    // Nobody stands for it any more: the setting was taken back meanwhile.
    const instead = CALLERS.filter((caller) =>
      legalActs(entrusted, [caller], plain, BEGIN).includes('nameUnits'),
    );
    expect([...new Set(instead.map(({ role }) => role))]).toEqual(['chief']);
    const returned = { ...entrusted, state: 'returned' as const, unit: 'u1' };
    expect(legalActs(returned, [callerAs('chief')], plain, BEGIN)).not.toContain('nameUnits');
    const examined = { ...bornSuggestion(BEGIN), state: 'examined' as const };
    const chief = callerAs('chief');
    expect(legalActs(examined, [chief], plain, BEGIN)).not.toContain('entrust');
    expect(legalActs(examined, [chief], throughGovernment, BEGIN)).toContain('entrust');
  });
});

describe('the months of the law', () => {
  const chief = callerAs('chief');
  const context = { directory: plain, caller: chief, now: toInstant(BEGIN), today: BEGIN };
  const examined = { ...bornSuggestion(BEGIN), state: 'examined' as const };

  it.each([
    [false, 3],
    [true, 6],
  ])('begin at 交办 and end by the calendar (difficult: %s)', (difficult, months) => {
    const taken = takeStep({ act: 'assign', lead: 'u1', assist: [], difficult }, context, examined);
    expect(taken).toMatchObject({ to: 'assigned', due: addMonths(BEGIN, months) });
  });

  it('are not begun anew where a unit returned it', () => {
    const assigned = takeStep({ act: 'assign', lead: 'u1', assist: [] }, context, examined);
    if ('refused' in assigned) throw new Error(assigned.refused);
    const at = written(examined, assigned, BEGIN);
    const unit = { account: 'u1', role: 'unit' as const, unit: 'u1' };
    const back = takeStep({ act: 'return', words: '不归我们' }, { ...context, caller: unit }, at);
    if ('refused' in back) throw new Error(back.refused);
    const later = addDays(BEGIN, 5);
    const again = takeStep(
      { act: 'assign', lead: 'u2', assist: [] },
      { ...context, today: later, now: toInstant(later) },
      written(at, back, BEGIN),
    );
    expect(again).toMatchObject({ to: 'assigned', due: addMonths(BEGIN, 3) });
  });

  it('let a unit give it back within five working days, not on the sixth', () => {
    const assigned = takeStep({ act: 'assign', lead: 'u1', assist: [] }, context, examined);
    if ('refused' in assigned) throw new Error(assigned.refused);
    const at = written(examined, assigned, BEGIN);
    const unit = { account: 'u1', role: 'unit' as const, unit: 'u1' };
    const on = (today: string) =>
      takeStep({ act: 'return', words: '不归我们' }, { ...context, caller: unit, today }, at);
    expect(on('2026-12-07')).toMatchObject({ to: 'returned' });
    expect(on('2026-12-08')).toEqual({ refused: 'step-used', details: { state: 'assigned' } });
  });
});

it('is answered only after the unit talked with the deputy', () => {
  const unit = callerAs('unit');
  const assigned = {
    ...bornSuggestion(BEGIN),
    state: 'assigned' as const,
    unit: 'u1',
    replyBy: '2027-02-28',
    handedOn: BEGIN,
  };
  const context = { directory: plain, caller: unit, now: toInstant(BEGIN), today: BEGIN };
  expect(takeStep(stepOf('reply', BEGIN, 0), context, assigned)).toMatchObject({ refused: 'wrong-state' });
});

it('goes to the presidium when the deputy is dissatisfied a second time', () => {
  const lead = callerAs('deputy');
  const context = { directory: plain, caller: lead, now: toInstant(BEGIN), today: BEGIN };
  const reply = { letter: '1', signer: '某', class: 'D' as const, words: '说明', unit: 'u1', at: 1 };
  const replied = { ...bornSuggestion(BEGIN), state: 'replied' as const, unit: 'u1', replies: [reply] };
  const no = { act: 'opine', opinion: 'dissatisfied' } as const;
  expect(takeStep(no, context, replied)).toMatchObject({ to: 'assigned', set: { redone: 1 } });
  expect(takeStep(no, context, { ...replied, redone: 1 })).toMatchObject({ to: 'review' });
});
