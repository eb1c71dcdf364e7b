/** duty (履职): how many there are of one thing. */
import type { Count, FactQuery } from '../../contract/facts';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

export async function getFigure(query: Omit<FactQuery, 'township'>): Promise<Result<Count>> {
  const result = await ask('duty', 'figures', { township: township(), queries: [query] });
  if (!result.ok) return result;
  const [count] = result.data.counts;
  return { ok: true, data: count ?? { n: 0, rows: 0, unknown: 0, entered: 0 } };
}
