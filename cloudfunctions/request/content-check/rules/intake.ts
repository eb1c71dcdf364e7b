/** What becomes of a request's files when they were taken in (media): pure. */
import type { TakenIn } from '../../../../miniprogram/contract/media';
import type { Instant } from '../../../../miniprogram/contract/wire';
import type { RequestDocument } from '../../rules/request-document';
import { photoPart, recordingPart, type Checks, type PartCheck } from './content-check';

type Files = Pick<RequestDocument, 'photos' | 'recordings'>;

export interface Taken {
  photos: readonly TakenIn[];
  recordings: readonly TakenIn[];
}

function checkAfter(taken: TakenIn | undefined, checked: boolean, at: Instant): PartCheck {
  if (!taken || 'fault' in taken) return { state: 'unusable', at, fault: taken?.fault ?? 'gone' };
  return checked ? { state: 'waiting', at } : { state: 'passed', at };
}

function fileAfter(taken: TakenIn | undefined): string {
  return taken && 'file' in taken ? taken.file : '';
}

/**
 * The copies in place of what was named, part by part; what could not be taken in keeps its place without a file, so that
 * parts keep their numbers. `checked`: the content check is still to look at them.
 */
export function planIntake(
  { photos, recordings }: Files,
  taken: Taken,
  checked: boolean,
  at: Instant,
): Files & { checks: Checks } {
  const parts = [
    ...photos.map((_photo, n) => [photoPart(n), taken.photos[n]] as const),
    ...recordings.map((_recording, n) => [recordingPart(n), taken.recordings[n]] as const),
  ];
  return {
    photos: photos.map((_photo, n) => fileAfter(taken.photos[n])),
    recordings: recordings.map((one, n) => ({ ...one, file: fileAfter(taken.recordings[n]) })),
    checks: Object.fromEntries(parts.map(([part, each]) => [part, checkAfter(each, checked, at)])),
  };
}
