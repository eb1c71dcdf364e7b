/** Notices about suggestions, topics and sessions: every sentence as its reader reads it. */
import { SUGGESTION_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/suggestion';
import {
  PRESIDIUM_NOTICES,
  ASKED_NOTICES,
} from '../../../../cloudfunctions/notify/tell/rules/notices/presidium';
import { SESSION_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/session';
import { readTable } from './read-notices';

describe('a suggestion: its text is in none of them', () => {
  const facts = {
    today: '2026-12-01',
    date: '2026-12-01',
    time: '09:00',
    suggestion: 'bh~s',
    number: '建1',
    about: '道路桥梁',
    owner: 'unit',
    lead: 'p5',
    agreed: ['p6', 'p7'],
    asked: ['p16'],
    unit: 'u1',
    assist: ['u2'],
    government: 'u9',
    due: '2026-12-20',
    by: 'x',
    askers: [{ account: 'villager', openid: 'o-villager' }],
  };

  it('is told as follows', () => {
    expect(readTable(SUGGESTION_NOTICES, facts as never)).toEqual({
      'suggestion-cosign-asked': [
        'leader2: 请您联名 | 代表建议 建1（道路桥梁）。请点开看，同意不同意都请说一声。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 请您联名 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-cosigned': [
        'deputy: 有代表同意联名 | 代表建议 建1（道路桥梁）。点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表同意联名 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-cosign-declined': [
        'deputy: 有代表没有联名 | 代表建议 建1（道路桥梁）。点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表没有联名 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-submitted': [
        'unit: 有代表建议待审查 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表建议待审查 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-withdrawn': [
        'staff, chief, unit, unit2: 代表撤回了建议 | 代表建议 建1（道路桥梁）。不用再办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 代表撤回了建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-examined': [
        'unit: 有代表建议待交办 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表建议待交办 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'deputy: 您的建议通过审查 | 代表建议 建1（道路桥梁）。由主席团交办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议通过审查 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-sent-back': [
        'deputy: 您的建议要改一改 | 代表建议 建1（道路桥梁）。点开看怎么改，12月20日前再交。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议要改一改 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-to-letter': [
        'deputy: 您的建议作代表来信处理 | 代表建议 建1（道路桥梁）。点开看理由。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议作代表来信处理 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-passed-up': [
        'deputy: 您的建议已转报区人大 | 代表建议 建1（道路桥梁）。点开看理由。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议已转报区人大 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-entrusted': [
        'unit: 有代表建议请确定承办单位 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表建议请确定承办单位 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'deputy: 您的建议已交镇政府 | 代表建议 建1（道路桥梁）。由镇政府确定承办单位。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议已交镇政府 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-assigned': [
        'unit, unit2: 有代表建议交给你们单位 | 代表建议 建1（道路桥梁）。请先和领衔代表联系，12月20日前书面答复。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表建议交给你们单位 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'deputy: 您的建议已交办 | 代表建议 建1（道路桥梁）。承办单位会先和您联系，12月20日前答复。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议已交办 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'leader, deputy2: 您联名的建议已交办 | 代表建议 建1（道路桥梁）。承办单位12月20日前答复。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您联名的建议已交办 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-returned': [
        'unit: 承办单位退回了代表建议 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 承办单位退回了代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-replied': [
        'villager: 您反映的事，代表建议有了答复 | 您反映的道路桥梁的事，代表写成了建议（建1），承办单位已经书面答复代表。 | pages/mine/mine',
        'deputy: 您的建议有了答复 | 代表建议 建1（道路桥梁）。请点开看，12月20日前填写意见。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您的建议有了答复 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'leader, deputy2: 您联名的建议有了答复 | 代表建议 建1（道路桥梁）。点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您联名的建议有了答复 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'staff, chief: 代表建议有了答复 | 代表建议 建1（道路桥梁）。等代表填写意见。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 代表建议有了答复 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-opined': [
        'unit, unit2, staff, chief: 代表填写了意见 | 代表建议 建1（道路桥梁）。请点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 代表填写了意见 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-settled': [
        'deputy: 主席团审议了您的建议 | 代表建议 建1（道路桥梁）。请点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 主席团审议了您的建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        'unit, unit2: 主席团审议了代表建议 | 代表建议 建1（道路桥梁）。请点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 主席团审议了代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-key-proposed': [
        'chief, presidium: 有人提请重点督办 | 代表建议 建1（道路桥梁）。由主席团决定。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有人提请重点督办 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-key-decided': [
        'unit, unit2: 列为重点督办的情况有变化 | 代表建议 建1（道路桥梁）。请点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 列为重点督办的情况有变化 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-urged': [
        'unit: 人大办催办代表建议 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 人大办催办代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
      'suggestion-lead-changed': [
        'deputy: 请您接着领衔 | 代表建议 建1（道路桥梁）。原来的领衔代表不再任职，您是联名代表。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 请您接着领衔 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
      ],
    });
  });

  it.each([
    [
      'with the deputy that one hears of it',
      { owner: 'deputy' },
      {
        'suggestion-urged': [
          'deputy: 人大办催办代表建议 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 人大办催办代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        ],
      },
    ],
    [
      'with the government that one hears of it',
      { owner: 'government' },
      {
        'suggestion-urged': [
          'government: 人大办催办代表建议 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 人大办催办代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        ],
      },
    ],
    [
      'with the presidium that one hears of it',
      { owner: 'presidium' },
      {
        'suggestion-urged': [
          'chief: 人大办催办代表建议 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 人大办催办代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        ],
      },
    ],
    [
      'with the office that one hears of it',
      { owner: 'office' },
      {
        'suggestion-urged': [
          'staff, chief: 人大办催办代表建议 | 代表建议 建1（道路桥梁）。请点开看，12月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 人大办催办代表建议 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        ],
      },
    ],
    ['with the nobody that one hears of it', { owner: 'nobody' }, { 'suggestion-urged': [] }],
    [
      'nobody is told of their own act',
      { by: 'p5' },
      {
        'suggestion-cosigned': [],
        'suggestion-replied': [
          'villager: 您反映的事，代表建议有了答复 | 您反映的道路桥梁的事，代表写成了建议（建1），承办单位已经书面答复代表。 | pages/mine/mine',
          'leader, deputy2: 您联名的建议有了答复 | 代表建议 建1（道路桥梁）。点开看。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您联名的建议有了答复 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
          'staff, chief: 代表建议有了答复 | 代表建议 建1（道路桥梁）。等代表填写意见。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 代表建议有了答复 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        ],
        'suggestion-assigned': [
          'unit, unit2: 有代表建议交给你们单位 | 代表建议 建1（道路桥梁）。请先和领衔代表联系，12月20日前书面答复。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 有代表建议交给你们单位 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
          'leader, deputy2: 您联名的建议已交办 | 代表建议 建1（道路桥梁）。承办单位12月20日前答复。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 您联名的建议已交办 / 代表建议 道路桥梁 / 2026年12月20日 / 请点开看',
        ],
      },
    ],
    [
      'what was due before is due now',
      { due: '2026-11-20' },
      {
        'suggestion-urged': [
          'unit: 人大办催办代表建议 | 代表建议 建1（道路桥梁）。请点开看，11月20日前办。 | deputy/suggestion/suggestion?suggestion=bh~s | task: 人大办催办代表建议 / 代表建议 道路桥梁 / 2026年12月1日 / 请点开看',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(SUGGESTION_NOTICES, Object.assign({}, facts, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});

describe('a topic of the presidium: its words are in none of them', () => {
  const facts = { title: '桥', owner: 'unit', unit: 'u1', due: '2026-12-20', date: '2026-12-01' };

  it('is told as follows', () => {
    expect(readTable(PRESIDIUM_NOTICES, facts as never)).toEqual({
      'topic-handed': [
        'unit: 审议意见交办 | 桥。12月20日前报告研究处理情况。 | office/presidium/presidium | task: 审议意见交办 / 桥 / 2026年12月20日 / 请点开看',
      ],
      'topic-again': [
        'unit: 审议意见退回再办 | 桥。12月20日前再报告一次。 | office/presidium/presidium | task: 审议意见退回再办 / 桥 / 2026年12月20日 / 请点开看',
      ],
      'topic-reported': [
        'chief: 研究处理情况报告 | 桥。12月20日前由主席团审定。 | office/presidium/presidium | task: 研究处理情况报告 / 桥 / 2026年12月20日 / 请点开看',
      ],
    });
  });

  it.each([
    [
      'what was due before is due now',
      { due: '2026-11-20' },
      {
        'topic-again': [
          'unit: 审议意见退回再办 | 桥。11月20日前再报告一次。 | office/presidium/presidium | task: 审议意见退回再办 / 桥 / 2026年12月1日 / 请点开看',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(PRESIDIUM_NOTICES, Object.assign({}, facts, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});

describe('what a township asks the district for: the words stand in the rooms of the presidium and the district', () => {
  const facts = { date: '2026-12-01', from: '白鹤镇', kind: 'upward' };

  it('is told as follows', () => {
    expect(readTable(ASKED_NOTICES, facts as never)).toEqual({
      'note-added': [
        'district: 白鹤镇：向上级的建议 | 请点开看，写下区里的答复。 | office/district/district?room=asked | task: 有乡镇请区里指导 / 白鹤镇 / 2026年12月1日 / 请点开看，写下答复',
      ],
      'note-answered': [
        'staff, chief: 区里答复了 | 您镇向区里提的，区里答复了。请在主席团的上级指导里看。 | office/presidium/presidium | task: 区里答复了 / 白鹤镇 / 2026年12月1日 / 请在主席团的上级指导里看',
      ],
    });
  });

  it.each([
    ['of a deputy’s difficulty the district hears nothing', { kind: 'difficulty' }, { 'note-added': [] }],
    ['nor of an answer of its own', { kind: undefined }, { 'note-added': [] }],
    [
      'a wish for training is named as one',
      { kind: 'training' },
      {
        'note-added': [
          'district: 白鹤镇：想要的培训 | 请点开看，写下区里的答复。 | office/district/district?room=asked | task: 有乡镇请区里指导 / 白鹤镇 / 2026年12月1日 / 请点开看，写下答复',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(ASKED_NOTICES, Object.assign({}, facts, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});

describe('a session: each member once', () => {
  const facts = {
    session: 'bh~s',
    name: '白鹤镇第十九届人民代表大会第三次会议',
    place: '礼堂',
    from: '2026-12-20',
    members: ['p5', 'p7', 'p5', 'p0'],
  };

  it('is told as follows', () => {
    expect(readTable(SESSION_NOTICES, facts as never)).toEqual({
      'session-noticed': [
        'deputy, deputy2: 会议通知：白鹤镇第十九届人民代表大会第三次会议 | 12月20日在礼堂开会。请点开答复：参加或请假。 | deputy/session/session?session=bh~s | reminder: 白鹤镇第十九届人民代表大会第三次会议 / 2026年12月20日 / 礼堂 / 请点开答复参加或请假',
      ],
    });
  });
});
