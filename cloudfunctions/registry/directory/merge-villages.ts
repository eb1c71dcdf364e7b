import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import type { Action, Call } from '../../shared/serve';
import { actOnDirectory } from './act-on-directory';
import { refuseHeld } from '../invitations/held-by';
import { bookInputs } from './schemas';
import { refuseBroken } from './rules/edit-directory';
import { mergeVillages as merge } from './rules/merge-villages';

type Merged = Output<'registry', 'mergeVillages'>;

async function run(call: Call, input: Input<'registry', 'mergeVillages'>): Promise<Answer<Merged>> {
  const { from, into, reason } = input;
  const today = toLocalDate(call.now);
  const held = await refuseHeld(call, 'village', [from]);
  const done = await actOnDirectory(call, (directory) => {
    if (held) return held;
    const merged = merge(directory, { from, into, today });
    if ('ok' in merged) return merged;
    const broken = refuseBroken(directory, merged, today);
    if (broken) return broken;
    const village = (of: typeof directory, id: string) => of.villages.find((each) => each.id === id);
    return {
      directory: merged,
      ids: [into],
      record: {
        act: 'merge-villages',
        of: `${from}~${into}`,
        words: reason,
        from: [village(directory, from), village(directory, into)],
        to: [village(merged, into)],
      },
      events: { 'villages-merged': { from, into } },
    };
  });
  return done.ok ? { ok: true, data: { edition: done.data.edition } } : done;
}

export const mergeVillages: Action<Input<'registry', 'mergeVillages'>, Merged> = {
  write: true,
  input: bookInputs.mergeVillages,
  run,
};
