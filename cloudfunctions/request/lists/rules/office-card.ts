/** A card with what the office's lists say besides. */
import { REPLY_LABELS } from '../../../../miniprogram/contract/labels';
import { MANY_ACTS, type OfficeCard, type OfficeQueue } from '../../../../miniprogram/contract/request-lists';
import { legalActs } from '../../../shared/life/rules/table';
import type { Caller } from '../../life/rules/actors';
import { REQUEST_LIFE } from '../../life/rules/life-cycle';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameHolder } from '../../routing/rules/decide-route';
import { nameOf } from '../../../registry/directory/rules/directory';
import type { Reader } from '../../view/rules/reader';
import { toCard, type CardDirectory, type CardSource } from './request-card';
import type { RequestDocument } from '../../rules/request-document';

export type OfficeSource = CardSource &
  Pick<RequestDocument, 'group' | 'replies' | 'extension' | 'dispatches' | 'word'>;

/** What the life's table asks of a request, besides. */
export const MANY_FIELDS = ['account', 'hidden', 'urgedOn', 'reach', 'extension', 'paused'] as const;

interface Of {
  caller: Caller;
  today: LocalDate;
  /** The last date that is warned of. */
  yellow: LocalDate;
  queue: OfficeQueue;
}

function colourOf({ open, due, word }: OfficeSource, { today, yellow, queue }: Of): OfficeCard['colour'] {
  if (queue === 'to-tell' && word) return word.by < today ? 'red' : 'yellow';
  if (!open) return undefined;
  if (due < today) return 'red';
  return due <= yellow ? 'yellow' : undefined;
}

function sayReply({ replies = [] }: OfficeSource): string | undefined {
  const last = replies.at(-1);
  return last && `${REPLY_LABELS[last.class]}：${last.words}`;
}

function mayAmong(source: OfficeSource, { caller, today }: Of): OfficeCard['may'] {
  const legal = legalActs(REQUEST_LIFE, source, [caller], today);
  return MANY_ACTS.filter((act) => legal.includes(act));
}

export function toOfficeCard(
  source: OfficeSource,
  directory: CardDirectory,
  reader: Reader,
  of: Of,
): OfficeCard {
  const colour = colourOf(source, of);
  const reply = of.queue === 'promises' || of.queue === 'deliveries' ? sayReply(source) : undefined;
  const { group, extension, dispatches = [], word } = source;
  return {
    ...toCard(source, directory, reader, of.today),
    ...(colour && { colour }),
    ...(group !== '' && { group: nameOf(directory.groups, group) }),
    owner: nameHolder(directory, source),
    may: mayAmong(source, of),
    ...(of.queue === 'dispatches' && {
      dispatches: dispatches.map(({ at, words }) => ({ at, words })).reverse(),
    }),
    ...(of.queue === 'to-tell' && word && { tellBy: word.by }),
    ...(reply !== undefined && { reply }),
    ...(of.queue === 'extensions' &&
      extension && { extension: { until: extension.until, words: extension.words } }),
  };
}
