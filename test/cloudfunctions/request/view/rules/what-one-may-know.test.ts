/**
 * Every identity × state × switch × recusal: what the reader gets of each part is compared with a second, plain
 * statement of the rule, and what lists page by with both.
 */
import { meets, type Needs } from '../../../../../cloudfunctions/shared/life/rules/needs';
import { readerBy, type Grant } from '../../../../../cloudfunctions/request/view/rules/reader';
import { toView } from '../../../../../cloudfunctions/request/view/rules/request-view';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { hiddenFrom, knownTo } from '../../../../../cloudfunctions/shared/visibility';
import { STATES } from '../../../../../miniprogram/contract/labels';
import type { RequestState } from '../../../../../miniprogram/contract/request-life';
import { bornRequestOf } from '../../rules/born';
import { smallDirectory } from '../../rules/books';

const TODAY = '2026-06-02';
const directory = smallDirectory(
  [],
  [
    { id: 'owner', level: 'town', constituency: 'c2', group: 'g1' },
    { id: 'leader', level: 'town', constituency: 'c2', group: 'g1', leader: true },
    { id: 'village', level: 'town', constituency: 'c1', group: 'g1', leader: true, presidium: true },
    { id: 'district', level: 'district', constituency: 'd1', group: 'g1', leader: true },
    { id: 'member', presidium: true },
    { id: 'chief', title: '人大主席' },
  ],
);

/** Of each what an unhidden, plain request would make of them; `overseen`: only what is late or supervised. */
const IDENTITIES: readonly (Grant & {
  as: 'owner' | 'leader' | 'office' | 'overseer' | 'unit' | undefined;
})[] = [
  { role: 'deputy', person: 'owner', group: 'g1', as: 'owner' },
  { role: 'leader', person: 'leader', group: 'g1', as: 'leader' },
  { role: 'leader', person: 'village', group: 'g1', as: 'leader' },
  { role: 'leader', person: 'district', group: 'g1', as: 'leader' },
  { role: 'deputy', person: 'village', group: 'g1', as: undefined },
  { role: 'presidium', person: 'member', as: 'overseer' },
  { role: 'presidium', person: 'village', as: 'overseer' },
  { role: 'staff', as: 'office' },
  { role: 'chief', person: 'chief', as: 'office' },
  { role: 'unit', unit: 'u1', as: 'unit' },
  { role: 'unit', unit: 'u2', as: undefined },
  { role: 'helper', as: undefined },
  { role: 'district', as: undefined },
  { role: 'admin', as: undefined },
];
const VILLAGE_DEPUTIES = ['village', 'district'];

interface Cell {
  hideName: boolean;
  notOwnVillage: boolean;
  unitMayCall: boolean;
  recused: readonly string[];
  state: RequestState;
  key: boolean;
}

function requestOf({ state, recused, key, ...switches }: Cell): RequestDocument {
  const open = STATES[state].type === 'open';
  const privacy = { ...switches, publishable: false };
  const request = {
    ...bornRequestOf({ village: 'v1', privacy, recused }),
    state,
    open,
    lead: 'u1',
    due: '2026-06-04',
    owner: { kind: 'deputy' as const, person: 'owner', group: 'g1' },
    deputy: 'owner',
    group: 'g1',
    led: 'g1',
    ...(key && { key: true as const }),
  };
  return { ...request, hidden: hiddenFrom(request, directory) };
}

function expected(one: (typeof IDENTITIES)[number], cell: Cell) {
  const hidden =
    cell.recused.includes(one.person ?? '-') ||
    (cell.notOwnVillage && VILLAGE_DEPUTIES.includes(one.person ?? '-'));
  if (hidden || one.as === undefined) return undefined;
  if (one.as === 'office') return 'office';
  if (cell.state === 'withdrawn') return undefined;
  if (one.as === 'overseer') return cell.key || cell.state === 'escalated' ? 'overseer' : undefined;
  return one.as;
}

function* cells(): Generator<Cell> {
  const both = [false, true];
  for (const state of Object.keys(STATES) as RequestState[])
    for (const hideName of both)
      for (const notOwnVillage of both)
        for (const unitMayCall of both)
          for (const key of both)
            for (const recused of [[], ['owner'], ['chief', 'leader'], ['member', 'village']])
              yield { state, hideName, notOwnVillage, unitMayCall, key, recused };
}

it('gives every part to exactly those whom the rule names', () => {
  let seen = 0;
  for (const cell of cells()) {
    const request = requestOf(cell);
    for (const one of IDENTITIES) {
      const reader = readerBy(one, request, directory, TODAY);
      const at = JSON.stringify({ ...cell, role: one.role, person: one.person });
      expect(`${at} ${reader ?? '-'}`).toBe(`${at} ${expected(one, cell) ?? '-'}`);
      if (reader === undefined) continue;
      // Whoever reads it finds it by the condition of the lists as well.
      expect(meets(request, knownTo(one.person) as Needs)).toBe(true);
      const opened = { request, name: '某人', phone: '13812345678', photos: ['link'], recordings: [] };
      const view = toView(opened, directory, reader, [], TODAY);
      const veiled = cell.hideName && reader !== 'office';
      expect([at, view.text !== undefined, view.photos.length > 0]).toEqual([at, !veiled, !veiled]);
      const named = !veiled && reader !== 'overseer' && (reader !== 'unit' || cell.unitMayCall);
      expect([at, view.asker?.name !== undefined]).toEqual([at, named]);
      // No reader but the asker, whom no grant makes, has the number by reading.
      expect([at, view.asker?.phone]).toEqual([at, named ? '138****5678' : undefined]);
      seen++;
    }
  }
  const all = [...cells()].length * IDENTITIES.length;
  expect(all).toBeGreaterThan(10_000);
  expect(seen).toBeGreaterThan(all / 10);
});
