/** The year's plan of studies: by the calendar, once, and said on the working day before. */
import { proposeStudies, type StudyYear } from '../../../cloudfunctions/duty/studies/rules/propose-studies';
import { weekdayOf } from '../../../cloudfunctions/shared/china-time';
import { tellNear } from '../../../cloudfunctions/notify/reminders/tell-near';
import type { StudyActions } from '../../../miniprogram/contract/studies';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import { membersOn, type Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { toldActs } from '../told-acts';
import { DEPUTY, LEADER, openDuty, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const year = (changes: Partial<StudyYear> = {}): StudyYear => ({
  year: 2026,
  today: '2026-10-20',
  day: 15,
  groups: ['g1'],
  all: false,
  studies: [],
  trainings: [],
  worksOn: (date) => weekdayOf(date) % 6 !== 0,
  ...changes,
});

test('a month without a study has one proposed; Sunday 15 November moves to Monday', () => {
  expect(proposeStudies(year())).toEqual([
    { group: 'g1', date: '2026-11-16', movedFrom: '2026-11-15' },
    { group: 'g1', date: '2026-12-15' },
  ]);
});

test('one that would fall into the next month is held before the weekend: Sunday 28 February moves to Friday', () => {
  const days = proposeStudies(year({ year: 2027, today: '2027-01-31', day: 28 }));
  expect(days.slice(0, 2)).toEqual([
    { group: 'g1', date: '2027-02-26', movedFrom: '2027-02-28' },
    { group: 'g1', date: '2027-03-29', movedFrom: '2027-03-28' },
  ]);
  const months = days.map(({ date }) => date.slice(0, 7));
  expect(new Set(months).size).toBe(months.length);
});

test('what is planned or held is not proposed, what was withdrawn is', () => {
  const studies = [
    { group: 'g1', date: '2026-11-03', state: 'planned' },
    { group: 'g1', date: '2026-12-03', state: 'withdrawn' },
  ];
  expect(proposeStudies(year({ studies })).map(({ date }) => date)).toEqual(['2026-12-15']);
});

test('a half-year without a training has one proposed for the office alone', () => {
  const plan = year({ today: '2026-01-01', groups: [], all: true });
  expect(proposeStudies(plan).map(({ date }) => date)).toEqual(['2026-06-15', '2026-12-15']);
  const trainings = [{ date: '2026-08-01', state: 'held' }];
  expect(proposeStudies({ ...plan, trainings }).map(({ date }) => date)).toEqual(['2026-06-15']);
  expect(proposeStudies({ ...plan, all: false })).toEqual([]);
});

describe('the plan', () => {
  let duty: Duty;
  beforeEach(async () => {
    duty = await openDuty();
  });
  const proposed = async (openid: string) =>
    (await duty.ask(openid, 'proposeStudies', { year: 2026 }))
      .data as StudyActions['proposeStudies']['output'];
  const plan = (openid: string, date: string, group?: string, key?: string) =>
    duty.act(
      openid,
      'planStudies',
      { meetings: [{ date, title: '学习代表法' }], ...(group && { group }) },
      key,
    );

  it('of a leader is the own group’s, and planned twice it is there once', async () => {
    const { groups, proposed: days } = await proposed(LEADER);
    expect(groups.map(({ group }) => group)).toEqual(['g3']);
    expect(days.every(({ group }) => group === 'g3')).toBe(true);
    const date = days[0]?.date ?? '';
    expect(await plan(LEADER, date, 'g3')).toMatchObject({ data: { planned: 1, there: 0 } });
    expect(await plan(STAFF, date, 'g3')).toMatchObject({ data: { planned: 0, there: 1 } });
    expect(duty.cloud.documents('activities')).toHaveLength(1);
    expect((await proposed(LEADER)).proposed.map((each) => each.date)).not.toContain(date);
  });

  it('is made anew for a month whose study was withdrawn, as it is proposed', async () => {
    for (let times = 0; times < 2; times++) {
      const { data } = await plan(LEADER, '2026-12-15', 'g3');
      expect(data).toEqual({ planned: 1, there: 0 });
      const [activity] = duty.cloud
        .documents<{ _id: string; state: string }>('activities')
        .filter(({ state }) => state === 'planned');
      const withdrawn = await duty.act(LEADER, 'withdraw', { activity: activity?._id, reason: '改期' });
      expect(withdrawn).toMatchObject({ ok: true });
      expect((await proposed(LEADER)).proposed.map(({ date }) => date)).toContain('2026-12-15');
    }
  });

  it('is answered to a phone that tries again as before, withdrawn meanwhile or not; another body is refused', async () => {
    const again = () => plan(LEADER, '2026-12-15', 'g3', 'study-plan-0001');
    for (let times = 0; times < 2; times++)
      expect(await again()).toMatchObject({ data: { planned: 1, there: 0 } });
    const [activity] = duty.cloud.documents<{ _id: string }>('activities');
    await duty.act(LEADER, 'withdraw', { activity: activity?._id, reason: '改期' });
    expect(await again()).toMatchObject({ data: { planned: 1, there: 0 } });
    expect(await plan(LEADER, '2026-12-16', 'g3', 'study-plan-0001')).toMatchObject({ code: 'key-reused' });
    expect(duty.cloud.documents('activities')).toHaveLength(1);
  });

  it('of another group, of all, or for a day that is past is refused', async () => {
    expect(await plan(LEADER, '2026-12-15', 'g1')).toMatchObject({ code: 'not-allowed' });
    expect(await plan(LEADER, '2026-12-15')).toMatchObject({ code: 'not-allowed' });
    expect(await plan(STAFF, '2026-11-01', 'g3')).toMatchObject({ code: 'bad-input' });
    expect(await plan(STAFF, '2026-12-15')).toMatchObject({ ok: true });
  });

  it('is told to nobody when it is made, and to whoever is invited on the working day before', async () => {
    await plan(LEADER, '2026-12-15', 'g3');
    await duty.relay();
    const told = async () => {
      const { data } = await duty.cloud.invoke('notify', 'inbox', { township: 'bh' }, { openid: DEPUTY });
      return JSON.stringify(data);
    };
    expect(await told()).not.toContain('小组学习');
    const morning = async (date: string) => {
      const now = Date.parse(`${date}T08:00:30+08:00`);
      duty.cloud.clock.set(now);
      await tellNear('bh', date, now);
      await tellNear('bh', date, now);
    };
    await morning('2026-12-11');
    expect(await told()).not.toContain('小组学习');
    await morning('2026-12-14');
    expect((await told()).match(/"title":"[^"]*有小组学习"/g)).toHaveLength(1);
  });

  it('of the office has one training in each half-year, and leaves who planned what', async () => {
    const spring = [await plan(STAFF, '2027-03-15'), await plan(STAFF, '2027-06-30')];
    const autumn = [await plan(STAFF, '2027-07-01'), await plan(STAFF, '2027-12-15')];
    for (const [first, second] of [spring, autumn])
      expect([first?.data, second?.data]).toEqual([
        { planned: 1, there: 0 },
        { planned: 0, there: 1 },
      ]);
    await plan(LEADER, '2027-03-15', 'g3');
    await plan(STAFF, '2027-03-15', 'g1');
    const clerk = accountOf(STAFF);
    const rows = [
      ['training', clerk],
      ['training', clerk],
      ['study', 'p6'],
      ['study', clerk],
    ];
    expect(toldActs(duty.cloud, 'activities').map(({ document: _of, of: _what, ...row }) => row)).toEqual(
      rows.map(([kind, by]) => {
        const about = { activity: expect.any(String) as unknown, by, kind };
        return { by, act: 'plan-study', from: '', to: 'planned', event: 'study-planned', about };
      }),
    );
    const stored = duty.cloud.documents<ActivityDocument>('activities');
    const directory = duty.cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh');
    const members = membersOn(directory?.people ?? [], '2027-03-15').filter(
      ({ level }) => level !== undefined,
    );
    for (const { group, invited, kind, state, persons } of stored) {
      const wanted = members.filter((one) => group === undefined || one.group === group);
      expect([kind, state, persons]).toEqual([group === undefined ? 'training' : 'study', 'planned', []]);
      expect(Object.keys(invited).sort()).toEqual(wanted.map(({ person }) => person).sort());
    }
    expect(stored.map(({ group }) => group)).toEqual([undefined, undefined, 'g3', 'g1']);
  });

  it('says where it is', async () => {
    const meetings = [{ date: '2026-12-15', title: '学习代表法', place: '代表之家' }];
    await duty.act(LEADER, 'planStudies', { meetings, group: 'g3' });
    const [stored] = duty.cloud.documents<ActivityDocument>('activities');
    const { data } = await duty.ask(LEADER, 'activity', { activity: stored?._id });
    expect(data).toMatchObject({ title: '学习代表法', place: '代表之家', group: 'g3', date: '2026-12-15' });
  });

  it('names what is wrong with it', async () => {
    const wrong = [
      [await plan(STAFF, '2026-12-15', 'g99'), 'group'],
      [await plan(STAFF, '2026-11-23', 'g3'), 'meetings'],
    ] as const;
    for (const [answer, field] of wrong)
      expect(answer).toMatchObject({ code: 'bad-input', details: { field } });
    const all = await proposed(STAFF);
    expect(all.groups.length).toBeGreaterThan(2);
    expect(all.groups[0]?.name).not.toBe('');
    expect(all.proposed.some(({ group }) => group === undefined)).toBe(true);
    expect(all.provisional).toBe(false);
    const { data } = await duty.ask(STAFF, 'proposeStudies', { year: 2029 });
    expect(data).toMatchObject({ provisional: true });
  });

  it('is the leader’s grid for the own group, the office’s for all', async () => {
    await plan(LEADER, '2026-12-15', 'g3');
    await plan(STAFF, '2026-12-15', 'g1');
    const grid = async (openid: string) =>
      (await duty.ask(openid, 'studyGrid', { year: 2026 })).data as {
        groups: string[];
        cells: { group: string }[];
      };
    const [own, all] = [await grid(LEADER), await grid(STAFF)];
    expect([own.groups, own.cells.map(({ group }) => group)]).toEqual([['g3'], ['g3']]);
    expect(all.groups.length).toBeGreaterThan(2);
    expect(all.cells.map(({ group }) => group).sort()).toEqual(['g1', 'g3']);
  });
});
