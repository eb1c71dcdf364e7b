/** Deputies without a tied household: the office, once a month where the township wants to hear of it. */
import type { Row } from '../notice';
import { ofOffice } from '../recipients';
import { pageOf } from '../say';

interface UntiedFacts {
  untied: number;
  /** What the township calls such households. */
  kind: string;
}

export const UNTIED_NOTICE: Row<UntiedFacts> = {
  to: 'office',
  who: (_facts, holders) => ofOffice(holders),
  tell: ({ untied, kind }) => ({
    title: '还有代表没有结对',
    words: `还有 ${String(untied)} 位代表没有结对${kind}，请点开看名单。`,
    page: pageOf('deputy/ties/ties', { all: '1' }),
  }),
};
