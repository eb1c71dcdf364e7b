import * as v from 'valibot';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import { township as townshipId } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { sayFullDay } from '../documents/rules/words';
import { printReport } from '../work-report/print-report';
import { composeReport, composeTitle } from '../work-report/rules/compose';
import { saySpan } from '../work-report/rules/period';
import { printedSlots, printParagraphs } from '../work-report/rules/printed-report';
import { readTotals } from './read-totals';
import { DISTRICT_LABELS, DISTRICT_TEMPLATE, toDistrictValues } from './rules/district-template';

type Asked = Input<'report', 'districtReport'>;

async function run({ township, now }: Call, _asked: Asked): Promise<Answer<PrintedFile>> {
  const totals = await readTotals(undefined, now);
  if (!totals?.numbers) return refuse('not-found');
  const values = toDistrictValues(totals);
  const sections = composeReport(DISTRICT_TEMPLATE, { values, written: {}, off: new Set() });
  const said = printedSlots(sections);
  const span = `（${saySpan(totals.from, totals.to)}）`;
  const printed = {
    title: composeTitle(DISTRICT_TEMPLATE, values),
    span,
    mark: '',
    paragraphs: printParagraphs(sections),
    sources: Object.entries(DISTRICT_LABELS)
      .filter(([slot]) => said.has(slot))
      .map(([slot, label]) => ({
        label,
        value: values[slot]?.text ?? '',
        rows: `${String(totals.counted)}个乡镇`,
      })),
    asOf: sayFullDay(toLocalDate(totals.numbers.asOf)),
    foot: totals.name,
  };
  const file = { bytes: await printReport(printed), type: 'docx' as const, name: `${printed.title}${span}` };
  return handOutFile(township, file, JSON.stringify(printed));
}

export const districtReport: Action<Asked, PrintedFile> = {
  write: false,
  input: v.strictObject({ township: townshipId }),
  run,
};
