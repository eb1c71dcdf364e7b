/** The half-year of duty in the sample says the seed report's figures, on whatever day it is loaded. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countRows } from '../../../cloudfunctions/duty/ledger/rules/count';
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import { addDays } from '../../../cloudfunctions/shared/china-time';
import { openDatabase } from '../../../local/cloudbase/database';
import type { LocalDatabase } from '../../../local/cloudbase/database/types';
import { loadSample } from '../../../local/townships';
import { recount } from '../../../local/recount';
import { MEASURES, type Measure } from '../../../miniprogram/contract/facts';

const dir = mkdtempSync(join(tmpdir(), 'duties-'));
let database: LocalDatabase;
beforeAll(() => {
  database = openDatabase({ dir, now: () => 0, indexes: {} });
});
afterAll(async () => {
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

const keys = { id: 'k1', key: Buffer.alloc(32, 'sample').toString('base64') };

it.each(['2026-11-23', '2026-01-02', '2026-07-01', '2027-03-05', '2028-02-29'])(
  'on %s: 36 received by deputies, 126 households, 52 matters',
  async (today) => {
    await database.drop();
    await loadSample(database, { now: Date.parse(`${today}T09:00:00+08:00`), keys, lives: true });
    const facts = [...database.exportDocuments('facts')] as unknown as StoredFact[];
    const count = (of: Measure) => {
      const from = addDays(today, -180);
      const rows = facts.filter(
        ({ township, facets, date }) =>
          township === 'bh' && facets.includes(of) && date >= from && date <= today,
      );
      return countRows(MEASURES[of].unit, rows);
    };
    expect(count('received')).toMatchObject({ n: 36, unknown: 0 });
    expect(count('visited')).toMatchObject({ n: 126, rows: 144, unknown: 0 });
    expect(count('done')).toMatchObject({ n: 52 });
    expect(count('solved').n).toBeGreaterThan(0);
    expect(count('inspected').n).toBeGreaterThan(0);
    process.env['FIELD_KEYS'] = JSON.stringify({ current: keys.id, keys: { [keys.id]: keys.key } });
    for (const township of ['bh', 'qs']) expect(recount(database, township)).toEqual([]);
    expect(JSON.stringify(facts)).not.toMatch(/大山|秀兰|长顺/);
  },
);
