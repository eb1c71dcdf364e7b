import type { ActivityView } from '../../../miniprogram/contract/duty';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { orAs } from '../../registry/invitations/grants-store';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import type { ActivityDocument } from './rules/activity-document';
import { toMaterials } from '../materials/materials';
import { toPictures } from '../pictures/pictures';
import { mayAddPictures } from '../pictures/rules/pictures';
import { openOpinion } from '../opinions/open-opinion';
import { mayReadTies } from '../ties/readers';
import { readerOf } from './reader';
import { maySee, toView } from './rules/activity-view';
import { openSaid, readActivity } from './store';

type Asked = Input<'duty', 'activity'>;

function openReasons({ invited }: ActivityDocument): Record<string, string> {
  const entries = Object.entries(invited).flatMap(([person, { w }]) =>
    w === undefined ? [] : [[person, decryptField(w)]],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/** One read after admit. */
async function run(call: Call, { township, activity: id }: Asked): Promise<Answer<ActivityView>> {
  const activity = await readActivity(township, id);
  const reader = readerOf(call);
  if (!activity || !maySee(activity, reader)) return refuse('not-found');
  // Of a tied household the office reads only by whom the chair named.
  const closed = activity.kind === 'tied-help' && activity.by !== reader.actor;
  if (closed && !(await mayReadTies(call))) return refuse('not-found');
  const opinions = Object.entries(activity.opinions).map(([opinion, stored]) =>
    openOpinion(opinion, stored, call),
  );
  const opened = {
    said: openSaid(activity),
    opinions,
    reasons: openReasons(activity),
    materials: toMaterials(activity),
    pictures: toPictures(activity, reader),
    mayAddPictures: mayAddPictures(activity, reader),
  };
  return ok(toView(activity, opened, reader));
}

export const activity: Action<Asked, ActivityView> = {
  write: false,
  input: dutyInputs.activity,
  run: (call, input) => orAs(call, OFFICE, (as) => run(as, input)),
};
