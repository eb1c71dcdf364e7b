/** What else is said of a request by its state, by whoever has it, and by whoever did it. */
import { REQUEST_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/request/notices';
import { REQUEST } from './notice-facts';
import { readTable } from './read-notices';

describe('a request: its text, and the name of who asks, are in none of them', () => {
  it.each([
    [
      'a reply that asks whether it is solved',
      { state: 'confirming' },
      {
        'request-answered': [
          'villager: 您反映的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复，说一说「解决了」还是「没办好」。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 已答复 / 2026年12月1日 09:00 / 请点开看，说说解决了没有 | 电话: 您反映的柳树城村 · 道路桥梁（编号1201-XX）有答复了。我念给您听，您看解决了没有？ | 短信: 您反映的柳树城村 · 道路桥梁（编号1201-XX）有答复了，请在「代表之家」小程序里看，或到代表之家问。',
          'neighbour: 您也反映的那件事有答复了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
          'deputy: 您跟的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'a reply that promises asks nothing yet',
      { state: 'promised' },
      {
        'request-answered': [
          'villager: 您反映的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复。说好12月20日前办好，办好了再答复您一次。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 已答复 / 2026年12月1日 09:00 / 请点开看，12月20日前办好再答复 | 电话: 您反映的柳树城村 · 道路桥梁（编号1201-XX）有答复了，我念给您听。说好12月20日前办好，办好了再答复您一次。 | 短信: 您反映的柳树城村 · 道路桥梁（编号1201-XX）有答复了，请在「代表之家」小程序里看，或到代表之家问。',
          'neighbour: 您也反映的那件事有答复了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
          'deputy: 您跟的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复。 | deputy/request/request?request=bh~r',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'deputy: 答应的日子过了 | 柳树城村 · 道路桥梁，编号 1201-XX。答应12月20日前办好，还没有第二次答复。请马上办，再答复一次。 | deputy/request/request?request=bh~r',
          'leader: 组里有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
          'staff, chief: 答应的日子过了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以催办。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'a reply to one that was merged',
      { state: 'merged' },
      {
        'request-answered': [
          'villager: 您反映的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。和别人的并在一起办，答复在这里，请点开看。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 已答复 / 2026年12月1日 09:00 / 和您一起反映的人一样，请点开看',
          'neighbour: 您也反映的那件事有答复了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
          'deputy: 您跟的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'a reply that somebody has to bring',
      { state: 'replied' },
      {
        'request-answered': [
          'staff, chief: 有答复要送达 | 柳树城村 · 道路桥梁，编号 1201-XX。反映人没有手机，请安排谁去、什么时候送到。 | office/request/request?request=bh~r | task: 有答复要送达 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 反映人没有手机，请安排送达',
          'deputy: 您跟的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'given to the government to choose a unit',
      { state: 'entrusted' },
      {
        'request-assigned': [
          'villager: 已交给镇政府安排 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前定好由谁办。 | more/progress/progress?request=bh~r',
          'unit: 有一件请镇政府定承办单位 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前定下由谁办。 | office/request/request?request=bh~r | task: 有一件请镇政府定承办单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前定承办单位',
          'unit2: 有一件请您单位协办 | 柳树城村 · 道路桥梁，编号 1201-XX。交通办主办，请点开写协办意见。 | office/request/request?request=bh~r | task: 有一件请您单位协办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 协办，请写协办意见',
          'deputy: 您提请的事交办了 | 柳树城村 · 道路桥梁，编号 1201-XX。交通办12月20日前定下由谁办。 | deputy/request/request?request=bh~r',
        ],
        'request-unit-changed': [
          'villager: 您反映的事换了单位办 | 柳树城村 · 道路桥梁，编号 1201-XX。现在由交通办办，12月20日前答复您。 | more/progress/progress?request=bh~r',
          'unit2: 有一件改派了别的单位 | 柳树城村 · 道路桥梁，编号 1201-XX。您单位不用再办了。 | office/unit/unit?request=bh~r | task: 有一件改派了别的单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 不用再办了',
          'unit: 有一件请镇政府定承办单位 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前定下由谁办。 | office/request/request?request=bh~r | task: 有一件请镇政府定承办单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前定承办单位',
          'deputy: 您提请的事改派了单位 | 柳树城村 · 道路桥梁，编号 1201-XX。现在由交通办办，12月20日前答复。 | deputy/request/request?request=bh~r',
        ],
        'request-submitted': [
          'villager: 收到您反映的事了 | 柳树城村 · 道路桥梁，编号 1201-XX。交给了马样样，12月20日前会联系您。 | more/progress/progress?request=bh~r',
        ],
      },
    ],
    [
      'given to a unit, with a copy to the government',
      { state: 'assigned' },
      {
        'request-assigned': [
          'villager: 已交给交通办办 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前答复您。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 已交单位 / 2026年12月1日 09:00 / 由交通办办，12月20日前答复',
          'unit: 有一件交办给您单位 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开签收，12月20日前答复。 | office/request/request?request=bh~r | task: 有一件交办给您单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 主办，请签收并在12月20日前答复',
          'unit2: 有一件请您单位协办 | 柳树城村 · 道路桥梁，编号 1201-XX。交通办主办，请点开写协办意见。 | office/request/request?request=bh~r | task: 有一件请您单位协办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 协办，请写协办意见',
          'government: 抄送镇政府：交办了一件 | 柳树城村 · 道路桥梁，编号 1201-XX。由交通办办，12月20日前答复，不用回复。 | office/request/request?request=bh~r',
          'deputy: 您提请的事交办了 | 柳树城村 · 道路桥梁，编号 1201-XX。由交通办办，12月20日前答复。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'closed because nobody said anything',
      { act: 'lapse' },
      {
        'request-closed': [
          'villager: 您反映的事先办结了 | 柳树城村 · 道路桥梁，编号 1201-XX。一直没有听到您说。没办好的话，点开按「没办好」，马上重新办。 | more/progress/progress?request=bh~r',
          'neighbour: 您也反映的那件事办结了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
          'deputy: 到期没有回音，办结了 | 柳树城村 · 道路桥梁，编号 1201-XX。辛苦了。 | deputy/request/request?request=bh~r',
          'unit: 到期没有回音，办结了 | 柳树城村 · 道路桥梁，编号 1201-XX。不用再办了。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'closed with the one that it was merged into',
      { act: 'with' },
      {
        'request-closed': [
          'villager: 您反映的事办结了 | 柳树城村 · 道路桥梁，编号 1201-XX。和别人的并在一起，办好了。您觉得没办好，点开按「没办好」，马上重新办。 | more/progress/progress?request=bh~r',
          'neighbour: 您也反映的那件事办结了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
          'deputy: 有一件办结了 | 柳树城村 · 道路桥梁，编号 1201-XX。辛苦了。 | deputy/request/request?request=bh~r',
          'unit: 有一件办结了 | 柳树城村 · 道路桥梁，编号 1201-XX。不用再办了。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'with the leader',
      { owner: { kind: 'leader', person: 'p6' } },
      {
        'request-urged': [
          'leader: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | deputy/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'leader: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。期限是12月20日，请马上办。 | deputy/request/request?request=bh~r',
          'staff, chief: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以催办。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'with the office',
      { owner: { kind: 'office', person: '' } },
      {
        'request-urged': [
          'staff, chief: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | office/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'staff, chief: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。期限是12月20日，请马上办。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'with the unit',
      { owner: { kind: 'unit', person: '' } },
      {
        'request-urged': [
          'unit: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | office/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'unit: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。期限是12月20日，请马上办。 | office/request/request?request=bh~r',
          'staff, chief: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以催办。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'with the chief',
      { owner: { kind: 'chief', person: '' } },
      {
        'request-urged': [
          'chief: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | office/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'chief: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。期限是12月20日，请马上办。 | office/request/request?request=bh~r',
          'staff: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以催办。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'with the presidium',
      { owner: { kind: 'presidium', person: '' } },
      {
        'request-urged': [
          'chief, presidium: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | office/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'chief, presidium: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。期限是12月20日，请马上办。 | office/request/request?request=bh~r',
          'staff: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以催办。 | office/request/request?request=bh~r',
        ],
      },
    ],
    [
      'nobody is told of their own act',
      { by: 'p5' },
      {
        'request-answered': [
          'neighbour: 您也反映的那件事有答复了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
        ],
        'request-reopened': [],
        'request-urged': [
          'leader: 组里有一件被催办 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'whoever may not know of it is told of nothing, in none of their roles',
      { hidden: ['p5', 'p6', 'p1'] },
      {
        'request-urged': [
          'staff: 组里有一件被催办 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
        ],
        'request-late': [
          'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
          'staff: 组里有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
        ],
        'request-referred': [],
      },
    ],
    [
      'what was due before is due now',
      { due: '2026-11-20' },
      {
        'request-urged': [
          'deputy: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是11月20日。 | deputy/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月1日 / 请点开看，尽快办',
          'leader: 组里有一件被催办 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'of a group without a leader the office hears',
      { group: 'g9' },
      {
        'request-urged': [
          'deputy: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | deputy/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
          'staff, chief: 组里有一件被催办 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
        ],
      },
    ],
    [
      'whoever is named is told in words of their own alone',
      {
        joiners: [{ account: 'deputy', openid: 'o-deputy' }],
        owner: { kind: 'deputy', person: 'p5' },
        askers: [{ account: 'deputy', openid: 'o-deputy' }],
      },
      {
        'request-taken': [],
        'request-handed-over': [
          'deputy: 有一件群众意见转给您 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前办。 | deputy/request/request?request=bh~r | task: 有一件群众意见转给您 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，12月20日前办',
        ],
        'request-published': [
          'deputy: 您也反映的那件事，结果公布了 | 柳树城村 · 道路桥梁。在「我的」的「我也反映的」里看。 | more/board/board',
        ],
      },
    ],
  ] as readonly (readonly [string, object, Readonly<Record<string, readonly string[]>>])[])(
    '%s',
    (_what, changes, said) => {
      const read = readTable(REQUEST_NOTICES, Object.assign({}, REQUEST, changes) as never);
      const told = Object.keys(said).map((event) => [event, read[event] ?? []]);
      expect(Object.fromEntries(told)).toEqual(said);
    },
  );
});
