/** 再补充: what the asker says later. Its files stand after those that are there, and are seen by the same people. */
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { liesIn } from '../../../media/intake/rules/kept-files';
import { ownFolder } from '../../../registry/directory/rules/own-folder';
import { said, type PlanReading } from './plan';

export const supplement: PlanReading<'supplement'> = (step, { by }, before) => {
  const { photos = [], recordings = [] } = step;
  const files = [...photos, ...recordings.map(({ file }) => file)];
  if (step.words === undefined && files.length === 0) return { refused: 'nothing-said' };
  if (files.length === 0) return said(step);
  const folder = ownFolder(before.township, by);
  if (!files.every((file) => liesIn(file, folder))) return { refused: 'not-your-file' };
  const all = {
    photos: [...before.photos, ...photos],
    recordings: [...before.recordings, ...recordings],
  };
  if (all.photos.length > LIMITS.photosInAll || all.recordings.length > LIMITS.recordingsInAll)
    return { refused: 'too-many-files' };
  return {
    ...said(step),
    set: { ...all, intake: true },
    brings: {
      photos: { from: before.photos.length, count: photos.length },
      recordings: { from: before.recordings.length, count: recordings.length },
    },
  };
};
