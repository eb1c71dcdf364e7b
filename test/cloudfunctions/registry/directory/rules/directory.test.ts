import {
  membersOn,
  toPlaces,
  type Person,
} from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { smallDirectory } from '../../../request/rules/books';

const person = (memberships: Person['memberships'], more: Partial<Person> = {}): Person => ({
  id: 'p1',
  name: '某',
  strokes: 1,
  claimed: true,
  absent: [],
  memberships,
  ...more,
});
const on = (who: Person, date: string) => membersOn([who], date)[0];

describe('who somebody is on a day', () => {
  const two = person([
    { term: 't1', from: '2021-01-01', to: '2025-12-31', level: 'town', group: 'g1', leader: true },
    { term: 't2', from: '2026-01-01', level: 'district', group: 'g2' },
  ]);
  it.each([
    ['2020-12-31', undefined],
    ['2021-01-01', 'g1'],
    ['2025-12-31', 'g1'],
    ['2026-01-01', 'g2'],
    ['2099-01-01', 'g2'],
  ])('on %s of group %s', (date, group) => {
    expect(on(two, date)?.group).toBe(group);
  });

  it('keeps nothing of a membership that is over', () => {
    expect(on(two, '2026-01-01')?.leader).toBeUndefined();
  });

  it('counts the first and the last day of an absence', () => {
    const away = person([{ term: 't', from: '2020-01-01' }], {
      absent: [{ from: '2026-06-01', to: '2026-06-03' }],
    });
    const days = ['2026-05-31', '2026-06-01', '2026-06-03', '2026-06-04'];
    expect(days.map((date) => on(away, date)?.absent)).toEqual([false, true, true, false]);
  });

  it('leaves the directory as it was', () => {
    const before = JSON.stringify(two);
    on(two, '2026-01-01');
    expect(JSON.stringify(two)).toBe(before);
  });
});

describe('the public part', () => {
  const directory = smallDirectory(
    [],
    [
      { id: 'b', level: 'town', constituency: 'c1', group: 'g1', leader: true, absent: true, claimed: false },
      { id: 'a', level: 'district', constituency: 'd1', group: 'g2', title: '人大主席' },
      { id: 'c', receiver: true, title: '党委委员' },
    ],
  );
  it('lists deputies in the order of surname strokes with the villages of their constituency', () => {
    expect(toPlaces(directory, '2026-06-01').deputies).toEqual([
      { person: 'b', name: '代表b', level: 'town', group: 'g1', villages: ['v1'], leader: true },
      {
        person: 'a',
        name: '代表a',
        level: 'district',
        group: 'g2',
        villages: ['v1', 'v2'],
        title: '人大主席',
        leader: false,
      },
    ]);
  });

  it('gives a group the villages whose fallback it is', () => {
    expect(toPlaces(directory, '2026-06-01').groups.map(({ villages }) => villages)).toEqual([['v1'], []]);
  });

  it('says nothing of settings, routing, absence or accounts', () => {
    const text = JSON.stringify(toPlaces(directory, '2026-06-01'));
    expect(text).not.toMatch(/absent|claimed|routing|settings|"own"|marketDays/);
  });
});
