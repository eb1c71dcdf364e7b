/** Notices from the day a request comes in until somebody has talked with the asker. */
import { sayDate } from '../../../../../shared/say-date';
import type { NoticesOf } from '../../notice';
import { askers, owner } from './audience';
import type { RequestFacts } from './facts';
import { before, row, tellAskers, yours } from './notice';

export const TAKING_NOTICES: NoticesOf<RequestFacts> = {
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
