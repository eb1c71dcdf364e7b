/** What the unit has to do and has answered, how the answer was delivered, and what the asker said to it. */
import type { RequestView } from '../../../../miniprogram/contract/request';
import type { Assignment, Reply } from '../../../../miniprogram/contract/request-life';
import { DOOR_LABELS } from '../../../../miniprogram/contract/labels';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { officeName } from '../../routing/rules/decide-route';
import { nameOf } from '../../../registry/directory/rules/directory';
import type { CardDirectory } from '../../lists/rules/request-card';
import type { RequestDocument } from '../../rules/request-document';

function toReplies({ replies = [] }: RequestDocument, directory: CardDirectory): Reply[] {
  return replies.map(({ unit, by, ...reply }) => ({
    ...reply,
    by: nameOf(directory.units, unit) || nameOf(directory.people, by) || officeName(directory),
  }));
}

function toAssignment(
  request: RequestDocument,
  directory: CardDirectory,
  today: LocalDate,
): Assignment | undefined {
  const { lead, assigned, assists = {}, returnBy, extension, state } = request;
  if (lead === '' || !assigned) return undefined;
  return {
    lead: { unit: lead, name: nameOf(directory.units, lead) },
    assist: Object.entries(assists).map(([unit, assist]) => ({
      unit,
      name: nameOf(directory.units, unit),
      ...assist,
    })),
    at: assigned.at,
    accepted: state !== 'assigned',
    replyBy: assigned.replyBy,
    ...(assigned.words !== undefined && { words: assigned.words }),
    ...(returnBy !== undefined && returnBy >= today && { returnBy }),
    ...(extension && { extension }),
  };
}

export function toHandling(request: RequestDocument, directory: CardDirectory, today: LocalDate) {
  const { paused, delivery, outcome, door, rating, rateBy, redone, state } = request;
  const assignment = toAssignment(request, directory, today);
  return {
    replies: toReplies(request, directory),
    redone,
    ...(assignment && { assignment }),
    ...(paused && { paused: { until: paused.until, words: paused.words } }),
    ...(delivery && { delivery }),
    ...(outcome && { outcome }),
    ...(door && { door: DOOR_LABELS[door] }),
    ...(rating && { rating: { satisfaction: rating.satisfaction, onBehalf: rating.behalf } }),
    ...(state === 'closed' && !rating && rateBy !== undefined && rateBy >= today && { rateBy }),
  } satisfies Partial<RequestView>;
}
