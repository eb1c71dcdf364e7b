/** What the doors of the report accept. */
import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { cleanLine } from '../../../miniprogram/contract/text';
import {
  CHART_NUMBERS,
  REPORT_KINDS,
  WORK_REPORT_LIMITS,
  type ChartNumber,
  type WorkReportActions,
} from '../../../miniprogram/contract/work-report';
import { id, line, localDate, looseWords, township, words } from '../../shared/schemas';

const report = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
/** Names of sections, sentences and slots: letters, the first a small one. */
const part = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z]{0,39}$/),
  v.check((name) => name !== 'constructor'),
);
const of = v.picklist(Object.keys(CHART_NUMBERS) as [ChartNumber, ...ChartNumber[]]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const after = v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-z]{21}$/)));

/** One line that may be empty. */
const text = (most: number) => v.pipe(looseWords(most), v.transform(cleanLine));
const section = v.strictObject({
  section: part,
  level: v.picklist([1, 2, 3]),
  heading: text(WORK_REPORT_LIMITS.heading),
  sentences: v.pipe(
    v.array(
      v.strictObject({
        sentence: part,
        head: text(WORK_REPORT_LIMITS.sentence),
        clauses: v.pipe(
          v.array(v.pipe(text(WORK_REPORT_LIMITS.sentence), v.minLength(1))),
          v.minLength(1),
          v.maxLength(WORK_REPORT_LIMITS.clauses),
        ),
      }),
    ),
    v.maxLength(WORK_REPORT_LIMITS.sections),
  ),
});

export const workReportInputs: {
  readonly [A in keyof WorkReportActions]: v.GenericSchema<unknown, WorkReportActions[A]['input']>;
} = {
  createReport: v.strictObject({ township, kind: v.picklist(REPORT_KINDS), from: localDate, to: localDate }),
  report: v.strictObject({ township, report }),
  reports: v.strictObject({ township, after }),
  computeReport: v.strictObject({ township, report, edition: count }),
  saveReportWords: v.strictObject({
    township,
    report,
    section: part,
    version: count,
    words: looseWords(WORK_REPORT_LIMITS.words),
  }),
  keepSentence: v.strictObject({ township, report, sentence: part, off: v.boolean() }),
  reportVersions: v.strictObject({ township, report, section: part }),
  actOnReport: v.strictObject({
    township,
    report,
    edition: count,
    act: v.picklist(['submit', 'withdraw', 'sign', 'send-back']),
    words: v.exactOptional(words(WORK_REPORT_LIMITS.reason)),
  }),
  reportRows: v.strictObject({
    township,
    report,
    slot: part,
    after: v.exactOptional(v.pipe(count, v.multipleOf(LIMITS.page))),
  }),
  reportTemplate: v.strictObject({ township, kind: v.picklist(REPORT_KINDS) }),
  saveReportTemplate: v.strictObject({
    township,
    kind: v.picklist(REPORT_KINDS),
    edition: count,
    sections: v.nullable(v.pipe(v.array(section), v.maxLength(WORK_REPORT_LIMITS.sections))),
  }),
  wallRules: v.strictObject({ township }),
  wallRule: v.strictObject({ township, rule: report }),
  saveWallRule: v.strictObject({
    township,
    title: line(WORK_REPORT_LIMITS.heading),
    body: words(WORK_REPORT_LIMITS.words),
    edition: count,
  }),
  actOnWallRule: v.strictObject({
    township,
    rule: report,
    edition: count,
    act: v.picklist(['enforce', 'end']),
    on: localDate,
  }),
  wallRulePaper: v.strictObject({ township, rule: report, paper: v.exactOptional(v.literal('A3')) }),
  reportDocument: v.strictObject({ township, report }),
  chartsDocument: v.strictObject({ township }),
  reportCharts: v.strictObject({ township, of, anew: v.exactOptional(v.literal(true)) }),
  chartRows: v.strictObject({
    township,
    of,
    from: localDate,
    to: localDate,
    by: v.exactOptional(
      v.strictObject({ dimension: v.picklist(['home', 'group', 'village', 'category']), value: id }),
    ),
    after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}[0-9a-z]{1,16}$/))),
  }),
};
