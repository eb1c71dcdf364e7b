/** A change of term: what the office does to it until the day has come, and the list of who was elected. */
import { deputiesAmong, leaveSoon } from '../../../../../cloudfunctions/congress/term/rules/leave-soon';
import { actsOf, planTerm, TERM_LIFE } from '../../../../../cloudfunctions/congress/term/rules/plan-term';
import {
  endsFrom,
  leaversOf,
  openRouting,
} from '../../../../../cloudfunctions/congress/term/rules/switch-directory';
import {
  confirmedOf,
  type TermDocument,
} from '../../../../../cloudfunctions/congress/term/rules/term-document';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import type { TermStep } from '../../../../../miniprogram/contract/congress/term';
import { directory, elected, idOf, OPENS, TODAY } from './scene';

const term = (changes: Partial<TermDocument> = {}): TermDocument =>
  ({
    term: 't2',
    name: '第十九届',
    opens: OPENS,
    state: 'preparing',
    elected: [elected('r1'), elected('r2')],
    villages: {},
    examined: { date: TODAY, number: '1' },
    ...changes,
  }) as TermDocument;
const plan = (step: object, changes: Partial<TermDocument> = {}, known = directory, today = TODAY) =>
  planTerm(step as TermStep, term(changes), { directory: known, today, idOf });
const bad = (field: string) => ({ refused: 'bad-input', details: { field: `step.${field}` } });
const standing = { ...directory, terms: [...directory.terms, { id: 't2', name: '第十九届', from: OPENS }] };

describe('in each state', () => {
  it.each([
    ['preparing', ['saveList', 'saveVillages', 'examine', 'publish', 'changeDay', 'drop']],
    ['published', ['saveVillages', 'changeDay', 'withdraw']],
    ['opened', []],
    ['dropped', []],
  ] as const)('%s the office may %j', (state, acts) => {
    expect(actsOf(term({ state }), TODAY)).toEqual(acts);
  });

  it('nothing any more on the day itself, however late the relay is', () => {
    expect(actsOf(term({ state: 'published' }), OPENS)).toEqual([]);
    expect(actsOf(term({ state: 'published' }), '2026-12-20')).toHaveLength(3);
    expect(actsOf(term(), OPENS)).toHaveLength(6);
    expect(plan({ act: 'changeDay', opens: '2027-01-01' }, { state: 'published' }, directory, OPENS)).toEqual(
      { refused: 'wrong-state', details: { state: 'opened' } },
    );
  });

  it('another act is refused with the state', () => {
    expect(plan({ act: 'withdraw', words: 'w' })).toEqual({
      refused: 'wrong-state',
      details: { state: 'preparing' },
    });
  });

  it.each([
    { act: 'saveVillages', villages: [] },
    { act: 'examine', date: TODAY, number: '3' },
    { act: 'changeDay', opens: '2026-12-28' },
  ])('$act leaves it in its state', (step) => {
    expect(plan(step)).toHaveProperty('set');
    expect(plan(step)).not.toHaveProperty('set.state');
  });

  it.each(Object.entries(TERM_LIFE))('the relay hears of %s', (_act, { event }) => {
    expect(event).toMatch(/^term-[a-z-]+$/);
  });
});

describe('the list', () => {
  it('is kept whole, and what was examined before is not any more', () => {
    expect(plan({ act: 'saveList', lines: '马样样 镇第一选区 第一代表小组' })).toMatchObject({
      event: 'term-list-saved',
      gone: ['examined'],
      set: { elected: [{ person: 'p1' }] },
    });
    expect(plan({ act: 'saveList', lines: '马样样 镇第一选区 第一代表小组' })).not.toHaveProperty(
      'set.state',
    );
  });

  it('is refused with its faults, empty, or too long', () => {
    expect(plan({ act: 'saveList', lines: '马样样 没有' })).toMatchObject({ faults: [{ line: 1 }] });
    expect(plan({ act: 'saveList', lines: '\n' })).toEqual(bad('lines'));
    const lines = (n: number) =>
      Array.from({ length: n }, (_, at) => `人${String(at)} 镇第一选区 第一代表小组`).join('\n');
    expect(plan({ act: 'saveList', lines: lines(LIMITS.electedRows) })).toHaveProperty('set');
    expect(plan({ act: 'saveList', lines: lines(LIMITS.electedRows + 1) })).toEqual({
      refused: 'too-many-rows',
      details: { max: LIMITS.electedRows },
    });
  });

  it('is examined before the opening and not tomorrow; whose election is void is said with a reason', () => {
    const examine = (step: object, changes: Partial<TermDocument> = {}) =>
      plan({ act: 'examine', date: TODAY, number: '3', ...step }, changes);
    expect(examine({})).toMatchObject({
      event: 'term-examined',
      set: { examined: { date: TODAY, number: '3' } },
    });
    expect(examine({})).not.toHaveProperty('set.examined.words');
    expect(examine({ date: '2026-11-24' })).toEqual(bad('date'));
    expect(examine({ date: TODAY }, { opens: '2026-11-22' })).toEqual(bad('date'));
    expect(examine({}, { opens: TODAY })).toHaveProperty('set');
    expect(examine({}, { elected: [] })).toEqual(bad('invalid'));
    expect(examine({ invalid: ['r9'], words: 'w' })).toEqual(bad('invalid'));
    expect(examine({ invalid: ['r1'] })).toEqual(bad('words'));
    const judged = examine(
      { invalid: ['r1'], words: 'w' },
      { elected: [elected('r1'), elected('r2', { invalid: true })] },
    );
    expect(judged).toMatchObject({
      set: { examined: { words: 'w' }, elected: [{ row: 'r1', invalid: true }, { row: 'r2' }] },
    });
    expect(judged).not.toHaveProperty(['set', 'elected', 1, 'invalid']);
    expect(confirmedOf([elected('r1', { invalid: true }), elected('r2')]).map(({ row }) => row)).toEqual([
      'r2',
    ]);
  });

  it('is published once it was examined, before the first session, and remembers what it replaces', () => {
    const publish = (changes: Partial<TermDocument> = {}, known = directory) =>
      plan({ act: 'publish', notice: 'n' }, changes, known);
    expect(publish()).toMatchObject({
      event: 'term-published',
      set: {
        state: 'published',
        notice: 'n',
        ends: { t1: '2026-12-25', p2: '2026-12-20', p3: '2026-12-31' },
      },
    });
    expect(publish({ examined: undefined } as never)).toEqual(bad('examined'));
    expect(publish({ elected: [elected('r1', { invalid: true })] })).toEqual(bad('lines'));
    expect(publish({ opens: TODAY })).toEqual(bad('opens'));
    expect(publish({ opens: '2026-11-24' })).toHaveProperty('set');
    expect(publish({}, standing)).toEqual({ refused: 'busy' });
  });

  it('is taken back with its announcement, or dropped, once the directory has followed', () => {
    expect(plan({ act: 'withdraw', words: 'w' }, { state: 'published' })).toMatchObject({
      event: 'term-withdrawn',
      gone: ['notice'],
      words: 'w',
      set: { state: 'preparing' },
    });
    expect(plan({ act: 'drop', words: 'w' })).toMatchObject({
      event: 'term-dropped',
      words: 'w',
      set: { state: 'dropped' },
    });
    expect(plan({ act: 'drop', words: 'w' })).not.toHaveProperty('gone');
    expect(plan({ act: 'drop', words: 'w' }, {}, standing)).toEqual({ refused: 'busy' });
  });

  it('opens on another day that is to come', () => {
    expect(plan({ act: 'changeDay', opens: '2026-11-24' })).toMatchObject({
      event: 'term-day-changed',
      set: { opens: '2026-11-24' },
    });
    expect(plan({ act: 'changeDay', opens: TODAY })).toEqual(bad('opens'));
    expect(plan({ act: 'changeDay', opens: '2027-01-05' }, { state: 'published' })).toHaveProperty('set');
    expect(plan({ act: 'changeDay', opens: '2026-11-24' })).not.toHaveProperty('words');
  });

  it('gives villages to groups that there are', () => {
    const villages = (village: string, group: string) =>
      plan({
        act: 'saveVillages',
        villages: [
          { village: 'v1', group: 'g1' },
          { village, group },
        ],
      });
    expect(villages('v2', 'g2')).toMatchObject({
      event: 'term-villages-saved',
      set: { villages: { v1: 'g1', v2: 'g2' } },
    });
    expect([villages('v9', 'g2'), villages('v2', 'g9')]).toEqual([bad('villages'), bad('villages')]);
  });
});

describe('who leaves', () => {
  it('is a deputy of the town on the day before who is none on the day', () => {
    expect(leaversOf(directory.people, OPENS)).toEqual(['p2']);
    expect(leaversOf(directory.people, '2026-12-20')).toEqual(['p4']);
    expect(leaversOf(directory.people, '2026-12-01')).toEqual([]);
  });

  it('is known once the list is published, with the last day, and not after it', () => {
    expect(leaveSoon(directory, TODAY)).toEqual(new Map());
    expect(leaveSoon(standing, TODAY)).toEqual(new Map([['p2', '2026-12-20']]));
    expect(leaveSoon(standing, OPENS)).toEqual(new Map());
  });

  it('what stood there as a last day is kept from the day before the opening on', () => {
    expect(endsFrom(directory, '2026-12-26')).toEqual({ t1: '2026-12-25', p3: '2026-12-31' });
    expect(endsFrom(directory, '2026-12-27')).toEqual({ p3: '2026-12-31' });
  });

  it('a deputy has a level', () => {
    expect([...deputiesAmong([{ person: 'a', level: 'town' }, { person: 'b' }] as never)]).toEqual(['a']);
  });
});

describe('on the day itself', () => {
  const row = (group: string, changes: object = {}) => ({
    village: 'v1',
    category: '*',
    group,
    from: '2026-01-01',
    ...changes,
  });
  const open = (rows: object[], villages: Record<string, string> = {}) =>
    openRouting({ ...directory, routing: { ...directory.routing, rows } } as never, villages, OPENS);

  it('villages go to groups that there are, and nothing is written where it is so already', () => {
    expect(open([], { v1: 'g2', v2: 'g9' })).toEqual({
      ...directory.routing,
      villageFallback: { v1: 'g2', v2: 'g1' },
    });
    expect(open([], { v1: 'g1' })).toBeUndefined();
    expect(open([row('g1')])).toBeUndefined();
  });

  it('a row of a group in which nobody is any more ends with the day before, or never begins', () => {
    expect(
      open([row('g1'), row('g2'), row('g2', { from: OPENS }), row('g2', { to: '2026-12-20' })])?.rows,
    ).toEqual([row('g1'), row('g2', { to: '2026-12-20' }), row('g2', { to: '2026-12-20' })]);
    expect(open([row('g2', { to: OPENS })])?.rows).toEqual([row('g2', { to: '2026-12-20' })]);
    expect(open([row('g2', { to: '2026-12-20' })])).toBeUndefined();
  });
});
