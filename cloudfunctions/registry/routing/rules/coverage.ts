/** Which requests no row and no fallback of the table covers: they end with the office. */
import type { Gap } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../directory/rules/directory';
import { routeRequest } from './route-request';

/** A village without any group is one gap, not one for each category. */
export function listGaps(directory: Directory, date: LocalDate): Gap[] {
  return directory.villages.flatMap(({ id: village }): Gap[] => {
    const open = directory.categories.filter(
      ({ id: category }) => routeRequest(directory, { village, category }, date).rule === 'last-fallback',
    );
    if (open.length === directory.categories.length) return open.length === 0 ? [] : [{ village }];
    return open.map(({ id: category }) => ({ village, category }));
  });
}
