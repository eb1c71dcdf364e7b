/** Both reports as they come out of a half-year in which everything was, and of one in which nothing was. */
import { composeReport, printedText } from '../../../../../cloudfunctions/report/work-report/rules/compose';
import { isSlot, SLOT_NAMES, slotRow } from '../../../../../cloudfunctions/report/work-report/rules/slots';
import { sentencesOf, slotsOf } from '../../../../../cloudfunctions/report/work-report/rules/template';
import { slotNamesOf, templateOf } from '../../../../../cloudfunctions/report/work-report/rules/templates';
import type { ReportKind } from '../../../../../miniprogram/contract/work-report';

/** Each figure is so much, words are the slot's own name. */
const valuesOf = (n: number, changes: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(
    SLOT_NAMES.map((slot) => {
      if (slotRow(slot).question.ask === 'words') return [slot, { text: `«${slot}»`, rows: 0 }];
      const of = changes[slot] ?? n;
      return [slot, { text: of === 0 ? '' : String(of), n: of, rows: of }];
    }),
  );
const wordsUnder = (kind: ReportKind) =>
  Object.fromEntries(
    templateOf(kind).sections.map(({ id }) => [id, { words: '写', version: 1, by: '', at: 0 }]),
  );
const made = (kind: ReportKind, values: ReturnType<typeof valuesOf>, written = {}) =>
  composeReport(templateOf(kind), { values, written, off: new Set() });
const full = (kind: ReportKind, changes = {}) => made(kind, valuesOf(2, changes), wordsUnder(kind));
const text = (kind: ReportKind, changes = {}) => full(kind, changes).map(printedText).join('\n');
const KINDS = ['work', 'presidium'] as const;

describe.each(KINDS)('the %s report', (kind) => {
  it('names each section and sentence once: what people wrote, left out or reworded is kept under it', () => {
    for (const ids of [
      templateOf(kind).sections.map(({ id }) => id),
      sentencesOf(templateOf(kind)).map(({ id }) => id),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z]+$/i.test(id))).toEqual([]);
    }
  });

  it('asks for no figure that there is not', () => {
    expect(slotsOf(templateOf(kind)).filter((slot) => !isSlot(slot))).toEqual([]);
    expect(slotNamesOf(templateOf(kind))).toEqual(slotsOf(templateOf(kind)));
  });

  it('says every sentence when everything was, that of suggestions as they are answered or not', () => {
    const said = [{}, { suggestionsAnswered: 1 }].flatMap((changes) =>
      full(kind, changes).flatMap(({ computed, offered }) => [...computed, ...offered]),
    );
    const ids = new Set(said.filter(({ missing }) => !missing).map(({ sentence }) => sentence));
    expect(sentencesOf(templateOf(kind)).filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('says where all suggestions are answered that they are, and else how many are not', () => {
    const [all, some] = [text(kind), text(kind, { suggestionsAnswered: 1, suggestionsOpen: 1 })];
    expect([/全部办复/.test(all), /正在办理/.test(all)]).toEqual([true, false]);
    expect([/全部办复/.test(some), /正在办理1条/.test(some)]).toEqual([false, true]);
  });

  it('prints no figure of a half-year in which nothing was', () => {
    const printed = made(kind, valuesOf(0)).map(printedText).join('');
    expect(printed.replace('每月«receptionDay»日为代表接访日。', '')).toBe('');
  });

  it('offers no fact of one either', () => {
    expect(made(kind, valuesOf(0)).flatMap(({ offered }) => offered)).toEqual([]);
  });

  it('asks people to write wherever it offers facts, and tells them what of', () => {
    const prompts = made(kind, valuesOf(2)).map(({ prompt, offered }) => ({
      prompt,
      offers: offered.length > 0,
    }));
    expect(prompts.filter(({ prompt, offers }) => offers && prompt === undefined)).toEqual([]);
  });
});

it('asks nothing for a name in braces that is no figure: what is wrong in a template breaks no report', () => {
  const title = '{township}{nobody}{constructor}汇报';
  expect(slotNamesOf({ title, items: 'number', sections: [] })).toEqual(['township']);
});

it('has the four parts of a township’s report and what stands under them', () => {
  expect(full('work').map(({ heading }) => heading)).toEqual([
    '',
    '一、人大工作开展情况',
    '（一）规范建设，不断提升硬件水平',
    '（二）加强培训，提升为民服务能力',
    '（三）健全机制，搭建代表履职平台',
    '一是依法召开本级人民代表大会。',
    '二是健全主席团联系代表制度。',
    '三是代表定期走访接待选民。',
    '四是完善视察调研机制。',
    '五是强化宣传引导。',
    '六是发挥先锋模范作用。',
    '二、存在的问题',
    '1.思想认识有待进一步提高。',
    '2.履职热情有待进一步提高。',
    '3.业务素质有待进一步提高。',
    '三、下一步的工作打算',
    '1.抓好自身强本领。',
    '2.抓好履职促发展。',
    '3.抓好阵地惠民生。',
    '4.抓好宣传树形象。',
    '四、对上级人大的意见和建议',
  ]);
});

it('has the parts of a report to the session', () => {
  expect(full('presidium').map(({ heading }) => heading)).toEqual([
    '',
    '一、主要工作',
    '（一）依法监督，推动重点工作',
    '（二）督办代表建议，回应群众关切',
    '（三）密切联系群众，做好接访走访',
    '（四）服务代表履职，加强自身建设',
    '二、存在的不足',
    '三、今后的工作安排',
  ]);
});

it.each([
  ['work', '«township»辖2个行政村，2个村民小组，2万人口，现有选民2人。'],
  ['work', '以代表小组为单位«period»开展集中学习2次，到会2人次。'],
  ['work', '«session»以来，共收到代表建议2条'],
  ['work', '«period»闭会期间代表提出建议2条'],
  ['work', '«period»，区、镇人大代表共接待选民2人，走访选民2户，帮办实事2件。'],
  ['work', '«period»组织代表视察调研2次。2。'],
  ['work', '«period»代表帮扶监测户2次'],
  ['work', '阵地建设方面，2。'],
  ['work', '重点工作有2。'],
  ['presidium', '«period»组织代表视察调研2次。2。'],
  ['presidium', '«session»以来，代表建议2条'],
  ['presidium', '«period»，区、镇人大代表在2个代表之家和村里共接待选民2人'],
] as const)('in the %s report stands «%s»', (kind, sentence) => {
  expect(text(kind)).toContain(sentence);
});

it('offers as of which day a request is late, and what a part may speak of', () => {
  const offers = (kind: ReportKind, of: string) =>
    full(kind)
      .filter(({ section }) => section === of)
      .flatMap(({ offered }) => offered)
      .map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
  const late = '截至«until»，群众意见在办2件，超期2件，承诺事项2件。';
  expect(offers('work', 'zeal')).toContain(late);
  expect(offers('presidium', 'problems')).toEqual([late]);
  expect(offers('work', 'plans')).toEqual(['群众反映较多的是2。']);
  expect(offers('presidium', 'plans')).toEqual(['群众反映较多的是2。']);
  expect(offers('work', 'upward')).toEqual(['这段时间上级来指导过：2。', '代表想要的培训：2。']);
});

it('says where nothing is noted what is missing, so that it can be entered', () => {
  const missing = made('work', valuesOf(0)).flatMap(({ computed }) => computed.filter((one) => one.missing));
  const said = missing.map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
  expect(said).toHaveLength(7);
  for (const sentence of said) expect(sentence).toMatch(/^.+：台账里没有记录，可以先补录，或在下面写上$/);
});

it('asks for inhabitants and voters until both are written', () => {
  const prompt = (changes: Readonly<Record<string, number>>) => full('work', changes)[0]?.prompt ?? '';
  expect(prompt({ population: 0 })).toContain('没有写全');
  expect(prompt({ voters: 0 })).toContain('没有写全');
  expect(prompt({})).not.toContain('没有写全');
});
