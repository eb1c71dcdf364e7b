import {
  composeReport,
  composeTitle,
  printedText,
} from '../../../../../cloudfunctions/report/work-report/rules/compose';
import {
  DISTRICT_LABELS,
  DISTRICT_TEMPLATE,
  toDistrictValues,
} from '../../../../../cloudfunctions/report/district/rules/district-template';
import { sentencesOf, slotsOf } from '../../../../../cloudfunctions/report/work-report/rules/template';
import type { DistrictView } from '../../../../../miniprogram/contract/district-view';

const view: DistrictView = {
  name: '某某区',
  townships: 14,
  counted: 13,
  from: '2026-07-01',
  to: '2026-11-23',
  numbers: {
    asOf: 0,
    months: [],
    received: { n: 420 },
    visited: { n: 1_300 },
    done: { n: 0 },
    open: 61,
    late: 0,
    ratings: { n: 31, parts: { satisfied: 28, dissatisfied: null, unrated: 0 } },
  },
};
const said = (of: DistrictView): string =>
  composeReport(DISTRICT_TEMPLATE, { values: toDistrictValues(of), written: {}, off: new Set() })
    .map(printedText)
    .join('');

it('says the totals, and no clause of what is nothing or is not told', () => {
  expect(composeTitle(DISTRICT_TEMPLATE, toDistrictValues(view))).toBe('某某区乡镇人大工作情况');
  expect(said(view)).toBe(
    '全区14个乡镇使用代表之家，本期有数字的13个。7月1日以来，各乡镇代表共接待选民420人，走访选民1300户。' +
      '目前在办61件。办结的事里，群众评价满意28件。',
  );
});

it('counts its headings as a township’s report does', () => {
  const sections = composeReport(DISTRICT_TEMPLATE, {
    values: toDistrictValues(view),
    written: {},
    off: new Set(),
  });
  expect(sections.map(({ heading }) => heading)).toEqual([
    '',
    '一、代表履职',
    '1.联系群众。',
    '2.办理群众意见。',
  ]);
});

it('names each section and sentence once', () => {
  const ids = [...DISTRICT_TEMPLATE.sections, ...sentencesOf(DISTRICT_TEMPLATE)].map(({ id }) => id);
  expect(ids).toEqual(['intro', 'duty', 'contact', 'requests', 'townships', 'received', 'open', 'ratings']);
});

it('has no value where nothing is counted yet, and none of ratings that are too few to be told apart', () => {
  const { numbers, ...uncounted } = view;
  expect(toDistrictValues({ ...uncounted, counted: 0 })).toEqual({
    townships: { text: '14', n: 14, rows: 0 },
    counted: { text: '0', n: 0, rows: 0 },
    district: { text: '某某区', rows: 0 },
    period: { text: '7月1日以来', rows: 0 },
  });
  const few = toDistrictValues({ ...view, ...(numbers && { numbers: { ...numbers, ratings: { n: 2 } } }) });
  expect(Object.keys(few)).toEqual(expect.arrayContaining(['received', 'visited', 'done', 'open', 'late']));
  for (const rating of ['satisfied', 'dissatisfied', 'unrated']) expect(few).not.toHaveProperty(rating);
});

it('asks for nothing that is no number of the totals', () => {
  const known = ['district', 'period', ...Object.keys(DISTRICT_LABELS)];
  expect(slotsOf(DISTRICT_TEMPLATE).filter((slot) => !known.includes(slot))).toEqual([]);
});
