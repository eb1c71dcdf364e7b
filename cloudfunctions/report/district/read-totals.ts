/** The district's numbers from what its townships' timers counted: two calls, however many townships there are. */
import type { DistrictView } from '../../../miniprogram/contract/district-view';
import type { Instant } from '../../../miniprogram/contract/wire';
import { spanOf } from '../../notify/workbench/rules/figures';
import { readReadyFigures } from '../../notify/workbench/store';
import { readDistrict } from '../../registry/district/district-store';
import { toLocalDate } from '../../shared/china-time';
import { addUp, ofToday } from './rules/totals';

/** Undefined: `of` is no township of this district. */
export async function readTotals(of: string | undefined, now: Instant): Promise<DistrictView | undefined> {
  const district = await readDistrict();
  const all = district?.townships ?? [];
  if (of !== undefined && !all.includes(of)) return undefined;
  const span = spanOf(toLocalDate(now));
  const ready = ofToday(await readReadyFigures(all), span);
  // What may be told of one depends on the others: whoever lays the answers beside each other knows all of them.
  const numbers = addUp(ready, of === undefined ? 'all' : ready.findIndex(({ township }) => township === of));
  return {
    name: district?.card?.name ?? '',
    townships: of === undefined ? all.length : 1,
    counted: of === undefined ? ready.length : Number(numbers !== undefined),
    from: span.from,
    to: span.to,
    ...(numbers && { numbers }),
  };
}
