/** Whoever looks at a suggestion, or draws one up, sees of requests what the one rule of reading gives them. */
import type { Directory } from '../../../registry/directory/rules/directory';
import type { RequestDocument } from '../../../request/rules/request-document';
import { readerBy, type Grant, type Reader } from '../../../request/view/rules/reader';
import { isHiddenFrom } from '../../../shared/visibility';
import type { LocalDate } from '../../../../miniprogram/contract/wire';

/** As what somebody with these grants reads it; nothing where it is kept from them in one of their roles. */
export function readersOf(
  held: readonly Grant[],
  request: RequestDocument,
  directory: Directory,
  today: LocalDate,
): Reader[] {
  if (held.some(({ person }) => isHiddenFrom(person, request, directory))) return [];
  return held.flatMap((grant) => readerBy(grant, request, directory, today) ?? []);
}
