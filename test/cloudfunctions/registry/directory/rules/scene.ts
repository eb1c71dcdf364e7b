/** A small directory, and the office’s edits of it as the screen would send them. */
import { checkRow } from '../../../../../cloudfunctions/registry/directory/rules/check-row';
import { readRow } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { applyEdits } from '../../../../../cloudfunctions/registry/directory/rules/edit-directory';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import type { DirectoryKind, DirectoryRows, Edit } from '../../../../../miniprogram/contract/registry-office';
import { smallDirectory } from '../../../request/rules/books';

export const TODAY = '2026-11-23';
export const route = { village: 'v1', category: 'road', group: 'g1', from: '2026-01-01' };
export const base: Directory = {
  ...smallDirectory(
    [route],
    [
      { id: 'p1', level: 'town', group: 'g1' },
      { id: 'p2', level: 'town', group: 'g2', claimed: false },
    ],
  ),
  units: [{ id: 'u1', name: '交通办', categories: ['road'] }],
  calendar: { years: [2026], rows: [{ date: '2026-10-01', workday: false, name: '国庆' }] },
};
const tagOf = (kind: string, id: string, row: unknown) => JSON.stringify([kind, id, row]);
export const check = (kind: DirectoryKind, id: string, row: object) => checkRow(base, kind, id, row as never);
export const rowOf = <K extends DirectoryKind>(kind: K, id: string) =>
  readRow(base, kind, id) as DirectoryRows[K];
export function apply(
  kind: DirectoryKind,
  edits: readonly { id: string; row: object | null; seen?: string }[],
  directory = base,
) {
  const whole = edits.map(({ id, row, seen }): Edit<DirectoryKind> => {
    const now = id === '' ? undefined : readRow(directory, kind, id);
    return {
      id,
      seen: seen ?? (now === undefined ? '' : tagOf(kind, id, now)),
      row: row as Edit<DirectoryKind>['row'],
    };
  });
  return applyEdits(directory, kind, whole, { today: TODAY, tagOf });
}
export const after = (result: ReturnType<typeof apply>): Directory => {
  if ('ok' in result) throw new Error(result.code);
  return result.directory;
};
