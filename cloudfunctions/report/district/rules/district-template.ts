/** The district's own report over all its townships: the same engine as a township's, on the district's totals. */
import type { DistrictView } from '../../../../miniprogram/contract/district-view';
import type { Values } from '../../work-report/rules/compose';
import { sayPeriod } from '../../work-report/rules/period';
import type { Template } from '../../work-report/rules/template';

export const DISTRICT_TEMPLATE: Template = {
  title: '{district}乡镇人大工作情况',
  items: 'ordinal',
  sections: [
    {
      id: 'intro',
      level: 1,
      heading: '',
      sentences: [
        {
          id: 'townships',
          head: '全区',
          clauses: ['{townships}个乡镇使用代表之家', '本期有数字的{counted}个'],
        },
      ],
    },
    { id: 'duty', level: 1, heading: '代表履职' },
    {
      id: 'contact',
      level: 3,
      heading: '联系群众。',
      sentences: [
        {
          id: 'received',
          head: '{period}，各乡镇代表共',
          clauses: ['接待选民{received}人', '走访选民{visited}户', '帮办实事{done}件'],
          missing: '各乡镇还没有接待、走访和帮办的记录',
        },
      ],
    },
    {
      id: 'requests',
      level: 3,
      heading: '办理群众意见。',
      sentences: [
        { id: 'open', head: '目前', clauses: ['在办{open}件', '超期{late}件'] },
        {
          id: 'ratings',
          head: '办结的事里，',
          clauses: ['群众评价满意{satisfied}件', '不满意{dissatisfied}件', '还没有评价{unrated}件'],
        },
      ],
    },
  ],
};

/** What each number is called in the table of sources. */
export const DISTRICT_LABELS: Readonly<Record<string, string>> = {
  townships: '乡镇（个）',
  counted: '本期有数字的乡镇（个）',
  received: '代表接待选民（人）',
  visited: '走访选民（户）',
  done: '帮办实事（件）',
  open: '在办群众意见（件）',
  late: '超期群众意见（件）',
  satisfied: '评价满意（件）',
  dissatisfied: '评价不满意（件）',
  unrated: '还没有评价（件）',
};

/** A part that is not told is no value: its clause is left out. */
export function toDistrictValues({ name, from, to, townships, counted, numbers }: DistrictView): Values {
  const { received, visited, done, open, late, ratings } = numbers ?? {};
  const figures: Readonly<Record<string, number | null | undefined>> = {
    townships,
    counted,
    received: received?.n,
    visited: visited?.n,
    done: done?.n,
    open,
    late,
    satisfied: ratings?.parts?.satisfied,
    dissatisfied: ratings?.parts?.dissatisfied,
    unrated: ratings?.parts?.unrated,
  };
  const told = Object.entries(figures).flatMap(([slot, n]) =>
    n === undefined || n === null ? [] : [[slot, { text: String(n), n, rows: 0 }] as const],
  );
  const words = { district: { text: name, rows: 0 }, period: { text: sayPeriod(from, to), rows: 0 } };
  return Object.assign(Object.fromEntries(told), words);
}
