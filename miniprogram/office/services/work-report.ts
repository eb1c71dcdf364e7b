/** report (工作汇报): drafts, their figures and words, signing, the file. */
import type { ReportKind, WorkReportActions } from '../../contract/work-report';
import type { Output } from '../../contract/wire';
import { ask, write } from '../../platform/cloud';
import type { Result } from '../../contract/result';
import { township } from '../../platform/whereabouts';

type In<A extends keyof WorkReportActions> = Omit<WorkReportActions[A]['input'], 'township'>;
type Out<A extends keyof WorkReportActions> = Promise<Result<Output<'report', A>>>;

export function createReport(input: In<'createReport'>, key: string): Out<'createReport'> {
  return write('report', 'createReport', { township: township(), ...input }, key);
}

export function getReport(report: string): Out<'report'> {
  return ask('report', 'report', { township: township(), report });
}

export function listReports(after?: string): Out<'reports'> {
  return ask('report', 'reports', { township: township(), ...(after !== undefined && { after }) });
}

export function computeReport(input: In<'computeReport'>, key: string): Out<'computeReport'> {
  return write('report', 'computeReport', { township: township(), ...input }, key);
}

export function saveReportWords(input: In<'saveReportWords'>, key: string): Out<'saveReportWords'> {
  return write('report', 'saveReportWords', { township: township(), ...input }, key);
}

export function keepSentence(input: In<'keepSentence'>, key: string): Out<'keepSentence'> {
  return write('report', 'keepSentence', { township: township(), ...input }, key);
}

export function listWordsVersions(input: In<'reportVersions'>): Out<'reportVersions'> {
  return ask('report', 'reportVersions', { township: township(), ...input });
}

export function actOnReport(input: In<'actOnReport'>, key: string): Out<'actOnReport'> {
  return write('report', 'actOnReport', { township: township(), ...input }, key);
}

export function listReportRows(input: In<'reportRows'>): Out<'reportRows'> {
  return ask('report', 'reportRows', { township: township(), ...input });
}

export function printReport(report: string): Out<'reportDocument'> {
  return ask('report', 'reportDocument', { township: township(), report });
}

export function getTemplate(kind: ReportKind): Out<'reportTemplate'> {
  return ask('report', 'reportTemplate', { township: township(), kind });
}

export function saveTemplate(input: In<'saveReportTemplate'>, key: string): Out<'saveReportTemplate'> {
  return write('report', 'saveReportTemplate', { township: township(), ...input }, key);
}

export function getCharts(input: In<'reportCharts'>): Out<'reportCharts'> {
  return ask('report', 'reportCharts', { township: township(), ...input });
}

export function printCharts(): Out<'chartsDocument'> {
  return ask('report', 'chartsDocument', { township: township() });
}

export function listChartRows(input: In<'chartRows'>): Out<'chartRows'> {
  return ask('report', 'chartRows', { township: township(), ...input });
}
