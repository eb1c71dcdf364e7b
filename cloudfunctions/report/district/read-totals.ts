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
  const asked = of === undefined ? all : [of];
  const span = spanOf(toLocalDate(now));
  const ready = ofToday(await readReadyFigures(asked), span);
  const numbers = addUp(ready);
  return {
    name: district?.card?.name ?? '',
    townships: asked.length,
    counted: ready.length,
    from: span.from,
    to: span.to,
    ...(numbers && { numbers }),
  };
}
