/** What each setting may hold, whose it is, and what the office sees of it before it changes it. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  fitsSetting,
  isSettingId,
  listSettingRows,
  listSettings,
  readSetting,
  withMarks,
  withSetting,
} from '../../../../../cloudfunctions/registry/directory/rules/setting-rows';
import { SETTINGS, type SettingName } from '../../../../../cloudfunctions/registry/directory/rules/settings';
import { base } from './scene';

const own = (settings: object, ofHome: object = {}): Directory => ({
  ...base,
  settings,
  homes: base.homes.map((home) => (home.id === 'h2' ? { ...home, own: ofHome } : home)),
});
const line = (name: SettingName, directory: Directory = base) =>
  listSettings(directory).find((each) => each.name === name);

describe('a setting may hold', () => {
  it.each([
    ['receptionDay', 1, 28],
    ['contactDays', 1, 90],
    ['noticeDays', 0, 60],
    ['slotMinutes', 5, 120],
    ['suggestionMonths', 1, 24],
    ['capacity', 1, 9],
    ['redoTimes', 0, 50],
    ['tiedHouseholds', 1, 5],
    ['walkInEvery', 2, 20],
    ['callBackPercent', 0, 100],
    ['movesPerDay', 1, 20],
    ['requestsPerDay', 1, 20],
    ['inboxDays', 30, 730],
    ['auditDays', 365, 3_650],
    ['similarDays', 1, 365],
  ] as const)('%s from %i to %i, and the office is told so', (name, least, most) => {
    expect([least - 1, least, most, most + 1].map((value) => fitsSetting(name, value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(line(name)).toMatchObject({ least, most });
  });

  it.each([
    ['morning', '08:00-11:30', true],
    ['morning', '', true],
    ['morning', '11:30-08:00', false],
    ['morning', '08:00-08:00', false],
    ['morning', '08:00', false],
    ['morning', '08:00-24:00', false],
    ['morning', '8:00-11:30', false],
    ['morning', '08:00-11:30-12:00', false],
    ['closingTime', '23:59', true],
    ['closingTime', '00:00', true],
    ['closingTime', '19:05', true],
    ['closingTime', '18:60', false],
    ['closingTime', '18:00起', false],
    ['closingTime', '约18:00', false],
    ['closingTime', '', false],
    ['tiedName', '监测', true],
    ['tiedName', '一'.repeat(8), true],
    ['tiedName', '户', false],
    ['tiedName', '一'.repeat(9), false],
    ['dutyReportGrades', '好、中、差', true],
    ['dutyReportGrades', '好', false],
    ['receptionShift', 'previous', true],
    ['receptionShift', 'sideways', false],
    ['governmentUnit', 'u1', true],
    ['governmentUnit', '', true],
    ['closingTime', 18, false],
    ['capacity', '1', false],
    ['toString', 1, false],
  ] as const)('%s: %j %s', (name, value, fits) => {
    expect(fitsSetting(name, value)).toBe(fits);
  });
});

describe('a home may differ', () => {
  it.each([
    'receptionDay',
    'receptionShift',
    'morning',
    'afternoon',
    'slotMinutes',
    'capacity',
    'walkInEvery',
    'closingDaysBefore',
    'closingTime',
  ] as const)('in %s', (name) => {
    expect(isSettingId(base, `h1.${name}`)).toBe(true);
    expect(line(name)?.perHome).toBe(true);
  });

  it('in nothing else, and no home that there is not', () => {
    expect(listSettings(base).filter(({ perHome }) => perHome)).toHaveLength(9);
    for (const id of ['h1.contactDays', 'h9.morning', 'h1.none', 'none', 'h1', ''])
      expect([id, isSettingId(base, id)]).toEqual([id, false]);
    expect(isSettingId(base, 'contactDays')).toBe(true);
  });

  it('and its row is its own: the township’s and other homes’ stay as they are', () => {
    const before = own({ capacity: 2, contactDays: 5 }, { capacity: 3 });
    expect(readSetting(before, 'h2.capacity')).toEqual({ value: 3 });
    expect(readSetting(before, 'capacity')).toEqual({ value: 2 });
    expect([readSetting(before, 'h1.capacity'), readSetting(before, 'none')]).toEqual([undefined, undefined]);
    expect(withSetting(before, 'h2.slotMinutes', { value: 20 })).toEqual({
      homes: [before.homes[0], { ...before.homes[1], own: { capacity: 3, slotMinutes: 20 } }],
    });
    expect(withSetting(before, 'h2.capacity', undefined)).toEqual({
      homes: [before.homes[0], { ...before.homes[1], own: {} }],
    });
    expect(withSetting(before, 'capacity', { value: 4 })).toEqual({
      settings: { capacity: 4, contactDays: 5 },
    });
    expect(withSetting(before, 'capacity', undefined)).toEqual({ settings: { contactDays: 5 } });
    expect(withSetting(before, 'h9.capacity', { value: 4 })).toEqual({});
  });

  it('is listed under its home, after the township’s', () => {
    expect(listSettingRows(own({ capacity: 2, noteDays: undefined }, { capacity: 3 }))).toEqual([
      { id: 'capacity', row: { value: 2 } },
      { id: 'h2.capacity', row: { value: 3 } },
    ]);
  });
});

describe('the office sees', () => {
  it('what counts now beside what is usual', () => {
    expect(line('capacity', own({ capacity: 2 }))).toMatchObject({
      value: 2,
      usual: 1,
      unit: SETTINGS.capacity.unit,
      reason: SETTINGS.capacity.reason,
      perHome: true,
    });
  });

  it('words for what one chooses from, and no bounds where nothing is counted', () => {
    expect(line('receptionShift')?.choices?.map(({ id }) => id)).toEqual(['next', 'previous', 'stays']);
    expect(line('receptionShift')?.choices?.[0]).toEqual({ id: 'next', text: '顺延到下一个工作日' });
    expect(line('receptionShift')).not.toHaveProperty('least');
    expect(line('capacity')).not.toHaveProperty('choices');
    expect(line('morning')).not.toHaveProperty('choices');
  });

  it('of the government’s unit the township’s own units, or none of them', () => {
    expect(line('governmentUnit')?.choices).toEqual([
      { id: '', text: '直接交承办单位' },
      { id: 'u1', text: '交通办' },
    ]);
  });

  it('who changed it last, and when: somebody of the directory by name', () => {
    const marked = withMarks(
      withMarks(base, ['capacity', 'h1.capacity', 'none'], { at: 5, by: 'p1' }),
      ['noteDays'],
      { at: 7, by: 'account' },
    );
    expect(marked.settingMarks).toEqual({
      capacity: { at: 5, by: 'p1' },
      noteDays: { at: 7, by: 'account' },
    });
    expect(line('capacity', marked)?.changed).toEqual({ at: 5, by: '代表p1' });
    expect(line('noteDays', marked)?.changed).toEqual({ at: 7, by: '人大办' });
    expect(line('contactDays', marked)).not.toHaveProperty('changed');
    expect(withMarks(marked, ['capacity'], { at: 9, by: 'p2' }).settingMarks?.['capacity']).toEqual({
      at: 9,
      by: 'p2',
    });
  });
});
