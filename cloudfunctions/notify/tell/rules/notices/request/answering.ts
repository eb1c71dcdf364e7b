/** Notices about the reply and what the asker says to it: delivered, closed, reopened, sent elsewhere, merged. */
import type { NoticesOf } from '../../notice';
import { askers, deputy, joiners, lead, office, operator, owner } from './audience';
import type { RequestFacts } from './facts';
import { before, row, tellAskers, yours } from './notice';

/** What the board says is the office's to write: the reply itself is for whoever asked. */
const JOINED = '办到哪一步，在「我的」的「我也反映的」里看；人大办公布了结果，也在那里。';

function sayClosed(act: string): string {
  if (act === 'solved') return '反映的人说解决了';
  return act === 'lapse' ? '到期没有回音，办结了' : '有一件办结了';
}

export const ANSWERING_NOTICES: NoticesOf<RequestFacts> = {
  'request-answered': [
    row(askers, ({ state, about, number }) =>
      state === 'confirming'
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
    // A promise runs: nothing is asked before it is done.
    row(askers, (facts) =>
      facts.state === 'promised'
        ? {
            title: '您反映的事有答复了',
            phrase: '已答复',
            note: `请点开看，${before(facts)}办好再答复`,
            next: `请点开看答复。说好${before(facts)}办好，办好了再答复您一次。`,
            call: `您反映的${facts.about}（编号${facts.number}）有答复了，我念给您听。说好${before(facts)}办好，办好了再答复您一次。`,
            sms: `您反映的${facts.about}（编号${facts.number}）有答复了，请在「代表之家」小程序里看，或到代表之家问。`,
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
    row(joiners, ({ state }) =>
      state === 'replied' ? undefined : { title: '您也反映的那件事有答复了', next: JOINED },
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
  'request-delivered': [
    row(joiners, () => ({ title: '您也反映的那件事有答复了', next: JOINED })),
    row(deputy, () => ({ title: '答复送到了', next: '本人已经听到了结果。' })),
  ],
  'request-closed': [
    row(joiners, () => ({ title: '您也反映的那件事办结了', next: JOINED })),
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
    row(joiners, () => ({
      title: '您也反映的那件事要到别处办',
      next: '代表办不了。该找哪里，看「我要反映」里的「打官司、信访、有危险？看该找谁」，或打代表之家的座机问。',
    })),
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
