/** What somebody is given of themselves: what is stored of an account, and a deputy's record of a year. In process. */
import { toRows } from '../../../cloudfunctions/duty/ledger/store';
import { GAP } from '../../../cloudfunctions/report/documents/rules/words';
import { accountOf, encryptField as sealed } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { ask, directory, linesOf, named, put, startPapers, type Row } from './paper-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock(
  '../../../cloudfunctions/shared/files',
  () => jest.requireActual<{ filesHere: object }>('./paper-desk').filesHere,
);
jest.mock(
  '../../../cloudfunctions/report/documents/print-sheet',
  () => jest.requireActual<{ sheetsHere: object }>('./paper-desk').sheetsHere,
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startPapers({ lives: false });
});
const person = (id: string) => named(directory().people, id);

describe('what is stored of somebody', () => {
  const ASKER = 'bh-villager-1';
  let account = '';
  beforeAll(() => {
    account = accountOf(ASKER);
  });
  const OWN = () => linesOf('ownData', {}, ASKER);
  type Booked = Row & { date: string; bookings: Record<string, Record<string, object>> };
  const day = (date: string) =>
    cloud.documents<Booked>('days').find((one) => one.date === date && one.township === 'bh');

  it('stands on it whole: bookings that were and will be, requests with what was said later, messages', async () => {
    const booked = { whom: 'self', name: sealed('张三婶'), keys: 'k', openid: ASKER, at: 1 };
    const book = (date: string, own: object) => {
      put('days', day(date)?._id ?? '', { bookings: { [account]: own } });
    };
    book('2026-10-08', { b00000001: { ...booked, state: 'booked', p: 'h1-0830-1' } });
    book('2026-11-05', { b00000002: { ...booked, state: 'cancelled', p: 'h1-0900-3' } });
    book('2026-12-07', {
      b00000003: { ...booked, state: 'booked', p: 'h2-0930-5', phone: sealed('13800001234') },
      b00000004: { ...booked, state: 'waiting', p: 'h3-0830-0' },
      b00000005: { ...booked, state: 'cancelled', p: 'h3-1000-7' },
    });
    type Asked = Row & { account: string; text: string; steps: object[] };
    const [kept, ...others] = cloud.documents<Asked>('requests').filter((one) => one.account === account);
    const rest = cloud.documents<Asked>('requests').filter((one) => one !== kept && !others.includes(one));
    const steps = [
      { at: 1, act: 'submit', by: account },
      { at: 2, act: 'add', by: account, words: sealed('还漏水') },
      { at: 3, act: 'take', by: 'p5', words: sealed('我来看') },
    ];
    cloud.replace('requests', [
      ...rest,
      {
        ...kept,
        number: '1101-ABCD',
        day: '2026-11-01',
        village: 'v4',
        category: 'water',
        phone: sealed('13800001234'),
        text: sealed('水管漏了'),
        photos: [{ id: 'f1' }],
        recordings: [{ id: 'r1' }, { id: 'r2' }],
        steps,
        replies: [{ class: 'A', words: sealed('修好了') }],
      },
      {
        ...kept,
        _id: `${String(kept?._id.slice(0, -1))}0`,
        seq: '0',
        number: '1001-ABCD',
        day: '2026-10-01',
        name: undefined,
        phone: undefined,
        text: undefined,
        steps: [],
        replies: undefined,
      },
    ]);
    cloud.replace('inbox', [
      {
        _id: 'bh~i1',
        township: 'bh',
        rev: 1,
        account,
        event: 'x',
        title: sealed('约好了'),
        words: sealed('请按时来'),
        page: '',
        at: 1,
        seq: '1',
      },
      {
        _id: 'bh~i2',
        township: 'bh',
        rev: 1,
        account: 'other',
        event: 'x',
        title: sealed('别人的'),
        words: sealed('别人的'),
        page: '',
        at: 1,
        seq: '1',
      },
    ]);
    put('consents', `bh~${account}`, { left: { task: 2, booking: 1 }, spent: [], missed: 0 });
    const lines = await OWN();
    const { homes, villages, categories, card } = directory();
    const [h1, h2, h3] = ['h1', 'h2', 'h3'].map((home) => named(homes, home));
    expect(lines.filter((line) => !line.startsWith('[head]'))).toEqual([
      `${card.name}「代表之家」里存着的、只属于您的内容。截至2026年11月23日（星期一）。`,
      '[large bold] 一、预约',
      `2026年11月5日（星期四） | ${h1 ?? ''} 09:00 | 张三婶 | 已退`,
      `2026年10月8日（星期四） | ${h1 ?? ''} 08:30 | 张三婶 | 已过`,
      ...lines.filter((line) => line.startsWith('2026年12月7日')),
      '[large bold] 二、反映的事',
      [
        '[bold] 编号 1101-ABCD',
        '2026年11月1日（星期日）',
        named(villages, 'v4'),
        named(categories, 'water'),
      ].join(GAP),
      expect.stringMatching(/^留的称呼、电话：张三婶\u300013800001234$/),
      '[indent] 水管漏了',
      '附：照片 1 张，录音 2 段（在「我的」里点开这件事可以看、可以听）',
      '[indent] 您说：还漏水',
      '[indent] 答复：修好了',
      expect.stringMatching(/^\[bold\] 编号 1001-ABCD\u30002026年10月1日（星期四）/),
      '[large bold] 三、消息',
      expect.stringMatching(/^还可以发给您的微信消息：\d 条。$/),
      `[indent] 约好了${GAP}请按时来`,
    ]);
    const coming = lines.filter((line) => line.startsWith('2026年12月7日（星期一） | '));
    expect(coming.map((line) => line.slice('2026年12月7日（星期一） | '.length)).sort()).toEqual(
      [
        `${h2 ?? ''} 09:30 | 张三婶⏎13800001234 | 约好`,
        `${h3 ?? ''} 08:30 | 张三婶 | 在等`,
        `${h3 ?? ''} 10:00 | 张三婶 | 已退`,
      ].sort(),
    );
  });

  it('is handed out five times a minute, then says how long to wait', async () => {
    for (let n = 0; n < 5; n++) expect((await ask('ownData', {}, 'o-voter')).ok).toBe(true);
    expect(await ask('ownData', {}, 'o-voter')).toMatchObject({
      code: 'rate-limited',
      details: { seconds: 60 },
    });
    expect((await ask('ownData', {}, 'another')).ok).toBe(true);
    expect(await linesOf('ownData', {}, 'another')).toEqual(
      expect.arrayContaining([
        '没有预约。',
        '没有反映过事情。',
        '还可以发给您的微信消息：0 条。',
        '消息箱是空的。',
      ]),
    );
  });
});

test('a duty record has the year’s own rows, under their headings, with village, title and that they were entered later', async () => {
  const said = sealed(JSON.stringify({ title: '水库' }));
  put('activities', 'bh~act1', { kind: 'inspection', state: 'held', date: '2026-03-01', said, opinions: {} });
  const rows = (id: string, kind: string, date: string, more: object = {}) =>
    toRows({ township: 'bh', kind: id === 'act1' ? 'activity' : 'request', id: `bh~${id}` }, [
      Object.assign({ kind, part: '0', date, persons: ['p5'] }, more),
    ]);
  cloud.replace('facts', [
    ...rows('x1', 'help', '2025-12-31', { heading: 'inspections' }),
    ...rows('act1', 'inspection', '2026-01-01', { heading: 'inspections' }),
    ...rows('x2', 'request-solved', '2026-12-31', { heading: 'inspections', village: 'v4', entered: true }),
    ...rows('x3', 'request-solved', '2026-06-01', { village: 'v4' }),
    ...rows('x4', 'request-solved', '2027-01-01', { heading: 'inspections' }),
  ]);
  const lines = await linesOf('dutyRecord', { year: 2026, person: 'p5' });
  expect(lines.slice(2, -1)).toEqual([
    '[head] 日期 | 内容 | 地点',
    '2026年1月1日（星期四） | 视察：水库 | ',
    `2026年12月31日（星期四） | 群众意见解决 | ${named(directory().villages, 'v4')}，补录`,
  ]);
  expect(lines[0]).toBe(`代表：${person('p5')}`);
  expect(lines.at(-1)).toContain('按 2026年11月23日（星期一）的台账打印');
  expect(await linesOf('dutyRecord', { year: 2026 }, 'bh-p5')).toEqual(lines);
  expect(await ask('dutyRecord', { year: 2026 }, 'bh-staff')).toMatchObject({ code: 'not-found' });
  expect(await ask('dutyRecord', { year: 2026, person: 'p8' }, 'bh-p5')).toMatchObject({
    code: 'not-allowed',
  });
});

test('papers of a duty report are for who reports, and once there is something in them; of the meeting for the office', async () => {
  put('activities', 'bh~dutyreport000001', {
    kind: 'duty-report',
    state: 'held',
    date: '2026-11-20',
    persons: ['p5'],
    invited: {},
    said: sealed(JSON.stringify({ place: '村活动室' })),
    opinions: {},
  });
  const activity = 'bh~dutyreport000001';
  const cases: readonly [openid: string, input: object, code: string | undefined][] = [
    ['bh-p5', { activity, paper: 'text' }, 'wrong-state'],
    ['bh-p5', { activity, paper: 'ballot' }, 'not-allowed'],
    ['bh-p5', { activity, paper: 'text', person: 'p6' }, 'not-allowed'],
    ['bh-p6', { activity, paper: 'text' }, 'not-found'],
    ['bh-staff', { activity, paper: 'text' }, 'not-found'],
    ['bh-staff', { activity, paper: 'ballot', person: 'p6' }, 'not-found'],
    ['bh-staff', { activity, paper: 'ballot', person: 'p5' }, undefined],
    ['bh-staff', { activity, paper: 'result', person: 'p5' }, 'wrong-state'],
    ['bh-staff', { activity, paper: 'text', person: 'p5' }, 'wrong-state'],
    ['bh-staff', { activity: `bh~${'0'.repeat(16)}`, paper: 'ballot', person: 'p5' }, 'not-found'],
  ];
  for (const [openid, input, code] of cases)
    expect([openid, input, (await ask('dutyReportPaper', input, openid)).code]).toEqual([
      openid,
      input,
      code,
    ]);
  expect(await linesOf('dutyReportPaper', { activity, paper: 'ballot', person: 'p5' })).toContainEqual(
    expect.stringContaining(person('p5')),
  );
});
