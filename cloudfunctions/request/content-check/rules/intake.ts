/** What becomes of a request's files when they were taken in (media): pure. */
import type { PartId } from '../../../../miniprogram/contract/content-check';
import type { TakenIn } from '../../../../miniprogram/contract/media';
import type { Instant } from '../../../../miniprogram/contract/wire';
import type { RequestDocument } from '../../rules/request-document';
import { photoPart, recordingPart, type Checks, type PartCheck } from './content-check';

type Files = Pick<RequestDocument, 'photos' | 'recordings'>;

/** Which files are still to be taken in, by their numbers. */
export function toTakeIn({ photos, recordings, checks }: Files & Pick<RequestDocument, 'checks'>) {
  const waits = (part: PartId) => checks?.[part]?.state === 'intake';
  return {
    photos: photos.flatMap((file, n) => (waits(photoPart(n)) ? [{ n, file }] : [])),
    recordings: recordings.flatMap(({ file }, n) => (waits(recordingPart(n)) ? [{ n, file }] : [])),
  };
}

/** By number; the others were taken in before. */
export interface Taken {
  photos: ReadonlyMap<number, TakenIn>;
  recordings: ReadonlyMap<number, TakenIn>;
}

function checkAfter(taken: TakenIn, checked: boolean, at: Instant): PartCheck {
  if ('fault' in taken) return { state: 'unusable', at, fault: taken.fault };
  return checked ? { state: 'waiting', at } : { state: 'passed', at };
}

function fileAfter(taken: TakenIn | undefined, before: string): string {
  if (!taken) return before;
  return 'file' in taken ? taken.file : '';
}

/**
 * The copies in place of what was named, part by part; what could not be taken in keeps its place without a file, so that
 * parts keep their numbers. `checked`: the content check is still to look at them; at what came later it always is.
 */
export function planIntake(
  { photos, recordings, checks: before = {} }: Files & Pick<RequestDocument, 'checks'>,
  taken: Taken,
  checked: boolean,
  at: Instant,
): Files & { checks: Checks } {
  const parts = [
    ...[...taken.photos].map(([n, each]) => [photoPart(n), each] as const),
    ...[...taken.recordings].map(([n, each]) => [recordingPart(n), each] as const),
  ];
  return {
    photos: photos.map((file, n) => fileAfter(taken.photos.get(n), file)),
    recordings: recordings.map((one, n) => ({ ...one, file: fileAfter(taken.recordings.get(n), one.file) })),
    checks: Object.fromEntries(
      parts.map(([part, each]) => [part, checkAfter(each, checked || before[part]?.later === true, at)]),
    ),
  };
}
