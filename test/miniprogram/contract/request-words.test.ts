/** A request in words: its state, its steps and what each act asks for. */
import { wordsOfState, STATES } from '../../../miniprogram/contract/labels';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { ACTS } from '../../../miniprogram/contract/request-acts';
import { sayDone } from '../../../miniprogram/contract/request-steps';
import { toLocalDate, toLocalTime } from '../../../miniprogram/contract/time';

test('whoever asked reads a state without the office’s terms, whoever works on it with them', () => {
  expect(wordsOfState('assigned', true)).toEqual({ label: '已交给单位', next: '答复您' });
  expect(wordsOfState('assigned', false)).toMatchObject({ label: '已交办，待签收', next: '答复' });
  // Where the office's word is plain it is everybody's.
  expect(wordsOfState('visiting', true)).toBe(STATES.visiting);
});

test('a step is told with what was done, by a button, by the clock and by the asker', () => {
  expect(sayDone('take')).toBe('收到，来联系');
  expect(sayDone('submit')).toBe('反映了');
  expect(sayDone('to-leader')).toBe('没有按时接，转给组长');
  expect(sayDone('return')).toBe('退回');
});

test('of a step whoever asked reads what it means for them, the office what it is called', () => {
  expect(sayDone('assign', true)).toBe('交给了单位办');
  expect([sayDone('assign'), sayDone('assign', false)]).toEqual(['交办', '交办']);
  expect(sayDone('take', true)).toBe('收到，来联系');
  expect(sayDone('late', true)).toBe('过了日期');
});

const field = (act: keyof typeof ACTS, name: string) => ACTS[act].fields.find((each) => each.name === name);

test('what is decided against somebody is said with a reason, as long as a step may be', () => {
  for (const act of ['return', 'refuseExtension', 'outOfScope', 'settle', 'notSolved'] as const)
    expect(field(act, 'words')).toMatchObject({ kind: 'words', required: true, max: LIMITS.stepWords });
  for (const act of ['assign', 'urge', 'withdraw'] as const)
    expect(field(act, 'words')).toMatchObject({ kind: 'words', required: false, max: LIMITS.stepWords });
});

test('a day that is asked for has to be given, and so has a choice, by its words', () => {
  expect(field('visit', 'date')).toEqual({ name: 'date', label: '哪天', kind: 'date', required: true });
  expect(field('extend', 'until')).toMatchObject({ kind: 'date', required: true });
  expect(field('settle', 'then')).toEqual({
    name: 'then',
    label: '怎么办',
    kind: 'choice',
    required: true,
    options: { redo: '再办一次', close: '到此为止，作出说明' },
  });
});

test.each([
  ['2026-11-23T15:59:59.999Z', '2026-11-23', '23:59'],
  ['2026-11-23T16:00:00.000Z', '2026-11-24', '00:00'],
  ['2026-12-31T16:30:00.000Z', '2027-01-01', '00:30'],
  ['1969-12-31T23:00:00.000Z', '1970-01-01', '07:00'],
])('%s is in China %s, %s, on any phone', (instant, day, time) => {
  const at = Date.parse(instant);
  expect([toLocalDate(at), toLocalTime(at)]).toEqual([day, time]);
});
