/** 制度上墙: a clerk writes, the chief puts into force, what was before stays, and all of the congress read it. */
import type { WallRuleRow, WallRuleView } from '../../../../miniprogram/contract/work-report';
import { CHIEF, newKey, openReports, STAFF, type Reports } from '../work-report/support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const DEPUTY = 'bh-p5';
const TITLE = '学习培训制度';

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});

const save = (body: string, edition: number, more: { title?: string; by?: string; key?: string } = {}) => {
  const { title = TITLE, by = STAFF, key = newKey() } = more;
  return reports.act(by, 'saveWallRule', { title, body, edition }, key);
};
const act = (rule: string, edition: number, how: 'enforce' | 'end', on: string, by = CHIEF, key = newKey()) =>
  reports.act(by, 'actOnWallRule', { rule, edition, act: how, on }, key);
const list = async (openid: string) =>
  ((await reports.ask(openid, 'wallRules')).data as { rules: WallRuleRow[] }).rules;
const look = async (rule: string, openid = STAFF) =>
  (await reports.ask(openid, 'wallRule', { rule })).data as WallRuleView;

let rule = '';

it('is a draft that the office alone reads, and no clerk puts it into force', async () => {
  const key = newKey();
  const saved = await save('每月一次。', 0, { key });
  expect(saved).toMatchObject({ ok: true, data: { edition: 1 } });
  ({ rule } = saved.data as { rule: string });
  expect((await save('每月一次。', 0, { key })).data).toEqual(saved.data);
  expect(await save('每季一次。', 0, { key })).toMatchObject({ code: 'key-reused' });
  expect(await list(STAFF)).toEqual([{ rule, title: TITLE, version: 0, drafted: true }]);
  expect(await list(DEPUTY)).toEqual([]);
  expect(await reports.ask(DEPUTY, 'wallRule', { rule })).toMatchObject({ code: 'not-found' });
  expect(await act(rule, 1, 'enforce', '2026-12-01', STAFF)).toMatchObject({ code: 'not-allowed' });
  expect(await reports.ask(STAFF, 'wallRulePaper', { rule })).toMatchObject({ code: 'wrong-state' });
});

it('is in force from the chief’s day on, is read by deputies, and goes on the wall', async () => {
  const key = newKey();
  const done = await act(rule, 1, 'enforce', '2026-12-01', CHIEF, key);
  expect(done).toMatchObject({ ok: true, data: { edition: 2 } });
  expect((await act(rule, 1, 'enforce', '2026-12-01', CHIEF, key)).data).toEqual(done.data);
  expect(await act(rule, 1, 'end', '2026-12-01', CHIEF, key)).toMatchObject({ code: 'key-reused' });
  expect(await list(DEPUTY)).toEqual([{ rule, title: TITLE, version: 1, since: '2026-12-01' }]);
  expect(await look(rule, DEPUTY)).toMatchObject({
    inForce: { body: '每月一次。', version: 1 },
    earlier: [],
  });
});

it('keeps each older version with its days; what is being written meanwhile stays the office’s', async () => {
  await save('每两月一次。', 2);
  expect(await look(rule, DEPUTY)).not.toHaveProperty('draft');
  expect(await look(rule, DEPUTY)).toMatchObject({ inForce: { body: '每月一次。' } });
  expect(await act(rule, 3, 'enforce', '2026-11-30')).toMatchObject({ code: 'bad-input' });
  expect((await act(rule, 3, 'enforce', '2027-01-01')).ok).toBe(true);
  expect(await look(rule)).toMatchObject({
    inForce: { version: 2, body: '每两月一次。', since: '2027-01-01' },
    earlier: [{ version: 1, body: '每月一次。', since: '2026-12-01', until: '2027-01-01' }],
  });
  expect(await act(rule, 4, 'enforce', '2027-02-01')).toMatchObject({ code: 'wrong-state' });
});

it('of two who write at once the later is told', async () => {
  expect(await save('甲', 3)).toMatchObject({ code: 'row-changed' });
  expect(await save('甲', 0, { title: ' 学习 培训制度' })).toMatchObject({ code: 'row-changed' });
  expect(await act(rule, 3, 'end', '2027-02-01')).toMatchObject({ code: 'row-changed' });
});

it('ends, and is then read by the office alone, with its versions', async () => {
  expect((await act(rule, 4, 'end', '2027-03-01')).ok).toBe(true);
  expect(await list(DEPUTY)).toEqual([]);
  expect(await list(STAFF)).toEqual([{ rule, title: TITLE, version: 2 }]);
  expect((await look(rule)).earlier.map(({ version }) => version)).toEqual([2, 1]);
  expect(await act(rule, 5, 'end', '2027-03-01')).toMatchObject({ code: 'wrong-state' });
});

it('keeps ten versions and no more', async () => {
  let { edition } = await look(rule);
  for (let n = 0; n < 13; n++) {
    expect((await save(`第${String(n)}稿`, edition)).ok).toBe(true);
    expect((await act(rule, edition + 1, 'enforce', '2027-04-01')).ok).toBe(true);
    edition += 2;
  }
  const { earlier, version } = await look(rule);
  expect([version, earlier.length, earlier[0]?.version, earlier.at(-1)?.version]).toEqual([15, 10, 14, 5]);
});

it('stands in the audit, and what is written stands nowhere open', () => {
  const rows = reports.cloud
    .documents<{ collection: string; act: string }>('audit')
    .filter((row) => JSON.stringify(row).includes('wallrules'));
  expect(new Set(rows.map((row) => row.act))).toEqual(new Set(['save', 'enforce', 'end']));
  expect(JSON.stringify(reports.cloud.documents('wallrules'))).not.toMatch(/学习培训|每月一次|第3稿/);
});

it('a township has sixty at most', async () => {
  const there = await list(STAFF);
  for (let n = there.length; n < 60; n++)
    expect((await save('一条。', 0, { title: `第${String(n)}项制度` })).ok).toBe(true);
  expect(await save('一条。', 0, { title: '再一项' })).toMatchObject({ code: 'too-many-rows' });
  const titles = (await list(STAFF)).map(({ title }) => title);
  expect(titles).toEqual([...titles].sort());
  expect(await act(`bh~${'0'.repeat(16)}`, 1, 'end', '2027-03-01')).toMatchObject({ code: 'not-found' });
});
