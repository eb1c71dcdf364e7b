/** Every setting is a sentence that somebody can read, and none is dead: code reads each of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitsSetting } from '../../../../../cloudfunctions/registry/directory/rules/setting-rows';
import { SETTING_WORDS } from '../../../../../cloudfunctions/registry/directory/rules/setting-words';
import { SETTINGS } from '../../../../../cloudfunctions/registry/directory/rules/settings';
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
