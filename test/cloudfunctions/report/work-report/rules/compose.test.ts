import {
  composeReport,
  composeSentence,
  composeTitle,
  printedText,
  type Values,
} from '../../../../../cloudfunctions/report/work-report/rules/compose';
import type {
  SectionRow,
  SentenceRow,
  Template,
} from '../../../../../cloudfunctions/report/work-report/rules/template';

const figure = (n: number, rows = n) => ({ text: String(n), n, rows });
const words = (text: string) => ({ text, rows: 0 });
const NONE: ReadonlySet<string> = new Set();

const say = (row: Partial<SentenceRow>, values: Values, off = NONE) =>
  composeSentence({ id: 'one', clauses: [], ...row }, { values, off });
const textOf = (...asked: Parameters<typeof say>) => {
  const said = say(...asked);
  return said && printedText({ computed: [said], words: '' });
};

describe('a sentence', () => {
  const clauses = ['接待选民{received}人', '走访选民{visited}户'];

  it('leaves out a clause of nothing, and with none left itself', () => {
    expect(
      textOf(
        { head: '{period}，', clauses },
        { period: words('半年来'), received: figure(3), visited: figure(0) },
      ),
    ).toBe('半年来，接待选民3人。');
    expect(textOf({ clauses }, { received: figure(1), visited: figure(2) })).toBe(
      '接待选民1人，走访选民2户。',
    );
    expect(say({ head: '共', clauses }, { received: figure(0), visited: figure(0) })).toBeUndefined();
  });

  it('says a clause of several figures when one of them is something', () => {
    const row = { clauses: ['修订制度{rules}项（{others}次）'] };
    expect(textOf(row, { rules: figure(0), others: figure(1) })).toBe('修订制度0项（1次）。');
  });

  it('says words as soon as there are some, and a clause without any always', () => {
    const row = { clauses: ['每月{receptionDay}日接访'] };
    expect(textOf(row, { receptionDay: words('5') })).toBe('每月5日接访。');
    expect(say(row, { receptionDay: words('') })).toBeUndefined();
    expect(say(row, {})).toBeUndefined();
    expect(textOf({ clauses: ['坚持为民'] }, {})).toBe('坚持为民。');
  });

  it('says that nothing is on record where it has words for that', () => {
    const said = say({ clauses, missing: '没有记录' }, {});
    expect(said).toEqual({ sentence: 'one', pieces: [{ text: '没有记录' }], missing: true });
    expect(textOf({ clauses, missing: '没有记录' }, {})).toBe('');
  });

  it('keeps what was left out with its mark, so that it can be taken in again', () => {
    const off = new Set(['one']);
    expect(say({ clauses }, { received: figure(2) }, off)).toMatchObject({ off: true, sentence: 'one' });
    expect(say({ clauses, missing: '没有记录' }, {}, off)).toMatchObject({ off: true, missing: true });
    expect(say({ clauses }, { received: figure(2) })).not.toHaveProperty('off');
    expect(textOf({ clauses }, { received: figure(2) }, off)).toBe('');
  });

  it('opens a figure with its rows, and neither words nor a number of people', () => {
    const row = { clauses: ['{period}{received}人{silent}名'] };
    expect(
      say(row, { period: { text: '半年来', rows: 4 }, received: figure(3, 5), silent: figure(2, 0) })?.pieces,
    ).toEqual([
      { text: '半年来', slot: 'period' },
      { text: '3', slot: 'received', rows: 5 },
      { text: '人' },
      { text: '2', slot: 'silent' },
      { text: '名。' },
    ]);
  });

  it('takes no figure from what every object has', () => {
    expect(say({ clauses: ['{constructor}人'] }, {})).toBeUndefined();
  });

  it('is meant where two figures are equal, or where they are not, and nowhere before both are known', () => {
    const row = (equal: boolean) => ({
      clauses: ['已全部办复'],
      when: { slot: 'all', as: 'answered', equal },
    });
    const told = (values: Values) => [true, false].map((equal) => say(row(equal), values) !== undefined);
    expect(told({ all: figure(3), answered: figure(3) })).toEqual([true, false]);
    expect(told({ all: figure(3), answered: figure(2) })).toEqual([false, true]);
    expect(told({ all: figure(3) })).toEqual([false, false]);
    expect(told({ answered: figure(3) })).toEqual([false, false]);
  });
});

const section = (id: string, level: 1 | 2 | 3, more: Partial<SectionRow> = {}): SectionRow => ({
  id,
  level,
  heading: id,
  ...more,
});
const written = (...ids: string[]) =>
  Object.fromEntries(ids.map((id) => [id, { words: `${id}的话`, version: 2, by: '李样样', at: 7 }]));
const templateOf = (sections: readonly SectionRow[], items: Template['items'] = 'ordinal'): Template => ({
  title: '{township}工作汇报',
  items,
  sections,
});
const headings = (sections: readonly SectionRow[], ids: readonly string[] = [], items?: Template['items']) =>
  composeReport(templateOf(sections, items), { values: {}, written: written(...ids), off: NONE }).map(
    ({ heading }) => heading,
  );

describe('headings', () => {
  it('are counted 一、 （一） 一是, and begin anew under each higher one', () => {
    const all = [
      section('工作', 1),
      section('建设', 2),
      section('培训', 2),
      section('学习', 3),
      section('走访', 3),
      section('平台', 2),
      section('会议', 3),
      section('问题', 1),
      section('办法', 2),
      section('一条', 3),
    ];
    expect(headings(all, ['学习', '走访', '会议', '一条'])).toEqual([
      '一、工作',
      '（一）建设',
      '（二）培训',
      '一是学习',
      '二是走访',
      '（三）平台',
      '一是会议',
      '二、问题',
      '（一）办法',
      '一是一条',
    ]);
  });

  it('of items right under a part, or where the template has it so, are figures', () => {
    const part = [section('问题', 1), section('认识', 3), section('热情', 3)];
    expect(headings(part, ['认识', '热情'])).toEqual(['一、问题', '1.认识', '2.热情']);
    const under = [section('工作', 1), section('建设', 2), section('学习', 3)];
    expect(headings(under, ['学习'], 'number')).toEqual(['一、工作', '（一）建设', '1.学习']);
  });

  it('go on by figures beyond ten', () => {
    const items = Array.from({ length: 11 }, (_, n) => section(`项${String(n)}`, 3));
    const ids = items.map(({ id }) => id);
    const said = headings([section('工作', 1), section('建设', 2), ...items], ids);
    expect(said.slice(-2)).toEqual(['十是项9', '11.项10']);
    const parts = Array.from({ length: 11 }, (_, n) => section(`部${String(n)}`, 1));
    expect(headings(parts).slice(-2)).toEqual(['十、部9', '11、部10']);
  });

  it('leave no gap for an item of which nothing is printed', () => {
    const all = [section('工作', 1), section('甲', 3), section('乙', 3), section('丙', 3)];
    expect(headings(all, ['甲', '丙'])).toEqual(['一、工作', '1.甲', '乙', '2.丙']);
  });

  it('are none for the first part, which has no name', () => {
    expect(headings([section('前言', 1, { heading: '' }), section('工作', 1)])).toEqual(['', '一、工作']);
  });

  it('count an item for its sentence, unless it is left out or only says that nothing is on record', () => {
    const item = section('走访', 3, {
      sentences: [{ id: 'v', clauses: ['走访{visited}户'], missing: '没有记录' }],
    });
    const of = (values: Values, off = NONE) =>
      composeReport(templateOf([section('工作', 1), item]), { values, written: {}, off })[1]?.heading;
    expect(of({ visited: figure(2) })).toBe('1.走访');
    expect(of({ visited: figure(2) }, new Set(['v']))).toBe('走访');
    expect(of({})).toBe('走访');
  });
});

describe('a section', () => {
  const one = (row: Partial<SectionRow>, values: Values = {}, ids: readonly string[] = []) =>
    composeReport(templateOf([section('一', 1, row)]), { values, written: written(...ids), off: NONE })[0];

  it('has its words with who wrote them, and before that nothing and the version 0', () => {
    expect(one({}, {}, ['一'])).toEqual({
      section: '一',
      level: 1,
      heading: '一、一',
      computed: [],
      offered: [],
      words: '一的话',
      version: 2,
      by: '李样样',
      at: 7,
    });
    const bare = one({});
    expect(bare).toMatchObject({ words: '', version: 0 });
    expect(bare).not.toHaveProperty('by');
  });

  it('asks for what is not on record before what it always asks for', () => {
    const lacking = { slots: ['population', 'voters'], prompt: '先写人口。' };
    expect(one({ prompt: '总的话。', lacking }, { population: figure(5), voters: figure(0) })?.prompt).toBe(
      '先写人口。总的话。',
    );
    expect(one({ prompt: '总的话。', lacking }, { population: figure(5) })?.prompt).toBe(
      '先写人口。总的话。',
    );
    const known = { population: figure(5), voters: figure(4) };
    expect(one({ prompt: '总的话。', lacking }, known)?.prompt).toBe('总的话。');
    expect(one({ lacking }, known)).not.toHaveProperty('prompt');
  });

  it('offers facts beside what is printed, and does not print them', () => {
    const row = {
      sentences: [{ id: 'a', clauses: ['做了{done}件'] }],
      offered: [{ id: 'b', clauses: ['超期{late}件'] }],
    };
    const made = one(row, { done: figure(2), late: figure(1) }, ['一']);
    expect(made?.offered.map(({ sentence }) => sentence)).toEqual(['b']);
    expect(made && printedText(made)).toBe('做了2件。一的话');
  });
});

it('has the township in its title, and nothing in the place of what is not known', () => {
  expect(composeTitle(templateOf([]), { township: words('白鹤镇') })).toBe('白鹤镇工作汇报');
  expect(composeTitle(templateOf([]), {})).toBe('工作汇报');
});
