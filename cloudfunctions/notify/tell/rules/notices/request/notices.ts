/** Who hears of which step of a request (docs/decisions/011: the table of the steps themselves). */
import type { NoticesOf } from '../../notice';
import { ANSWERING_NOTICES } from './answering';
import { ASSIGNING_NOTICES } from './assigning';
import { DEADLINE_NOTICES } from './deadlines';
import type { RequestFacts } from './facts';
import { OVERSEEING_NOTICES } from './overseeing';
import { TAKING_NOTICES } from './taking';

export const REQUEST_NOTICES: NoticesOf<RequestFacts> = {
  ...TAKING_NOTICES,
  ...ASSIGNING_NOTICES,
  ...ANSWERING_NOTICES,
  ...OVERSEEING_NOTICES,
  ...DEADLINE_NOTICES,
};
