/** Who is told of which step of a request, in which words, and what opens: every sentence as its reader reads it. */
import { REQUEST_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/request/notices';
import { REQUEST } from './notice-facts';
import { readTable } from './read-notices';

describe('a request: its text, and the name of who asks, are in none of them', () => {
  it('is told as follows', () => {
    expect(readTable(REQUEST_NOTICES, REQUEST as never)).toEqual({
      'request-submitted': [
        'villager: 收到您反映的事了 | 柳树城村 · 道路桥梁，编号 1201-XX。交给了马样样，12月20日前会联系您。 | more/progress/progress?request=bh~r',
        'deputy: 有一件新的群众意见 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，按「收到，我来联系」，12月20日前联系反映人。 | deputy/request/request?request=bh~r | task: 有一件新的群众意见 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前联系反映人',
      ],
      'request-taken': [
        'villager: 马样样接了您反映的事 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前会联系您，不用再去别处问。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 代表联系 / 2026年12月1日 09:00 / 12月20日前会联系您',
      ],
      'request-visit-agreed': [
        'villager: 约好了12月20日上门 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样会来，请在家等。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 约好上门 / 2026年12月1日 09:00 / 12月20日上门，请在家等',
      ],
      'request-handed-over': [
        'villager: 您反映的事换了人办 | 柳树城村 · 道路桥梁，编号 1201-XX。现在由马样样办，12月20日前会联系您。 | more/progress/progress?request=bh~r',
        'deputy: 有一件群众意见转给您 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前办。 | deputy/request/request?request=bh~r | task: 有一件群众意见转给您 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，12月20日前办',
      ],
      'request-kept': [
        'villager: 您反映的事由人大办直接办 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前会联系您。 | more/progress/progress?request=bh~r',
      ],
      'request-proposed': [
        'villager: 代表请人大办交给能办的单位 | 柳树城村 · 道路桥梁，编号 1201-XX。人大办12月20日前定好交给哪个单位办。 | more/progress/progress?request=bh~r',
        'staff, chief: 代表提请交办 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前决定交给谁办。 | office/request/request?request=bh~r | task: 代表提请交办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前决定交给谁办',
      ],
      'request-assigned': [
        'villager: 已交给交通办办 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前答复您。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 已交单位 / 2026年12月1日 09:00 / 由交通办办，12月20日前答复',
        'unit: 有一件交办给您单位 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开签收，12月20日前答复。 | office/request/request?request=bh~r | task: 有一件交办给您单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 主办，请签收并在12月20日前答复',
        'unit2: 有一件请您单位协办 | 柳树城村 · 道路桥梁，编号 1201-XX。交通办主办，请点开写协办意见。 | office/request/request?request=bh~r | task: 有一件请您单位协办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 协办，请写协办意见',
        'deputy: 您提请的事交办了 | 柳树城村 · 道路桥梁，编号 1201-XX。由交通办办，12月20日前答复。 | deputy/request/request?request=bh~r',
      ],
      'request-taken-back': [
        'villager: 您反映的事在重新安排 | 柳树城村 · 道路桥梁，编号 1201-XX。人大办12月20日前定好交给哪个单位办。 | more/progress/progress?request=bh~r',
        'unit2: 有一件交办撤回了 | 柳树城村 · 道路桥梁，编号 1201-XX。您单位不用再办了。 | office/unit/unit?request=bh~r | task: 有一件交办撤回了 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 不用再办了',
        'deputy: 交办撤回了 | 柳树城村 · 道路桥梁，编号 1201-XX。人大办12月20日前重新决定。 | deputy/request/request?request=bh~r',
      ],
      'request-unit-changed': [
        'villager: 您反映的事换了单位办 | 柳树城村 · 道路桥梁，编号 1201-XX。现在由交通办办，12月20日前答复您。 | more/progress/progress?request=bh~r',
        'unit2: 有一件改派了别的单位 | 柳树城村 · 道路桥梁，编号 1201-XX。您单位不用再办了。 | office/unit/unit?request=bh~r | task: 有一件改派了别的单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 不用再办了',
        'unit: 有一件交办给您单位 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开签收，12月20日前答复。 | office/request/request?request=bh~r | task: 有一件交办给您单位 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 主办，请签收并在12月20日前答复',
        'deputy: 您提请的事改派了单位 | 柳树城村 · 道路桥梁，编号 1201-XX。现在由交通办办，12月20日前答复。 | deputy/request/request?request=bh~r',
      ],
      'request-drafted': [
        'unit: 有一件答复请镇政府签发 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前签发或退回修改。 | office/request/request?request=bh~r | task: 有一件答复请镇政府签发 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前签发',
      ],
      'request-draft-returned': [
        'unit: 镇政府退回了答复稿 | 柳树城村 · 道路桥梁，编号 1201-XX。请看哪里要改，12月20日前再报。 | office/request/request?request=bh~r | task: 镇政府退回了答复稿 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前改好再报',
      ],
      'request-accepted': [
        'villager: 您反映的事单位在办了 | 柳树城村 · 道路桥梁，编号 1201-XX。交通办在办，12月20日前答复您。 | more/progress/progress?request=bh~r',
        'deputy: 承办单位签收了 | 柳树城村 · 道路桥梁，编号 1201-XX。交通办在办，12月20日前答复。 | deputy/request/request?request=bh~r',
      ],
      'request-returned': [
        'staff, chief: 承办单位退回了一件 | 柳树城村 · 道路桥梁，编号 1201-XX。请看退回的理由，12月20日前重新决定。 | office/request/request?request=bh~r | task: 承办单位退回了一件 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请看理由，12月20日前重新决定',
      ],
      'request-referred': [
        'chief: 有一件请您裁定 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前裁定由谁办。 | office/request/request?request=bh~r | task: 有一件请您裁定 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前裁定',
      ],
      'request-passed-up': [
        'villager: 您反映的事转给了区人大 | 柳树城村 · 道路桥梁，编号 1201-XX。有了进展，人大办会告诉您。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 转区人大 / 2026年12月1日 09:00 / 有了进展会告诉您',
        'district: 有乡镇转报了一件 | 白鹤镇转报，编号 1201-XX。请点开看，写下区里的答复。 | office/district/district?room=passed | task: 有乡镇转报了一件 / 白鹤镇 / 2026年12月1日 09:00 / 请点开看，写下答复',
      ],
      'request-district-answered': [
        'staff, chief: 区里答复了转报的事 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看区里的话，答复群众。 | office/request/request?request=bh~r | task: 区里答复了转报的事 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请看区里的话，12月20日前答复群众',
      ],
      'request-extension-asked': [
        'chief: 承办单位申请延期 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看理由，同意或不同意。 | office/request/request?request=bh~r | task: 承办单位申请延期 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 交通办申请延期',
      ],
      'request-extended': [
        'villager: 办理期限延长了 | 柳树城村 · 道路桥梁，编号 1201-XX。现在是12月20日前给您结果，理由在里面。 | more/progress/progress?request=bh~r',
        'deputy: 期限延长了 | 柳树城村 · 道路桥梁，编号 1201-XX。现在是12月20日前办。 | deputy/request/request?request=bh~r',
      ],
      'request-extension-refused': [
        'deputy: 延期没有同意 | 柳树城村 · 道路桥梁，编号 1201-XX。还是12月20日前办。 | deputy/request/request?request=bh~r | task: 延期没有同意 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 还是12月20日前办',
      ],
      'request-assisted': [
        'unit: 协办单位有意见了 | 柳树城村 · 道路桥梁，编号 1201-XX。答复时请一并考虑。 | office/request/request?request=bh~r',
      ],
      'request-answered': [
        'neighbour: 您也反映的那件事有答复了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
        'deputy: 您跟的事有答复了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看答复。 | deputy/request/request?request=bh~r',
      ],
      'request-delivery-planned': [
        'staff: 答复要送到本人 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前送到，请帮着找到本人。 | office/request/request?request=bh~r',
      ],
      'request-delivered': [
        'neighbour: 您也反映的那件事有答复了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
        'deputy: 答复送到了 | 柳树城村 · 道路桥梁，编号 1201-XX。本人已经听到了结果。 | deputy/request/request?request=bh~r',
      ],
      'request-closed': [
        'neighbour: 您也反映的那件事办结了 | 柳树城村 · 道路桥梁。办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。 | more/board/board',
        'deputy: 反映的人说解决了 | 柳树城村 · 道路桥梁，编号 1201-XX。辛苦了。 | deputy/request/request?request=bh~r',
        'unit: 反映的人说解决了 | 柳树城村 · 道路桥梁，编号 1201-XX。不用再办了。 | office/request/request?request=bh~r',
      ],
      'request-reopened': [
        'deputy: 反映的人说没办好 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看为什么，12月20日前再办。 | deputy/request/request?request=bh~r | task: 反映的人说没办好 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请看为什么，12月20日前再办',
      ],
      'request-disagreed': [
        'deputy: 反映的人不同意结果 | 柳树城村 · 道路桥梁，编号 1201-XX。请12月20日前当面说清。 | deputy/request/request?request=bh~r | task: 反映的人不同意结果 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请在12月20日前当面说清',
      ],
      'request-settled': [
        'villager: 主席团定了您这件事怎么办 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看。 | more/progress/progress?request=bh~r',
        'deputy: 主席团定了怎么办 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前办。 | deputy/request/request?request=bh~r | task: 主席团定了怎么办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，12月20日前办',
      ],
      'request-out-of-scope': [
        'villager: 这件事要到别处办 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看该去哪里、怎么去。 | more/progress/progress?request=bh~r | progress: 柳树城村 · 道路桥梁 / 1201-XX / 请到别处 / 2026年12月1日 09:00 / 请点开看该去哪里、怎么去 | 电话: 您反映的柳树城村 · 道路桥梁（编号1201-XX）代表办不了，我告诉您该去哪里办。 | 短信: 您反映的柳树城村 · 道路桥梁（编号1201-XX）要到别处办，请在「代表之家」小程序里看该去哪里，或到代表之家问。',
        'neighbour: 您也反映的那件事要到别处办 | 柳树城村 · 道路桥梁。代表办不了。该找哪里，看「我要反映」里的「打官司、信访、有危险？看该找谁」，或打代表之家的座机问。 | more/board/board',
      ],
      'request-where-told': [
        'villager: 书面告诉您这件事去了哪里 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，登记回执也在里面，可以打印。 | more/progress/progress?request=bh~r',
      ],
      'request-merged': [
        'villager: 您反映的事和别人的并在一起办 | 柳树城村 · 道路桥梁，编号 1201-XX。有了答复，一样会告诉您。 | more/progress/progress?request=bh~r',
      ],
      'request-unmerged': [
        'deputy: 一件并过的意见分出来了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前办。 | deputy/request/request?request=bh~r | task: 一件并过的意见分出来了 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，12月20日前办',
      ],
      'request-urged': [
        'deputy: 人大办催办 | 柳树城村 · 道路桥梁，编号 1201-XX。请尽快办，期限是12月20日。 | deputy/request/request?request=bh~r | task: 人大办催办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，尽快办',
        'leader: 组里有一件被催办 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
      ],
      'request-nudged': [
        'deputy: 反映的人来催了 | 柳树城村 · 道路桥梁，编号 1201-XX。请跟本人说一声办到哪一步，期限是12月20日。 | deputy/request/request?request=bh~r',
        'staff, chief: 反映的人来催了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以帮着问一问。 | office/request/request?request=bh~r',
      ],
      'request-supplemented': [
        'deputy: 反映的人补充了情况 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看：话在经过里，照片、录音和原来的放在一起。 | deputy/request/request?request=bh~r',
      ],
      'request-supervised': [
        'deputy: 这一件列入重点督办 | 柳树城村 · 道路桥梁，编号 1201-XX。主席团会跟着看，请尽快办。 | deputy/request/request?request=bh~r | task: 这一件列入重点督办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 主席团跟着看，请尽快办',
        'chief, presidium: 有一件列入重点督办 | 柳树城村 · 道路桥梁，编号 1201-XX。在督办清单里看得到。 | office/request/request?request=bh~r',
      ],
      'request-key-proposed': [
        'chief: 有一件提请重点督办 | 柳树城村 · 道路桥梁，编号 1201-XX。请您决定，或提请主席团会议决定。 | office/request/request?request=bh~r',
      ],
      'request-paused': [
        'villager: 您反映的事先停一停 | 柳树城村 · 道路桥梁，编号 1201-XX。到12月20日接着办，理由在里面。 | more/progress/progress?request=bh~r',
        'deputy: 这一件先停一停 | 柳树城村 · 道路桥梁，编号 1201-XX。到12月20日接着办。 | deputy/request/request?request=bh~r',
      ],
      'request-resumed': [
        'deputy: 停下的这一件接着办 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前办。 | deputy/request/request?request=bh~r | task: 停下的这一件接着办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，12月20日前办 | not before 8',
      ],
      'request-published': [
        'neighbour: 您也反映的那件事，结果公布了 | 柳树城村 · 道路桥梁。在「我的」的「我也反映的」里看。 | more/board/board',
      ],
      'request-withdrawn': [
        'neighbour: 您也反映的那件事不再办了 | 柳树城村 · 道路桥梁。您还要反映的话，请在「我要反映」里自己写一件。 | more/board/board',
        'deputy: 反映的人撤回了 | 柳树城村 · 道路桥梁，编号 1201-XX。这一件不用办了。 | deputy/request/request?request=bh~r',
      ],
      'request-sent-back': [
        'deputy: 一件并过的意见退回来了 | 柳树城村 · 道路桥梁，编号 1201-XX。请点开看，12月20日前办。 | deputy/request/request?request=bh~r | task: 一件并过的意见退回来了 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 请点开看，12月20日前办',
      ],
      'request-to-leader': [
        'villager: 您反映的事换了人办 | 柳树城村 · 道路桥梁，编号 1201-XX。现在由马样样办，12月20日前会联系您。 | more/progress/progress?request=bh~r',
        'deputy: 有一件没人接，转给您 | 柳树城村 · 道路桥梁，编号 1201-XX。过了时间没有人接。请点开看，12月20日前联系反映人。 | deputy/request/request?request=bh~r | task: 有一件没人接，转给您 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 没有人接，请在12月20日前联系反映人 | not before 8',
        'deputy2: 您没接的一件转给组长了 | 柳树城村 · 道路桥梁，编号 1201-XX。想接着办，请跟组长说一声。 | deputy/request/request?request=bh~r',
      ],
      'request-to-office': [
        'villager: 您反映的事由人大办安排 | 柳树城村 · 道路桥梁，编号 1201-XX。12月20日前会联系您。 | more/progress/progress?request=bh~r',
        'staff, chief: 有一件没人接，到了人大办 | 柳树城村 · 道路桥梁，编号 1201-XX。组里过了时间没有人接。请点开看，12月20日前安排。 | office/request/request?request=bh~r | task: 有一件没人接，到了人大办 / 柳树城村 · 道路桥梁 / 2026年12月20日 / 组里没有人接，请在12月20日前安排 | not before 8',
        'deputy2: 您没接的一件转给人大办了 | 柳树城村 · 道路桥梁，编号 1201-XX。想接着办，请跟人大办说一声。 | deputy/request/request?request=bh~r',
      ],
      'request-late': [
        'villager: 您反映的事晚了 | 柳树城村 · 道路桥梁，编号 1201-XX。说好12月20日前，还没有结果。人大办已经知道，会催。 | more/progress/progress?request=bh~r',
        'deputy: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。期限是12月20日，请马上办。 | deputy/request/request?request=bh~r',
        'leader: 组里有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，请帮着问一问。 | deputy/request/request?request=bh~r',
        'staff, chief: 有一件超期了 | 柳树城村 · 道路桥梁，编号 1201-XX。马样样在办，可以催办。 | office/request/request?request=bh~r',
      ],
    });
  });
});
