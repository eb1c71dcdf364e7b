/** What stands on papers that are made from documents: which of them, for whom, and which of their lines. In process. */
import { createArticle } from '../../../cloudfunctions/publicity/articles/store';
import type { ArticleDocument } from '../../../cloudfunctions/publicity/articles/rules/article-document';
import { membersOn } from '../../../cloudfunctions/registry/directory/rules/directory';
import { encryptField } from '../../../cloudfunctions/shared/cipher';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { InProcessCloud } from '../../support/in-process';
import { ask, directory, keepHere, linesOf, named, put, startPapers, type Row } from './paper-desk';

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

const sealed = encryptField;
const TODAY = '2026-11-23';

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startPapers({ lives: false });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const nameOf = async (action: string, input: object) => ((await ask(action, input)).data as PrintedFile).name;
const person = (id: string) => named(directory().people, id);

describe('the papers of a session', () => {
  const SESSION = { session: 's181' };
  const row = (n: number, who: string, said: object): object => ({
    _id: `bh~row${String(n)}`,
    township: 'bh',
    rev: 1,
    session: 's181',
    person: who,
    ...said,
  });
  const observer = () =>
    membersOn(directory().people, '2026-01-05').find(({ level }) => level === 'district')?.person ?? '';

  it('tell of the sitting that is asked for who was there, on leave, missing, and who sat in', async () => {
    cloud.replace('attendance', [
      row(1, 'p5', { kind: 'signed', sitting: 'b1' }),
      row(2, 'p8', { kind: 'signed', sitting: 'b2' }),
      row(3, 'p20', { kind: 'answer', answer: 'leave' }),
      row(4, 'p21', { kind: 'answer', answer: 'attending' }),
      row(5, observer(), { kind: 'signed', sitting: 'b1' }),
    ]);
    const lines = await linesOf('sessionPaper', { ...SESSION, paper: 'attendance', sitting: 'b1' });
    expect(lines.slice(0, 2)).toEqual([
      '2026年1月5日（星期一） 08:30-11:30 上午会',
      '[bold] 应到51名，实到1名，请假1名，未到49名；法定人数34名，不足法定人数。列席1名。',
    ]);
    const group = (id: string) =>
      named(directory().groups, directory().people.find((one) => one.id === id)?.memberships[0]?.group);
    for (const [id, result] of [
      ['p5', '到会'],
      ['p8', '未到'],
      ['p20', '请假'],
      ['p21', '未到'],
    ] as const)
      expect(lines.join('\n')).toContain(` | ${person(id)} | ${group(id)} | ${result}`);
    expect(lines).toContain(`列席：${person(observer())}`);
  });

  it('before a sitting nobody’s result, of whoever is a deputy on the first day', async () => {
    const blank = await linesOf('sessionPaper', { ...SESSION, paper: 'signSheet' });
    expect(blank.filter((line) => /^\d+ \|/.test(line))).toHaveLength(51);
    expect(blank.join()).not.toMatch(/到会|请假|未到/);
    expect((await linesOf('sessionPaper', { ...SESSION, paper: 'plan' })).join()).toContain(
      '应出席代表51名，到会34名以上',
    );
    const townships = cloud.documents<Row & { people: { id: string; memberships: object[] }[] }>('townships');
    const until = (date: string) => {
      const people = directory().people.map((one) =>
        one.id === 'p8'
          ? { ...one, memberships: one.memberships.map((each) => ({ ...each, to: date })) }
          : one,
      );
      put('townships', 'bh', { people });
      cloud.clock.set(cloud.clock.now() + 61_000);
    };
    until('2026-01-05');
    const counts = await Promise.all(
      ['b1', 'b2'].map(
        async (sitting) => (await linesOf('sessionPaper', { ...SESSION, paper: 'attendance', sitting }))[1],
      ),
    );
    expect(counts.map((line) => /应到\d+名/.exec(line ?? '')?.[0])).toEqual(['应到51名', '应到50名']);
    expect(
      (await linesOf('sessionPaper', { ...SESSION, paper: 'signSheet' })).filter((line) =>
        /^\d+ \|/.test(line),
      ),
    ).toHaveLength(51);
    cloud.replace('townships', townships);
    cloud.clock.set(cloud.clock.now() + 61_000);
  });
});

describe('the letters of a suggestion', () => {
  let id = '';
  const number = '建0107-N3GP';
  beforeAll(() => {
    const all = cloud.documents<Row & { lead: string; unit?: string }>('suggestions');
    const found = all.find(({ lead, unit }) => lead === 'p5' && unit === 'u1');
    id = found?._id ?? '';
  });
  const letter = (n: number, said: object = {}) => ({
    letter: sealed(`白交〔2026〕${String(n)}号`),
    signer: sealed(`签发人${String(n)}`),
    class: 'B',
    words: sealed(`第${String(n)}次答复`),
    unit: 'u1',
    at: Date.parse('2026-03-08T02:00:00Z'),
    ...said,
  });

  it('name who signed with whom, the units, and what was answered last', async () => {
    put('suggestions', id, {
      number,
      asked: { p6: 'agreed', p20: 'declined', p21: 'asked', p22: 'agreed' },
      title: sealed('关于路灯'),
      unit: 'u1',
      assist: ['u2', 'u3'],
      contactedOn: '2026-01-27',
      replies: [letter(1, { class: 'A' }), letter(2)],
    });
    const { units, card } = directory();
    const lines = await linesOf('suggestionPaper', { suggestion: id, paper: 'opinion' });
    expect(lines.slice(0, 8)).toEqual([
      `编号 | ${number}`,
      '案由 | 关于路灯',
      `领衔代表 | ${person('p5')}`,
      `联名代表 | ${person('p6')}、${person('p22')}`,
      `主办单位 | ${named(units, 'u1')}`,
      `协办单位 | ${named(units, 'u2')}、${named(units, 'u3')}`,
      '答复函 | 白交〔2026〕2号，2026年3月8日（星期日）',
      expect.stringContaining('登记的联系日期：2026年1月27日（星期二）'),
    ]);
    const reply = await linesOf('suggestionPaper', { suggestion: id, paper: 'reply' });
    for (const said of [
      '[indent] 第2次答复',
      '办理结果：B 正在解决',
      '签发人：签发人2',
      `[right] ${named(units, 'u1')}（盖章）`,
    ])
      expect(reply).toContain(said);
    expect(reply.at(-1)).toContain(card.name);
  });

  it('show what is still to be signed to who answers and to the office, not to deputies', async () => {
    put('suggestions', id, { draft: letter(3) });
    const shown = async (openid: string) => {
      const lines = await linesOf('suggestionPaper', { suggestion: id, paper: 'reply' }, openid);
      return lines.find((line) => line.includes('次答复'));
    };
    const [signed, drafted] = ['[indent] 第2次答复', '[indent] 第3次答复'];
    for (const [openid, line] of [
      ['bh-staff', drafted],
      ['bh-p1', drafted],
      ['bh-unit', drafted],
      ['bh-p5', signed],
      ['bh-p6', signed],
    ] as const)
      expect([openid, await shown(openid)]).toEqual([openid, line]);
  });

  it('are blank before anything was answered, and not there for whom it is kept from or before it is handed over', async () => {
    const asked = { suggestion: id, paper: 'opinion' };
    put('suggestions', id, { draft: undefined, contactedOn: undefined, replies: [], assist: undefined });
    const lines = await linesOf('suggestionPaper', asked);
    expect(lines.slice(5, 8)).toEqual([
      '协办单位 | 无',
      '答复函 | ＿＿＿＿＿＿',
      expect.stringContaining('联系日期：＿＿＿＿＿＿）'),
    ]);
    put('suggestions', id, { unit: 'u9' });
    expect(await ask('suggestionPaper', asked, 'bh-unit')).toMatchObject({ code: 'not-found' });
    put('suggestions', id, { unit: undefined });
    expect(await ask('suggestionPaper', asked)).toMatchObject({ code: 'not-found' });
  });
});

test('the report on suggestions counts from the last session that is over, without one from the term’s first day', async () => {
  const first = async () => (await linesOf('handlingReport', { reader: 'session' }))[0];
  const sessions = cloud.documents<Row & { name: string; from: string }>('sessions');
  const names = sessions.filter(({ township }) => township === 'bh').map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  const said = await first();
  put('sessions', 'bh~s999', {
    session: 's999',
    name: '还没开的会',
    from: '2026-11-24',
    to: '2026-11-25',
    state: 'closed',
  });
  put('sessions', 'bh~s998', {
    session: 's998',
    name: '正在开的会',
    from: '2026-11-20',
    to: '2026-11-25',
    state: 'open',
  });
  expect(await first()).toBe(said);
  put('sessions', 'bh~s997', {
    session: 's997',
    name: '今天开完的会',
    from: TODAY,
    to: TODAY,
    state: 'closed',
  });
  expect(await first()).toContain('今天开完的会');
  cloud.replace('sessions', []);
  const none = await first();
  expect([none === said, names.some((name) => none?.includes(name))]).toEqual([false, false]);
  cloud.replace('sessions', sessions);
});

describe('an article', () => {
  /** The head of a PNG of that size. */
  const png = (width: number, height: number): Buffer => {
    const bytes = Buffer.alloc(24);
    bytes.write('\u0089PNG', 'latin1');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  const picture = (file: string) => ({ file, faces: 'none' as const });
  const born = (n: number, changes: object = {}) => {
    const blocks = ['f1', 'gone', 'broken'].map((file) => ({
      id: file,
      type: 'picture',
      picture: picture(file),
      caption: '',
    }));
    const _id = `bh~article${String(n).padStart(9, '0')}`;
    const content = {
      title: '2026年修路',
      author: '人大办',
      digest: '',
      cover: { picture: picture('') },
      blocks,
    };
    const article = {
      _id,
      township: 'bh',
      rev: 1,
      seq: '1',
      state: 'approved',
      source: { kind: 'blank', of: '' },
      content,
      by: '',
      steps: [],
      marks: [],
      overruled: [],
      acts: [],
      history: [],
      outbox: [],
    };
    return Object.assign(article, changes) as unknown as ArticleDocument;
  };

  it('leaves the office with its pictures once it is approved, and while what it tells of may be told', async () => {
    keepHere('f1', png(200, 100));
    keepHere('broken', Buffer.alloc(30));
    const request = cloud.documents<Row>('requests').find(({ township }) => township === 'bh')?._id ?? '';
    const [ready, draft, told] = [
      born(1),
      born(2, { state: 'draft' }),
      born(3, { source: { kind: 'request', of: request } }),
    ];
    for (const one of [ready, draft, told]) await createArticle(one);
    const noPicture = '[center] （这一张图请另外向我们要）';
    expect(await linesOf('articlePaper', { article: ready._id })).toEqual([
      '[center] 人大办',
      '[photo 0.5] f1',
      noPicture,
      noPicture,
      noPicture,
      '[small center] 封面',
    ]);
    expect(await ask('articlePaper', { article: draft._id })).toMatchObject({
      code: 'wrong-state',
      details: { state: 'draft' },
    });
    expect(await ask('articlePaper', { article: told._id })).toMatchObject({ code: 'source-withdrawn' });
    put('requests', request, { published: { title: sealed('路'), result: sealed('修了') } });
    expect(await ask('articlePaper', { article: told._id })).toMatchObject({ ok: true });
  });
});

test('each paper under its own name', async () => {
  const names: readonly [string, object, string | RegExp][] = [
    ['deputySheet', { paper: 'roster' }, /名册/],
    ['deputySheet', { paper: 'structure' }, /结构/],
    ['employerNotices', { year: 2026, month: 12 }, '2026年12月代表履职通知.docx'],
    [
      'numberList',
      { date: '2026-12-07', home: 'h2' },
      `今日接访名单 ${named(directory().homes, 'h2')} 2026年12月7日.docx`,
    ],
    ['dutyTable', { year: 2026, paper: 'A3' }, / A3\.docx$/],
    ['poster', { place: 'v4', paper: 'A3' }, / A3\.docx$/],
  ];
  for (const [action, input, name] of names) expect(await nameOf(action, input)).toMatch(name);
});

test('notices of a month are of its published days alone', async () => {
  const roster = cloud
    .documents<Row & { days: Record<string, { state: string }> }>('rosters')
    .find(({ _id }) => _id === 'bh~2026');
  const told = async (month: number) => {
    const answer = await ask('employerNotices', { year: 2026, month });
    return answer.ok ? (await linesOf('employerNotices', { year: 2026, month })).join('\n') : answer.code;
  };
  const dates = Object.keys(roster?.days ?? {}).filter((date) => roster?.days[date]?.state === 'published');
  for (const month of [10, 11, 12]) {
    const words = await told(month);
    for (const date of dates) {
      const [, m, d] = date.split('-').map(Number);
      expect([month, date, words?.includes(`${String(m)}月${String(d)}日`)]).toEqual([
        month,
        date,
        m === month,
      ]);
    }
  }
  expect(await told(1)).toBe('not-published');
  expect(await ask('employerNotice', { date: '2030-12-07', seat: 'h2-am-2' })).toMatchObject({
    code: 'not-published',
  });
});

test('a pack of the presidium says which notes are settled', async () => {
  const note = (n: number, answer?: object) => ({
    _id: `bh~note${String(n)}`,
    township: 'bh',
    rev: 1,
    list: 'deputies',
    seq: `2026-11-0${String(n)}x`,
    kind: 'opinion',
    date: `2026-11-0${String(n)}`,
    person: 'p5',
    by: 'p1',
    words: sealed('路'),
    born: { k: '', by: '', h: '' },
    ...(answer && { answer }),
  });
  const lines = async (notes: object[]) => {
    cloud.replace('presidium', notes);
    return (await linesOf('presidiumPack', { year: 2026, quarter: 4 })).join('\n');
  };
  const open = await lines([note(1), note(2)]);
  const settled = await lines([note(1), note(2, { words: sealed('好'), on: '2026-11-03' })]);
  expect(settled).not.toBe(open);
});

test('the same paper lies in the township’s folder under one name; where it cannot be linked somebody tries again', async () => {
  const asked = ['essentialsSheet', {}] as const;
  const file = async () => ((await ask(...asked)).data as PrintedFile).file;
  const one = await file();
  expect(one).toMatch(/^bh\/printed\/[0-9a-z]{26}\.docx$/);
  expect(await file()).toBe(one);
  expect(((await ask('registrationForm', {})).data as PrintedFile).file).not.toBe(one);
});
