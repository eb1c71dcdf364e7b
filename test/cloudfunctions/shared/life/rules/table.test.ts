import { given } from '../../../../../cloudfunctions/shared/life/rules/needs';
import {
  actorsOf,
  fixedBy,
  guideOf,
  judge,
  legalActs,
  type Life,
} from '../../../../../cloudfunctions/shared/life/rules/table';
import { faultsOf } from '../../../../support/life-table';

type Act = 'answer' | 'close' | 'remind';
type State = 'asked' | 'answered' | 'over';
type Actor = 'asker' | 'clerk';
interface Caller {
  account: string;
  clerk?: true;
}

const LIFE: Life<Act, State, Actor, 'desk' | 'asker', 'answerDays', Caller> = {
  table: {
    answer: {
      from: ['asked'],
      who: ['clerk'],
      to: 'answered',
      owner: 'asker',
      due: { setting: 'answerDays' },
      event: 'answered',
    },
    close: {
      from: ['asked', 'answered'],
      who: ['asker', 'clerk'],
      to: 'over',
      owner: 'kept',
      due: 'none',
      event: 'closed',
    },
    remind: {
      from: ['asked'],
      who: ['asker'],
      to: 'same',
      owner: 'kept',
      due: 'kept',
      event: 'reminded',
      when: (today) => ({ remindedOn: { test: 'neq', value: today } }),
    },
  },
  mayBe: (actor, { clerk }) => (actor === 'clerk') === (clerk === true),
  needsOf: (actor, { account }) => (actor === 'asker' ? { account } : { desk: given }),
};

const usedToday = () => ({ ...asked, remindedOn: today });
const today = '2026-11-25';
const asker: Caller = { account: 'anna' };
const clerk: Caller = { account: 'carl', clerk: true };
const asked = { state: 'asked', account: 'anna', desk: 'd1', remindedOn: '' };

test('a caller does a step as what the row and the caller have in common', () => {
  expect(actorsOf(LIFE, 'close', asker)).toEqual(['asker']);
  expect(actorsOf(LIFE, 'close', clerk)).toEqual(['clerk']);
  expect(actorsOf(LIFE, 'answer', asker)).toEqual([]);
});

test('legal are the steps of this state, of these callers, whose condition holds', () => {
  expect(legalActs(LIFE, asked, [asker], today)).toEqual(['close', 'remind']);
  expect(legalActs(LIFE, usedToday(), [asker], today)).toEqual(['close']);
  expect(legalActs(LIFE, asked, [clerk], today)).toEqual(['answer', 'close']);
  expect(legalActs(LIFE, { ...asked, state: 'over' }, [asker, clerk], today)).toEqual([]);
  expect(legalActs(LIFE, asked, [{ account: 'bert' }], today)).toEqual([]);
});

test('who may not take a step is told why, strangers before states', () => {
  expect(judge(LIFE, 'close', [asker], asked, today)).toEqual({
    standing: { caller: asker, actor: 'asker' },
  });
  const stranger = { account: 'bert' };
  expect(judge(LIFE, 'close', [stranger], { ...asked, state: 'over' }, today)).toEqual({
    why: 'stranger',
    actors: ['asker'],
  });
  expect(judge(LIFE, 'remind', [asker], { ...asked, state: 'answered' }, today)).toEqual({ why: 'state' });
  expect(judge(LIFE, 'remind', [asker], usedToday(), today)).toEqual({ why: 'used' });
});

test('a row fixes state, owner and date, and leaves what it does not say', () => {
  const after = (setting: 'answerDays') => ({ answerDays: '2026-11-30' })[setting];
  expect(fixedBy(LIFE.table.answer, today, after)).toEqual({
    to: 'answered',
    owner: 'asker',
    due: '2026-11-30',
  });
  expect(fixedBy(LIFE.table.close, today, after)).toEqual({ to: 'over', due: today });
  expect(fixedBy(LIFE.table.remind, today, after)).toEqual({});
});

test('the help page is read off the table', () => {
  const rows = guideOf(LIFE.table, {
    states: ['asked', 'answered', 'over'],
    reader: 'asker',
    planned: { asked: { owner: 'desk', due: { setting: 'answerDays' } } },
    settings: { answerDays: 3 },
  });
  expect(rows).toEqual([
    { state: 'asked', acts: ['close', 'remind'], owner: 'desk', days: 3 },
    { state: 'answered', acts: ['close'], owner: 'asker', days: 3 },
    { state: 'over', acts: [] },
  ]);
});

const shape = {
  states: ['asked', 'answered', 'over'] as State[],
  birth: 'asked' as State,
  over: ['over'] as State[],
  planned: {},
};

test('the model finds nothing wrong with it', () => {
  expect(faultsOf(LIFE.table, shape)).toEqual([]);
});

test('the model finds what is wrong with a table', () => {
  const { answer, close, remind } = LIFE.table;
  const wrong = {
    answer: { ...answer, from: [], who: [] },
    close: { ...close, from: ['answered'] as State[], due: 'kept' as const },
    remind: { ...remind, to: 'planned' as const },
  };
  expect(faultsOf(wrong, shape)).toEqual([
    'answer starts nowhere',
    "answer is nobody's",
    'close ends it and sets a date',
    'remind plans no state',
    'answered is never reached',
    'over is never reached',
  ]);
});
