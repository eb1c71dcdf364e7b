/** Photos and recordings of an activity: taken in by media inside the act, checked by WeChat after it. */
import type { PictureView } from '../../../miniprogram/contract/duty';
import type { TakenIn } from '../../../miniprogram/contract/media';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { liesIn } from '../../media/intake/rules/kept-files';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { orAs } from '../../registry/invitations/grants-store';
import { actorOf } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import { drop, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import { callOwnFunction } from '../../shared/own-call';
import type { Action, Call } from '../../shared/serve';
import { actOnActivity, findRepeated, isOffice } from '../activities/act-on-activity';
import { readerOf } from '../activities/reader';
import type { ActivityDocument, StoredPicture } from '../activities/rules/activity-document';
import { maySee, type Reader } from '../activities/rules/activity-view';
import { readActivity } from '../activities/store';
import { dutyInputs } from '../schemas';
import {
  isFull,
  lacksConsent,
  mayAddPictures,
  mayDropPicture,
  picturesOf,
  pictureState,
  seesPicture,
} from './rules/pictures';

type Added = Input<'duty', 'addPicture'>;
type Dropped = Input<'duty', 'dropPicture'>;
type Settled = Input<'duty', 'settlePicture'>;
type Opened = Input<'duty', 'openPictures'>;
type Of<A extends 'addPicture' | 'dropPicture' | 'settlePicture' | 'openPictures'> = Promise<
  Answer<Output<'duty', A>>
>;

/** By whom a face was agreed to is for whoever asked, and for the office. */
export function toPictures(activity: ActivityDocument, reader: Reader): PictureView[] {
  const seen = picturesOf(activity).filter(([, picture]) => seesPicture(activity, picture, reader));
  return seen.map(([id, picture]) => {
    const { use, seconds, consent, by } = picture;
    const knows = reader.office || by === reader.actor;
    return {
      picture: id,
      use,
      state: pictureState(picture),
      mayDrop: mayDropPicture(activity, picture, reader),
      ...(seconds !== undefined && { seconds }),
      ...(consent !== undefined &&
        knows && { consent: JSON.parse(decryptField(consent)) as Added['consent'] }),
    } as PictureView;
  });
}

/** What the office brings is its own to answer for, as with requests; a deployment may do without (CONTENT_CHECK=off). */
function isChecked(call: Call): boolean {
  return process.env['CONTENT_CHECK'] !== 'off' && !isOffice(call);
}

async function takeIn({ township, file, use }: Added, picture: string): Promise<TakenIn> {
  const asked = { township, file, use, picture };
  const answer = (await callOwnFunction('media', 'takeIn', asked)) as Answer<TakenIn>;
  if (!answer.ok) throw new Error(`media refused: ${answer.code}`);
  return answer.data;
}

function toStored(call: Call, { use, seconds, consent }: Added, file: string): StoredPicture {
  return {
    use,
    file,
    by: actorOf(call),
    at: call.now,
    openid: call.openid,
    check: { state: isChecked(call) ? 'waiting' : 'passed', at: call.now },
    ...(seconds !== undefined && { seconds }),
    ...(consent && { consent: encryptField(JSON.stringify(consent)) }),
  };
}

/** Two calls and media's after admit. What is no picture is said while it is known which one it was. */
async function runAdd(call: Call, input: Added): Of<'addPicture'> {
  const { township, activity: id, file, use } = input;
  const before = await readActivity(township, id);
  if (!before || !maySee(before, readerOf(call))) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok({ picture: repeated.answer });
  const picture = `f${hashParts(['picture', call.account, call.key], 12)}`;
  // It is there, and its act so long ago that the activity does not remember it: it stays as it was settled.
  if (before.pictures?.[picture]) return ok({ picture });
  if (!mayAddPictures(before, readerOf(call))) return refuse('wrong-state', { state: before.state });
  if (!liesIn(file, ownFolder(township, call.account))) return refuse('not-your-file');
  if (lacksConsent(before, input, toLocalDate(call.now))) return refuse('bad-input', { field: 'consent' });
  if (isFull(before, use)) return refuse('too-many-rows');
  const taken = await takeIn(input, picture);
  if ('fault' in taken) return ok({ fault: taken.fault });
  const plan = {
    act: 'add-picture',
    event: 'activity-picture-added',
    where: { edition: before.edition, state: 'held' },
    changes: { [`pictures.${picture}`]: put(toStored(call, input, taken.file)) },
    about: { picture },
    answer: picture,
  };
  const done = await actOnActivity(call, id, plan, ({ edition }) => refuse('activity-changed', { edition }));
  return done.ok ? ok({ picture }) : done;
}

async function runDrop(call: Call, { township, activity: id, picture }: Dropped): Of<'dropPicture'> {
  const before = await readActivity(township, id);
  if (!before || !maySee(before, readerOf(call))) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok({ picture });
  const found = before.pictures?.[picture];
  if (!found || !mayDropPicture(before, found, readerOf(call))) return refuse('not-found');
  const plan = {
    act: 'drop-picture',
    event: 'activity-picture-dropped',
    where: { edition: before.edition },
    changes: { [`pictures.${picture}`]: drop },
    about: { picture, file: found.file },
  };
  const done = await actOnActivity(call, id, plan, ({ edition }) => refuse('activity-changed', { edition }));
  return done.ok ? ok({ picture }) : done;
}

const SETTLED: readonly string[] = ['held', 'released', 'kept'];

/** The office looks at what WeChat would not pass, and may change its mind later. */
async function runSettle(call: Call, input: Settled): Of<'settlePicture'> {
  const { township, activity: id, picture, release } = input;
  const before = await readActivity(township, id);
  const found = before?.pictures?.[picture];
  if (!before || !found || before.state === 'withdrawn') return refuse('not-found');
  const repeated = findRepeated(call, before);
  const answer = { picture, released: release };
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok(answer);
  if (!SETTLED.includes(found.check.state)) return refuse('wrong-state');
  const to = release ? ('released' as const) : ('kept' as const);
  const plan = {
    act: `picture-${to}`,
    event: 'activity-picture-settled',
    where: { edition: before.edition, [`pictures.${picture}.check.state`]: found.check.state },
    changes: { [`pictures.${picture}.check`]: put({ state: to, at: call.now }) },
    about: { picture },
  };
  const done = await actOnActivity(call, id, plan, ({ edition }) => refuse('activity-changed', { edition }));
  return done.ok ? ok(answer) : done;
}

/** Half an hour's links to those that the reader may see. One read after admit. */
async function runOpen(call: Call, { township, activity: id }: Opened): Of<'openPictures'> {
  const activity = await readActivity(township, id);
  const reader = readerOf(call);
  if (!activity || !maySee(activity, reader)) return refuse('not-found');
  const seen = picturesOf(activity).filter(([, picture]) => seesPicture(activity, picture, reader));
  const links = await linkFiles(seen.map(([, { file }]) => file));
  return ok({ files: seen.map(([picture], at) => ({ picture, file: links[at] ?? '' })) });
}

export const addPicture: Action<Added, Output<'duty', 'addPicture'>> = {
  write: true,
  input: dutyInputs.addPicture,
  run: (call, input) => orAs(call, OFFICE, (as) => runAdd(as, input)),
};
export const dropPicture: Action<Dropped, Output<'duty', 'dropPicture'>> = {
  write: true,
  input: dutyInputs.dropPicture,
  run: (call, input) => orAs(call, OFFICE, (as) => runDrop(as, input)),
};
export const settlePicture: Action<Settled, Output<'duty', 'settlePicture'>> = {
  write: true,
  input: dutyInputs.settlePicture,
  run: runSettle,
};
export const openPictures: Action<Opened, Output<'duty', 'openPictures'>> = {
  write: false,
  input: dutyInputs.openPictures,
  run: (call, input) => orAs(call, OFFICE, (as) => runOpen(as, input)),
};
