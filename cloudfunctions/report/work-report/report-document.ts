import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { footOf, sayFullDay } from '../documents/rules/words';
import { openCharts, openSections, openTemplate, openValues, toValues } from './open-report';
import { printReport } from './print-report';
import { drawAnnex } from './rules/annex';
import { composeTitle } from './rules/compose';
import { saySpan } from './rules/period';
import { listSources, printParagraphs } from './rules/printed-report';
import { workReportInputs } from './schemas';
import { readReport } from './store';

type Asked = Input<'report', 'reportDocument'>;

/** Two reads, and the file. */
async function run(call: Call, { township, report: id }: Asked): Promise<Answer<PrintedFile>> {
  const [report, known] = await Promise.all([readReport(township, id), recallTownship(township, call.now)]);
  if (!report || !known) return refuse('not-found');
  const { from, to, state, computedAt } = report;
  const values = openValues(report);
  const sections = openSections(report);
  const charts = openCharts(report);
  const printed = {
    title: composeTitle(openTemplate(report), toValues(values)),
    span: `（${saySpan(from, to)}）`,
    mark: state === 'signed' ? '' : '（草稿，未签发）',
    paragraphs: printParagraphs(sections),
    annex: charts ? drawAnnex(charts, from, to) : [],
    sources: listSources(sections, values),
    asOf: sayFullDay(toLocalDate(computedAt)),
    foot: footOf(known.directory.card),
  };
  const file = {
    bytes: await printReport(printed),
    type: 'docx' as const,
    name: `${printed.title}${printed.span}`,
  };
  return handOutFile(township, file, JSON.stringify(printed));
}

export const reportDocument: Action<Asked, PrintedFile> = {
  write: false,
  input: workReportInputs.reportDocument,
  run,
};
