/**
 * Whatever the office does to the routing table and the people, and whatever villagers send: every request has
 * exactly one owner, who may have it, and the way it went is kept with it.
 */
import { EJSON } from 'bson';
import fc from 'fast-check';
import { membersOn, type NameBook, type RoutingRow } from '../../../cloudfunctions/registry/rules/name-book';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { SubmitInput } from '../../../miniprogram/contract/request';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { matter, newKey, type Submitted } from './matters';

const PROOF = process.env['PROOF'] === '1';
/** Requests in all; and after how many of them the office changes the name book again. */
const REQUESTS = PROOF ? 10_000 : 200;
const PER_TABLE = 20;

jest.setTimeout(PROOF ? 3_600_000 : 120_000);

let cloud: SampleCloud;
let book: NameBook;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
  book = read<NameBook>('townships').find(({ _id }) => _id === 'bh') as NameBook;
});
afterAll(() => cloud.close());

function read<T>(collection: string): (T & { _id: string })[] {
  return [...cloud.database.exportDocuments(collection)] as (T & { _id: string })[];
}

/** By id, so that ten thousand are not read again for every twenty. */
async function readRequests(ids: readonly string[]): Promise<RequestDocument[]> {
  const query = JSON.stringify({ _id: { $in: ids }, township: 'bh' });
  const body = { collectionName: 'requests', queryType: 'WHERE', query, limit: ids.length };
  const { data } = await cloud.database.execute('database.getDocument', body, { calls: 0, examined: 0 });
  return (data as { list: string[] }).list.map((text) => EJSON.parse(text) as RequestDocument);
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

function arbitraryRow({ villages, categories, groups }: NameBook): fc.Arbitrary<RoutingRow> {
  return fc
    .record({
      village: fc.constantFrom('*', ...idsOf(villages)),
      part: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
      category: fc.constantFrom('*', ...idsOf(categories)),
      group: fc.constantFrom(...idsOf(groups), 'dissolved'),
      from: fc.constantFrom('2026-01-01', '2026-11-23', '2026-11-24', '2027-01-01'),
    })
    .map(({ part, ...row }) => {
      const of = villages.find(({ id }) => id === row.village)?.villagerGroups[part ?? -1];
      return of ? { ...row, villagerGroup: of.id } : row;
    });
}

/** A name book after edits: another table, groups dissolved, people away, gone, or without an account. */
function arbitraryBook(base: NameBook): fc.Arbitrary<NameBook> {
  const groups = fc.subarray([...base.groups], { minLength: 1 });
  const rows = fc.array(arbitraryRow(base), { maxLength: 40 });
  const fallback = fc.subarray(Object.entries(base.routing.villageFallback));
  const people = fc.array(fc.constantFrom('stays', 'away', 'unclaimed', 'gone'), {
    ...{ minLength: base.people.length, maxLength: base.people.length },
  });
  return fc.tuple(groups, rows, fallback, people).map(([kept, table, villages, fates]) => ({
    ...base,
    groups: kept,
    routing: { rows: table, villageFallback: Object.fromEntries(villages), lastFallback: 'office' as const },
    people: base.people.map((person, at) => ({
      ...person,
      ...(fates[at] === 'away' && { absent: [{ from: '2026-01-01' }] }),
      ...(fates[at] === 'unclaimed' && { claimed: false }),
      ...(fates[at] === 'gone' && {
        memberships: person.memberships.map((row) => ({ ...row, to: '2026-01-01' })),
      }),
    })),
  }));
}

function arbitraryMatter(of: NameBook): fc.Arbitrary<Partial<SubmitInput>> {
  const villages = fc.constantFrom(...of.villages);
  return villages.chain((village) =>
    fc.record(
      {
        village: fc.constant(village.id),
        villagerGroup: fc.constantFrom(...idsOf(village.villagerGroups)),
        category: fc.constantFrom(...idsOf(of.categories)),
        deputy: fc.constantFrom(...idsOf(of.people)),
        group: fc.constantFrom(...idsOf(of.groups)),
        privacy: fc.record({
          hideName: fc.boolean(),
          notOwnVillage: fc.boolean(),
          publishable: fc.boolean(),
        }),
      },
      { requiredKeys: ['village', 'category', 'privacy'] },
    ),
  );
}

/** The owner of what is stored is one who may have it under this name book. */
function expectOneOwner(request: RequestDocument, of: NameBook, input: Partial<SubmitInput>): void {
  const { kind, person, group } = request.owner;
  expect(request).toMatchObject({ open: true, state: 'submitted', route: { bookRev: of.rev } });
  expect(request.route.words).not.toBe('');
  expect(request.due > '2026-11-23').toBe(true);
  expect(group).toBe(request.group);
  if (group !== '') expect(idsOf(of.groups)).toContain(group);
  if (input.group !== undefined) expect(group).toBe(input.group);
  if (kind === 'office') {
    expect(person).toBe('');
    return;
  }
  const owner = membersOn(of.people, '2026-11-23').find((member) => member.person === person);
  expect(owner).toMatchObject({ group, claimed: true, absent: false });
  expect(owner?.level).toBeDefined();
  const own = of.constituencies.find(({ id }) => id === owner?.constituency)?.villages ?? [];
  if (input.privacy?.notOwnVillage && owner?.level === 'town') expect(own).not.toContain(input.village);
}

it(`gives ${REQUESTS} random requests under random tables exactly one owner each, and keeps the way`, async () => {
  const before = new Map(read<RequestDocument>('requests').map((each) => [each._id, JSON.stringify(each)]));
  const random = { seed: 20261123, numRuns: REQUESTS / PER_TABLE };
  const books = fc.sample(arbitraryBook(book), random);
  let sent = 0;
  for (const [at, edited] of books.entries()) {
    const current = { ...edited, rev: at + 2 };
    await cloud.database.importDocuments('townships', [current]);
    // The instance goes by the name book that it read within a minute.
    cloud.clock.set(Date.parse('2026-11-23T00:01:00+08:00') + at * 150_000);
    const asked = new Map<string, Partial<SubmitInput>>();
    for (const changes of fc.sample(arbitraryMatter(current), { seed: at, numRuns: PER_TABLE })) {
      const caller = { openid: `random-${sent++}`, key: newKey() };
      const answer = await cloud.invoke('request', 'submit', matter(changes), caller);
      expect(answer).toMatchObject({ ok: true });
      asked.set((answer.data as Submitted).request, changes);
    }
    const stored = await readRequests([...asked.keys()]);
    expect(stored).toHaveLength(PER_TABLE);
    for (const request of stored) {
      expectOneOwner(request, current, asked.get(request._id) ?? {});
      before.set(request._id, JSON.stringify(request));
    }
  }
  // No later edit of the table touched what was under way.
  const after = read<RequestDocument>('requests').map((each): [string, string] => [
    each._id,
    JSON.stringify(each),
  ]);
  expect(new Map(after)).toEqual(before);
});
