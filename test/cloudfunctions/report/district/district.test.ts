/** The district's view: sixty townships in two calls, only its own role, no word and no id of any request. */
import { main as report } from '../../../../cloudfunctions/report/index';
import { main as overview } from '../../../../cloudfunctions/overview/index';
import { DISTRICT } from '../../../../cloudfunctions/registry/store';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { Projection } from '../../../../cloudfunctions/notify/workbench/rules/projection';
import { writeWorkbench } from '../../../../cloudfunctions/notify/workbench/store';
import type { DistrictView } from '../../../../miniprogram/contract/district-view';
import type { WorkbenchView } from '../../../../miniprogram/contract/workbench';
import { ROLE_IDS } from '../../../../miniprogram/contract/roles';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const VIEWER = 'qu-district';
const OTHERS = Array.from({ length: 59 }, (_, at) => `t${String(at)}`);
let cloud: InProcessCloud;
let own: Projection['figures'];

interface Bench {
  _id: string;
  township: string;
  projection: Projection;
}
const benches = () => cloud.documents<Bench>('workbenches');

const ask = (input: object, openid = VIEWER) =>
  cloud.invoke('report', 'districtFigures', { township: 'bh', ...input }, { openid });
async function look(input: object = {}): Promise<DistrictView> {
  const answer = await ask(input);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data as DistrictView;
}

beforeAll(async () => {
  cloud = await startInProcess({ report, overview }, { lives: true });
  await writeWorkbench('bh', cloud.clock.now());
  const [bench] = benches();
  if (!bench) throw new Error('nothing was counted');
  own = bench.projection.figures;
  const copies = OTHERS.map((township) => ({ ...bench, _id: township, township }));
  cloud.replace('workbenches', [bench, ...copies]);
  const list = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: ['bh', ...OTHERS] };
  cloud.replace('townships', [
    list,
    ...cloud.documents<{ _id: string }>('townships').filter(({ _id }) => _id !== DISTRICT),
  ]);
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 10_000);
});

it('adds sixty townships up in two calls after admit', async () => {
  const before = turnstile.calls;
  const { townships, counted, numbers } = await look();
  expect(turnstile.calls - before).toBe(3);
  expect([townships, counted]).toEqual([60, 60]);
  expect(numbers?.received.n).toBe(60 * own.received.n);
  expect(numbers?.visited.months).toEqual(own.visited.months.map((n) => n * 60));
});

it('shows one township what its own office sees, and nothing that points at one or two', async () => {
  const before = turnstile.calls;
  const { numbers, townships } = await look({ of: 'bh' });
  expect(turnstile.calls - before).toBe(3);
  const desk = await cloud.invoke('overview', 'workbench', { township: 'bh' }, { openid: 'bh-staff' });
  const { figures } = desk.data as WorkbenchView;
  expect(townships).toBe(1);
  expect(numbers).toMatchObject({
    received: { n: figures?.received.n },
    done: { n: figures?.done.n },
    open: figures?.open,
    late: figures?.overdue,
  });
  for (const figure of [numbers?.received, numbers?.visited, numbers?.done])
    for (const n of figure?.months ?? []) expect([1, 2]).not.toContain(n);
});

it('says nothing of a request: no id, no name, no word of it', async () => {
  const answers = JSON.stringify([await look(), await look({ of: 'bh' })]);
  const requests = cloud.documents<{ _id: string; number: string }>('requests');
  expect(requests.length).toBeGreaterThan(10);
  for (const { _id, number } of requests)
    for (const word of [_id, number]) expect(answers).not.toContain(word);
});

it('is open to the district alone, and shows townships of this district alone', async () => {
  const holders = cloud.documents<{ township: string; openid: string; role: string }>('invitations');
  const seen = new Set<string>();
  for (const role of ROLE_IDS.filter((each) => each !== 'district')) {
    const holder = holders.find((one) => one.township === 'bh' && one.role === role);
    if (!holder) continue;
    seen.add(role);
    expect(await ask({}, holder.openid)).toMatchObject({ ok: false, code: 'not-allowed' });
  }
  expect(seen.size).toBeGreaterThan(6);
  expect(await ask({ of: 'zz' })).toMatchObject({ ok: false, code: 'not-found' });
  expect(await ask({ of: 'qs' })).toMatchObject({ ok: false, code: 'not-found' });
});

it('refuses the record of whoever is no deputy of the district, and to whoever is not the district', async () => {
  const [directory] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  const level = (of: 'town' | 'district') =>
    directory?.people.find(({ memberships }) => memberships.some((one) => one.level === of))?.id;
  const print = (person: string | undefined, of = 'bh', openid = VIEWER) =>
    cloud.invoke('report', 'districtRecord', { township: 'bh', of, person, year: 2026 }, { openid });
  expect(await print(level('town'))).toMatchObject({ code: 'not-found' });
  expect(await print(level('district'), 'zz')).toMatchObject({ code: 'not-found' });
  expect(await print(level('district'), 'bh', 'bh-staff')).toMatchObject({ code: 'not-allowed' });
});

it('does not add what was counted in an earlier half-year, and says how many are counted', async () => {
  const all = benches();
  const old = all.map((bench) =>
    bench.township === 't7'
      ? { ...bench, projection: { ...bench.projection, figures: { ...own, from: '2026-01-01' } } }
      : bench,
  );
  cloud.replace('workbenches', old);
  const { counted, townships, numbers } = await look();
  expect([townships, counted, numbers?.done.n]).toEqual([60, 59, 59 * own.done.n]);
  expect(await look({ of: 't7' })).not.toHaveProperty('numbers');
  cloud.replace('workbenches', all);
});
