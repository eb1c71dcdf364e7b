/** Settings as rows: which a home may hold of its own, and within what bounds each must lie. */
import type { DirectoryRows, SettingLine } from '../../../../miniprogram/contract/registry-office';
import type { Instant } from '../../../../miniprogram/contract/wire';
import { gradesOf } from './grades';
import { nameOf, type Directory } from './directory';
import { SETTINGS, settingsOf, type SettingName } from './settings';
import { SETTING_WORDS } from './setting-words';

type Value = number | string;

/** Those that reception reads home by home. */
const PER_HOME: ReadonlySet<string> = new Set<SettingName>([
  'receptionDay',
  'receptionShift',
  'morning',
  'afternoon',
  'slotMinutes',
  'capacity',
  'walkInEvery',
  'closingDaysBefore',
  'closingTime',
]);

/** By unit, so that a new setting has bounds from its birth. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  每月第几日: [1, 28],
  工作日: [1, 90],
  天: [0, 60],
  分钟: [5, 120],
  个月: [1, 24],
  人: [1, 9],
  次: [0, 50],
  户: [1, 5],
  个名额: [2, 20],
  '%': [0, 100],
};
/**
 * Those for which their unit's do not fit. Each request of a day is looked for in its slot, so they stay few; a move is one
 * of an account's acts on a day (LIMITS.actsPerAccount), so that more of them than those would be promised in vain.
 */
const OWN_BOUNDS: Readonly<Partial<Record<SettingName, readonly [number, number]>>> = {
  movesPerDay: [1, 20],
  requestsPerDay: [1, 20],
  inboxDays: [30, 730],
  auditDays: [365, 3_650],
  similarDays: [1, 365],
};
const OTHERWISE = [0, 1_000] as const;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function boundsOf(name: SettingName): readonly [number, number] {
  return OWN_BOUNDS[name] ?? BOUNDS[SETTINGS[name].unit] ?? OTHERWISE;
}

/** '08:30-11:30', the end later than the start; '' where that half-day is not held. */
function isSpan(text: string): boolean {
  const [start = '', end = '', ...more] = text.split('-');
  return text === '' || (more.length === 0 && TIME.test(start) && TIME.test(end) && start < end);
}

function isText(name: SettingName, value: string): boolean {
  const { choices } = SETTING_WORDS[name];
  if (choices) return Object.hasOwn(choices, value);
  if (SETTINGS[name].unit === '时段') return isSpan(value);
  if (SETTINGS[name].unit === '称呼') return value.length >= 2 && value.length <= 8;
  if (SETTINGS[name].unit === '等次') return gradesOf(value) !== undefined;
  return SETTINGS[name].unit !== '时刻' || TIME.test(value);
}

/** Whether the setting may hold this: of its default's type, within its bounds. */
export function fitsSetting(name: string, value: Value): boolean {
  if (!isSetting(name) || typeof value !== typeof SETTINGS[name].value) return false;
  if (typeof value === 'string') return isText(name, value);
  const [least, most] = boundsOf(name);
  return Number.isInteger(value) && least <= value && value <= most;
}

/** 'closingTime' → the township's; 'h1.closingTime' → that home's. Undefined: no such setting. */
function parse(directory: Directory, id: string): { name: SettingName; home?: string } | undefined {
  const [first = '', second] = id.split('.');
  if (second === undefined) return isSetting(first) ? { name: first } : undefined;
  const known =
    isSetting(second) && PER_HOME.has(second) && directory.homes.some((home) => home.id === first);
  return known ? { name: second, home: first } : undefined;
}

function ownOf(directory: Directory, home: string | undefined): Readonly<Partial<Record<string, Value>>> {
  if (home === undefined) return directory.settings;
  return directory.homes.find(({ id }) => id === home)?.own ?? {};
}

export function isSettingId(directory: Directory, id: string): boolean {
  return parse(directory, id) !== undefined;
}

/** The row that stands there; undefined where the default counts. */
export function readSetting(directory: Directory, id: string): DirectoryRows['setting'] | undefined {
  const at = parse(directory, id);
  const value = at && ownOf(directory, at.home)[at.name];
  return value === undefined ? undefined : { value };
}

export function listSettingRows(directory: Directory): { id: string; row: DirectoryRows['setting'] }[] {
  const owners = [undefined, ...directory.homes.map(({ id }) => id)];
  return owners.flatMap((home) =>
    Object.entries(ownOf(directory, home)).flatMap(([name, value]) =>
      value === undefined ? [] : [{ id: home === undefined ? name : `${home}.${name}`, row: { value } }],
    ),
  );
}

export function withSetting(
  directory: Directory,
  id: string,
  row: DirectoryRows['setting'] | undefined,
): Partial<Directory> {
  const at = parse(directory, id);
  if (!at) return {};
  const { [at.name]: _before, ...others } = ownOf(directory, at.home);
  const own = row ? { ...others, [at.name]: row.value } : others;
  if (at.home === undefined) return { settings: own };
  return { homes: directory.homes.map((home) => (home.id === at.home ? { ...home, own } : home)) };
}

/** What one chooses from, in words; of a unit the township's own ones. */
function choicesOf(name: SettingName, { units }: Pick<Directory, 'units'>): SettingLine['choices'] {
  if (name === 'governmentUnit')
    return [{ id: '', text: '直接交承办单位' }, ...units.map(({ id, name: text }) => ({ id, text }))];
  const { choices } = SETTING_WORDS[name];
  return choices && Object.entries(choices).map(([id, text]) => ({ id, text }));
}

/** Every setting with what the office needs to change it. */
export function listSettings(
  directory: Pick<Directory, 'settings' | 'units' | 'people' | 'settingMarks'>,
): SettingLine[] {
  const now = settingsOf(directory.settings);
  return (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const { value: usual, unit, reason } = SETTINGS[name];
    const [least, most] = boundsOf(name);
    const choices = choicesOf(name, directory);
    const mark = directory.settingMarks?.[name];
    return {
      name,
      label: SETTING_WORDS[name].label,
      unit,
      reason,
      usual,
      value: now[name],
      perHome: PER_HOME.has(name),
      ...(typeof usual === 'number' && { least, most }),
      ...(choices && { choices }),
      ...(mark && { changed: { at: mark.at, by: nameOf(directory.people, mark.by) || '人大办' } }),
    };
  });
}

/** Who changed these last, and when; of a home's own setting nobody is kept but in the history. */
export function withMarks(
  directory: Directory,
  ids: readonly string[],
  mark: { at: Instant; by: string },
): Directory {
  const names = ids.filter(isSetting);
  const marks = Object.fromEntries(names.map((name) => [name, mark]));
  return { ...directory, settingMarks: { ...directory.settingMarks, ...marks } };
}
