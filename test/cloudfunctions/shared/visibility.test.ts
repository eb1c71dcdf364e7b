import fc from 'fast-check';
import { meets } from '../../../cloudfunctions/shared/life/rules/needs';
import type { Needs } from '../../../cloudfunctions/shared/life/rules/needs';
import {
  deputiesOfVillage,
  hiddenFrom,
  isHiddenFrom,
  knownTo,
  type HidingDirectory,
} from '../../../cloudfunctions/shared/visibility';

const VILLAGES = ['v1', 'v2', 'v3'];
const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5'];

const membership = fc.record(
  {
    level: fc.constantFrom('town', 'district'),
    constituency: fc.constantFrom('c1', 'c2', 'd1', 'gone'),
  },
  { requiredKeys: [] },
);
const directories: fc.Arbitrary<HidingDirectory> = fc.record({
  people: fc
    .tuple(...PEOPLE.map(() => fc.array(membership, { maxLength: 3 })))
    .map((all) => all.map((memberships, at) => ({ id: PEOPLE[at] ?? '', memberships }))),
  constituencies: fc
    .tuple(...['c1', 'c2', 'd1'].map(() => fc.subarray(VILLAGES)))
    .map((all) => all.map((villages, at) => ({ id: ['c1', 'c2', 'd1'][at] ?? '', villages }))),
  former: fc.constantFrom([], [{ kind: 'village', id: 'v9', into: 'v1' }]),
});
const requests = fc.record({
  village: fc.constantFrom(...VILLAGES, 'v9'),
  privacy: fc.record({ notOwnVillage: fc.boolean() }),
  recused: fc.subarray(PEOPLE),
});

it('says the same of a document as the condition says of what is stored', () => {
  let hidden = 0;
  fc.assert(
    fc.property(
      requests,
      directories,
      fc.constantFrom(...PEOPLE, '', undefined),
      (request, directory, who) => {
        const stored = { ...request, hidden: hiddenFrom(request, directory) };
        const kept = isHiddenFrom(who, request, directory);
        if (kept) hidden++;
        expect(meets(stored, knownTo(who) as Needs)).toBe(!kept);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(hidden).toBeGreaterThan(50);
});

const directory: HidingDirectory = {
  people: [
    { id: 'town', memberships: [{ level: 'town', constituency: 'c1' }] },
    { id: 'district', memberships: [{ level: 'district', constituency: 'd1' }] },
    {
      id: 'former',
      memberships: [
        { level: 'town', constituency: 'c1' },
        { level: 'town', constituency: 'c2' },
      ],
    },
    { id: 'elsewhere', memberships: [{ level: 'town', constituency: 'c2' }] },
    { id: 'receiver', memberships: [{ constituency: 'c1' }] },
  ],
  constituencies: [
    { id: 'c1', villages: ['v1'] },
    { id: 'c2', villages: ['v2'] },
    { id: 'd1', villages: ['v1'] },
  ],
  former: [{ kind: 'village', id: 'v9', into: 'v1' }],
};

it('means every deputy of the village, of both levels and of every term, and nobody else', () => {
  const request = { village: 'v1', privacy: { notOwnVillage: true }, recused: ['elsewhere'] };
  expect(hiddenFrom(request, directory)).toEqual(['district', 'elsewhere', 'former', 'town']);
});

it('follows a village that was merged into another', () => {
  const request = { village: 'v9', privacy: { notOwnVillage: true }, recused: [] };
  expect(hiddenFrom(request, directory)).toEqual(['district', 'former', 'town']);
});

it('follows a village that was merged twice, and no home or group of the same name', () => {
  const former = [
    { kind: 'home', id: 'v8', into: 'v2' },
    { kind: 'village', id: 'v8', into: 'v9' },
    { kind: 'village', id: 'v9', into: 'v1' },
  ];
  const request = { village: 'v8', privacy: { notOwnVillage: true }, recused: [] };
  expect(hiddenFrom(request, { ...directory, former })).toEqual(['district', 'former', 'town']);
});

it('ends where two villages were written down as merged into each other', () => {
  const former = [
    { kind: 'village', id: 'v8', into: 'v9' },
    { kind: 'village', id: 'v9', into: 'v8' },
  ];
  const request = { village: 'v8', privacy: { notOwnVillage: true }, recused: ['town'] };
  expect(hiddenFrom(request, { ...directory, former })).toEqual(['town']);
});

it('does not take a deputy without a constituency for one of the village', () => {
  const unplaced = { id: 'unplaced', memberships: [{ level: 'town' }] };
  expect(deputiesOfVillage('v1', { ...directory, people: [unplaced] })).toEqual([]);
});

it('names nobody of the village where its deputies may know', () => {
  const request = { village: 'v1', privacy: { notOwnVillage: false }, recused: ['p2', 'p1', 'p2'] };
  expect(hiddenFrom(request, directory)).toEqual(['p1', 'p2']);
});

it('hides nothing from a caller who is no person of the directory, though a name was left empty', () => {
  const request = { village: 'v1', privacy: { notOwnVillage: false }, recused: ['', 'undefined'] };
  expect([isHiddenFrom('', request, directory), isHiddenFrom(undefined, request, directory)]).toEqual([
    false,
    false,
  ]);
  expect([knownTo(''), knownTo(undefined)]).toEqual([{}, {}]);
});
