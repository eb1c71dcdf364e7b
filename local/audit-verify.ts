/**
 * `npm run audit:verify -- [--township ID] [--data DIR]`: whether the audit is as it was sealed, as it lies in the data
 * folder: the first seal that does not hold and why, what no seal holds yet, and the last seal's hash to be kept
 * elsewhere. It writes nothing.
 */
import { parseArgs } from 'node:util';
import { hashOfAudit, type StoredSeal } from '../cloudfunctions/notify/audit/store';
import { verifySeals, type AuditRow, type Verified } from '../cloudfunctions/notify/audit/rules/seal';
import { AUDIT_DAYS_AT_LEAST } from '../cloudfunctions/notify/reminders/rules/reminders';
import { DAY_MS } from '../cloudfunctions/shared/china-time';
import type { LocalDatabase } from './cloudbase/database/types';
import { runTool, withStoredData } from './stored-data';

/** By township. FIELD_KEYS must be in the environment: seals are keyed hashes. */
export function verifyAudit(database: LocalDatabase, now: number): Map<string, Verified> {
  const all = <T>(name: string) =>
    database.collectionNames().includes(name) ? ([...database.exportDocuments(name)] as unknown as T[]) : [];
  const [rows, seals] = [all<AuditRow>('audit'), all<StoredSeal>('seals')];
  const townships = [...new Set([...rows, ...seals].map(({ township }) => township))].sort();
  const keptSince = now - AUDIT_DAYS_AT_LEAST * DAY_MS;
  return new Map(
    townships.map((township) => {
      const chain = seals.filter((one) => one.township === township).sort((one, other) => one.n - other.n);
      const own = rows.filter((one) => one.township === township);
      return [township, verifySeals(chain, own, keptSince, hashOfAudit)];
    }),
  );
}

function tell(township: string, { seals, rows, broken, unsealed, last }: Verified): void {
  if (broken) {
    const row = broken.row === undefined ? '' : ` ${broken.row}`;
    console.log(`${township}: seal ${String(broken.n)} does not hold: ${broken.fault}${row}`);
  } else console.log(`${township}: ${String(seals)} seals over ${String(rows)} rows hold`);
  console.log(`${township}: ${String(unsealed)} rows are not sealed yet; last seal ${last || '-'}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { township: { type: 'string' }, data: { type: 'string', default: '.local' } },
  });
  await withStoredData(values.data, (database) => {
    const all = [...verifyAudit(database, Date.now())].filter(
      ([township]) => values.township === undefined || values.township === township,
    );
    for (const [township, verified] of all) {
      tell(township, verified);
      if (verified.broken) process.exitCode = 1;
    }
    if (all.length === 0) console.log('the audit has no rows');
  });
}

if (require.main === module) runTool(main);
