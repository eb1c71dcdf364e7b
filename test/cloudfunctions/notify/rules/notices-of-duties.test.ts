/** Notices about activities, articles and roles: every sentence as its reader reads it. */
import { ACTIVITY_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/activity';
import { ARTICLE_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/article';
import { GRANT_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/grant';
import { readTable } from './read-notices';

describe('an activity: what was written, and who was visited, is in none of them', () => {
  const facts = {
    today: '2026-12-01',
    date: '2026-12-01',
    time: '09:00',
    activity: 'bh~a',
    kind: '小组学习',
    on: '2026-12-09',
    invited: ['p5', 'p7'],
    granted: true,
    person: 'p5',
    group: 'g1',
    unit: 'u1',
  };

  it('is told as follows', () => {
    expect(readTable(ACTIVITY_NOTICES, facts as never)).toEqual({
      'activity-planned': [
        'deputy, deputy2: 请您参加小组学习 | 12月9日 星期三有小组学习，请点开答复：参加，或请假。 | deputy/activity/activity?activity=bh~a | task: 请您参加小组学习 / 小组学习 / 2026年12月1日 09:00 / 请点开答复参加或请假 | until 1796831999000',
      ],
      'leave-asked': [
        'leader: 有代表请假 | 12月9日 星期三的小组学习有代表请假，请点开决定。 | deputy/activity/activity?activity=bh~a',
      ],
      'leave-decided': [
        'deputy: 准假了 | 12月9日 星期三的小组学习，您的请假已经同意。 | deputy/activity/activity?activity=bh~a',
      ],
      'opinion-transferred': [
        'unit: 转来一条视察意见 | 请点开看，并在期限内答复。 | office/unit/unit | task: 转来一条视察意见 / 小组学习 / 2026年12月1日 09:00 / 请点开看，按期答复',
      ],
      'opinion-returned': [
        'staff, chief: 视察意见被退回 | 承办单位说不归他们管，请点开改派。 | office/activity/activity?activity=bh~a',
      ],
      'opinion-urged': [
        'unit: 人大办催办一条视察意见 | 请点开看，尽快答复。 | office/unit/unit | task: 人大办催办一条视察意见 / 小组学习 / 2026年12月1日 09:00 / 请尽快答复',
      ],
      'opinion-redone': [
        'unit: 一条视察意见要重新办理 | 人大办跟踪后认为还不够，请点开看原因。 | office/unit/unit | task: 一条视察意见要重新办理 / 小组学习 / 2026年12月1日 09:00 / 请点开看原因',
      ],
      'opinion-closed': ['unit: 视察意见已办结 | 人大办跟踪过了，谢谢你们。 | office/unit/unit'],
      'opinion-key-proposed': [
        'chief: 有一条视察意见提请重点督办 | 请您决定，或提请主席团会议决定。 | office/key/key',
      ],
      'opinion-supervised': [
        'unit: 一条视察意见列入重点督办 | 主席团会跟着看，请点开看，尽快办。 | office/unit/unit | task: 一条视察意见列入重点督办 / 小组学习 / 2026年12月1日 09:00 / 主席团跟着看，请尽快办',
      ],
      'opinion-late': [
        'unit: 一条视察意见过期了 | 请今天点开办理，有困难请告诉人大办。 | office/unit/unit | task: 一条视察意见过期了 / 小组学习 / 2026年12月1日 09:00 / 请今天办理',
        'staff, chief: 视察意见过期了 | 有一条视察意见过了期限，请点开看，可以催办。 | office/activity/activity?activity=bh~a',
      ],
      'opinion-answered': [
        'staff, chief: 视察意见有了答复 | 承办单位答复了，请点开看。 | office/activity/activity?activity=bh~a',
      ],
      'fact-disputed': [
        'staff, chief: 有代表对履职档案有疑问 | 请点开看，改正来源，或说明为什么不改。 | office/duty/duty',
      ],
      'dispute-answered': ['deputy: 您对履职档案的疑问有了答复 | 请点开看。 | deputy/record/record'],
      'tie-access-asked': [
        'chief: 有人请您同意查看结对情况 | 人大办有人要看结对帮扶的内容，请点开决定。 | deputy/ties/ties?all=1',
      ],
      'duty-report-handed-in': [
        'staff, chief: 有代表交了述职报告 | 请点开看，可以打印出来带到会上。 | office/duty-report/duty-report?activity=bh~a',
      ],
      'activity-picture-held': [
        'staff, chief: 有照片或录音要您看一眼 | 小组学习的照片或录音没有自动通过检查，别人还看不到。请点开看，决定放行还是不放。 | deputy/activity/activity?activity=bh~a',
      ],
    });
  });

  it.each([
    [
      'a leave that is refused',
      { granted: false },
      {
        'leave-decided': [
          'deputy: 没有准假 | 12月9日 星期三的小组学习，请您尽量参加，有困难请联系组长。 | deputy/activity/activity?activity=bh~a',
        ],
      },
    ],
    [
      'a leave that the leader asks for is the office’s to decide',
      { person: 'p6' },
      {
        'leave-asked': [
          'staff, chief: 有代表请假 | 12月9日 星期三的小组学习有代表请假，请点开决定。 | deputy/activity/activity?activity=bh~a',
        ],
      },
    ],
    [
      'a leave of a group without a leader as well',
      { group: 'g9' },
      {
        'leave-asked': [
          'staff, chief: 有代表请假 | 12月9日 星期三的小组学习有代表请假，请点开决定。 | deputy/activity/activity?activity=bh~a',
        ],
      },
    ],
    [
      'what the chair asks is not told to the chair',
      { person: 'p1' },
      {
        'fact-disputed': [
          'staff: 有代表对履职档案有疑问 | 请点开看，改正来源，或说明为什么不改。 | office/duty/duty',
        ],
        'duty-report-handed-in': [
          'staff: 有代表交了述职报告 | 请点开看，可以打印出来带到会上。 | office/duty-report/duty-report?activity=bh~a',
        ],
      },
    ],
    [
      'what is about a row of the record is called by the record',
      { kind: '' },
      {
        'opinion-urged': [
          'unit: 人大办催办一条视察意见 | 请点开看，尽快答复。 | office/unit/unit | task: 人大办催办一条视察意见 / 履职档案 / 2026年12月1日 09:00 / 请尽快答复',
        ],
      },
    ],
    [
      'an opinion that no unit has is told to none',
      { unit: undefined },
      {
        'opinion-late': [
          'staff, chief: 视察意见过期了 | 有一条视察意见过了期限，请点开看，可以催办。 | office/activity/activity?activity=bh~a',
        ],
        'opinion-urged': [],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(ACTIVITY_NOTICES, Object.assign({}, facts, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});

describe('an article: titles are in none of them: they may name somebody', () => {
  const facts = { today: '2026-12-01', date: '2026-12-01', time: '09:00', article: 'bh~a' };

  it('is told as follows', () => {
    expect(readTable(ARTICLE_NOTICES, facts as never)).toEqual({
      'article-submitted': [
        'chief: 有一篇文章等您审 | 请点开看，通过或退回。 | office/article/article?article=bh~a | task: 有一篇文章等您审 / 公众号文章 / 2026年12月1日 09:00 / 请点开看，通过或退回',
      ],
      'article-returned': [
        'staff, chief: 文章退回来了 | 请点开看退回的原因，改好再送审。 | office/article/article?article=bh~a | task: 文章退回来了 / 公众号文章 / 2026年12月1日 09:00 / 请看原因，改好再送审',
      ],
      'article-approved': [
        'staff, chief: 文章审过了 | 可以推送到公众号了。 | office/article/article?article=bh~a',
      ],
      'article-pushed': [
        'staff, chief: 文章进了公众号草稿箱 | 请到公众号后台看一遍，再发布。 | office/article/article?article=bh~a',
      ],
      'article-published': [
        'staff, chief: 文章发布了 | 在公众号里能看到了。 | office/article/article?article=bh~a',
      ],
      'article-failed': [
        'staff, chief: 文章没有推送成 | 文章还在。请点开看原因和怎么办。 | office/article/article?article=bh~a | task: 文章没有推送成 / 公众号文章 / 2026年12月1日 09:00 / 请点开看原因和怎么办',
      ],
    });
  });
});

describe('an invitation: whoever claimed it waits for somebody else', () => {
  const facts = {
    today: '2026-12-01',
    date: '2026-12-01',
    time: '09:00',
    role: '人大代表',
    holder: { account: 'deputy', openid: 'o-deputy' },
  };

  it('is told as follows', () => {
    expect(readTable(GRANT_NOTICES, facts as never)).toEqual({
      'invitation-claimed': [
        'staff, chief: 有人认领身份，等您确认 | 身份是人大代表。请核对是不是本人，再点确认。 | office/workbench/workbench | task: 确认身份 / 人大代表 / 2026年12月1日 09:00 / 请核对是不是本人',
      ],
      'invitation-confirmed': [
        'deputy: 您的身份确认了 | 您现在是人大代表，在「我的」里进得去。 | more/messages/messages',
      ],
      'invitation-revoked': [
        'deputy: 您的身份停用了 | 人大代表的身份停用了。有疑问请打座机问人大办。 | more/messages/messages',
      ],
    });
  });

  it.each([
    [
      'who claims a role of the office does not confirm it',
      { holder: { account: 'staff', openid: 'o-staff' } },
      {
        'invitation-claimed': [
          'chief: 有人认领身份，等您确认 | 身份是人大代表。请核对是不是本人，再点确认。 | office/workbench/workbench | task: 确认身份 / 人大代表 / 2026年12月1日 09:00 / 请核对是不是本人',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(GRANT_NOTICES, Object.assign({}, facts, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});
