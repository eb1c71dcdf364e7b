/** Photos and recordings of an activity: who adds one, who sees it, and what a face in it takes. Pure. */
import { shapeOf } from '../../../../miniprogram/contract/activity-kinds';
import {
  DUTY_LIMITS,
  type FaceConsent,
  type PictureState,
  type PictureUse,
} from '../../../../miniprogram/contract/duty';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { CheckState } from '../../../request/content-check/rules/content-check';
import type { ActivityDocument, StoredPicture } from '../../activities/rules/activity-document';
import type { Reader } from '../../activities/rules/activity-view';

type Pictured = Pick<ActivityDocument, 'kind' | 'own' | 'state' | 'by' | 'persons' | 'pictures' | 'bare'>;

const SHOWN: Readonly<Record<CheckState, PictureState>> = {
  intake: 'checking',
  waiting: 'checking',
  asked: 'checking',
  passed: 'clear',
  released: 'clear',
  held: 'held',
  kept: 'kept',
  unusable: 'kept',
};

export function pictureState({ check }: StoredPicture): PictureState {
  return SHOWN[check.state];
}

/**
 * Whoever recorded it and the office; who took part besides, where the kind shows its pictures to all of them. Not to one
 * that was swept, which nobody sweeps again.
 */
export function mayAddPictures(activity: Pictured, { actor, office }: Reader): boolean {
  const { state, by, persons, bare } = activity;
  const shown = shapeOf(activity).pictures;
  if (state !== 'held' || shown === undefined || bare) return false;
  return office || by === actor || (shown === 'all' && persons.includes(actor));
}

/** The office and whoever added it see it at once; the others once it is clear, and as far as the kind lets them. */
export function seesPicture(activity: Pictured, picture: StoredPicture, { actor, office }: Reader): boolean {
  const { by, state } = activity;
  const shown = shapeOf(activity).pictures;
  if (state === 'withdrawn' || shown === undefined) return false;
  if (office || picture.by === actor) return true;
  return pictureState(picture) === 'clear' && (shown === 'all' || by === actor);
}

export function mayDropPicture(
  { by, state }: Pictured,
  picture: StoredPicture,
  { actor, office }: Reader,
): boolean {
  return state !== 'withdrawn' && (office || by === actor || picture.by === actor);
}

/** Pictures were added on what their kind says of who sees them and of faces: with another word on it, they go first. */
export function movesPictures(before: Pictured, to: Pick<ActivityDocument, 'kind' | 'own'>): boolean {
  const [had, has] = [shapeOf(before), shapeOf(to)];
  const same = had.pictures === has.pictures && had.faces === has.faces;
  return !same && Object.keys(before.pictures ?? {}).length > 0;
}

export function picturesOf({ pictures = {} }: Pick<ActivityDocument, 'pictures'>): [string, StoredPicture][] {
  return Object.entries(pictures).sort(([, one], [, other]) => one.at - other.at);
}

/** How many people may see: photos and recordings that are clear. */
export function countPictures(activity: Pick<ActivityDocument, 'pictures'>): Record<PictureUse, number> {
  const clear = picturesOf(activity).filter(([, picture]) => pictureState(picture) === 'clear');
  const photo = clear.filter(([, { use }]) => use === 'photo').length;
  return { photo, recording: clear.length - photo };
}

export function isFull(activity: Pick<ActivityDocument, 'pictures'>, use: PictureUse): boolean {
  const most = use === 'photo' ? DUTY_LIMITS.photos : DUTY_LIMITS.recordings;
  return picturesOf(activity).filter(([, picture]) => picture.use === use).length >= most;
}

interface Asked {
  use: PictureUse;
  faceless?: boolean;
  consent?: FaceConsent;
}

/** Of people in need a face is shown by their leave alone: either there is none, or it is said by whom and when. */
export function lacksConsent(
  activity: Pick<ActivityDocument, 'kind' | 'own'>,
  { use, faceless, consent }: Asked,
  today: LocalDate,
): boolean {
  if (consent && consent.on > today) return true;
  if (use !== 'photo' || !shapeOf(activity).faces) return false;
  return (faceless === true) === (consent !== undefined);
}
