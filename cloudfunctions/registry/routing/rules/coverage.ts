/** Which matters no row and no fallback of the table covers: they end with the office. */
import type { Gap } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { NameBook } from '../../directory/rules/directory';
import { routeRequest } from './route-request';

/** A village without any group is one gap, not one for each category. */
export function listGaps(book: NameBook, date: LocalDate): Gap[] {
  return book.villages.flatMap(({ id: village }): Gap[] => {
    const open = book.categories.filter(
      ({ id: category }) => routeRequest(book, { village, category }, date).rule === 'last-fallback',
    );
    if (open.length === book.categories.length) return open.length === 0 ? [] : [{ village }];
    return open.map(({ id: category }) => ({ village, category }));
  });
}
