import { toFactRow } from '../../duty/ledger/figures-store';
import { readAllFacts } from '../documents/read-all-facts';
import { readTitles } from '../documents/read-titles';
import type { RecordedFact } from '../documents/rules/duty-record';
import { withoutVoters } from './rules/district-record';

/** What the ledger of a township holds of a deputy of the district, newest first. One call for each page of rows, one for each hundred activities. */
export async function readDistrictFacts(
  township: string,
  person: string,
  year: number,
): Promise<RecordedFact[]> {
  const rows = await readAllFacts({
    township,
    of: 'all',
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    by: { dimension: 'person', value: person },
  });
  const titles = await readTitles(township, rows);
  return rows.map((row) => {
    const { kind, date, entered, source } = toFactRow(row);
    return withoutVoters({ kind, date, entered }, row.heading, titles.get(source.id));
  });
}
