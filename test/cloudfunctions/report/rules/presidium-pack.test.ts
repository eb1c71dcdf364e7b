/** 主席团季度材料: what falls into the quarter, what is late, and that no difficulty of a deputy stands in it. */
import {
  makePresidiumPack,
  quarterOf,
  type Pack,
} from '../../../../cloudfunctions/report/documents/rules/presidium-pack';
import { listPacks } from '../../../../miniprogram/office/presidium/view';
import { baiheDirectory } from '../../../../local/townships/baihe/book';

const TODAY = '2026-11-23';
const directory = baiheDirectory(TODAY);
const EMPTY: Pack = {
  year: 2026,
  quarter: 4,
  today: TODAY,
  meetings: [],
  topics: [],
  suggestions: [],
  requests: [],
  opinions: [],
  notes: [],
};
const say = (pack: Partial<Pack>) =>
  JSON.stringify(makePresidiumPack(directory, { ...EMPTY, ...pack }).blocks);

test.each([
  [1, '2026-01-01', '2026-03-31'],
  [2, '2026-04-01', '2026-06-30'],
  [3, '2026-07-01', '2026-09-30'],
  [4, '2026-10-01', '2026-12-31'],
])('quarter %i is from %s to %s', (quarter, from, to) => {
  expect(quarterOf(2026, quarter)).toEqual({ from, to });
});

test('of an empty quarter it says so, and that the law asks for a meeting', () => {
  const words = say({});
  for (const part of ['没有登记主席团会议', '还没有监督计划', '没有列入重点督办的', '没有超期的'])
    expect(words).toContain(part);
});

test('a meeting and what was handed in count on the first and the last day of the quarter, not beside them', () => {
  const items = [{ title: '决定重点督办', for: 5, against: 0, abstain: 1, passed: true }];
  const meeting = (date: string) => ({ date, due: 7, persons: ['p1'], items });
  const made = (submittedOn: string) => {
    const about = { number: '建1', title: '某', state: 'submitted', open: true, due: '2027-01-01' } as const;
    return { ...about, submittedOn };
  };
  const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'];
  const words = say({ meetings: days.map(meeting), suggestions: days.map(made) });
  expect(words.match(/应到7人/g)).toHaveLength(2);
  expect(words).toContain('提出建议2条');
  expect(words).toContain('还在办理4条');
});

test('late ones stand by number, of both kinds; what was drafted only is none', () => {
  const about = { title: '某', open: true, due: '2026-11-22', unit: 'u1' } as const;
  const suggestions = [
    { ...about, number: '建迟', state: 'assigned', submittedOn: '2026-08-01' },
    { ...about, number: '建草', state: 'drafting' },
    { ...about, number: '建今', state: 'assigned', submittedOn: '2026-08-01', due: TODAY },
  ] as const;
  const requests = [
    { number: 'R1', category: 'road', village: 'v1', state: 'assigned', due: '2026-11-01', key: true },
  ] as const;
  const words = say({ suggestions, requests });
  expect(words).toContain('代表建议1条，群众意见1件');
  expect(words).toContain('建迟');
  for (const other of ['建草', '建今']) expect(words).not.toContain(other);
  expect(words.match(/R1/g)).toHaveLength(2);
});

test('a 视察意见 stands under 重点督办 as it was proposed or decided, and among the late ones from the day after its date', () => {
  const about = { date: '2026-10-20', state: 'transferred', due: '2026-11-22', unit: 'u1' } as const;
  const opinions = [
    { ...about, title: '看路', key: { state: 'proposed' } },
    { ...about, title: '看水', key: { state: 'decided' }, due: TODAY },
    { ...about, title: '看灯' },
  ] as const;
  const words = say({ opinions });
  expect(words).toContain('视察意见2条');
  expect(words.match(/视察意见：看路/g)).toHaveLength(2);
  expect(words.match(/视察意见：看水/g)).toHaveLength(1);
  expect(words.match(/视察意见：看灯/g)).toHaveLength(1);
  expect(words.match(/已提请，待主席团决定/g)).toHaveLength(1);
});

test('the phone offers the quarter that runs and the one before, across the year', () => {
  expect(listPacks('2026-11-23').map(({ text }) => text)).toEqual(['2026年第四季度', '2026年第三季度']);
  expect(listPacks('2027-01-01').map(({ year, quarter }) => [year, quarter])).toEqual([
    [2027, 1],
    [2026, 4],
  ]);
});
