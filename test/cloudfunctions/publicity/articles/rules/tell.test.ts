/** What happened, as the fields that templates name: numbers as they were, and nobody named who is not to be. */
import {
  isSilent,
  tellActivity,
  tellDay,
  tellDuty,
  tellRequest,
} from '../../../../../cloudfunctions/publicity/articles/rules/tell';
import {
  isRunning,
  toCard,
  toFailure,
  toMarks,
  toPushView,
  toSteps,
} from '../../../../../cloudfunctions/publicity/articles/rules/article-view';
import { isReady } from '../../../../../cloudfunctions/publicity/articles/rules/article-life';
import { WHOLE } from './whole-article';

const open = (closed: string) => closed.replace('closed ', '');

describe('a reception day', () => {
  const home = (name: string, n: number) => ({
    name,
    visits: n,
    people: n + 1,
    outcomes: { explained: n, matter: 1, visit: 2 },
  });
  const receivers = (...names: string[]) => names.map((name) => ({ receiver: { name } }));
  const tell = (who: object[], silent = false) =>
    tellDay(
      '2026-12-07',
      { homes: [home('城关', 3), home('柳树', 4)], receivers: who } as never,
      '白鹤镇',
      silent,
    );

  it('adds up its homes, and names each receiver once', () => {
    expect(tell(receivers('马样样', '文样样', '马样样'))).toEqual({
      township: '白鹤镇',
      date: '12月7日',
      homes: '2',
      homeNames: '城关、柳树',
      receivers: '马样样、文样样',
      receiverCount: '2',
      visits: '7',
      people: '9',
      explained: '7',
      requests: '2',
      agreed: '4',
    });
  });

  it('of more than eight names eight and counts', () => {
    const names = Array.from({ length: 9 }, (_, n) => `代表${String(n)}`);
    expect(tell(receivers(...names))['receivers']).toBe(`${names.slice(0, 8).join('、')}等9位同志`);
    expect(tell(receivers(...names.slice(0, 8)))['receivers']).toBe(names.slice(0, 8).join('、'));
  });

  it('names nobody in an election period, nor where nobody is known', () => {
    expect(tell(receivers('马样样'), true)['receivers']).toBe('人大代表');
    expect(tell([])['receivers']).toBe('人大代表');
  });
});

it('an activity of the month is told by its speaker, or by the profession', () => {
  const activity = {
    date: '2026-12-07',
    profession: '医生',
    title: '讲健康',
    speaker: '李医生',
    place: '礼堂',
    people: 30,
  };
  const told = {
    township: '白鹤镇',
    date: '12月7日',
    profession: '医生',
    title: '讲健康',
    place: '礼堂',
    speaker: '李医生',
    people: '30',
  };
  expect(tellActivity(activity as never, '白鹤镇')).toEqual(told);
  expect(tellActivity({ ...activity, speaker: '' } as never, '白鹤镇')).toEqual({ ...told, speaker: '医生' });
});

describe('a deputies’ activity', () => {
  const tell = (kind: string, said: object) =>
    tellDuty({ kind, date: '2026-12-07', persons: ['p5', 'p6'] } as never, said, '白鹤镇');

  it('says where, what was looked at and what came of it', () => {
    expect(
      tell('inspection', {
        title: '看渠',
        place: '柳树城',
        words: '话',
        result: '成',
        sites: [{ name: '渠' }, { name: '桥' }],
      }),
    ).toEqual({
      township: '白鹤镇',
      date: '12月7日',
      kind: '视察',
      title: '看渠',
      deputies: '2',
      place: '地点在柳树城。',
      sites: '看了渠、桥。',
      words: '话',
      result: '成',
    });
  });

  it('leaves no half sentence where nothing was said, nor of a kind that has no name', () => {
    const none = {
      township: '白鹤镇',
      date: '12月7日',
      title: '',
      deputies: '2',
      place: '',
      sites: '',
      words: '',
      result: '',
    };
    expect(tell('help', {})).toEqual({ ...none, kind: '帮办实事' });
    expect(tell('none', {})).toEqual({ ...none, kind: '' });
  });

  it('what somebody said in their house is not the article’s', () => {
    expect(tell('household-visit', { words: '家里的事' })['words']).toBe('');
  });
});

it('a request is told in the office’s words alone', () => {
  const solved = {
    title: '路灯',
    summary: '不亮',
    result: '修好了',
    village: '双井村',
    category: '道路',
    days: 12,
  };
  expect(tellRequest(solved, '白鹤镇')).toEqual({
    township: '白鹤镇',
    title: '路灯',
    village: '双井村',
    category: '道路',
    asked: '不亮',
    reply: '修好了',
    days: '12',
  });
});

it.each([
  ['2026-11-30', false],
  ['2026-12-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('an election period is from its first day to its last: %s', (today, silent) => {
  expect(isSilent({ from: '2026-12-01', to: '2026-12-31' }, today)).toBe(silent);
  expect(isSilent(undefined, today)).toBe(false);
});

describe('as the office sees an article', () => {
  const source = {
    _id: 'bh~a',
    state: 'draft',
    source: { source: 'blank' },
    sourceWords: '空白',
    by: 'closed 干事',
    changedAt: 3,
    openMarks: 2,
    content: { title: '题' },
    seq: '',
  };

  it('a card says who wrote last, and where it can be read once it is out', () => {
    const card = {
      article: 'bh~a',
      title: '题',
      state: 'draft',
      source: { source: 'blank' },
      sourceWords: '空白',
      by: '干事',
      changedAt: 3,
      openMarks: 2,
    };
    expect(toCard(source as never, open)).toStrictEqual(card);
    expect(toCard({ ...source, url: 'http://x' } as never, open)).toStrictEqual({ ...card, url: 'http://x' });
  });

  it('a mark shows the words it stands on, and who let it pass, the last to say so', () => {
    const marks = [
      { id: 'm1', kind: 'name', where: 'q', field: 'from', from: 0, to: 2 },
      { id: 'm2', kind: 'election', where: 't', field: 'text', from: 0, to: 3 },
      { id: 'm3', kind: 'consent', where: 'p', field: 'picture', from: 0, to: 0 },
      { id: 'm4', kind: 'phone', where: 'n', field: 'value', row: 0, from: 0, to: 2 },
      { id: 'm5', kind: 'name', where: 'gone', field: 'text', from: 0, to: 2 },
    ];
    const said = (mark: string, words: string) => ({ mark, by: 'closed 甲', at: 5, words });
    const overruled = [said('m1', '旧'), said('m1', '公开人物'), said('m2', '不行')];
    expect(toMarks({ marks, overruled } as never, WHOLE, open)).toStrictEqual([
      { ...marks[0], quote: '王先', overrulable: true, overruled: { by: '甲', at: 5, words: '公开人物' } },
      // In an election period nobody lets a deputy's name pass.
      { ...marks[1], quote: '第一段', overrulable: false },
      { ...marks[2], quote: '', overrulable: true },
      { ...marks[3], quote: '36', overrulable: true },
      { ...marks[4], quote: '', overrulable: true },
    ]);
  });

  it('a step without anybody was the system’s', () => {
    const step = { at: 1, act: 'box', state: 'in-box' };
    expect(toSteps([step, { ...step, by: 'closed 甲', words: '好' }] as never, open)).toStrictEqual([
      { at: 1, act: 'box', by: '系统', state: 'in-box' },
      { at: 1, act: 'box', by: '甲', state: 'in-box', words: '好' },
    ]);
  });

  it('a push counts its pictures and its cover, and says what went wrong', () => {
    const view = { article: 'bh~a', state: 'pushing', done: 0, total: 0, running: true };
    expect(toPushView({ _id: 'bh~a', state: 'pushing' } as never)).toStrictEqual(view);
    const push = { pictures: ['a', 'b'], urls: ['x'], step: 'pictures' };
    expect(toPushView({ _id: 'bh~a', state: 'pushing', push } as never)).toStrictEqual({
      ...view,
      done: 1,
      total: 3,
      step: 'pictures',
    });
    const failed = {
      ...push,
      cover: {},
      failure: { code: '40164', step: 'draft', at: 9, address: '1.2.3.4' },
    };
    const out = toPushView({ _id: 'bh~a', state: 'failed', push: failed, url: 'http://x' } as never);
    expect(out).toMatchObject({
      done: 2,
      total: 3,
      running: false,
      url: 'http://x',
      failure: { happened: '公众号不认识我们的服务器，地址是 1.2.3.4', again: true },
    });
  });

  it('what is running goes on by itself', () => {
    const states = ['pushing', 'publishing', 'approved', 'failed'] as const;
    expect(states.map((state) => isRunning({ state }))).toEqual([true, true, false, false]);
  });

  it.each([
    [
      'an address that nobody knows is looked up',
      { code: '40164' },
      { happened: /（见公众平台）$/, again: true, askAnew: false },
    ],
    [
      'a draft that is gone may be made anew, and not pushed again as it is',
      { code: '40007' },
      { happened: /草稿/, again: false, askAnew: true },
    ],
    [
      'a code that we do not know is named',
      { code: '99999' },
      { happened: /99999/, again: expect.any(Boolean) as boolean, askAnew: false },
    ],
  ])('%s', (_what, failure, { happened, ...rest }) => {
    const told = toFailure({ step: 'draft', at: 9, ...failure } as never);
    expect(told).toMatchObject({ step: 'draft', at: 9, ...rest });
    expect(`${told.happened}${told.todo}`).toMatch(new RegExp(happened.source.replace('$', '')));
    expect(`${told.happened}${told.todo}`).not.toMatch(/[{}]/);
  });

  it('leaves the office only once it was approved', () => {
    const states = [
      'draft',
      'submitted',
      'approved',
      'pushing',
      'in-box',
      'publishing',
      'published',
      'handed',
      'failed',
      'dropped',
    ] as const;
    expect(states.filter((state) => !isReady(state))).toEqual(['draft', 'submitted', 'dropped']);
  });
});
