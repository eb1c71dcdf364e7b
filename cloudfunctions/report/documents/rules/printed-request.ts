/** What may stand on paper of a stored request. */
import { KIND_LABELS, REPLY_LABELS } from '../../../../miniprogram/contract/labels';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { hideUnchecked } from '../../../request/content-check/rules/content-check';
import { titleOf } from '../../../request/lists/rules/request-card';
import { isVeiled, showsPart } from '../../../request/view/rules/parts';
import type { RequestDocument } from '../../../request/rules/request-document';
import { toLocalDate } from '../../../shared/china-time';
import type { Assignment, PrintedRequest } from './assignment-sheet';
import type { Replied } from './reply-sheet';

/** The unit's sheet may lie on any desk: nothing unchecked, and of a hidden asker the office's summary alone. */
function toPrinted(stored: RequestDocument, directory: Directory, reader: 'unit' | 'asker'): PrintedRequest {
  const request = hideUnchecked(stored, reader);
  const { number, text = '', summary = '', kind, village, category, createdAt } = request;
  return {
    number,
    title: titleOf(request, directory, reader),
    kind: KIND_LABELS[kind],
    text: isVeiled(request, reader) ? summary : text,
    village: nameOf(directory.villages, village),
    category: nameOf(directory.categories, category),
    submittedOn: toLocalDate(createdAt),
  };
}

/** Whether the unit may be told who asked. */
export function tellsUnit(request: Pick<RequestDocument, 'privacy'>): boolean {
  return showsPart(request, 'unit', 'name') !== 'no';
}

/** Undefined: it is assigned to nobody. */
export function toAssignment(
  request: RequestDocument,
  directory: Directory,
  asker: Assignment['asker'],
): Assignment | undefined {
  const { lead, assists = {}, assigned, deputy } = request;
  if (lead === '' || !assigned) return undefined;
  return {
    ...toPrinted(request, directory, 'unit'),
    lead: nameOf(directory.units, lead),
    assisting: Object.keys(assists).map((unit) => nameOf(directory.units, unit)),
    assignedOn: toLocalDate(assigned.at),
    replyBy: assigned.replyBy,
    ...(assigned.words !== undefined && { words: assigned.words }),
    ...(deputy !== '' && { deputy: nameOf(directory.people, deputy) }),
    ...(asker && tellsUnit(request) && { asker }),
  };
}

/** The last reply. Undefined: nobody has answered. */
export function toReplied(request: RequestDocument, directory: Directory): Replied | undefined {
  const reply = request.replies?.at(-1);
  if (!reply) return undefined;
  return {
    ...toPrinted(request, directory, 'asker'),
    unit: nameOf(directory.units, reply.unit) || `${directory.card.name}人大办`,
    repliedOn: toLocalDate(reply.at),
    className: REPLY_LABELS[reply.class].replace(/^[A-Z]\s*/, ''),
    words: reply.words,
    ...(reply.doneBy !== undefined && { promisedBy: reply.doneBy }),
  };
}
