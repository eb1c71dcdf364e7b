/** Whose duty record somebody reads, who was quiet, and what became of the studies that were planned. */
import { findQuiet, listDeputies } from '../../../../../cloudfunctions/duty/record/rules/quiet-deputies';
import { mayReadRecord, rowsFor } from '../../../../../cloudfunctions/duty/record/rules/record-rights';
import { toStudyGrid } from '../../../../../cloudfunctions/duty/record/rules/study-grid';
import type { Directory, Member } from '../../../../../cloudfunctions/registry/directory/rules/directory';

const TODAY = '2026-11-23';
const people = ['p5', 'p6', 'p7'].map((id) => ({
  id,
  name: id,
  strokes: 1,
  claimed: true,
  absent: [],
  memberships: [
    { term: 't1', from: '2022-01-01', to: '2026-06-30', level: 'town', group: 'g2' },
    { term: 't1', from: '2026-07-01', level: 'town', group: id === 'p7' ? 'g2' : 'g1' },
  ],
})) as unknown as Directory['people'];

describe('a record', () => {
  const reads = (reader: Parameters<typeof mayReadRecord>[0], person: string, today = TODAY) =>
    mayReadRecord(reader, person, { people }, today);

  it.each([
    ['is read by its deputy', { role: 'deputy', person: 'p5' }, true],
    ['by the office', { role: 'staff' }, true],
    ['by the chief', { role: 'chief', person: 'p1' }, true],
    ['by the leader of the deputy’s group', { role: 'leader', person: 'p6', group: 'g1' }, true],
    ['not by another leader', { role: 'leader', person: 'p7', group: 'g2' }, false],
    ['not by a leader without a group', { role: 'leader', person: 'p7' }, false],
    ['not by another deputy of the group', { role: 'deputy', person: 'p6', group: 'g1' }, false],
  ] as const)('%s', (_who, reader, may) => {
    expect(reads(reader, 'p5')).toBe(may);
  });

  it('the group is the one of that day', () => {
    const leader = { role: 'leader', person: 'p7', group: 'g2' } as const;
    expect([reads(leader, 'p5', '2026-06-30'), reads(leader, 'p5', '2026-07-01')]).toEqual([true, false]);
  });

  it('of the leader’s group are others as well, but nobody outside it', () => {
    const leader = { role: 'leader', person: 'p9', group: 'g1' } as const;
    expect([reads(leader, 'p6'), reads(leader, 'p7'), reads(leader, 'p0')]).toEqual([true, false, false]);
  });

  it('help for a tied household is for its deputy and the office', () => {
    const rows = [{ kind: 'tied-help' }, { kind: 'help' }];
    expect(rowsFor({ role: 'deputy', person: 'p5' }, 'p5', rows)).toEqual(rows);
    expect(rowsFor({ role: 'staff' }, 'p5', rows)).toEqual(rows);
    expect(rowsFor({ role: 'leader', person: 'p6', group: 'g1' }, 'p5', rows)).toEqual([{ kind: 'help' }]);
  });
});

describe('who was quiet', () => {
  const member = (person: string, changes: object = {}) =>
    ({ person, name: `名${person}`, ...changes }) as Member;
  const members = [
    member('p5', { level: 'town', group: 'g1' }),
    member('p6', { level: 'town' }),
    member('p7', { receiver: true }),
    member('p8', { level: 'district' }),
  ];

  it('is a deputy, of whichever level; whoever only receives owes no duty', () => {
    expect(listDeputies(members)).toEqual(['p5', 'p6', 'p8']);
  });

  it('is named with the group, where there is one', () => {
    expect(findQuiet(members, new Set(['p8']))).toStrictEqual([
      { person: 'p5', name: '名p5', group: 'g1' },
      { person: 'p6', name: '名p6' },
    ]);
    expect(findQuiet(members, new Set(['p5', 'p6', 'p8']))).toEqual([]);
  });
});

describe('studies by group and month', () => {
  it('were held, are planned, or were missed from the day after they were planned for', () => {
    const study = (group: string | undefined, date: string, state: string) =>
      ({ group, date, state }) as never;
    expect(
      toStudyGrid(
        [
          study('g2', '2026-11-22', 'planned'),
          study('g1', '2026-11-05', 'held'),
          study('g1', '2026-11-06', 'held'),
          study('g1', TODAY, 'planned'),
          study('g1', '2026-10-05', 'planned'),
          study('g1', '2026-11-07', 'withdrawn'),
          study(undefined, '2026-11-08', 'held'),
        ],
        TODAY,
      ),
    ).toEqual([
      { group: 'g1', month: '2026-10', held: 0, planned: 0, missed: 1 },
      { group: 'g1', month: '2026-11', held: 2, planned: 1, missed: 0 },
      { group: 'g2', month: '2026-11', held: 0, planned: 0, missed: 1 },
    ]);
  });
});
