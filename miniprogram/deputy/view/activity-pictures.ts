/** Photos and recordings of an activity as the reader sees them. */
import { shapeOf } from '../../contract/activity-kinds';
import { DUTY_LIMITS, type ActivityView, type PictureState, type PictureView } from '../../contract/duty';
import { sayFullDate } from '../../view/dates';

export interface PictureLine {
  picture: string;
  photo: boolean;
  seconds: number;
  /** What there is to say of it. */
  words: string;
  mayDrop: boolean;
  /** The office decides whether others see it. */
  mayRelease: boolean;
  mayKeep: boolean;
}

export interface PicturesScreen {
  lines: readonly PictureLine[];
  mayAdd: boolean;
  /** How many more photos, and recordings. */
  photosLeft: number;
  recordingsLeft: number;
  /** Of a face it is asked who agreed. */
  faces: boolean;
  /** Who sees them. */
  who: string;
}

const STATES: Readonly<Record<PictureState, string>> = {
  checking: '正在检查，过一会儿别人才看得到',
  clear: '',
  held: '没有自动通过检查，等人大办看',
  kept: '人大办决定不给别人看',
};

const WHO = {
  all: '看得到这条活动的代表和人大办都看得到。',
  recorder: '只有登记的人和人大办看得到。',
};

function toLine(
  { picture, use, state, seconds = 0, consent, mayDrop }: PictureView,
  office: boolean,
): PictureLine {
  const agreed = consent && `${consent.by}${sayFullDate(consent.on)}同意露脸`;
  return {
    picture,
    photo: use === 'photo',
    seconds,
    words: [STATES[state], agreed].filter(Boolean).join('；'),
    mayDrop,
    mayRelease: office && (state === 'held' || state === 'kept'),
    mayKeep: office && state === 'held',
  };
}

/** Undefined: there are none, and the reader adds none. */
export function toPicturesScreen(view: ActivityView, office: boolean): PicturesScreen | undefined {
  const { pictures, mayAddPictures } = view;
  const { pictures: shown, faces } = shapeOf(view);
  if (shown === undefined || (pictures.length === 0 && !mayAddPictures)) return undefined;
  const photos = pictures.filter(({ use }) => use === 'photo').length;
  return {
    lines: pictures.map((each) => toLine(each, office)),
    mayAdd: mayAddPictures,
    photosLeft: DUTY_LIMITS.photos - photos,
    recordingsLeft: DUTY_LIMITS.recordings - (pictures.length - photos),
    faces: faces === true,
    who: WHO[shown],
  };
}
