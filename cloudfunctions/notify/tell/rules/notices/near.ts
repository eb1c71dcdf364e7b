/** A study, an inspection or a 述职 of the next days: to whoever is invited, on the working day before. */
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import type { Row } from '../notice';
import { ofPerson } from '../recipients';
import { pageOf, sayDay } from '../say';

interface NearFacts {
  activity: string;
  kind: string;
  on: LocalDate;
  coming: readonly string[];
}

export const NEAR_NOTICE: Row<NearFacts> = {
  to: 'invited',
  who: ({ coming }, holders) => coming.flatMap((person) => ofPerson(holders, person)),
  tell: ({ activity, kind, on }) => ({
    title: `${sayDay(on)}有${kind}`,
    words: `${sayDay(on)}有${kind}，点开看地点；来不了请点「请假」。`,
    page: pageOf('deputy/activity/activity', { activity }),
    until: Date.parse(`${on}T23:59:59+08:00`),
  }),
};
