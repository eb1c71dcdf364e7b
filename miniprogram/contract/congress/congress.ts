/** congress (人大): everything its function answers, room by room. */
import type { SessionActions } from './session';
import type { SuggestionActions } from './suggestion';

export type CongressActions = SuggestionActions & SessionActions;
