/** draft → submitted → signed; what each act needs and leads to. */
import type { ReportAct, ReportState } from '../../../../miniprogram/contract/work-report';

interface ActRow {
  from: ReportState;
  to: ReportState;
  /** By the chief alone. */
  chief?: true;
  /** Not by whoever submitted it. */
  second?: true;
  /** With words. */
  words?: true;
}

export const REPORT_LIFE: Readonly<Record<ReportAct, ActRow>> = {
  submit: { from: 'draft', to: 'submitted' },
  withdraw: { from: 'submitted', to: 'draft' },
  sign: { from: 'submitted', to: 'signed', chief: true, second: true },
  'send-back': { from: 'submitted', to: 'draft', chief: true, words: true },
};
