/** Every setting is a sentence that somebody can read, and none is dead: code reads each of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fitsSetting,
  listSettings,
} from '../../../../../cloudfunctions/registry/directory/rules/setting-rows';
import { SETTING_WORDS } from '../../../../../cloudfunctions/registry/directory/rules/setting-words';
import { SETTINGS } from '../../../../../cloudfunctions/registry/directory/rules/settings';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import { root } from '../../../../../build/paths';

const SERVER = join(root, 'cloudfunctions');
/** Where settings are named without being read. */
const NAMED = /registry\/directory\/rules\/(settings|setting-words|setting-rows)\.ts$/;

const code = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !NAMED.test(path.replaceAll('\\', '/')))
  .map((path) => readFileSync(join(SERVER, path), 'utf8'))
  .join('\n');

it.each(Object.keys(SETTINGS))('%s is read by code', (name) => {
  expect(new RegExp(`\\b${name}\\b`).test(code)).toBe(true);
});

it('a setting that nothing reads would be seen', () => {
  expect(/\bnobodyReadsThisDays\b/.test(code)).toBe(false);
});

it.each(Object.entries(SETTING_WORDS))(
  '%s has a name in Chinese, and its choices are words',
  (name, words) => {
    const { label, choices = {} } = words;
    expect([label, ...Object.values(choices)].join('')).not.toMatch(/[A-Za-z]/);
    for (const value of Object.keys(choices)) expect(fitsSetting(name, value)).toBe(true);
  },
);

/** What the law, the local rules and the office's own custom fix, with what is usual. */
const PROMISED = {
  contactDays: 3,
  leaderAfterDays: 2,
  officeAfterDays: 4,
  assignDays: 5,
  unitReturnDays: 5,
  unitReplyDays: 15,
  unitReplyLongDays: 30,
  assistReplyDays: 10,
  ratingDays: 10,
  redoDays: 30,
  suggestionMonths: 3,
  suggestionLongMonths: 6,
  noticeDays: 3,
  closingDaysBefore: 1,
  closingTime: '18:00',
  slotMinutes: 30,
  capacity: 1,
  walkInEvery: 3,
  bookingsPerAccount: 3,
  movesPerDay: 5,
  requestsPerDay: 5,
  nudgeDays: 3,
  sessionNoticeDays: 7,
  auditDays: 400,
  inboxDays: 180,
  dutiesPerYear: 1,
  presidiumMonths: 3,
} as const;

it.each(Object.entries(PROMISED))('%s is a row, usually %p', (name, usual) => {
  expect(SETTINGS[name as keyof typeof PROMISED].value).toBe(usual);
});

test('what an account may move on a day stays below all that it may do on it', () => {
  expect(fitsSetting('movesPerDay', 20)).toBe(true);
  for (const most of [LIMITS.actsPerAccount, LIMITS.actsPerAccount + 1])
    expect(fitsSetting('movesPerDay', most)).toBe(false);
});

const numbers = Object.entries(SETTINGS).filter(([, { value }]) => typeof value === 'number');

it.each(numbers)(
  '%s may be what is usual, and neither below nor above what can be kept',
  (name, { value }) => {
    expect(fitsSetting(name, value)).toBe(true);
    expect(fitsSetting(name, -1)).toBe(false);
    expect(fitsSetting(name, 10_000)).toBe(false);
    expect(fitsSetting(name, 1.5)).toBe(false);
  },
);

it('every setting is listed with what one needs to change it', () => {
  const lines = listSettings({ settings: {}, units: [], people: [] });
  expect(lines.map(({ name }) => name)).toEqual(Object.keys(SETTINGS));
  for (const { label, unit, reason } of lines)
    for (const words of [label, unit, reason]) expect(words).not.toBe('');
});
