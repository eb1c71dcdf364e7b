import type { Instant } from '../../../miniprogram/contract/wire';
import { clearImports } from '../imports/store';

/** Documents of one township in one morning; the next one does the rest. */
const AT_ONCE = 100;

/** Every morning: plans older than a month go. Two calls where there are none. */
export async function clearOldImports(township: string, now: Instant): Promise<number> {
  await clearImports(township, now, AT_ONCE);
  return 0;
}
