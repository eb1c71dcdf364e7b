/** The collection of the audit: rows of history that left their documents. It only grows. */
import { createOne, inTownship, type CollectionSpecs } from '../../shared/database';
import type { HistoryRow } from '../../shared/outbox';
import { rowId } from '../rules/ids';

const AUDIT = 'audit';

export const collections = {
  [AUDIT]: {
    indexes: [inTownship('township_document_at', 'document', 'at'), inTownship('township_at', 'at')],
  },
} satisfies CollectionSpecs;

/** Append-only: a row that stands there already stays as it is. */
export async function writeAudit(
  collection: string,
  due: { township: string; _id: string },
  row: HistoryRow,
): Promise<void> {
  const { township, _id: document } = due;
  const audited = { ...row, _id: rowId(collection, due, row.id), township, rev: 1, collection, document };
  await createOne(AUDIT, audited);
}
