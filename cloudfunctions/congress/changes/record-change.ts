import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { actorOf, replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import { id, line, localDate, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { mayChange } from './rules/apply-change';
import { changeId, createChange, readChange, readChangeOf, type ChangeDocument } from './store';

type Asked = Input<'congress', 'recordChange'>;

const input: v.GenericSchema<unknown, Asked> = v.strictObject({
  township,
  person: id,
  kind: v.picklist(['suspend', 'resume', 'resign', 'end', 'recall', 'death', 'byelection']),
  date: localDate,
  body: line(LIMITS.title),
  notice: line(LIMITS.title),
  constituency: v.exactOptional(id),
  group: v.exactOptional(id),
});

/** Two calls; one more where it was recorded before. */
export const recordChange: Action<Asked, Output<'congress', 'recordChange'>> = {
  write: true,
  input,
  async run(call, asked) {
    const known = await recallTownship(asked.township, call.now);
    const person = known?.directory.people.find((one) => one.id === asked.person);
    if (!known || !person) return refuse('not-found');
    const k = `${call.account}~${call.key}`;
    const same = await readChangeOf(asked.township, k);
    const replayed = replay(call, same && { hash: same.h, answer: { change: same._id } });
    if (replayed) return replayed;
    const _id = changeId(asked.township, asked.person, asked.kind, asked.date);
    const { directory } = known;
    const { group, constituency } = asked;
    if (group !== undefined && !directory.groups.some((one) => one.id === group))
      return refuse('bad-input', { field: 'group' });
    if (constituency !== undefined && !directory.constituencies.some((one) => one.id === constituency))
      return refuse('bad-input', { field: 'constituency' });
    if (!mayChange(person, asked)) {
      const before = await readChange(asked.township, _id);
      return before?.h === call.bodyHash ? ok({ change: _id }) : refuse('bad-input', { field: 'kind' });
    }
    const { now: at, bodyHash: h } = call;
    const seq = `${String(at).padStart(13, '0')}${_id.slice(-8)}`;
    const change: ChangeDocument = { ...asked, _id, rev: 1, seq, at, k, h };
    if (await createChange(change, actorOf(call), call.key)) return ok({ change: _id });
    const before = await readChange(asked.township, _id);
    return before?.h === h ? ok({ change: _id }) : refuse('row-doubled', { id: _id });
  },
};
