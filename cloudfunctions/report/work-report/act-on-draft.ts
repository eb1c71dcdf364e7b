/** What every act on a report shares: a repeated key, the name of who did it, the row of the audit. */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import type { ReportState } from '../../../miniprogram/contract/work-report';
import { actOnce, actorOf, findAct, markOf, type Decided } from '../../shared/act';
import { encryptField } from '../../shared/cipher';
import { append, put, type Changes } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { HistoryRow } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import {
  KEPT_ACTS,
  KEPT_STEPS,
  type KeptAct,
  type ReportDocument,
  type StoredStep,
} from './rules/report-document';
import { readReport } from './store';

export interface Done {
  n: number;
  s: string;
}

/** `seen` makes the answer of a key that came before. */
export function actOnReport<A>(
  call: Call,
  id: string,
  seen: (act: KeptAct, report: ReportDocument) => A,
  decide: (report: ReportDocument) => Refused | Decided<A> | Promise<Refused | Decided<A>>,
): Promise<Answer<A>> {
  return actOnce<ReportDocument | undefined, A>(call, {
    read: () => readReport(call.township, id),
    seen: (report) => {
      const act = findAct(call, report?.acts);
      return report && act && { hash: act.h, answer: seen(act, report) };
    },
    decide: (report) => (report ? decide(report) : refuse('not-found')),
  });
}

/** Who wrote it down last, and the act with what it answered. */
export function recordAct(call: Call, done: Done): Changes {
  return {
    by: put(encryptField(call.admitted?.name ?? '')),
    at: put(call.now),
    acts: append([{ ...markOf(call), ...done }], KEPT_ACTS),
  };
}

/** The row of the audit; named by the act's own key. */
export function auditRow(
  { account, key, now }: Call,
  { _id }: Pick<ReportDocument, '_id'>,
  { act, from, to }: { act: StoredStep['act']; from: ReportState | ''; to: ReportState },
): HistoryRow {
  return { id: `${account}~${key}~report-${act}`, at: now, by: account, act, of: _id, from, to };
}

export function recordStep(call: Call, act: StoredStep['act'], words?: string): Changes {
  const step: StoredStep = {
    act,
    by: encryptField(call.admitted?.name ?? ''),
    at: call.now,
    ...(words !== undefined && { words: encryptField(words) }),
  };
  return { steps: append([step], KEPT_STEPS) };
}

/** The account, and the person, who may have a second account. */
export function namesOf(call: Call): string[] {
  return [...new Set([call.account, actorOf(call)])];
}

/** Who submitted a report does not sign it. */
export function isSubmitter(call: Call, { submitter = [] }: Pick<ReportDocument, 'submitter'>): boolean {
  return namesOf(call).some((name) => submitter.includes(name));
}
