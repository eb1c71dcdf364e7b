/** Notices about the reply and what the asker says to it: delivered, closed, reopened, sent elsewhere, merged. */
import type { NoticesOf } from '../../notice';
import { askers, deputy, joiners, lead, office, operator, owner } from './audience';
import type { RequestFacts } from './facts';
import { before, row, tellAskers, yours } from './notice';

const WAITS_FOR_ASKER = ['confirming', 'promised'];

function sayClosed(act: string): string {
  if (act === 'solved') return '反映的人说解决了';
  return act === 'lapse' ? '到期没有回音，办结了' : '有一件办结了';
}

export const ANSWERING_NOTICES: NoticesOf<RequestFacts> = {
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
    row(askers, ({ state }) =>
      state === 'merged'
        ? {
            title: '您反映的事有答复了',
            phrase: '已答复',
            note: '和您一起反映的人一样，请点开看',
            next: '和别人的并在一起办，答复在这里，请点开看。',
          }
        : undefined,
    ),
    row(joiners, () => ({
      title: '您也反映的那件事有新答复了',
      next: '结果在「办结公开」的「我也反映的」里看。',
    })),
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
        : act === 'with'
          ? {
              title: '您反映的事办结了',
              next: '和别人的并在一起，办好了。您觉得没办好，点开按「没办好」，马上重新办。',
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
  // On paper or by post it is in their hands; who reads it in the app is told that it is there.
  'request-where-told': [
    tellAskers('书面告诉您这件事去了哪里', () => '请点开看，登记回执也在里面，可以打印。'),
  ],
  'request-merged': [tellAskers('您反映的事和别人的并在一起办', () => '有了答复，一样会告诉您。')],
  'request-unmerged': [yours('一件并过的意见分出来了')],
};
