/** Photos and recordings of an activity: chosen or spoken, sent, taken in; seen by a link of half an hour. */
import type { DutyActions, FaceConsent, PictureUse } from '../../contract/duty';
import type { FileFault } from '../../contract/media';
import type { Failure, Result } from '../../contract/result';
import { ask, write } from '../../platform/cloud';
import { sendFile } from '../../platform/files';
import { newKey } from '../../platform/keys';
import { township } from '../../platform/whereabouts';
import { whoAmI } from '../../services/registry';

type In<A extends keyof DutyActions> = Omit<DutyActions[A]['input'], 'township'>;
type Out<A extends keyof DutyActions> = Promise<Result<DutyActions[A]['output']>>;

const FAULTS: Readonly<Record<FileFault, string>> = {
  gone: '没有传上来，请再加一次。',
  empty: '文件是空的，没有加上。请重拍，或选别的。',
  large: '文件太大，没有加上。请重拍一张。',
  unreadable: '打不开，没有加上。请重拍，或选别的。',
};

export interface NewPicture {
  path: string;
  use: PictureUse;
  seconds?: number;
  faceless?: true;
  consent?: FaceConsent;
}

/** Sent under one key, so that it is there once; a string: why media took none. */
export async function sendPicture(
  activity: string,
  { path, use, ...about }: NewPicture,
  onPercent: (percent: number) => void,
): Promise<Failure | string | undefined> {
  const who = await whoAmI();
  if (!who.ok) return who;
  const key = newKey();
  const ending = use === 'photo' ? 'jpg' : 'mp3';
  const sent = await sendFile(path, `${who.data.folder}/activity-${key}/1.${ending}`, onPercent);
  if (!sent.ok) return sent;
  const input = Object.assign({ township: township(), activity, file: sent.data, use }, about);
  const added: Awaited<Out<'addPicture'>> = await write('duty', 'addPicture', input, key);
  if (!added.ok) return added;
  return 'fault' in added.data ? FAULTS[added.data.fault] : undefined;
}

export function openPictures(activity: string): Out<'openPictures'> {
  return ask('duty', 'openPictures', { township: township(), activity });
}

export function dropPicture(input: In<'dropPicture'>, key: string): Out<'dropPicture'> {
  return write('duty', 'dropPicture', { township: township(), ...input }, key);
}

export function settlePicture(input: In<'settlePicture'>, key: string): Out<'settlePicture'> {
  return write('duty', 'settlePicture', { township: township(), ...input }, key);
}
