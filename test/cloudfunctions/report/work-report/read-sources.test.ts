/** What is read for a report, and what is not: each row of its span and no other, however many pages there are. */
import { closeRow, rowSeq } from '../../../../cloudfunctions/congress/presidium/store';
import type { NoteDocument } from '../../../../cloudfunctions/congress/presidium/rules/presidium-document';
import type { SourceRef } from '../../../../cloudfunctions/duty/ledger/rules/fact';
import { toRows } from '../../../../cloudfunctions/duty/ledger/store';
import { activitySeq } from '../../../../cloudfunctions/duty/activities/store';
import { readRows } from '../../../../cloudfunctions/report/work-report/read-rows';
import {
  readChartSources,
  readEvents,
  readSources,
  readWithEarlier,
} from '../../../../cloudfunctions/report/work-report/read-sources';
import { encryptField } from '../../../../cloudfunctions/shared/cipher';
import type { Call } from '../../../../cloudfunctions/shared/serve';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { turnstile } from '../../../support/memory-database';
import { openReports, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const SPAN = { from: '2025-12-10', to: '2026-11-28' };
const TODAY = '2026-11-23';
const NOW = Date.parse(`${TODAY}T09:00:00+08:00`);

let reports: Reports;
beforeAll(async () => {
  reports = await openReports({ lives: false });
});

const idOf = (n: number) => `bh~${String(n).padStart(16, '0')}`;
const read = async () => {
  const sources = await readSources('bh', SPAN, NOW);
  if (!sources) throw new Error('no township');
  return sources;
};
function activity(n: number, kind: string, date: string, more: object = {}): object {
  const _id = idOf(n);
  const said = encryptField(
    JSON.stringify({ title: `第${String(n)}次`, place: '村委会', sites: [{ name: '水库' }] }),
  );
  const about = {
    state: 'held',
    kind,
    date,
    lists: ['all', `all.${kind}`],
    said,
    persons: ['p5'],
    opinions: {},
  };
  return { _id, township: 'bh', rev: 1, seq: activitySeq(date, _id), ...about, ...more };
}
function note(n: number, kind: NoteDocument['kind'] | 'visit', date: string): object {
  const _id = idOf(n);
  const about = {
    list: 'guidance',
    seq: rowSeq(date, _id),
    kind,
    date,
    by: 'p1',
    born: { k: '', by: 'p1', h: '' },
  };
  return closeRow({ _id, township: 'bh', rev: 1, words: `记${String(n)}`, ...about });
}
const fact = (kind: SourceRef['kind'], id: string, of: string, date = '2026-06-01') =>
  toRows({ township: 'bh', kind, id }, [{ kind: of, part: '0', date, persons: ['p5'] }]);

it('of the plan the studies of the span that are past and that nobody says were held', async () => {
  const days: readonly [string, string?][] = [
    ['2025-12-09'],
    ['2025-12-10'],
    ['2025-12-31'],
    ['2026-01-01'],
    ['2026-05-05', 'held'],
    ['2026-11-22'],
    [TODAY],
    ['2026-11-28'],
  ];
  const studies = days.map(([date, state = 'planned'], n) =>
    activity(n, 'study', date, { state, group: 'g1' }),
  );
  // Of a township-wide study no group is named.
  const whole = activity(20, 'study', '2026-02-02', { state: 'planned' });
  const other = activity(21, 'training', '2026-02-03', { state: 'planned', group: 'g1' });
  reports.cloud.replace('activities', [...studies, whole, other]);
  const { missed, from, to, today } = await read();
  expect({ from, to, today }).toEqual({ ...SPAN, today: TODAY });
  expect([...missed].sort((one, later) => (one.date < later.date ? -1 : 1))).toEqual([
    { _id: idOf(1), group: 'g1', date: '2025-12-10' },
    { _id: idOf(2), group: 'g1', date: '2025-12-31' },
    { _id: idOf(3), group: 'g1', date: '2026-01-01' },
    { _id: idOf(20), group: '', date: '2026-02-02' },
    { _id: idOf(5), group: 'g1', date: '2026-11-22' },
  ]);
});

it('of what the presidium noted the trainings of the span, the oldest first', async () => {
  reports.cloud.replace('presidium', [
    note(1, 'training', '2025-12-09'),
    note(3, 'training', '2026-11-28'),
    note(2, 'training', '2025-12-10'),
    note(4, 'training', '2026-11-29'),
    note(5, 'upward', '2026-03-03'),
  ]);
  expect((await read()).wished).toEqual([
    { _id: idOf(2), date: '2025-12-10', words: '记2' },
    { _id: idOf(3), date: '2026-11-28', words: '记3' },
  ]);
});

it('of what a sentence tells its title and places; of what is only counted nothing is read', async () => {
  const { cloud } = reports;
  cloud.replace('activities', [
    activity(1, 'inspection', '2026-06-01'),
    activity(2, 'household-visit', '2026-06-02'),
    activity(3, 'campaign', '2026-06-03'),
  ]);
  cloud.replace('presidium', [
    note(7, 'visit', '2026-06-01'),
    note(8, 'training', '2026-06-01'),
    note(9, 'visit', '2026-06-01'),
  ]);
  const facts = [
    fact('activity', idOf(1), 'inspection'),
    fact('activity', idOf(2), 'household-visit'),
    fact('activity', idOf(3), 'campaign'),
    fact('presidium', idOf(7), 'guidance'),
    fact('presidium', idOf(8), 'guidance'),
    fact('presidium', idOf(9), 'meeting-attended'),
    // An activity, though of the kind of what the presidium writes down.
    fact('activity', idOf(9), 'guidance'),
  ].flat();
  cloud.replace('facts', facts);
  const sources = await read();
  const place = { place: '村委会', sites: ['水库'] };
  expect(Object.fromEntries(sources.events)).toEqual({
    [idOf(1)]: { title: '第1次', ...place },
    [idOf(3)]: { title: '第3次', ...place },
    [idOf(7)]: { title: '记7', place: '', sites: [] },
  });
  expect(sources.facts).toHaveLength(7);
  // Of all facts at once, of whatever kind, no other row of the presidium is told.
  expect([...(await readEvents('bh', facts)).keys()].sort()).toEqual([1, 2, 3, 7].map(idOf));
  const before = turnstile.calls;
  await readEvents('bh', []);
  expect(turnstile.calls).toBe(before);
});

it('more events than one call brings', async () => {
  const ids = Array.from({ length: 201 }, (_, n) => n);
  reports.cloud.replace(
    'activities',
    ids.map((n) => activity(n, 'inspection', '2026-06-01')),
  );
  reports.cloud.replace(
    'facts',
    ids.flatMap((n) => fact('activity', idOf(n), 'inspection')),
  );
  expect([...(await read()).events.keys()].sort()).toEqual(ids.map(idOf));
});

it('all open requests, page after page, and none that is closed', async () => {
  const [sample] = reports.cloud.documents<RequestDocument>('requests').filter(({ open }) => open);
  if (!sample) throw new Error('no open request');
  for (const most of [199, 200, 401]) {
    const open = Array.from({ length: most }, (_, n) => {
      const due = `2026-12-${String((n % 28) + 1).padStart(2, '0')}`;
      return { ...sample, _id: idOf(n), due, dueSeq: `${due}${idOf(n).slice(-8)}` };
    });
    const closed = { ...sample, _id: idOf(9_999), open: false, dueSeq: '2026-12-01zzzzzzzz' };
    reports.cloud.replace('requests', [...open, closed]);
    const before = turnstile.calls;
    const drawn = await readChartSources('bh', SPAN, NOW);
    const [calls, found] = [turnstile.calls - before, drawn?.requests ?? []];
    const wanted = [...open].sort((one, other) => (one.dueSeq < other.dueSeq ? -1 : 1)).map(({ _id }) => _id);
    expect(found.map(({ _id }) => _id)).toEqual(wanted);
    const { number, state, due, village, category, group, home } = open[0] as RequestDocument;
    expect(found[0]).toMatchObject({ number, state, due, village, category, group, home });
    // Facts, suggestions, and a page of requests more where the last one was full.
    expect([most, calls]).toEqual([most, 2 + Math.floor(most / 200) + 1]);
    expect(drawn).toMatchObject({ ...SPAN, today: TODAY, sessions: [], missed: [], wished: [] });
    expect(drawn?.events.size).toBe(0);
  }
});

it('beside the span as many days before it; of no township nothing', async () => {
  const days = ['2026-04-30', '2026-05-01', '2026-06-01'];
  const facts = days.flatMap((date, n) => fact('activity', idOf(n), 'care', date));
  reports.cloud.replace('facts', facts);
  const span = { from: '2026-06-01', to: '2026-07-01' };
  const found = await readWithEarlier('bh', span, NOW);
  expect([found?.sources.facts, found?.earlier].map((rows) => rows?.map(({ date }) => date))).toEqual([
    ['2026-06-01'],
    ['2026-05-01'],
  ]);
  expect(await readWithEarlier('zz', span, NOW)).toBeUndefined();
  expect(await readSources('zz', span, NOW)).toBeUndefined();
  expect(await readChartSources('zz', span, NOW)).toBeUndefined();
});

it('of a page’s rows the newest first, without the requests that the caller may not know of', async () => {
  const [open] = reports.cloud.documents<RequestDocument>('requests');
  const requests = [1, 2, 3].map((n) => ({
    ...open,
    _id: idOf(n),
    number: `号${String(n)}`,
    hidden: n === 2 ? ['p1'] : [],
  }));
  reports.cloud.replace('requests', requests);
  reports.cloud.replace('activities', [activity(5, 'care', '2026-06-01')]);
  const facts = [1, 2, 3].flatMap((n) =>
    fact('request', idOf(n), 'request-submitted', `2026-06-0${String(n)}`),
  );
  const care = fact('activity', idOf(5), 'care', '2026-06-09');
  reports.cloud.replace('facts', [...facts, ...care]);
  const sources = await read();
  const all = sources.facts.map(({ _id }) => ({ of: 'fact' as const, id: _id }));
  const asOf = (person?: string) => ({ township: 'bh', admitted: { person } }) as unknown as Call;
  const page = (person: string | undefined, after: number, most?: number) =>
    readRows(asOf(person), all, sources, after, most);
  const dates = ({ rows }: Awaited<ReturnType<typeof page>>) => rows.map(({ date }) => date?.slice(-1));
  const whole = await page(undefined, 0);
  expect([dates(whole), whole.total, whole.next]).toEqual([['9', '3', '2', '1'], 4, undefined]);
  expect(whole.rows[0]?.title).toBe('关爱行动：第5次');
  expect(dates(await page('p1', 0))).toEqual(['9', '3', '1']);
  const part = await page('p1', 1, 2);
  expect([dates(part), part.total, part.next]).toEqual([['3'], 4, 3]);
  expect(await page('p1', 3, 1)).not.toHaveProperty('next');
  const named = ['2', '1'].map((n) => ({ of: 'request' as const, id: idOf(Number(n)) }));
  const { rows } = await readRows(asOf('p1'), named, sources, 0);
  expect(rows.map(({ row }) => row)).toEqual([idOf(1)]);
  const before = turnstile.calls;
  await readRows(asOf(), named, sources, 0);
  expect(turnstile.calls).toBe(before);
});
