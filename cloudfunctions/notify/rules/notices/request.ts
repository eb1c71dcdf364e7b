/** Notices about one request. Its text, and the name of who asks, are in none of them. */
import type { LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';
import { formatTime } from '../keywords';
import type { Message, NoticesOf, Row } from '../notice';
import { ofOwner, type Recipient } from '../recipients';
import { pageOf, sayDate } from '../say';

export interface RequestFacts {
  today: LocalDate;
  request: string;
  number: string;
  /** 柳树城村 · 道路. */
  about: string;
  state: string;
  asker: Recipient;
  /** Person id; '' for the office. */
  owner: string;
  ownerName: string;
  group: string;
  /** When it happened. */
  date: LocalDate;
  time: LocalTime;
  due: LocalDate;
}

const MATTER = 'deputy/matter/matter';

const asker: Pick<Row<RequestFacts>, 'to' | 'who'> = { to: 'asker', who: ({ asker: one }) => [one] };
const owner: Pick<Row<RequestFacts>, 'to' | 'who'> = {
  to: 'owner',
  who: (facts, holders) => ofOwner(holders, facts.owner),
};

function progress(facts: RequestFacts, phrase: string, note: string): Message {
  return {
    template: 'progress',
    values: {
      ...{ thing1: facts.about, character_string2: facts.number, phrase3: phrase },
      ...{ time4: formatTime(facts.date, facts.time), thing5: note },
    },
  };
}

function task(facts: RequestFacts, thing: string, note: string): Message {
  const values = { thing1: thing, thing2: facts.about, time3: formatTime(facts.due), thing4: note };
  return { template: 'task', values };
}

const progressPage = ({ request }: RequestFacts) => pageOf('pages/progress/progress', { request });

export const REQUEST_NOTICES: NoticesOf<RequestFacts> = {
  'request-submitted': [
    {
      ...asker,
      tell: (facts) => ({
        title: '收到您反映的事了',
        words: `${facts.about}，编号 ${facts.number}，交给了${facts.ownerName}，${sayDate(facts.due)}前会联系您。`,
        page: progressPage(facts),
      }),
    },
    {
      ...owner,
      tell: (facts) =>
        facts.state === 'submitted'
          ? {
              title: '有一件新的群众意见',
              words: `${facts.about}，编号 ${facts.number}。请点开看，按「收到，我来联系」，${sayDate(facts.due)}前联系反映人。`,
              page: pageOf(MATTER, { request: facts.request }),
              message: task(facts, '新的群众意见', `请在${sayDate(facts.due)}前联系反映人`),
            }
          : undefined,
    },
  ],
  'request-taken': [
    {
      ...asker,
      tell: (facts) => ({
        title: `${facts.ownerName}接了您反映的事`,
        words: `${facts.about}，编号 ${facts.number}，${sayDate(facts.due)}前会联系您。不用再去别处问。`,
        page: progressPage(facts),
        message: progress(facts, '代表联系', `${sayDate(facts.due)}前会联系您`),
      }),
    },
  ],
};
