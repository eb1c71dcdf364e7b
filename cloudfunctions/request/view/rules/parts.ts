/**
 * What of each part of a request a reader may see: the one rule of pages, lists, sheets and messages. Before it stands
 * who may know of it at all (shared/visibility.ts) and in what quality (reader.ts); beside it, that a part which is
 * not checked yet is the asker's and the office's alone (content-check.ts).
 */
import type { RequestDocument } from '../../rules/request-document';
import type { Reader } from './reader';

/** `words` are what the asker said later, with a step. */
export type Part = 'text' | 'words' | 'photo' | 'recording' | 'name' | 'phone';
export type Shown = 'whole' | 'masked' | 'no';

type Switches = Pick<RequestDocument, 'privacy'>;

/**
 * The switch «不让代表看到我的名字» keeps these readers from name, phone, photos, recordings and from the words
 * themselves, in which somebody may be known again: they have the office's summary (mission B8). The presidium and
 * the units never learn more than the deputies.
 */
export function isVeiled({ privacy }: Switches, reader: Reader): boolean {
  return privacy.hideName && reader !== 'asker' && reader !== 'office';
}

/** Whether the reader may know who asked: a unit by the asker's consent, the presidium never. */
function knowsAsker({ privacy }: Switches, reader: Reader): boolean {
  return reader !== 'overseer' && (reader !== 'unit' || privacy.unitMayCall === true);
}

/** A phone is whole for its owner alone; others ask for it with a reason (reveal-phone.ts). */
export function showsPart(request: Switches, reader: Reader, part: Part): Shown {
  if (reader === 'asker') return 'whole';
  if (isVeiled(request, reader)) return 'no';
  if (part !== 'name' && part !== 'phone') return 'whole';
  if (!knowsAsker(request, reader)) return 'no';
  return part === 'phone' ? 'masked' : 'whole';
}
