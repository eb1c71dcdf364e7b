/** 述职: the own text. */
import type { DutyReportActions } from '../../contract/duty-report';
import type { ReportActions } from '../../contract/report';
import type { Result } from '../../contract/result';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type In<A extends keyof DutyReportActions> = Omit<DutyReportActions[A]['input'], 'township'>;
type Out<A extends keyof DutyReportActions> = Promise<Result<DutyReportActions[A]['output']>>;

export function getDutyReport(activity: string): Out<'dutyReport'> {
  return ask('duty', 'dutyReport', { township: township(), activity });
}

export function getDutyReportVersion(activity: string, version: number): Out<'dutyReportVersion'> {
  return ask('duty', 'dutyReportVersion', { township: township(), activity, version });
}

export function draftDutyReport(input: In<'draftDutyReport'>, key: string): Out<'draftDutyReport'> {
  return write('duty', 'draftDutyReport', { township: township(), ...input }, key);
}

export function saveDutyReport(input: In<'saveDutyReport'>, key: string): Out<'saveDutyReport'> {
  return write('duty', 'saveDutyReport', { township: township(), ...input }, key);
}

export function printOwnReport(
  activity: string,
): Promise<Result<ReportActions['dutyReportPaper']['output']>> {
  return ask('report', 'dutyReportPaper', { township: township(), activity, paper: 'text' });
}
