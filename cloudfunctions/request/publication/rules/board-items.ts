/** What everybody, or whoever said «我也反映», reads of a request on the public board: the office's words alone. */
import type { BoardItem } from '../../../../miniprogram/contract/request-lists';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import type { RequestDocument } from '../../rules/request-document';

export const BOARD_FIELDS = [
  'board',
  'published',
  'offered',
  'village',
  'category',
  'joinedCount',
  'state',
  'open',
  'privacy',
  'recused',
  'hidden',
] as const satisfies readonly (keyof RequestDocument)[];

type Row = Pick<RequestDocument, '_id' | (typeof BOARD_FIELDS)[number]>;
type Words = RequestDocument['published'];

/** Its title alone, while it is handled; whoever joined reads it afterwards too. */
function toOffered({ offered }: Row): Words {
  return offered && { title: offered.title, summary: '', result: '', on: offered.on };
}

/** One that is handled is everybody's only while its asker agrees, and nobody is kept from it. */
export function mayBeOffered({
  privacy,
  recused,
  hidden,
}: Pick<Row, 'privacy' | 'recused' | 'hidden'>): boolean {
  return privacy.joinable === true && !privacy.notOwnVillage && recused.length === 0 && hidden.length === 0;
}

function toPublic(row: Row): Words {
  return row.published ?? (row.open && mayBeOffered(row) ? toOffered(row) : undefined);
}

function toJoined(row: Row): Words {
  return (row.board === undefined ? undefined : row.published) ?? toOffered(row);
}

function toItems(
  rows: readonly Row[],
  { villages, categories }: Directory,
  said: (row: Row) => Words,
): BoardItem[] {
  return rows.flatMap((row) => {
    const words = said(row);
    if (!words) return [];
    const { _id: request, state, joinedCount: joined } = row;
    const village = nameOf(villages, row.village);
    const category = nameOf(categories, row.category);
    return [{ request, ...words, state, joined, village, category }];
  });
}

export function toPublicItems(rows: readonly Row[], directory: Directory): BoardItem[] {
  return toItems(rows, directory, toPublic);
}

/** What was taken down is not there; what was merged or withdrawn is, by the title that was joined. */
export function toJoinedItems(rows: readonly Row[], directory: Directory): BoardItem[] {
  return toItems(rows, directory, toJoined);
}
