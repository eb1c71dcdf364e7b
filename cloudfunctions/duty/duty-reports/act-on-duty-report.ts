/** One act on one deputy's 述职: one read and one write on what was read; the first one creates it. */
import type { DutyReportDone } from '../../../miniprogram/contract/duty-report';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { actOnce, actorOf, findAct, isRefused, markOf } from '../../shared/act';
import { add, append, put, type Changes } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { readActivity } from '../activities/store';
import { reportsAt } from './rules/reports-at';
import type { ActivityDocument } from '../activities/rules/activity-document';
import {
  changeDutyReport,
  createDutyReport,
  dutyReportId,
  readDutyReport,
  type DutyReportDocument,
} from './store';

const KEPT_ACTS = 12;

/** The fields that an act changes. */
export type Written = Partial<
  Pick<DutyReportDocument, 'text' | 'ready' | 'versions' | 'ballot' | 'filedOn' | 'handedOn'>
>;

interface Plan {
  activity: string;
  person: string;
  edition: number;
  act: string;
  event: string;
  decide: (
    read: DutyReportDocument | undefined,
    activity: ActivityDocument,
  ) => Written | Refused | Promise<Written | Refused>;
  /** Before the write: what is replaced is laid aside. */
  before?: (read: DutyReportDocument) => Promise<void>;
}

function born(call: Call, { activity, person }: Plan, written: Written, act: Act): DutyReportDocument {
  const { township } = call;
  return {
    _id: dutyReportId(township, activity, person),
    township,
    rev: 1,
    activity,
    person,
    edition: 1,
    text: '',
    ready: false,
    versions: [],
    ballot: '',
    ...written,
    acts: [{ ...markOf(call), o: 1 }],
    ...bornWith(act),
  };
}

export async function actOnDutyReport(call: Call, plan: Plan): Promise<Answer<DutyReportDone>> {
  const { township, now, key } = call;
  const { activity: id, person, edition, act: name, event } = plan;
  const activity = await readActivity(township, id);
  if (!activity || !reportsAt(activity, person)) return refuse('not-found');
  const act: Act = {
    at: now,
    by: actorOf(call),
    act: name,
    of: person,
    from: '',
    to: '',
    key,
    event,
    about: { activity: id, person },
  };
  return actOnce<DutyReportDocument | undefined, DutyReportDone>(call, {
    read: () => readDutyReport(township, id, person),
    seen(read) {
      const found = findAct(call, read?.acts);
      return found && { hash: found.h, answer: { edition: found.o } };
    },
    async decide(read) {
      if ((read?.edition ?? 0) !== edition)
        return refuse('activity-changed', { edition: read?.edition ?? 0 });
      const written = await plan.decide(read, activity);
      if (isRefused(written)) return written;
      const answer = { edition: edition + 1 };
      if (!read) return { answer, write: () => createDutyReport(born(call, plan, written, act)) };
      const fields = Object.entries(written).map(([field, value]) => [field, put(value)] as const);
      const mark = { ...markOf(call), o: answer.edition };
      const changes: Changes = Object.assign(
        Object.fromEntries(fields),
        { edition: add(1), acts: append([mark], KEPT_ACTS) },
        recordAct(act),
      );
      const write = async () => {
        await plan.before?.(read);
        return changeDutyReport(read, changes);
      };
      return { answer, write };
    },
  });
}
