/** A township of two groups with units, the government and one of the county's, and a request that p1 has. */
import { contextFor } from '../../../../../cloudfunctions/request/life/rules/context';
import { type PlanContext } from '../../../../../cloudfunctions/request/life/rules/plan';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { smallDirectory } from '../../rules/books';
import { born } from '../../rules/born';

// Monday the 1st of June.
export const TODAY = '2026-06-01';
export const NOW = Date.parse('2026-06-01T09:00:00+08:00');
export const people = [
  { id: 'p1', level: 'town', constituency: 'c1', group: 'g1' },
  { id: 'p2', level: 'town', constituency: 'c2', group: 'g1', leader: true },
  { id: 'p3', level: 'town', constituency: 'c1', group: 'g2' },
] as const;
export const small = smallDirectory([], people);
export const units = [
  { id: 'u1', name: '交通办', categories: [] },
  { id: 'u2', name: '水利站', categories: [] },
  { id: 'u9', name: '镇政府', categories: [] },
  { id: 'uc', name: '县公司', categories: [], county: true },
];
export const directory = { ...small, units } as unknown as typeof small;
export const through = (requestWay: string) =>
  ({ ...directory, settings: { governmentUnit: 'u9', requestWay } }) as unknown as typeof small;
export const context = (of = directory, more: Partial<PlanContext> = {}): PlanContext => ({
  ...contextFor({ directory: of, openByPerson: {} }, { account: 'a', role: 'staff' }, 'office', {
    id: born._id,
    now: NOW,
  }),
  ...more,
});
export const request = (changes: object = {}): RequestDocument => ({
  ...born,
  due: '2026-06-10',
  ...changes,
});
export const wrong = (field: string) => ({ refused: 'bad-input', details: { field } });
export const cannot = (why: string) => ({ refused: 'cannot-own', details: { why } });
export const OFFICE = { kind: 'office', person: '', group: '' };
export const DEPUTY = { kind: 'deputy', person: 'p1', group: 'g1' };
export const LEADER = { kind: 'leader', person: 'p2', group: 'g1' };
export const { settings } = context();
