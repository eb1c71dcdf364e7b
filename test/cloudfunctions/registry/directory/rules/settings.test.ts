import {
  toCalendarRule,
  toReceptionSettings,
} from '../../../../../cloudfunctions/registry/directory/rules/reception-settings';
import {
  SETTINGS,
  settingsOf,
  type Settings,
} from '../../../../../cloudfunctions/registry/directory/rules/settings';

it('has a unit and a reason for every number', () => {
  for (const setting of Object.values(SETTINGS)) {
    expect(setting.unit).toMatch(/./);
    expect(setting.reason).toMatch(/./);
  }
});

it('takes the township’s own value over the default, and no value of another type', () => {
  const own = { contactDays: 5, closingTime: 12, capacity: '2', unknown: 1 } as unknown as Partial<Settings>;
  expect(settingsOf(own)).toMatchObject({ contactDays: 5, closingTime: '18:00', capacity: 1 });
  expect(Object.keys(settingsOf(own))).toEqual(Object.keys(SETTINGS));
});

it('reads the defaults as reception takes them', () => {
  const settings = toReceptionSettings({ settings: {}, homes: [], calendar: { years: [], rows: [] } });
  expect(settings).toEqual({
    calendar: { dayOfMonth: 5, shift: 'next' },
    noticeDays: 3,
    noteDays: 1,
    backEntryDays: 14,
    halves: { am: { start: '08:30', end: '11:30' }, pm: { start: '14:30', end: '17:00' } },
    slotMinutes: 30,
    capacity: 1,
    walkInEvery: 3,
    closing: { daysBefore: 1, time: '18:00' },
    holidays: { years: [], holidays: [], workdays: [] },
    byHome: {},
  });
});

it('reads what a home does differently over what the township does', () => {
  const home = { id: 'h1', name: '', address: '', landline: '', marketDays: [], own: { afternoon: '' } };
  const calendar = {
    years: [2027],
    rows: [
      { date: '2027-02-06', workday: true, name: '调休' },
      { date: '2027-01-01', workday: false, name: '元旦' },
    ],
  };
  const settings = toReceptionSettings({ settings: { capacity: 2 }, homes: [home], calendar });
  expect(settings.byHome['h1']).toMatchObject({
    capacity: 2,
    halves: { am: { start: '08:30', end: '11:30' } },
  });
  expect(settings.byHome['h1']?.halves).not.toHaveProperty('pm');
  expect(settings.holidays).toEqual({ years: [2027], holidays: ['2027-01-01'], workdays: ['2027-02-06'] });
});

it('shifts to the next working day where the setting says nothing that there is', () => {
  expect(toCalendarRule({ receptionDay: 15, receptionShift: 'sideways' })).toEqual({
    dayOfMonth: 15,
    shift: 'next',
  });
  for (const receptionShift of ['stays', 'previous', 'next'])
    expect(toCalendarRule({ receptionShift }).shift).toBe(receptionShift);
});

it('does not hold a half-day whose hours cannot be read: a time that is half right would be booked', () => {
  const halves = (morning: string) =>
    toReceptionSettings({ settings: { morning }, homes: [], calendar: { years: [], rows: [] } }).halves;
  expect(halves('09:00-10:30')).toMatchObject({ am: { start: '09:00', end: '10:30' } });
  for (const morning of ['', '8:30-11:30', '约08:30-11:30', '08:30-11:30左右', '08:30'])
    expect(halves(morning)).not.toHaveProperty('am');
});

it('keeps no settings of a home that differs in nothing', () => {
  const home = (id: string, own: Partial<Settings>) => ({
    id,
    name: '',
    address: '',
    landline: '',
    marketDays: [],
    own,
  });
  const homes = [home('h1', {}), home('h2', { capacity: 2 })];
  const { byHome } = toReceptionSettings({ settings: {}, homes, calendar: { years: [], rows: [] } });
  expect(Object.keys(byHome)).toEqual(['h2']);
});
