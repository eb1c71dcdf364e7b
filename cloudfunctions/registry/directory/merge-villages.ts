import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import type { Action, Call } from '../../shared/serve';
import { actOnBook } from './act-on-directory';
import { refuseHeld } from '../invitations/held-by';
import { bookInputs } from './schemas';
import { refuseBroken } from './rules/edit-directory';
import { mergeVillages as merge } from './rules/merge-villages';

type Merged = Output<'registry', 'mergeVillages'>;

async function run(call: Call, input: Input<'registry', 'mergeVillages'>): Promise<Answer<Merged>> {
  const { from, into, reason } = input;
  const today = toLocalDate(call.now);
  const held = await refuseHeld(call, 'village', [from]);
  const done = await actOnBook(call, (book) => {
    if (held) return held;
    const merged = merge(book, { from, into, today });
    if ('ok' in merged) return merged;
    const broken = refuseBroken(book, merged, today);
    if (broken) return broken;
    const village = (of: typeof book, id: string) => of.villages.find((each) => each.id === id);
    return {
      book: merged,
      ids: [into],
      record: {
        act: 'merge-villages',
        of: `${from}~${into}`,
        words: reason,
        from: [village(book, from), village(book, into)],
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
