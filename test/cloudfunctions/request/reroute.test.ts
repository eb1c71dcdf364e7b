/** The table changed and the office wants what nobody has taken to follow: once each, whenever it dies, whoever else acts. */
import { main as registry } from '../../../cloudfunctions/registry/index';
import { main as requests } from '../../../cloudfunctions/request/index';
import { onClock } from '../../../cloudfunctions/request/events/on-reroute-due';
import { onRoutingChanged } from '../../../cloudfunctions/request/events/on-routing-changed';
import type { Reroute } from '../../../cloudfunctions/request/routing/reroute-store';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { StepInput } from '../../../miniprogram/contract/request-life';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import type { OutboxEntry } from '../../../cloudfunctions/shared/outbox';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';
import { SAMPLE_NOW } from '../../support/given';
import { submission, newKey, type Submitted } from './requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
let before: Readonly<Record<string, readonly object[]>>;
beforeAll(async () => {
  cloud = await startInProcess({ registry, request: requests });
  before = Object.fromEntries(
    ['townships', 'invitations'].map((name) => [name, cloud.documents<object>(name)]),
  );
});
beforeEach(() => {
  cloud.clock.set(Date.parse(SAMPLE_NOW));
  for (const [name, documents] of Object.entries(before)) cloud.replace(name, documents);
  for (const name of ['requests', 'reroutes']) cloud.replace(name, []);
});

const MINUTE = 62_000;
const wait = (ms = MINUTE) => {
  cloud.clock.set(cloud.clock.now() + ms);
};
const one = (id: string) =>
  cloud.documents<RequestDocument>('requests').find(({ _id }) => _id === id) as RequestDocument;
let askers = 0;

async function submit(changes: Parameters<typeof submission>[0] = {}): Promise<string> {
  const caller = { openid: `asker-${String(askers++)}`, key: newKey() };
  const { data } = await cloud.invoke('request', 'submit', submission({ village: 'v4', ...changes }), caller);
  return (data as Submitted).request;
}

/** Everything of 柳树城村 goes to another group from today on; the relay's entries of the book. */
async function changeTable(group: string, reroute = true): Promise<void> {
  wait();
  const row = { village: 'v4', category: '*', group, from: '2026-11-23' };
  const { documents } = cloud;
  const { routing } =
    documents<{ _id: string; routing: { rows: object[] } }>('townships').find(({ _id }) => _id === 'bh') ??
    {};
  const id = 'v4..*.2026-11-23';
  const stands = JSON.stringify(routing).includes('"v4","category":"*"');
  const view = await cloud.invoke(
    'registry',
    'book',
    { township: 'bh', part: 'routing' },
    { openid: 'bh-staff' },
  );
  const { rows } = view.data as { rows: { kind: string; id: string; tag: string }[] };
  const seen = rows.find((each) => each.kind === 'route' && each.id === id)?.tag ?? '';
  const edits = [{ id: stands ? id : '', seen, row }];
  const input = { township: 'bh', kind: 'route', edits, reason: '例会定的', ...(reroute && { reroute }) };
  const answer = await cloud.invoke('registry', 'editBook', input, { openid: 'bh-staff', key: newKey() });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

async function bring(): Promise<void> {
  const book = cloud
    .documents<{ _id: string; outbox?: OutboxEntry[] }>('townships')
    .find(({ _id }) => _id === 'bh');
  for (const entry of book?.outbox ?? [])
    await onRoutingChanged(
      { ...entry, township: 'bh', collection: 'townships', document: 'bh' },
      cloud.clock.now(),
    );
}

const clock = () => onClock(['bh', 'qs'], cloud.clock.now());

async function settle(): Promise<void> {
  await bring();
  wait();
  for (let n = 0; n < 20 && (await clock()) > 0; n++) wait(60_000);
}

const act = (openid: string, request: string, step: StepInput) =>
  cloud.invoke('request', 'act', { township: 'bh', request, step }, { openid, key: newKey() });

test('what nobody has taken goes to the new group, with owner, days, reason and one step; the asker and the new one are told', async () => {
  const request = await submit();
  expect(one(request).group).toBe('g3');
  await changeTable('g6');
  await settle();
  const moved = one(request) as RequestDocument & { outbox: OutboxEntry[] };
  expect(moved).toMatchObject({
    group: 'g6',
    led: 'g6',
    home: 'h3',
    state: 'submitted',
    route: { rule: 'village' },
  });
  expect(moved.owner).toMatchObject({ kind: 'deputy', group: 'g6' });
  expect(moved.deputy).toBe(moved.owner.person);
  const said = decryptField(moved.route.words);
  expect(said).toContain('第六代表小组');
  expect(moved.facets).toContain('g:g6');
  const step = moved.steps.at(-1);
  expect(step).toMatchObject({ act: 'reroute', by: 'system' });
  expect(decryptField(step?.words ?? '')).toBe(said);
  expect(moved.outbox.at(-1)).toMatchObject({
    event: 'request-handed-over',
    about: { request, owner: moved.owner.person, to: moved.owner.person },
  });
});

test('without the wish nothing is touched, and nothing is looked for', async () => {
  const request = await submit();
  const old = one(request);
  await changeTable('g6', false);
  await settle();
  expect(one(request)).toEqual(old);
  expect(cloud.documents('reroutes')).toEqual([]);
});

test('what is taken, what the villager chose, and what somebody gave by hand stays', async () => {
  const taken = await submit();
  await act(`bh-${one(taken).owner.person}`, taken, { act: 'take' });
  const named = await submit({ deputy: 'p5' });
  const group = await submit({ group: 'g1' });
  const given = await submit();
  wait();
  expect(await act('bh-staff', given, { act: 'reassign', to: 'p49' })).toMatchObject({ ok: true });
  const old = [taken, named, group, given].map(one);
  await changeTable('g6');
  await settle();
  expect([taken, named, group, given].map(one)).toEqual(old);
});

test('it begins only when no instance can know the old table any more', async () => {
  const request = await submit();
  await changeTable('g6');
  await bring();
  wait(60_000);
  expect(await clock()).toBe(0);
  expect(one(request).group).toBe('g3');
  wait(1_000);
  await clock();
  expect(one(request).group).toBe('g6');
});

test('page by page over more than one minute, everyone once', async () => {
  const all: string[] = [];
  for (let n = 0; n < 230; n++) all.push(await submit());
  await changeTable('g6');
  await settle();
  for (const id of all) {
    expect(one(id).group).toBe('g6');
    expect(one(id).steps.filter((each) => each.act === 'reroute')).toHaveLength(1);
  }
  const [left] = cloud.documents<Reroute>('reroutes');
  expect(left?.dueAt).toBeUndefined();
  expect(await clock()).toBe(0);
});

test('a table changed once more meanwhile is the one that counts; an old wish that comes again is not', async () => {
  const request = await submit();
  await changeTable('g6');
  await changeTable('g7');
  await settle();
  await bring();
  wait();
  expect(await clock()).toBe(0);
  expect(one(request)).toMatchObject({ group: 'g7' });
  expect(one(request).steps.filter((each) => each.act === 'reroute')).toHaveLength(1);
});

test('taken in the very moment: whoever was first, there is one owner, and nothing is lost', async () => {
  for (let turn = 0; turn < 12; turn++) {
    cloud.replace('requests', []);
    cloud.replace('reroutes', []);
    for (const [name, documents] of Object.entries(before)) cloud.replace(name, documents);
    wait();
    const request = await submit();
    const { person } = one(request).owner;
    await changeTable('g6');
    await bring();
    wait();
    const order = Array.from({ length: 8 }, (_, n) => (turn >> (n % 4)) & 1);
    const [answer] = await cloud.together<unknown>(
      [() => act(`bh-${person}`, request, { act: 'take' }), clock],
      order,
    );
    for (let n = 0; n < 5; n++) await clock();
    const { state, owner, group, steps } = one(request);
    const took = (answer as { ok: boolean }).ok;
    expect([took, state, owner.person === person, group]).toEqual(
      took ? [true, 'contacting', true, 'g3'] : [false, 'submitted', false, 'g6'],
    );
    expect(steps).toHaveLength(2);
  }
});

test('killed before any call, it goes on from there: everyone once', async () => {
  const pass = turnstile.pass;
  let kills = 0;
  for (let at = 1; ; at++) {
    cloud.clock.set(Date.parse(SAMPLE_NOW) + at * 3_600_000);
    for (const [name, documents] of Object.entries(before)) cloud.replace(name, documents);
    for (const name of ['requests', 'reroutes']) cloud.replace(name, []);
    const all = [await submit(), await submit(), await submit()];
    await changeTable('g6');
    wait();
    let calls = 0;
    turnstile.pass = () => (++calls === at ? Promise.reject(new Error('killed')) : Promise.resolve());
    const run = async () => {
      await bring();
      while ((await clock()) > 0);
    };
    const died = await run().then(
      () => false,
      () => true,
    );
    turnstile.pass = pass;
    await settle();
    for (const id of all) {
      expect([at, one(id).group, one(id).steps.length]).toEqual([at, 'g6', 2]);
    }
    if (!died) break;
    kills++;
  }
  expect(kills).toBeGreaterThan(8);
});
