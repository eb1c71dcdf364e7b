/** congress (人大): everything its function answers, room by room. */
import type { CongressImportActions } from '../imports';
import type { ChangeActions } from './change';
import type { PresidiumActions } from './presidium';
import type { SessionActions } from './session';
import type { SuggestionActions } from './suggestion';
import type { TermActions } from './term';

export type CongressActions = SuggestionActions &
  SessionActions &
  ChangeActions &
  TermActions &
  PresidiumActions &
  CongressImportActions;
