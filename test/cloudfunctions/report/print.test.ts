/** What is printed, asked of the artefact and read out of the document that comes back. */
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { RosterDocument } from '../../../cloudfunctions/reception/roster/rules/roster-document';
import { drawQrPng } from '../../../cloudfunctions/shared/qr-png';
import { picturesOf } from '../../support/docx';
import { DATE, openPress, STAFF, type Press } from './support';

jest.setTimeout(60_000);

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());
// A minute later the rate window of the office's own grant is empty again.
afterEach(() => {
  press.clock.set(press.clock.now() + 61_000);
});

function rosterOf(year: number): RosterDocument {
  const rosters = [...press.database.exportDocuments('rosters')] as RosterDocument[];
  const found = rosters.find(({ _id }) => _id === `bh~${year}`);
  if (!found) throw new Error(`no roster of ${year}`);
  return found;
}

/** Name of a person of the roster's seat. */
async function nameAt(seat: string): Promise<string> {
  const person = rosterOf(2026).seats[DATE]?.[seat]?.person;
  const { data } = await press.invoke('registry', 'places', { township: 'bh' }, { openid: STAFF });
  const { deputies } = data as { deputies: { person: string; name: string }[] };
  return deputies.find((one) => one.person === person)?.name ?? 'nobody';
}

const refused = (code: string) => ({ ok: false, code });
const coldCache = () => {
  press.clock.set(press.clock.now() + 120_000);
};

test('the list beside the wall: every number of the day and home with its time, and nobody’s name', async () => {
  const words = await press.read('numberList', { date: DATE, home: 'h1' });
  for (const said of ['今日接访名单', '城关代表之家', '2026年12月7日（星期一）', '1号', '已约', '直接来'])
    expect(words).toContain(said);
  for (const name of ['张三婶', '李大爷', '王师傅']) expect(words).not.toContain(name);
  expect(await press.print('bh-villager-1', 'numberList', { date: DATE, home: 'h1' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await press.print(STAFF, 'numberList', { date: DATE, home: 'h9' })).toMatchObject({
    code: 'not-published',
  });
});

describe('the duty table', () => {
  it('of a day: who sits where, hours, landlines, and that one may just come', async () => {
    const words = await press.read('dutyTable', { date: DATE });
    expect(words).toContain('2026年12月7日（星期一）');
    expect(words).toContain('08:30–11:30');
    expect(words).toContain(await nameAt('h2-am-2'));
    for (const landline of ['0000-1234561', '0000-1234562', '0000-1234563'])
      expect(words).toContain(landline);
    expect(words).toContain('直接来也行');
    expect(words).not.toContain('待公布');
    expect(words).toContain('备案号');
  });

  it('of a year: days that are out with names, coming ones without, those that went by without a roster not at all', async () => {
    const words = await press.read('dutyTable', { year: 2026 });
    expect(words).toContain('10月8日\n星期四');
    expect(words).toContain('12月7日\n星期一');
    expect(words).not.toMatch(/^1月5日/m);
  });

  it('holds no name of a draft', async () => {
    const roster = rosterOf(2026);
    const hidden = structuredClone(roster);
    const day = hidden.days[DATE];
    if (day) hidden.days[DATE] = { ...day, state: 'draft' };
    const name = await nameAt('h2-am-2');
    await press.database.importDocuments('rosters', [hidden]);
    try {
      const words = await press.read('dutyTable', { year: 2026 });
      expect(words).toContain('12月7日\n星期一');
      expect(words).toContain('待公布');
      expect(words.slice(words.indexOf('12月7日'))).not.toContain(name);
      expect(await press.print(STAFF, 'dutyTable', { date: DATE })).toMatchObject(refused('not-published'));
      const notice = await press.print(STAFF, 'employerNotice', { date: DATE, seat: 'h2-am-2' });
      expect(notice).toMatchObject(refused('not-published'));
      expect(await press.read('poster', { place: 'h2' })).not.toContain(`${name}（`);
    } finally {
      await press.database.importDocuments('rosters', [roster]);
    }
  });

  it('is refused for a year that no holiday table knows, and for a day on which nobody receives', async () => {
    expect(await press.print(STAFF, 'dutyTable', { year: 2031 })).toMatchObject(refused('year-unknown'));
    expect(await press.print(STAFF, 'dutyTable', { date: '2026-12-08' })).toMatchObject(
      refused('not-published'),
    );
    const both = await press.print(STAFF, 'dutyTable', { date: DATE, year: 2026 });
    expect(both).toMatchObject(refused('bad-input'));
  });
});

describe('the notice for an employer', () => {
  it('names the deputy, day, hours and place, and what the law asks of the employer', async () => {
    const name = await nameAt('h2-am-2');
    const answer = await press.print(STAFF, 'employerNotice', { date: DATE, seat: 'h2-am-2' });
    expect((answer.data as PrintedFile).name).toBe(`代表履职通知 2026年12月7日 ${name}.docx`);
    const words = await press.read('employerNotice', { date: DATE, seat: 'h2-am-2' });
    expect(words).toContain(`贵单位${name}同志是人大代表`);
    expect(words).toContain('2026年12月7日（星期一）上午08:30–11:30');
    expect(words).toContain('柳树城代表之家（柳树城村二组，村委会一楼）');
    expect(words).toContain('按正常出勤对待');
  });

  it('is not to be had for a seat on which nobody sits', async () => {
    const answer = await press.print(STAFF, 'employerNotice', { date: DATE, seat: 'h2-am-9' });
    expect(answer).toMatchObject(refused('not-found'));
  });
});

describe('the poster', () => {
  it('of a village: its home, coming days, receivers that are out, ways without a phone, limits, numbers, code', async () => {
    const file = await press.fetchFile(await press.print(STAFF, 'poster', { place: 'v4' }));
    const words = await press.read('poster', { place: 'v4' });
    for (const said of ['柳树城村', '柳树城代表之家', '0000-1234562', '不用手机也行', '代办员'])
      expect(words).toContain(said);
    for (const said of ['听、记、转、跟、答', '不收礼', '110', '120', '12345', 'bh.v4', '12月7日（星期一）'])
      expect(words).toContain(said);
    expect(words).toContain(await nameAt('h2-am-2'));
    expect(words).not.toContain(await nameAt('h1-am-2'));
    expect(words).not.toMatch(/^11月5日/m);
    const [picture] = picturesOf(file);
    expect(picture?.subarray(1, 4).toString()).toBe('PNG');
    // WeChat's code of the place, not ours.
    expect(picture?.equals(drawQrPng('bh.v4'))).toBe(false);
  });

  it('of a home says its own name; a place of no kind has none', async () => {
    expect(await press.read('poster', { place: 'h1' })).toContain('bh.h1');
    expect(await press.print(STAFF, 'poster', { place: 'h9' })).toMatchObject(refused('not-found'));
    expect(await press.print(STAFF, 'poster', { place: 'p5' })).toMatchObject(refused('not-found'));
  });

  it('of a year whose holidays are not announced is refused, not guessed', async () => {
    const answer = await press.print(STAFF, 'poster', { place: 'h1', year: 2031 });
    expect(answer).toMatchObject(refused('year-unknown'));
  });
});

test('the registration form offers the township’s homes and categories, and asks for no identity number', async () => {
  const words = await press.read('registrationForm');
  for (const said of ['□城关代表之家', '□白鹤桥代表之家', '□道路桥梁', '□不让代表看到我的名字', '可以不留'])
    expect(words).toContain(said);
  expect(words).toContain('不用填身份证号');
});

describe('the door', () => {
  const ALL = [
    ['dutyTable', { year: 2026 }],
    ['employerNotice', { date: DATE, seat: 'h2-am-2' }],
    ['slip', { date: DATE, booking: `b${'0'.repeat(16)}-b${'0'.repeat(8)}` }],
    ['poster', { place: 'h1' }],
    ['registrationForm', {}],
  ] as const;

  it.each(ALL)(
    '%s is refused for another township’s office, a deputy and a villager',
    async (action, input) => {
      for (const openid of ['qs-staff', 'bh-p5', 'bh-villager-1', 'bh-admin', 'bh-unit'])
        expect(await press.print(openid, action, input)).toMatchObject(refused('not-allowed'));
    },
  );

  it.each(ALL.filter(([action]) => action !== 'slip'))(
    '%s is refused for a village helper',
    async (action, input) => {
      expect(await press.print('bh-helper', action, input)).toMatchObject(refused('not-allowed'));
    },
  );

  it.each(ALL.filter(([action]) => action !== 'slip'))(
    '%s takes admit and two calls at most, one less while the directory is fresh',
    async (action, input) => {
      coldCache();
      const cold = await press.print(STAFF, action, input);
      const warm = await press.print(STAFF, action, input);
      expect(cold.ok && warm.ok).toBe(true);
      const reads = action === 'registrationForm' ? 1 : 2;
      expect([cold.cost.calls, warm.cost.calls]).toEqual([1 + reads, reads]);
    },
  );

  it('gives the same words the same place in the storage, and other words another', async () => {
    const fileOf = async (input: object) => {
      const answer = await press.print(STAFF, 'poster', input);
      return new URL((answer.data as PrintedFile).file).pathname.split('/').at(-1);
    };
    const [one, again, other] = [
      await fileOf({ place: 'v4' }),
      await fileOf({ place: 'v4' }),
      await fileOf({ place: 'v5' }),
    ];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(one).toMatch(/^[0-9a-z]{26}\.docx$/);
  });
});

test('a rule for the wall: its lines, since when, and whose; nothing of the draft beside it', async () => {
  const write = async (openid: string, action: string, input: object) => {
    const caller = { openid, key: `wall-${action}-${openid}-${JSON.stringify(input).length}` };
    return press.invoke('report', action, { township: 'bh', ...input }, caller);
  };
  const title = '学习培训制度';
  const saved = await write(STAFF, 'saveWallRule', { title, body: '一、每月一次。\n二、记名。', edition: 0 });
  const { rule } = saved.data as { rule: string };
  expect(await press.print(STAFF, 'wallRulePaper', { rule })).toMatchObject(refused('wrong-state'));
  await write('bh-p1', 'actOnWallRule', { rule, edition: 1, act: 'enforce', on: '2026-12-01' });
  await write(STAFF, 'saveWallRule', { title, body: '还在想的草稿', edition: 2 });
  const words = await press.read('wallRulePaper', { rule, paper: 'A3' });
  for (const said of [title, '一、每月一次。', '二、记名。', '自2026年12月1日起施行', '白鹤镇人大'])
    expect(words).toContain(said);
  expect(words).not.toContain('还在想');
});
