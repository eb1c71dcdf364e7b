/** The rows of lists that leave the house, against the documents behind them: which, how many, in which order. In process. */
import { main as report } from '../../../../cloudfunctions/report/index';
import type { ActivityDocument } from '../../../../cloudfunctions/duty/activities/rules/activity-document';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { ExportedList } from '../../../../miniprogram/contract/list-export';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
const mockFiles: string[] = [];
jest.mock('../../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockFiles.push(bytes.toString());
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
}));

const CHIEF = 'bh-p1';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ report }, { lives: true });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const ask = (of: ExportedList, openid = CHIEF, key = newKey()) =>
  cloud.invoke('report', 'exportList', { township: 'bh', of, reason: 'meeting', as: 'csv' }, { openid, key });
/** The lines below the heading, as they stand. */
async function linesOf(of: ExportedList, openid?: string): Promise<string[]> {
  const answer = await ask(of, openid);
  if (!answer.ok) throw new Error(`${of.list}: ${JSON.stringify(answer)}`);
  const { rows, name } = answer.data as { rows: number; name: string };
  expect(name).toMatch(/\.csv$/);
  const lines = (mockFiles.at(-1) ?? '').split('\r\n').filter((line) => line !== '');
  expect(lines).toHaveLength(rows + 3);
  return lines.slice(3);
}
const own = <T>(name: string) =>
  cloud.documents<T & { township: string }>(name).filter(({ township }) => township === 'bh');
const directory = () => own<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;

test('bookings of the named days, each in its line with who receives; of other days none', async () => {
  const days = own<DayDocument>('days');
  const held = (day: DayDocument | undefined) =>
    Object.values(day?.place ?? {}).filter((booking) => booking !== 0).length;
  const on = (from: string, to: string) => linesOf({ list: 'bookings', from, to });
  const DATE = '2026-12-07';
  const day = days.find(({ date }) => date === DATE);
  const lines = await on(DATE, DATE);
  expect(lines).toHaveLength(held(day));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toContain(DATE);
  const [first] = Object.entries(day?.place ?? {}).find(([, booking]) => booking !== 0) ?? [];
  const receiver = day?.seats[day.plan[first ?? ''] ?? '']?.name ?? 'nobody';
  expect(lines.join()).toContain(receiver);
  expect(await on('2026-12-08', '2026-12-09')).toEqual([]);
  const all = await on('2026-01-01', '2026-12-31');
  expect(all).toHaveLength(days.reduce((sum, one) => sum + (one.date <= '2026-12-31' ? held(one) : 0), 0));
});

test('activities of one kind, or of all', async () => {
  const shown = own<ActivityDocument>('activities').filter(({ state }) => state !== 'withdrawn');
  const all = await linesOf({ list: 'activities' });
  expect(all.length).toBeGreaterThan(100);
  expect(all.length).toBeLessThanOrEqual(own('activities').length);
  const studies = await linesOf({ list: 'activities', kind: 'study' });
  expect(studies.length).toBeGreaterThanOrEqual(
    shown.filter(({ kind, state }) => kind === 'study' && state === 'held').length,
  );
  expect(studies.length).toBeLessThan(all.length);
});

test('suggestions by what waits: all of them, those that were promised', async () => {
  const all = own<{ state: string; number: string }>('suggestions');
  const lines = await linesOf({ list: 'suggestions', queue: 'all' });
  expect(lines.length).toBeGreaterThan(10);
  const promised = await linesOf({ list: 'suggestions', queue: 'promised' });
  const numbers = all.filter(({ state }) => state === 'promised').map(({ number }) => number);
  expect(promised).toHaveLength(numbers.length);
  for (const number of numbers) expect(promised.join()).toContain(number);
});

test('facts of a span, oldest first; those of one deputy are theirs and the leader’s to take', async () => {
  const span = { from: '2026-06-01', to: '2026-11-23' };
  const lines = await linesOf({ list: 'facts', of: 'all', ...span });
  expect(lines.length).toBeGreaterThan(50);
  const dates = lines.map((line) => /\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? '');
  expect(dates).toEqual([...dates].sort());
  expect(dates.every((date) => date >= span.from && date <= span.to)).toBe(true);
  const duty = await linesOf({ list: 'duty', year: 2026, person: 'p5' });
  expect(duty.length).toBeGreaterThan(0);
  expect(await linesOf({ list: 'duty', year: 2026 }, 'bh-p5')).toHaveLength(duty.length);
  expect(await ask({ list: 'duty', year: 2026, person: 'p8' }, 'bh-p5')).toMatchObject({
    code: 'not-allowed',
  });
  expect(await ask({ list: 'duty', year: 2026, person: 'p999' })).toMatchObject({ code: 'not-found' });
  expect(await ask({ list: 'facts', of: 'all', ...span }, 'bh-p5')).toMatchObject({ code: 'not-allowed' });
});

test('the directory by its kinds, and of it the rows that were chosen', async () => {
  const { units, villages } = directory();
  const lines = await linesOf({ list: 'directory', kind: 'unit' });
  expect(lines).toHaveLength(units.length);
  for (const { name } of units) expect(lines.join()).toContain(name);
  expect(await linesOf({ list: 'directory', kind: 'village' })).toHaveLength(villages.length);
  const [first] = units;
  const chosen = await linesOf({ list: 'directory', kind: 'unit', rows: [first?.id ?? ''] });
  expect(chosen).toHaveLength(1);
  expect(chosen[0]).toContain(first?.name);
});

test('notes, meetings, the roster, grants: what there is of each', async () => {
  const presidium = own<{ kind: string; list: string }>('presidium');
  const guidance = await linesOf({ list: 'guidance' });
  expect(guidance).toHaveLength(presidium.filter(({ list }) => list === 'guidance').length);
  const liaison = await linesOf({ list: 'liaison' });
  expect(liaison.length).toBeGreaterThan(0);
  const roster = await linesOf({ list: 'roster', year: 2026 });
  expect(roster.length).toBeGreaterThan(10);
  const confirmed = own<{ state: string }>('invitations').filter(({ state }) => state === 'confirmed').length;
  expect(await linesOf({ list: 'invitations', state: 'confirmed' })).toHaveLength(confirmed);
  expect(await linesOf({ list: 'invitations', state: 'revoked' })).toEqual([]);
  for (const of of [
    { list: 'bans' },
    { list: 'calls' },
    { list: 'articles' },
    { list: 'plan', year: 2026 },
  ] as const)
    expect([of.list, await linesOf(of)]).toEqual([of.list, []]);
});

test('that it was taken stands in the audit: what, why, as what; under one key once', async () => {
  const key = newKey();
  const of = { list: 'directory', kind: 'unit' } as const;
  expect(await ask(of, CHIEF, key)).toMatchObject({ ok: true });
  expect(await ask(of, CHIEF, key)).toMatchObject({ ok: true });
  expect(await ask({ ...of, kind: 'village' }, CHIEF, key)).toMatchObject({ code: 'key-reused' });
  const rows = cloud.documents<{ act: string; of: string; to: string; by: string }>('audit');
  expect(rows.at(-1)).toMatchObject({
    act: 'export',
    of: 'directory {"kind":"unit"} csv',
    by: 'p1',
    to: 'meeting',
  });
});
