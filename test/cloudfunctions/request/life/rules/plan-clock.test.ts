/** When time looks at a request again, after it did something, and what hangs on another one. */
import {
  clockStep,
  companionStep,
  ownerGoneStep,
  systemContext,
} from '../../../../../cloudfunctions/request/life/rules/plan-clock';
import { FOREVER } from '../../../../../cloudfunctions/request/life/rules/plan';
import { OWED_WORD } from '../../../../../cloudfunctions/request/life/rules/written-word';
import { DEPUTY, directory, NOW, OFFICE, request, TODAY } from './scene';

const known = { directory, openByPerson: {} };
const step = (changes: object, of = directory) =>
  clockStep(request(changes), { ...known, directory: of }, NOW);
const alone = { ...directory, people: directory.people.filter(({ id }) => id !== 'p2') };

describe('is looked at again', () => {
  it('when the leader has not taken it either, not when the deputy’s own days are over once more', () => {
    expect(step({ leaderOn: '2026-05-31', officeOn: '2026-06-08' })).toMatchObject({
      act: 'to-leader',
      clockOn: '2026-06-09',
    });
  });

  it('when the office that has it is late', () => {
    expect(step({ leaderOn: '2026-05-31', officeOn: '2026-06-08' }, alone)).toMatchObject({
      act: 'to-office',
      clockOn: '2026-06-05',
    });
  });

  it('when the new day after a pause is past', () => {
    const paused = { until: '2026-05-31', words: '', left: 3 };
    expect(step({ state: 'accepted', paused })).toMatchObject({ act: 'unpause', clockOn: '2026-06-05' });
  });

  it('at the end of a pause, though its owner left meanwhile', () => {
    const paused = { until: '2026-07-15', words: '', left: 3 };
    expect(ownerGoneStep(request({ paused, recused: ['p1'] }), known, NOW).clockOn).toBe('2026-07-16');
    expect(ownerGoneStep(request({ recused: ['p1', 'p2'] }), known, NOW)).toMatchObject({
      plan: { owner: OFFICE },
      clockOn: '2026-06-11',
    });
  });

  it('never, once nobody said anything to the answer', () => {
    expect(step({ state: 'confirming', due: '2026-05-29' })).toMatchObject({
      plan: { to: 'closed' },
      clockOn: FOREVER,
    });
  });
});

it('what time does is done by nobody of the office', () => {
  expect(systemContext(request(), known, NOW)).toMatchObject({ by: 'system', actor: 'office', today: TODAY });
});

describe('merged with another', () => {
  const merged = {
    state: 'merged',
    open: false,
    mergedInto: 'tt~y',
    before: { state: 'contacting', owner: DEPUTY, due: '2026-06-10' },
  };
  const after = (target: object, changes: object = {}) =>
    companionStep(request({ ...merged, ...changes }), request(target), known, NOW);
  const replies = [{ class: 'A', words: 'r', unit: '', by: 'p1', at: 1 }];
  const ENDS = [
    ['answered', { state: 'confirming', replies }],
    ['closed', { state: 'closed', replies }],
    ['out of scope', { state: 'out-of-scope', door: 'court' }],
  ] as const;

  it('it goes on where it stood, by its own clock, when that one is withdrawn', () => {
    expect(after({ state: 'withdrawn' })).toMatchObject({
      plan: { to: 'contacting', owner: DEPUTY, due: '2026-06-10', tell: { into: 'tt~y' } },
      clockOn: '2026-06-11',
    });
  });

  it.each(ENDS)(
    'by that one’s being %s its asker is told in writing, which settles the word that is owed',
    (_how, target) => {
      const word = { by: '2026-06-20' };
      expect(after(target, { word })).toMatchObject({
        act: 'with',
        plan: {
          takes: OWED_WORD,
          set: { word: { by: '2026-06-20', told: { on: TODAY, way: 'app', by: 'system' } } },
        },
      });
    },
  );

  it.each(ENDS)(
    'by that one’s being %s nothing is told in writing where nothing is owed, or nobody reads the app',
    (_how, target) => {
      expect(after(target)?.plan).not.toHaveProperty('takes');
      const paper = after(target, { word: { by: '2026-06-20' }, reach: 'person' })?.plan;
      expect(paper).not.toHaveProperty('takes');
      expect(paper).not.toHaveProperty('set.word');
    },
  );
});
