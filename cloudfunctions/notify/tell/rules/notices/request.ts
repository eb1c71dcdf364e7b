/** Who hears of which step of a request (docs/decisions/011: the table of the steps themselves). */
import type { NoticesOf } from '../notice';
import { CLOCK_NOTICES } from './request-clock';
import { sayDate } from '../../../../shared/say-date';
import {
  askers,
  assists,
  before,
  chief,
  deputy,
  lead,
  leader,
  office,
  operator,
  owner,
  presidium,
  row,
  tellAskers,
  yours,
  type RequestFacts,
} from './request-rows';

const WAITS_FOR_ASKER = ['confirming', 'promised'];

const submitted: NoticesOf<RequestFacts> = {
  'request-submitted': [
    tellAskers('收到您反映的事了', (facts) => `交给了${facts.ownerName}，${before(facts)}会联系您。`),
    row(owner, (facts) =>
      facts.state === 'submitted'
        ? {
            title: '有一件新的群众意见',
            next: `请点开看，按「收到，我来联系」，${before(facts)}联系反映人。`,
            note: `请在${before(facts)}联系反映人`,
          }
        : undefined,
    ),
  ],
  'request-taken': [
    row(askers, (facts) => ({
      title: `${facts.ownerName}接了您反映的事`,
      phrase: '代表联系',
      next: `${before(facts)}会联系您，不用再去别处问。`,
      note: `${before(facts)}会联系您`,
    })),
  ],
  'request-visit-agreed': [
    row(askers, (facts) => ({
      title: `约好了${sayDate(facts.due)}上门`,
      phrase: '约好上门',
      next: `${facts.ownerName}会来，请在家等。`,
      note: `${sayDate(facts.due)}上门，请在家等`,
    })),
  ],
  'request-handed-over': [
    yours('有一件群众意见转给您'),
    tellAskers('您反映的事换了人办', (facts) => `现在由${facts.ownerName}办，${before(facts)}会联系您。`),
  ],
  'request-kept': [tellAskers('您反映的事由人大办直接办', (facts) => `${before(facts)}会联系您。`)],
};

const assigned: NoticesOf<RequestFacts> = {
  'request-proposed': [
    row(office, (facts) => ({
      title: '代表提请交办',
      next: `请点开看，${before(facts)}决定交给谁办。`,
      note: `请在${before(facts)}决定交给谁办`,
    })),
    tellAskers('代表已提请交办', (facts) => `人大办${before(facts)}决定交给哪个单位办。`),
  ],
  'request-assigned': [
    row(lead, (facts) => ({
      title: '有一件交办给您单位',
      next: `请点开签收，${before(facts)}答复。`,
      note: `主办，请签收并在${before(facts)}答复`,
    })),
    row(assists, (facts) => ({
      title: '有一件请您单位协办',
      next: `${facts.unitName}主办，请点开写协办意见。`,
      note: `协办，请写协办意见`,
    })),
    row(askers, (facts) => ({
      title: `已交给${facts.unitName}办`,
      phrase: '已交办',
      next: `${before(facts)}答复您。`,
      note: `由${facts.unitName}办，${before(facts)}答复`,
    })),
    row(deputy, (facts) => ({
      title: '您提请的事交办了',
      next: `由${facts.unitName}办，${before(facts)}答复。`,
    })),
  ],
  'request-accepted': [
    tellAskers('承办单位签收了', (facts) => `${facts.unitName}在办，${before(facts)}答复您。`),
    row(deputy, (facts) => ({
      title: '承办单位签收了',
      next: `${facts.unitName}在办，${before(facts)}答复。`,
    })),
  ],
  'request-returned': [
    row(office, (facts) => ({
      title: '承办单位退回了一件',
      next: `请看退回的理由，${before(facts)}重新决定。`,
      note: `请看理由，${before(facts)}重新决定`,
    })),
  ],
  'request-referred': [
    row(chief, (facts) => ({
      title: '有一件请您裁定',
      next: `请点开看，${before(facts)}裁定由谁办。`,
      note: `请在${before(facts)}裁定`,
    })),
  ],
  'request-passed-up': [
    row(askers, () => ({
      title: '您反映的事转给了区人大',
      phrase: '已转报',
      next: '有了进展，人大办会告诉您。',
      note: '有了进展会告诉您',
    })),
  ],
  'request-extension-asked': [
    row(chief, (facts) => ({
      title: '承办单位申请延期',
      next: '请点开看理由，同意或不同意。',
      note: `${facts.unitName}申请延期`,
    })),
  ],
  'request-extended': [
    row(owner, (facts) => ({ title: '期限延长了', next: `现在是${before(facts)}办。` })),
    tellAskers('办理期限延长了', (facts) => `现在是${before(facts)}给您结果，理由在里面。`),
  ],
  'request-extension-refused': [
    row(owner, (facts) => ({
      title: '延期没有同意',
      next: `还是${before(facts)}办。`,
      note: `还是${before(facts)}办`,
    })),
  ],
  'request-assisted': [row(lead, () => ({ title: '协办单位有意见了', next: '答复时请一并考虑。' }))],
};

function sayClosed(act: string): string {
  if (act === 'solved') return '反映的人说解决了';
  return act === 'lapse' ? '到期没有回音，办结了' : '有一件办结了';
}

const answered: NoticesOf<RequestFacts> = {
  'request-answered': [
    row(askers, ({ state, about, number }) =>
      WAITS_FOR_ASKER.includes(state)
        ? {
            title: '您反映的事有答复了',
            phrase: '已答复',
            note: '请点开看，说说解决了没有',
            next: '请点开看答复，说一说「解决了」还是「没办好」。',
            call: `您反映的${about}（编号${number}）有答复了。我念给您听，您看解决了没有？`,
            sms: `您反映的${about}（编号${number}）有答复了，请在「代表之家」小程序里看，或到代表之家问。`,
          }
        : undefined,
    ),
    row(office, ({ state }) =>
      state === 'replied'
        ? {
            title: '有答复要送达',
            next: '反映人没有手机，请安排谁去、什么时候送到。',
            note: '反映人没有手机，请安排送达',
          }
        : undefined,
    ),
    row(deputy, () => ({ title: '您跟的事有答复了', next: '请点开看答复。' })),
  ],
  'request-delivery-planned': [
    row(operator, (facts) => ({ title: '答复要送到本人', next: `${before(facts)}送到，请帮着找到本人。` })),
  ],
  'request-delivered': [row(deputy, () => ({ title: '答复送到了', next: '本人已经听到了结果。' }))],
  'request-closed': [
    row(deputy, ({ act }) => ({ title: sayClosed(act), next: '辛苦了。' })),
    row(lead, ({ act }) => ({ title: sayClosed(act), next: '不用再办了。' })),
    row(askers, ({ act }) =>
      act === 'lapse'
        ? {
            title: '您反映的事先办结了',
            next: '一直没有听到您说。没办好的话，点开按「没办好」，马上重新办。',
          }
        : undefined,
    ),
  ],
  'request-reopened': [
    row(owner, (facts) => ({
      title: '反映的人说没办好',
      next: `请点开看为什么，${before(facts)}再办。`,
      note: `请看为什么，${before(facts)}再办`,
    })),
  ],
  'request-disagreed': [
    row(owner, (facts) => ({
      title: '反映的人不同意结果',
      next: `请${before(facts)}当面说清。`,
      note: `请在${before(facts)}当面说清`,
    })),
  ],
  'request-settled': [yours('主席团定了怎么办'), tellAskers('主席团定了您这件事怎么办', () => '请点开看。')],
  'request-out-of-scope': [
    row(askers, ({ about, number }) => ({
      title: '这件事要到别处办',
      phrase: '请到别处',
      note: '请点开看该去哪里、怎么去',
      next: '请点开看该去哪里、怎么去。',
      call: `您反映的${about}（编号${number}）代表办不了，我告诉您该去哪里办。`,
      sms: `您反映的${about}（编号${number}）要到别处办，请在「代表之家」小程序里看该去哪里，或到代表之家问。`,
    })),
  ],
  'request-merged': [tellAskers('您反映的事和别人的并在一起办', () => '有了答复，一样会告诉您。')],
  'request-unmerged': [yours('一件并过的意见分出来了')],
};

const overseen: NoticesOf<RequestFacts> = {
  'request-urged': [
    row(owner, (facts) => ({
      title: '人大办催办',
      next: `请尽快办，期限是${sayDate(facts.due)}。`,
      note: '请点开看，尽快办',
    })),
    row(leader, (facts) =>
      facts.owner.kind === 'deputy'
        ? { title: '组里有一件被催办', next: `${facts.ownerName}在办，请帮着问一问。` }
        : undefined,
    ),
  ],
  'request-supervised': [
    row(owner, () => ({
      title: '这一件列入重点督办',
      next: '主席团会跟着看，请尽快办。',
      note: '主席团跟着看，请尽快办',
    })),
    row(presidium, () => ({ title: '有一件列入重点督办', next: '在督办清单里看得到。' })),
  ],
  'request-paused': [
    tellAskers('您反映的事先停一停', (facts) => `到${sayDate(facts.due)}接着办，理由在里面。`),
    row(owner, (facts) => ({ title: '这一件先停一停', next: `到${sayDate(facts.due)}接着办。` })),
  ],
  'request-resumed': [yours('停下的这一件接着办', true)],
  'request-noted': { nobody: '办理中的记录，看的人点开就看得到' },
  'request-titled': { nobody: '换了标题，事情没有变' },
  'request-summarised': { nobody: '人大办写好了转述，办的人点开就看得到' },
  'request-dispatched': { nobody: '调度记录只给人大办看' },
  'request-unsupervised': { nobody: '不再重点督办，没有人要做什么' },
  'request-published': { nobody: '公开栏里看得到，不写名字' },
  'request-unpublished': { nobody: '从公开栏撤下' },
  'request-called-back': { nobody: '回访时当面说过' },
  'request-withdrawn': [row(owner, () => ({ title: '反映的人撤回了', next: '这一件不用办了。' }))],
  'request-joined': { nobody: '自己点的我也反映，有了答复另有通知' },
  'request-sent-back': [yours('一件并过的意见退回来了')],
  'request-rated': { nobody: '评价不告诉办的人，只进统计' },
};

export const REQUEST_NOTICES: NoticesOf<RequestFacts> = {
  'request-part-released': { nobody: '谁在办，打开就看得到' },
  'request-part-kept': { nobody: '只有人大办知道' },
  ...submitted,
  ...assigned,
  ...answered,
  ...overseen,
  ...CLOCK_NOTICES,
};
