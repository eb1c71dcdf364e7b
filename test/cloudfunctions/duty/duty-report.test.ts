/** 述职: whose text it is, what a new draft leaves alone, and a ballot that no answer shows. */
import type { DutyReportView, DutyReportActions } from '../../../miniprogram/contract/duty-report';
import { main as report } from '../../../cloudfunctions/report/index';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { toldActs } from '../told-acts';
import { CHIEF, DEPUTY, LEADER, newKey, openDuty, OTHER, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

/** What is printed, as words. */
jest.mock('../../../cloudfunctions/report/documents/hand-out', () => ({
  handOut: (_township: string, sheet: object) => Promise.resolve({ ok: true, data: sheet }),
}));

let duty: Duty;
let activity: string;

type Meeting = DutyReportActions['dutyReporters']['output'];
const GRADES = ['满意', '基本满意', '不满意'];
const ballot = (...n: number[]) => GRADES.map((grade, at) => ({ grade, n: n[at] ?? 0 }));
const own = async (openid = DEPUTY) =>
  (await duty.ask(openid, 'dutyReport', { activity })).data as DutyReportView;
const wordsOf = (view: DutyReportView, part: string) =>
  view.parts.find((one) => one.part === part)?.words ?? '';
const meeting = async () => (await duty.ask(STAFF, 'dutyReporters', { activity })).data as Meeting;
const print = (openid: string, input: object) =>
  duty.cloud.invoke('report', 'dutyReportPaper', { township: 'bh', activity, ...input }, { openid });

beforeEach(async () => {
  duty = await openDuty({ report });
  for (const collection of ['dutyreports', 'dutyreporttexts']) duty.cloud.replace(collection, []);
  const planned = {
    kind: 'duty-report',
    date: '2026-11-20',
    title: '双井选区述职会',
    place: '双井村活动室',
    persons: ['p5', 'p6'],
    planned: true,
  } as const;
  ({ activity } = await duty.note(STAFF, planned));
  await duty.note(DEPUTY, {
    kind: 'household-visit',
    date: '2026-11-10',
    village: 'v4',
    household: { name: '周大山' },
  });
  await duty.note(DEPUTY, { kind: 'help', date: '2026-11-12', title: '接通自来水' });
  await duty.relay();
});

it('one tap drafts it from the ledger; what was written by hand stays in the next draft', async () => {
  const seen = { kind: 'inspection', date: '2026-11-11', title: '视察村道', persons: ['p5'] } as const;
  await duty.note(STAFF, seen);
  await duty.relay();
  expect(await duty.act(DEPUTY, 'draftDutyReport', { activity, edition: 0 })).toMatchObject({ ok: true });
  const drafted = await own();
  expect(wordsOf(drafted, 'contact')).toContain('入户走访1户次（1户），帮办实事1件。');
  expect(wordsOf(drafted, 'ahead')).toBe('');
  expect(drafted).toMatchObject({ edition: 1, ready: false, closed: false, versions: [] });
  expect(wordsOf(drafted, 'basis')).toContain('第三代表小组');
  expect(wordsOf(drafted, 'inspections')).toContain('视察村道');
  const parts = [
    { part: 'contact', words: '我走访了周边的老人。' },
    { part: 'ahead', words: '学习还不够。' },
  ];
  await duty.act(DEPUTY, 'saveDutyReport', { activity, edition: 1, parts, ready: false });
  await duty.act(DEPUTY, 'draftDutyReport', { activity, edition: 2 });
  const again = await own();
  expect(wordsOf(again, 'contact')).toBe('我走访了周边的老人。');
  expect(wordsOf(again, 'ahead')).toBe('学习还不够。');
  expect(wordsOf(again, 'basis')).toContain('报告如下');
  expect(again.versions.map(({ version }) => version)).toEqual([2, 1]);
  const first = await duty.ask(DEPUTY, 'dutyReportVersion', { activity, version: 1 });
  expect(JSON.stringify(first.data)).toContain('入户走访1户次');
  for (const [openid, version] of [
    [LEADER, 1],
    [DEPUTY, 9],
    [STAFF, 1],
  ] as const)
    expect(await duty.ask(openid, 'dutyReportVersion', { activity, version })).toMatchObject({
      ok: false,
    });
});

it('two phones: the later one is told, and nothing is written over', async () => {
  const parts = [{ part: 'basis', words: '一' }];
  await duty.act(DEPUTY, 'saveDutyReport', { activity, edition: 0, parts, ready: false });
  const late = { activity, edition: 0, parts: [{ part: 'basis', words: '二' }], ready: false };
  expect(await duty.act(DEPUTY, 'saveDutyReport', late)).toMatchObject({ code: 'activity-changed' });
  expect(wordsOf(await own(), 'basis')).toBe('一');
});

it('until it is handed in nobody else reads a word; then the office, and no colleague', async () => {
  const parts = [{ part: 'basis', words: '只给自己看' }];
  await duty.act(DEPUTY, 'saveDutyReport', { activity, edition: 0, parts, ready: false });
  const read = async (openid: string) => duty.ask(openid, 'dutyReport', { activity, person: 'p5' });
  expect(JSON.stringify(await read(STAFF))).not.toContain('只给自己看');
  expect(await print(STAFF, { person: 'p5', paper: 'text' })).toMatchObject({ code: 'wrong-state' });
  expect((await meeting()).reporters).toMatchObject([
    { person: 'p5', text: 'writing' },
    { person: 'p6', text: 'none' },
  ]);
  await duty.act(DEPUTY, 'saveDutyReport', { activity, edition: 1, parts: [], ready: true });
  expect(JSON.stringify(await read(CHIEF))).toContain('只给自己看');
  for (const openid of [LEADER, OTHER]) {
    expect(await read(openid)).toMatchObject({ code: 'not-allowed' });
    expect(await print(openid, { person: 'p5', paper: 'text' })).toMatchObject({ code: 'not-allowed' });
  }
  expect(await duty.ask(OTHER, 'dutyReport', { activity })).toMatchObject({ code: 'not-found' });
  await duty.relay();
  const { data } = await duty.cloud.invoke('notify', 'inbox', { township: 'bh' }, { openid: STAFF });
  expect(JSON.stringify(data)).toContain('有代表交了述职报告');
});

it('a ballot is filed once it fits, shown by nothing, printed by the office, and closed when handed over', async () => {
  const filed = { activity, person: 'p5', edition: 0, present: 37, counts: ballot(31, 4, 1), spoiled: 1 };
  expect(await duty.act(STAFF, 'fileBallot', { ...filed, present: 36 })).toMatchObject({ code: 'bad-input' });
  expect(await duty.act(STAFF, 'fileBallot', { ...filed, counts: ballot(1).slice(1) })).toMatchObject({
    code: 'bad-input',
  });
  expect(await print(STAFF, { person: 'p5', paper: 'result' })).toMatchObject({ code: 'wrong-state' });
  expect(await duty.act(STAFF, 'fileBallot', filed)).toMatchObject({ ok: true, data: { edition: 1 } });
  await duty.act(STAFF, 'attend', { activity, persons: ['p5'] });
  await duty.relay();
  const answers = await Promise.all([
    own(),
    meeting(),
    duty.ask(STAFF, 'dutyReport', { activity, person: 'p5' }),
    duty.ask(STAFF, 'activity', { activity }),
    duty.ask(DEPUTY, 'activity', { activity }),
    duty.ask(DEPUTY, 'record', { year: 2026 }),
    duty.ask(OTHER, 'publicFacts', { person: 'p5' }),
    duty.ask(STAFF, 'facts', { of: 'reporting', from: '2026-01-01', to: '2026-12-31' }),
  ]);
  const stored = JSON.stringify([duty.cloud.documents('dutyreports'), duty.cloud.documents('facts')]);
  for (const text of [JSON.stringify(answers), stored]) {
    expect(text).not.toMatch(/"(?:present|counts|spoiled)"|:31\b|:37\b|满意","n"/);
  }
  expect(await duty.count('reporting', { dimension: 'person', value: 'p5' })).toMatchObject({ n: 1 });
  expect(await duty.count('reporting', { dimension: 'person', value: 'p6' })).toMatchObject({ n: 0 });
  for (const openid of [DEPUTY, LEADER, OTHER])
    expect(await print(openid, { person: 'p5', paper: 'result' })).toMatchObject({ code: 'not-allowed' });
  const result = JSON.stringify(await print(STAFF, { person: 'p5', paper: 'result' }));
  for (const word of ['到会选区选民37人，收回测评票37张', '["满意","31"]', '["不计入等次","1"]'])
    expect(result).toContain(word);
  expect(await print(STAFF, { person: 'p5', paper: 'ballot' })).toMatchObject({ ok: true });
  const late = { activity, edition: 1, parts: [{ part: 'basis', words: '改' }], ready: true };
  expect(await duty.act(DEPUTY, 'saveDutyReport', late)).toMatchObject({ code: 'wrong-state' });
  const hand = { activity, person: 'p5', edition: 1 };
  expect(await duty.act(STAFF, 'handBallot', hand)).toMatchObject({ ok: true });
  expect((await meeting()).reporters[0]).toMatchObject({ filedOn: '2026-11-23', handedOn: '2026-11-23' });
  expect(await duty.act(STAFF, 'fileBallot', { ...filed, edition: 2 })).toMatchObject({
    code: 'wrong-state',
  });
});

it('a deputy of the district reports only on behalf of the standing committee', async () => {
  const { people } = duty.cloud.documents<{ people?: { id: string; memberships: { level?: string }[] }[] }>(
    'townships',
  )[0] as { people: { id: string; memberships: { level?: string }[] }[] };
  const district = people.find(({ memberships }) => memberships.some(({ level }) => level === 'district'));
  const planned = { kind: 'duty-report', date: '2026-12-20', title: '述职', planned: true } as const;
  const persons = [district?.id ?? ''];
  expect(await duty.act(STAFF, 'note', { activity: { ...planned, persons } })).toMatchObject({
    code: 'bad-input',
    details: { field: 'activity.mandate' },
  });
  const mandate = '受区人大常委会委托';
  expect(await duty.act(STAFF, 'note', { activity: { ...planned, persons, mandate } })).toMatchObject({
    ok: true,
  });
});

it.each(['draftDutyReport', 'saveDutyReport', 'fileBallot', 'handBallot'])(
  '%s: under one key the same is answered as before, and another body is key-reused',
  async (action) => {
    const filed = { activity, person: 'p5', edition: 0, present: 3, counts: ballot(3), spoiled: 0 };
    if (action === 'handBallot') await duty.act(STAFF, 'fileBallot', filed);
    const inputs: Readonly<Record<string, object>> = {
      draftDutyReport: { activity, edition: 0 },
      saveDutyReport: { activity, edition: 0, parts: [{ part: 'ahead', words: '学习不够' }], ready: false },
      fileBallot: filed,
      handBallot: { activity, person: 'p5', edition: 1 },
    };
    const openid = action.endsWith('Ballot') ? STAFF : DEPUTY;
    const key = newKey();
    const act = (more: object = {}) => duty.act(openid, action, { ...inputs[action], ...more }, key);
    const first = await act();
    expect(first).toMatchObject({ ok: true });
    expect(await act()).toMatchObject({ ok: true, data: first.data as object });
    expect(await act({ edition: 7 })).toMatchObject({ code: 'key-reused' });
  },
);

it('leaves of each step whose report it was, and is told whole', async () => {
  const parts = [{ part: 'basis', words: '一年来' }];
  await duty.act(DEPUTY, 'draftDutyReport', { activity, edition: 0 });
  await duty.act(DEPUTY, 'saveDutyReport', { activity, edition: 1, parts, ready: false });
  await duty.act(DEPUTY, 'saveDutyReport', { activity, edition: 2, parts, ready: true });
  const filed = { activity, person: 'p5', edition: 3, present: 3, counts: ballot(3), spoiled: 0 };
  await duty.act(STAFF, 'fileBallot', filed);
  const hand = { activity, person: 'p5', edition: 4 };
  expect(await duty.act(STAFF, 'handBallot', hand)).toMatchObject({ data: { edition: 5 } });
  expect(await duty.act(STAFF, 'handBallot', { ...hand, edition: 5 })).toMatchObject({ code: 'wrong-state' });
  const clerk = accountOf(STAFF);
  const acts = [
    ['p5', 'draft-duty-report', 'duty-report-written'],
    ['p5', 'write-duty-report', 'duty-report-written'],
    ['p5', 'hand-in-duty-report', 'duty-report-handed-in'],
    [clerk, 'file-ballot', 'ballot-filed'],
    [clerk, 'hand-ballot', 'ballot-handed'],
  ];
  expect(toldActs(duty.cloud, 'dutyreports').map(({ document: _of, ...row }) => row)).toEqual(
    acts.map(([by, act, event]) => {
      return { by, act, of: 'p5', from: '', to: '', event, about: { activity, person: 'p5' } };
    }),
  );
  const view = await own();
  const { parts: written, versions, name, ...rest } = view;
  expect(rest).toEqual({
    activity,
    person: 'p5',
    title: '双井选区述职会',
    date: '2026-11-20',
    place: '双井村活动室',
    edition: 5,
    ready: true,
    closed: true,
  });
  expect(written.find(({ part }) => part === 'basis')).toEqual({
    part: 'basis',
    words: '一年来',
    edited: true,
  });
  expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  const { reporters, ...about } = await meeting();
  expect(about).toEqual({ grades: GRADES, title: '双井选区述职会', date: '2026-11-20' });
  const handed = { filedOn: '2026-11-23', handedOn: '2026-11-23' };
  expect(reporters).toMatchObject([
    { person: 'p5', name, edition: 5, text: 'ready', ...handed },
    { person: 'p6', edition: 0, text: 'none' },
  ]);
  expect(reporters[1]).not.toHaveProperty('filedOn');
  // What others of the office are shown has no earlier versions.
  const shown = (await duty.ask(STAFF, 'dutyReport', { activity, person: 'p5' })).data as DutyReportView;
  expect(shown).toEqual({ ...view, versions: [] });
});

it('is refused where it is none of theirs, empty, too early or of another edition', async () => {
  const later = await duty.note(STAFF, {
    kind: 'duty-report',
    date: '2026-12-20',
    title: '年底述职会',
    persons: ['p5'],
    planned: true,
  });
  const helped = (await duty.note(DEPUTY, { kind: 'help', date: '2026-11-12', title: '接水' })).activity;
  const filed = { person: 'p5', edition: 0, present: 3, counts: ballot(3), spoiled: 0 };
  const saved = { edition: 0, parts: [], ready: true };
  const wrong = [
    [STAFF, 'fileBallot', { ...filed, activity: later.activity }, { code: 'not-today' }],
    [STAFF, 'fileBallot', { ...filed, activity, person: 'p8' }, { code: 'not-found' }],
    [STAFF, 'fileBallot', { ...filed, activity: helped }, { code: 'not-found' }],
    [STAFF, 'handBallot', { activity, person: 'p5', edition: 0 }, { code: 'wrong-state' }],
    [DEPUTY, 'saveDutyReport', { ...saved, activity }, { code: 'bad-input', details: { field: 'parts' } }],
    [
      DEPUTY,
      'saveDutyReport',
      { ...saved, activity, edition: 4 },
      { code: 'activity-changed', details: { edition: 0 } },
    ],
    [OTHER, 'draftDutyReport', { activity, edition: 0 }, { code: 'not-found' }],
  ] as const;
  for (const [openid, action, input, refused] of wrong)
    expect([action, await duty.act(openid, action, input)]).toMatchObject([action, refused]);
  const today = { kind: 'duty-report', date: '2026-11-23', title: '述职会', persons: ['p5'] } as const;
  const now = (await duty.note(STAFF, today)).activity;
  expect(await duty.act(STAFF, 'fileBallot', { ...filed, activity: now })).toMatchObject({ ok: true });
  for (const lost of [helped, `bh~${'0'.repeat(16)}`])
    expect(await duty.ask(STAFF, 'dutyReporters', { activity: lost })).toMatchObject({ code: 'not-found' });
  expect(await duty.ask(STAFF, 'dutyReport', { activity })).toMatchObject({ code: 'not-found' });
  await duty.act(STAFF, 'withdraw', { activity: later.activity, reason: '改期' });
  expect(await duty.ask(STAFF, 'dutyReporters', { activity: later.activity })).toMatchObject({
    code: 'not-found',
  });
});
