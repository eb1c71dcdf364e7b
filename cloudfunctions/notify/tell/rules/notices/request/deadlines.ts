/**
 * Notices that only the passing of time brings. Their messages wait for the morning; what the daily digest counts has
 * no message of its own.
 */
import { sayDate } from '../../../../../shared/say-date';
import type { NoticesOf, Row } from '../../notice';
import { had, leader, office, owner } from './audience';
import type { RequestFacts } from './facts';
import { before, row, tellAskers, type Said } from './notice';

const isPromise = ({ state }: RequestFacts) => state === 'promised';
const atOffice = ({ owner: { kind } }: RequestFacts) => kind === 'office';

function sayNear(facts: RequestFacts): Said {
  return isPromise(facts)
    ? {
        title: '答应的日子快到了',
        next: `答应${sayDate(facts.due)}前办好。办好了请再答复一次，办不好请早说。`,
      }
    : { title: '有一件快到期', next: `期限是${sayDate(facts.due)}，请点开办。` };
}

function sayLate(facts: RequestFacts): Said {
  return isPromise(facts)
    ? {
        title: '答应的日子过了',
        next: `答应${sayDate(facts.due)}前办好，还没有第二次答复。请马上办，再答复一次。`,
      }
    : { title: '有一件超期了', next: `期限是${sayDate(facts.due)}，请马上办。` };
}

/** Told on the working day before the date; of a promise the office is told too. */
export const NEAR_NOTICES: readonly Row<RequestFacts>[] = [
  row(owner, sayNear),
  row(office, (facts) => (isPromise(facts) && !atOffice(facts) ? sayNear(facts) : undefined)),
];

export const DEADLINE_NOTICES: NoticesOf<RequestFacts> = {
  'request-to-leader': [
    row(owner, (facts) => ({
      title: '有一件没人接，转给您',
      deferred: true,
      next: `过了时间没有人接。请点开看，${before(facts)}联系反映人。`,
      note: `没有人接，请在${before(facts)}联系反映人`,
    })),
    row(had, () => ({ title: '您没接的一件转给组长了', next: '想接着办，请跟组长说一声。' })),
    tellAskers('您反映的事换了人办', (facts) => `现在由${facts.ownerName}办，${before(facts)}会联系您。`),
  ],
  'request-to-office': [
    row(office, (facts) => ({
      title: '有一件没人接，到了人大办',
      deferred: true,
      next: `组里过了时间没有人接。请点开看，${before(facts)}安排。`,
      note: `组里没有人接，请在${before(facts)}安排`,
    })),
    row(had, () => ({ title: '您没接的一件转给人大办了', next: '想接着办，请跟人大办说一声。' })),
    tellAskers('您反映的事由人大办安排', (facts) => `${before(facts)}会联系您。`),
  ],
  'request-late': [
    row(owner, sayLate),
    row(leader, (facts) =>
      facts.owner.kind === 'deputy'
        ? { title: '组里有一件超期了', next: `${facts.ownerName}在办，请帮着问一问。` }
        : undefined,
    ),
    row(office, (facts) =>
      atOffice(facts) ? undefined : { ...sayLate(facts), next: `${facts.ownerName}在办，可以催办。` },
    ),
    tellAskers('您反映的事晚了', (facts) => `说好${before(facts)}，还没有结果。人大办已经知道，会催。`),
  ],
};
