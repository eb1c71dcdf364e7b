/**
 * Whatever the office does to the routing table and the people, through its own editor, and whatever villagers send:
 * every request has exactly one owner, who may have it, and the reason kept with it is the rule's. What is under way
 * stays, unless the office asks for more; then what nobody has taken and nobody chose follows the table of that day.
 * `PROOF=1`: ten thousand requests, in worlds of two hundred; in between it is one world.
 */
import fc from 'fast-check';
import { main as registry } from '../../../cloudfunctions/registry/index';
import { main as requests } from '../../../cloudfunctions/request/index';
import { onClock } from '../../../cloudfunctions/request/events/on-reroute-due';
import { onRoutingChanged } from '../../../cloudfunctions/request/events/on-routing-changed';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import { addDays, toLocalDate } from '../../../cloudfunctions/shared/china-time';
import type { OutboxEntry } from '../../../cloudfunctions/shared/outbox';
import type { DirectoryPart, DirectoryView } from '../../../miniprogram/contract/registry-office';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { submission, newKey, type Submitted } from './requests';
import { arbitraryWish, isNamed, toEdit, wayOf, wrongOwner, type Asked, type Wish } from './routing-model';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const WORLDS = process.env['PROOF'] === '1' ? 50 : 1;
const TABLES = 10;
const PER_TABLE = 20;
const DAYS = [
  '2026-01-01',
  '2026-11-20',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-12-01',
  '2027-01-01',
];

jest.setTimeout(120_000 + WORLDS * 60_000);

let cloud: InProcessCloud;
let townships: readonly object[];
let grants: readonly object[];
beforeAll(async () => {
  cloud = await startInProcess({ registry, request: requests });
  townships = cloud.documents('townships');
  grants = cloud.documents('invitations');
});

const today = () => toLocalDate(cloud.clock.now());
const bookNow = () => cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
const storedNow = () => cloud.documents<RequestDocument>('requests');
const seen = {
  edits: 0,
  dissolved: 0,
  kept: 0,
  moved: 0,
  rules: new Set<string>(),
  owners: new Set<string>(),
};

const PART_OF: Readonly<Record<string, DirectoryPart>> = {
  route: 'routing',
  fallback: 'routing',
  person: 'people',
};

async function edit(wish: Wish, n: number): Promise<void> {
  const before = bookNow();
  const wanted = toEdit(before, wish, n);
  if (!wanted) return;
  const { kind, id, row } = wanted;
  const caller = { openid: 'bh-staff', key: newKey() };
  const input = { township: 'bh', part: PART_OF[kind] ?? 'names' };
  const { rows } = (await cloud.invoke('registry', 'book', input, caller)).data as DirectoryView;
  const tag = rows.find((each) => each.kind === kind && each.id === id)?.tag ?? '';
  const reroute = kind === 'route' || kind === 'fallback' ? wish.reroute : false;
  const act = { township: 'bh', kind, edits: [{ id, seen: tag, row }], reason: '例会定的' };
  const answer = await cloud.invoke('registry', 'editBook', { ...act, ...(reroute && { reroute }) }, caller);
  if (wish.what === 'dissolve') {
    const refused = isNamed(before, id, today());
    expect([id, answer.code]).toEqual([id, refused ? 'still-used' : undefined]);
    seen[refused ? 'kept' : 'dissolved']++;
  } else expect([wish.what, answer.ok, answer.code]).toEqual([wish.what, true, undefined]);
  seen.edits++;
}

/** The relay brings the table's events; the clock does what was asked, once the instances know the new table. */
async function follow(): Promise<boolean> {
  const { outbox = [] } = bookNow() as Directory & { outbox?: OutboxEntry[] };
  const events = outbox.filter(({ event }) => event === 'routing-changed');
  for (const entry of events)
    await onRoutingChanged(
      { ...entry, township: 'bh', collection: 'townships', document: 'bh' },
      cloud.clock.now(),
    );
  cloud.clock.set(cloud.clock.now() + 62_000);
  for (let n = 0; n < 100 && (await onClock(['bh'], cloud.clock.now())) > 0; n++);
  cloud.replace(
    'townships',
    cloud
      .documents<{ _id: string }>('townships')
      .map((each) => (each._id === 'bh' ? { ...each, outbox: [] } : each)),
  );
  return events.some(({ about }) => about['open'] === 'reroute');
}

function expectRouted(request: RequestDocument, asked: Asked): void {
  const directory = bookNow();
  const { rule, group, says } = wayOf(directory, asked, today());
  const { route, state, open, due } = request;
  expect({ rule: route.rule, group: request.group, state, open }).toEqual({
    rule,
    group,
    state: 'submitted',
    open: true,
  });
  for (const word of says) expect(decryptField(route.words)).toContain(word);
  expect(due > today()).toBe(true);
  expect(wrongOwner(request, directory, asked, today())).toEqual([]);
  seen.rules.add(rule);
  seen.owners.add(route.ownerRule);
}

function arbitraryRequest(of: Directory): fc.Arbitrary<Asked> {
  const some = <T>(wanted: fc.Arbitrary<T>) => fc.option(wanted, { nil: undefined, freq: 2 });
  const idsOf = (rows: readonly { id: string }[]) => fc.constantFrom(...rows.map(({ id }) => id));
  const privacy = fc.record({
    hideName: fc.boolean(),
    notOwnVillage: fc.boolean(),
    publishable: fc.boolean(),
  });
  const anywhere = fc.constantFrom(...of.villages).chain((village) =>
    fc.record({
      village: fc.constant(village.id),
      villagerGroup: some(idsOf(village.villagerGroups)),
      category: idsOf(of.categories),
      deputy: some(idsOf(of.people)),
      privacy,
      group: fc.option(idsOf(of.groups), { nil: undefined, freq: 5 }),
    }),
  );
  const parts = of.routing.rows.filter(({ villagerGroup }) => villagerGroup !== undefined);
  const inPart = () =>
    fc.constantFrom(...parts).chain(({ village, villagerGroup, category }) =>
      fc.record({
        village: fc.constant(village),
        villagerGroup: fc.constant(villagerGroup),
        privacy,
        category: category === '*' ? idsOf(of.categories) : fc.constant(category),
      }),
    );
  const either = parts.length === 0 ? anywhere : fc.oneof({ weight: 4, arbitrary: anywhere }, inPart());
  return either.map(
    (all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Asked,
  );
}

/** Taken by its deputy: from now on no table moves it. */
async function take(request: RequestDocument): Promise<void> {
  if (request.owner.person === '') return;
  const input = { township: 'bh', request: request._id, step: { act: 'take' } };
  await cloud.invoke('request', 'act', input, { openid: `bh-${request.owner.person}`, key: newKey() });
}

/** What is under way stays byte for byte, unless it is to follow, nobody has taken it, and nobody chose. */
function expectUnderWay(
  before: readonly RequestDocument[],
  asked: ReadonlyMap<string, Asked>,
  follows: boolean,
) {
  const after = new Map(storedNow().map((each) => [each._id, each]));
  for (const old of before) {
    const now = after.get(old._id) as RequestDocument;
    const wish = asked.get(old._id) as Asked;
    const chosen = old.route.rule === 'chosen' || old.route.ownerRule === 'named';
    if (!follows || old.state !== 'submitted' || chosen) {
      expect(now).toEqual(old);
      continue;
    }
    const { deputy: _named, ...rest } = wish;
    const way = wayOf(bookNow(), rest, today());
    expect(now.group).toBe(way.group);
    if (way.group === old.group) expect(now).toEqual(old);
    else {
      seen.moved++;
      expect(now.rev).toBe(old.rev + 1);
      const step = now.steps.at(-1);
      expect(step).toMatchObject({ act: 'reroute', by: 'system' });
      expect(decryptField(step?.words ?? '')).toBe(decryptField(now.route.words));
      expectRouted(now, rest);
    }
  }
}

async function live(world: number): Promise<number> {
  cloud.replace('requests', []);
  cloud.replace('reroutes', []);
  cloud.replace('townships', townships);
  // The clock goes back for each world, so the minute's bounds of the last one go as well.
  cloud.replace('invitations', grants);
  const asked = new Map<string, Asked>();
  for (let table = 0; table < TABLES; table++) {
    const seed = world * TABLES + table;
    // A day goes by now and then, so that rows come into force and end.
    cloud.clock.set(
      Date.parse(`${addDays('2026-11-23', Math.floor(table / 3))}T00:01:00+08:00`) + table * 600_000,
    );
    const before = storedNow();
    const wishes = fc.sample(fc.noBias(fc.array(arbitraryWish(DAYS), { minLength: 6, maxLength: 12 })), {
      seed,
      numRuns: 1,
    });
    for (const [n, wish] of (wishes[0] ?? []).entries()) {
      cloud.clock.set(cloud.clock.now() + 5_000);
      await edit(wish, seed * 100 + n);
    }
    expectUnderWay(before, asked, await follow());
    for (const changes of fc.sample(fc.noBias(arbitraryRequest(bookNow())), { seed, numRuns: PER_TABLE })) {
      const caller = { openid: `random-${String(asked.size)}`, key: newKey() };
      const answer = await cloud.invoke('request', 'submit', submission(changes), caller);
      expect([answer.ok, answer.code]).toEqual([true, undefined]);
      const { request } = answer.data as Submitted;
      const stored = storedNow().find(({ _id }) => _id === request) as RequestDocument;
      expectRouted(stored, changes);
      asked.set(request, changes);
      if (asked.size % 4 === 0) await take(stored);
    }
  }
  return asked.size;
}

it(`gives ${String(WORLDS * TABLES * PER_TABLE)} random requests under random tables one owner each, by the rule`, async () => {
  let sent = 0;
  for (let world = 0; world < WORLDS; world++) sent += await live(world);
  expect(sent).toBe(WORLDS * TABLES * PER_TABLE);
  // What such a story is about did happen in it.
  expect([...seen.rules].sort()).toEqual(
    ['chosen', 'everywhere', 'last-fallback', 'village', 'village-fallback', 'villager-group'].sort(),
  );
  expect([...seen.owners].sort()).toEqual(
    expect.arrayContaining(['constituency', 'fewest', 'named', 'office']),
  );
  expect(Math.min(seen.kept, seen.moved)).toBeGreaterThan(0);
  if (process.env['PROOF'] === '1') console.log(JSON.stringify({ sent, ...seen, rules: seen.rules.size }));
});
