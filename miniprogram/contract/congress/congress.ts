/** congress (人大): everything its function answers, room by room. */
import type { ChangeActions } from './change';
import type { SessionActions } from './session';
import type { SuggestionActions } from './suggestion';

export type CongressActions = SuggestionActions & SessionActions & ChangeActions;
