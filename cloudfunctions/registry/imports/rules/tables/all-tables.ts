/** Every table that the directory takes in. Other functions add theirs where they commit them. */
import { TABLE_IDS, type DirectoryTableId } from '../../../../../miniprogram/contract/imports';
import type { DirectoryKind } from '../../../../../miniprogram/contract/registry-office';
import type { DirectoryTable } from '../directory-table';
import { constituencies, groups, units, villages } from './names';
import { people } from './people';
import { routes } from './routes';

const TABLES = {
  village: villages,
  group: groups,
  constituency: constituencies,
  unit: units,
  person: people,
  route: routes,
};

export function isOfDirectory(id: string): id is DirectoryTableId {
  return TABLE_IDS.some((each) => each === id);
}

/** One kind's table, seen as any kind's: the engine hands rows through and looks into none. */
export function tableOf(id: DirectoryTableId): DirectoryTable<DirectoryKind> {
  return TABLES[id] as unknown as DirectoryTable<DirectoryKind>;
}
