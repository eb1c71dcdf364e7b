/** The sample's requests against the table of their life, on every day of a year. */
import { baiheDirectory } from '../../../local/townships/baihe/book';
import { qingshiDirectory } from '../../../local/townships/qingshi/book';
import { sampleSuggestions } from '../../../local/townships/suggestions';
import { sampleLives } from '../../../local/townships/lives';
import { OPEN } from '../../../cloudfunctions/request/life/rules/life-cycle';
import { legalActs } from '../../../cloudfunctions/request/life/rules/take-step';
import { hideUnchecked } from '../../../cloudfunctions/request/content-check/rules/content-check';
import type { Caller } from '../../../cloudfunctions/request/life/rules/actors';
import { toInstant, toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { STATES } from '../../../miniprogram/contract/labels';
import { SUGGESTION_STATES } from '../../../miniprogram/contract/congress/suggestion-labels';
import { legalActs as legalSuggestionActs } from '../../../cloudfunctions/congress/suggestion/rules/take-step';

beforeAll(() => {
  process.env['FIELD_KEYS'] = JSON.stringify({
    current: 'k1',
    keys: { k1: Buffer.alloc(32, 1).toString('base64') },
  });
});

const livesOn = (day: string, time = '09:30') => {
  const now = toInstant(day, time);
  return sampleLives(baiheDirectory(toLocalDate(now)), now);
};

/** Everybody who might lead on from where it stands. */
const HANDLERS: readonly Caller[] = [
  { account: 'a', role: 'staff' },
  { account: 'b', role: 'chief', person: 'p1' },
  { account: 'c', role: 'presidium', person: 'p17' },
];

test('there is one in every state, and one of each kind of work', () => {
  const lives = livesOn('2026-11-24');
  const states = new Set(lives.map(({ state }) => state));
  const missing = Object.keys(STATES).filter((state) => !states.has(state as never));
  // The first two are the plain sample's; the last are of a township that assigns through its government.
  const elsewhere = ['submitted', 'contacting', 'entrusted', 'signing'];
  expect(missing.filter((state) => !elsewhere.includes(state))).toEqual([]);
  expect(lives.some(({ key }) => key)).toBe(true);
  expect(lives.some(({ extension }) => extension?.state === 'asked')).toBe(true);
  expect(lives.filter(({ board }) => board !== undefined)).toHaveLength(2);
  expect(lives.find(({ state }) => state === 'replied')).toMatchObject({
    reach: 'person',
    delivery: { done: false },
  });
  expect(
    lives
      .filter(({ promise }) => promise === 'open')
      .map(({ due }) => due < '2026-11-24')
      .sort(),
  ).toEqual([false, true]);
  expect(lives.some(({ open, due }) => open && due < '2026-11-20')).toBe(true);
  const [merged] = lives.filter(({ state }) => state === 'merged');
  const target = lives.find(({ _id }) => _id === merged?.mergedInto);
  expect(target).toMatchObject({ open: true, joinedCount: 1 });
});

test('of suggestions there is one in each open state, each with whoever its state means', () => {
  const now = toInstant('2026-11-24', '09:30');
  const directories = [baiheDirectory('2026-11-24'), qingshiDirectory('2026-11-24')];
  const all = directories.flatMap((directory) => sampleSuggestions(directory, now));
  const states = new Set(all.map(({ state }) => state));
  const open = Object.entries(SUGGESTION_STATES).flatMap(([state, { type }]) =>
    type === 'open' ? [state] : [],
  );
  expect(open.filter((state) => !states.has(state as never))).toEqual([]);
  // Of 青石镇: its 党政办 names who handles it.
  const waiting = all.find(({ state }) => state === 'entrusted');
  const clerk = { account: 'g', role: 'unit', unit: 'u2', government: 'u2' } as const;
  expect(waiting && legalSuggestionActs(waiting, [clerk], directories[1] as never, '2026-11-24')).toContain(
    'nameUnits',
  );
});

test('every open one has one owner, a date, and somebody who leads on; ids are their own', () => {
  const lives = livesOn('2026-11-24');
  expect(new Set(lives.map(({ _id }) => _id)).size).toBe(lives.length);
  for (const request of lives.filter(({ open }) => open)) {
    const { state, owner, due, text, lead, group } = request;
    expect([text, OPEN.includes(state), /^20\d\d-/.test(due)]).toEqual([text, true, true]);
    const who: Caller[] = [
      ...HANDLERS,
      { account: 'd', role: 'deputy', person: owner.person || '-', group },
      { account: 'e', role: 'unit', unit: lead || '-' },
      { account: request.account },
    ];
    const out = legalActs(request, who, '2026-11-24').filter((act) => act !== 'withdraw' && act !== 'note');
    expect([text, out.length > 0]).toEqual([text, true]);
    expect([text, ['deputy', 'leader'].includes(owner.kind)]).toEqual([text, owner.person !== '']);
  }
});

test('what the content check holds is the asker’s and the office’s alone', () => {
  const held = livesOn('2026-11-24').find(({ checks }) => checks !== undefined);
  expect(held?.tokens).toContain('held:');
  expect(held && hideUnchecked(held, 'owner').text).toBeUndefined();
  expect(held && hideUnchecked(held, 'office').text).toBeDefined();
});

test('on any day of the year, before and after holidays, the rules allow every step of every story', () => {
  for (let day = 0; day < 365; day += 7) {
    const at = toLocalDate(toInstant('2026-01-02') + day * 86_400_000);
    expect(livesOn(at, day % 2 === 0 ? '00:05' : '23:50').length).toBeGreaterThan(20);
  }
});
