import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { districtFigures } from './district/district-figures';
import { districtRecord } from './district/district-record';
import { districtReport } from './district/district-report';
import { assignmentSheet, assignmentSheets } from './documents/assignment-sheet';
import { deputySheet } from './documents/deputy-sheet';
import { dutyReportPaper } from './documents/duty-report-paper';
import { dutyRecord } from './documents/duty-record';
import { dutyTable } from './documents/duty-table';
import { employerNotice } from './documents/employer-notice';
import { employerNotices } from './documents/employer-notices';
import { numberList } from './documents/number-list';
import { ownData } from './documents/own-data';
import { handlingReport } from './documents/handling-report';
import { articlePaper } from './documents/article-paper';
import { presidiumPack } from './documents/presidium-pack';
import { poster } from './documents/poster';
import { receipt } from './documents/receipt';
import { registrationForm } from './documents/registration-form';
import { replySheet } from './documents/reply-sheet';
import { invitationSlips } from './documents/invitation-slips';
import { exportTable } from './imports/export-table';
import { planImport } from './imports/plan-import';
import { exportList } from './lists/export-list';
import { listImports, readImport } from './imports/read-imports';
import { sessionPaper } from './documents/session-paper';
import { essentials, essentialsSheet } from './documents/essentials';
import { activityPaper } from './documents/activity-paper';
import { suggestionPaper } from './documents/suggestion-paper';
import { slip } from './documents/slip';
import { actOnReport } from './work-report/act-on-report';
import { computeReport } from './work-report/compute-report';
import { createReport } from './work-report/create-report';
import { report } from './work-report/get-report';
import { keepSentence } from './work-report/keep-sentence';
import { reports } from './work-report/list-reports';
import { reportRows } from './work-report/list-rows';
import { reportVersions } from './work-report/list-versions';
import { chartRows } from './charts/chart-rows';
import { chartsDocument } from './charts/charts-document';
import { reportCharts } from './charts/report-charts';
import { reportTemplate, saveReportTemplate } from './work-report/keep-template';
import { reportDocument } from './work-report/report-document';
import { saveReportWords } from './work-report/save-words';
import { wallRule, wallRules } from './wall/read-wall-rules';
import { wallRulePaper } from './wall/wall-rule-paper';
import { actOnWallRule, saveWallRule } from './wall/write-wall-rule';

export const main = serve(
  'report',
  {
    deputySheet,
    dutyRecord,
    dutyReportPaper,
    dutyTable,
    employerNotice,
    employerNotices,
    numberList,
    exportList,
    slip,
    ownData,
    poster,
    articlePaper,
    presidiumPack,
    handlingReport,
    registrationForm,
    activityPaper,
    essentials,
    essentialsSheet,
    assignmentSheet,
    assignmentSheets,
    receipt,
    replySheet,
    sessionPaper,
    suggestionPaper,
    createReport,
    report,
    reports,
    computeReport,
    saveReportWords,
    keepSentence,
    reportVersions,
    actOnReport,
    reportRows,
    reportDocument,
    reportTemplate,
    saveReportTemplate,
    wallRules,
    wallRule,
    saveWallRule,
    actOnWallRule,
    wallRulePaper,
    reportCharts,
    chartRows,
    districtFigures,
    districtRecord,
    districtReport,
    chartsDocument,
    exportTable,
    invitationSlips,
    planImport,
    readImport,
    listImports,
  },
  door,
);
