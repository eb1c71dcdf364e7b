import type { PrintedFile } from '../../../miniprogram/contract/report';
import { CHART_NUMBERS, type ChartNumber } from '../../../miniprogram/contract/work-report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from '../documents/hand-out';
import { readChartSources } from '../work-report/read-sources';
import { chartsFrom, makeCharts } from '../work-report/rules/charts';
import { makeChartsSheet, type Drawn } from '../work-report/rules/charts-sheet';
import { workReportInputs } from '../work-report/schemas';

type Asked = Input<'report', 'chartsDocument'>;

/** The sources of a year, read once for all six numbers, and the file. */
async function run({ now }: Call, { township }: Asked): Promise<Answer<PrintedFile>> {
  const today = toLocalDate(now);
  const sources = await readChartSources(township, { from: chartsFrom(today), to: today }, now);
  if (!sources) return refuse('not-found');
  const numbers = Object.keys(CHART_NUMBERS) as ChartNumber[];
  const drawn = Object.fromEntries(numbers.map((of) => [of, makeCharts(of, sources)]));
  return handOut(township, makeChartsSheet(sources.directory, drawn as Record<ChartNumber, Drawn>));
}

export const chartsDocument: Action<Asked, PrintedFile> = {
  write: false,
  input: workReportInputs.chartsDocument,
  run,
};
