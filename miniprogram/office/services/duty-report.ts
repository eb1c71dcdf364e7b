/** 述职 for the office: who reports, the ballot, and what is printed. */
import type { DutyReportActions } from '../../contract/duty-report';
import type { ReportActions } from '../../contract/report';
import type { Result } from '../../contract/result';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type In<A extends keyof DutyReportActions> = Omit<DutyReportActions[A]['input'], 'township'>;
type Out<A extends keyof DutyReportActions> = Promise<Result<DutyReportActions[A]['output']>>;
type Printed = ReportActions['dutyReportPaper'];

export function listReporters(activity: string): Out<'dutyReporters'> {
  return ask('duty', 'dutyReporters', { township: township(), activity });
}

export function fileBallot(input: In<'fileBallot'>, key: string): Out<'fileBallot'> {
  return write('duty', 'fileBallot', { township: township(), ...input }, key);
}

export function handBallot(input: In<'handBallot'>, key: string): Out<'handBallot'> {
  return write('duty', 'handBallot', { township: township(), ...input }, key);
}

export function printReport(input: Omit<Printed['input'], 'township'>): Promise<Result<Printed['output']>> {
  return ask('report', 'dutyReportPaper', { township: township(), ...input });
}
