/** Places that were closed after somebody had booked: the places are kept, the time has to be talked about. */
import { formatTime } from '../../../messages/rules/keywords';
import type { Row, Words } from '../notice';
import { ofPerson } from '../recipients';
import { pageOf } from '../say';
import { whenOf, type BookingFacts } from './booking';

export type ClosedFacts = BookingFacts & { reason: string };

function tellClosed(facts: ClosedFacts): Words | undefined {
  if (facts.state !== 'booked') return undefined;
  const when = whenOf(facts);
  const why = facts.reason === '' ? '' : `（${facts.reason}）`;
  const short = `第${String(facts.number)}号还给您留着`;
  return {
    title: '您约的时间可能接待不了',
    words: `${when}，${facts.home}那一段临时不开放了${why}。${short}，人大办会打电话和您商量，您也可以自己点开改个时间。`,
    page: pageOf('more/slip/slip', { booking: facts.booking, date: facts.date }),
    message: {
      template: 'change',
      values: {
        thing1: '代表接访',
        phrase2: '时间有变',
        time3: formatTime(facts.date, facts.time),
        thing4: '号还留着，请点开改个时间',
      },
    },
    call: `您约的接访，${when}在${facts.home}那一段临时不开放了${why}。${short}，您看改到什么时候方便？`,
    until: facts.startsAt,
  };
}

const OPERATOR: Row<ClosedFacts> = {
  to: 'operator',
  who: ({ operator }, holders) => ofPerson(holders, operator),
  tell: (facts) => {
    const told = tellClosed(facts);
    return (
      told && {
        title: '您代填的预约，时间可能接待不了',
        words: `${told.words}请告诉本人。`,
        page: pageOf('office/behalf/behalf'),
      }
    );
  },
};

export const CLOSED_PLACES: readonly Row<ClosedFacts>[] = [
  { to: 'booker', who: ({ booker }) => [booker], tell: tellClosed },
  OPERATOR,
];
