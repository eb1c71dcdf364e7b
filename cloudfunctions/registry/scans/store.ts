/** What posters bring: one document a place and month. */
import { add } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const SCANS = 'scans';

export const collections = {
  [SCANS]: { indexes: [inTownship('township_month', 'month')] },
} satisfies CollectionSpecs;

export interface Scans extends Stored {
  place: string;
  /** `YYYY-MM` in China. */
  month: string;
  n: number;
}

/** More homes and villages than a township has: its largest have some eighty villages. */
const PLACES_AT_MOST = 200;

/** One call; the first of a month makes the document, and who loses that race adds to it. */
export async function countScan(township: string, place: string, month: string): Promise<void> {
  const id = `${township}~${place}~${month}`;
  const addOne = () => changeOne(SCANS, township, id, { month }, { n: add(1) });
  if (await addOne()) return;
  const first: Scans = { _id: id, township, rev: 1, place, month, n: 1 };
  if (!(await createOne(SCANS, first))) await addOne();
}

/** One call. */
export function readScans(township: string, month: string): Promise<Scans[]> {
  return readPage<Scans>(SCANS, township, { where: { month }, order: [], limit: PLACES_AT_MOST });
}
