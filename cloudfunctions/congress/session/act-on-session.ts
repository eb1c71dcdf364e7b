import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { actorOf, replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { removeFiles } from '../../shared/files';
import type { Action } from '../../shared/serve';
import { planSession } from './rules/act-on-session';
import { baseOn } from './rules/attendance';
import { actInput } from './schemas';
import { readSession, writeSession } from './store';

type Asked = Input<'congress', 'actOnSession'>;

/** Two calls. Somebody else's act in between: row-changed, and the page reads anew. */
export const actOnSession: Action<Asked, Output<'congress', 'actOnSession'>> = {
  write: true,
  input: actInput,
  async run(call, { township, session, edition, step }) {
    const [known, before] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, session),
    ]);
    if (!known || !before) return refuse('not-found');
    const k = `${call.account}~${call.key}`;
    const kept = before.acts.find((act) => act.k === k);
    const answer = kept && { session, edition: kept.edition, state: kept.state };
    const replayed = replay(call, answer && { hash: kept.h, answer });
    if (replayed) return replayed;
    if (before.edition !== edition) return refuse('row-changed', { id: session });
    const today = toLocalDate(call.now);
    const planned = planSession(step, before, { today, base: baseOn(known.directory, today).length });
    if ('refused' in planned) return refuse(planned.refused, planned.details);
    const { set, event } = planned;
    const meta = {
      by: actorOf(call),
      act: step.act,
      event,
      key: call.key,
      now: call.now,
      kept: { k, h: call.bodyHash },
    };
    if (!(await writeSession(before, set, meta))) return refuse('row-changed', { id: session });
    // A paper that was taken down is nobody's to read any more.
    const gone = step.act === 'dropPaper' && before.papers.find(({ id }) => id === step.paper)?.file;
    if (gone) await removeFiles([gone]);
    return ok({ session, edition: edition + 1, state: set.state ?? before.state });
  },
};
