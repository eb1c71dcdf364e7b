/** Notices of urging, supervision, pauses and the steps of which nobody needs to be told. */
import { sayDate } from '../../../../../shared/say-date';
import type { NoticesOf } from '../../notice';
import { chief, joiners, leader, office, owner, presidium } from './audience';
import type { RequestFacts } from './facts';
import { row, tellAskers, yours } from './notice';

export const OVERSEEING_NOTICES: NoticesOf<RequestFacts> = {
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
  'request-nudged': [
    row(owner, (facts) => ({
      title: '反映的人来催了',
      next: `请跟本人说一声办到哪一步，期限是${sayDate(facts.due)}。`,
    })),
    row(office, (facts) =>
      facts.owner.kind === 'office'
        ? undefined
        : { title: '反映的人来催了', next: `${facts.ownerName}在办，可以帮着问一问。` },
    ),
  ],
  'request-supplemented': [
    row(owner, () => ({
      title: '反映的人补充了情况',
      next: '请点开看：话在经过里，照片、录音和原来的放在一起。',
    })),
  ],
  'request-supervised': [
    row(owner, () => ({
      title: '这一件列入重点督办',
      next: '主席团会跟着看，请尽快办。',
      note: '主席团跟着看，请尽快办',
    })),
    row(presidium, () => ({ title: '有一件列入重点督办', next: '在督办清单里看得到。' })),
  ],
  'request-key-proposed': [
    row(chief, () => ({ title: '有一件提请重点督办', next: '请您决定，或提请主席团会议决定。' })),
  ],
  'request-key-declined': { nobody: '打开就看得到' },
  'request-paused': [
    tellAskers('您反映的事先停一停', (facts) => `到${sayDate(facts.due)}接着办，理由在里面。`),
    row(owner, (facts) => ({ title: '这一件先停一停', next: `到${sayDate(facts.due)}接着办。` })),
  ],
  'request-resumed': [yours('停下的这一件接着办', true)],
  'request-erased': { nobody: '本人在隐私里删的' },
  'request-noted': { nobody: '办理中的记录，看的人点开就看得到' },
  'request-titled': { nobody: '换了标题，事情没有变' },
  'phone-revealed': { nobody: '审计里记着谁、什么时候、为什么' },
  'request-summarised': { nobody: '人大办写好了转述，办的人点开就看得到' },
  'request-dispatched': { nobody: '调度记录只给人大办看' },
  'request-unsupervised': { nobody: '不再重点督办，没有人要做什么' },
  'request-published': [
    row(joiners, () => ({ title: '您也反映的那件事，结果公布了', next: '在「我的」的「我也反映的」里看。' })),
  ],
  'request-offered': { nobody: '公开的是题目；想说我也反映的自己看到' },
  'request-unpublished': { nobody: '从公开栏撤下' },
  'request-called-back': { nobody: '回访时当面说过' },
  'request-withdrawn': [
    row(joiners, () => ({
      title: '您也反映的那件事不再办了',
      next: '您还要反映的话，请在「我要反映」里自己写一件。',
    })),
    row(owner, () => ({ title: '反映的人撤回了', next: '这一件不用办了。' })),
  ],
  'request-joined': { nobody: '自己点的我也反映，有了答复另有通知' },
  'request-sent-back': [yours('一件并过的意见退回来了')],
  'request-rated': { nobody: '评价不告诉办的人，只进统计' },
  'request-part-released': { nobody: '谁在办，打开就看得到' },
  'request-part-kept': { nobody: '只有人大办知道' },
};
