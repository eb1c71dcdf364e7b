import { admit } from '../registry/invitations/store';
import { serve } from '../shared/serve';
import { actOnSuggestion } from './suggestion/act-on-suggestion';
import { draftFromRequests } from './suggestion/draft-from-requests';
import { draftSuggestion } from './suggestion/draft-suggestion';
import { suggestionFigures } from './suggestion/figures';
import { suggestion } from './suggestion/get-suggestion';
import { suggestions } from './suggestion/list-suggestions';
import { publicSuggestions } from './suggestion/public-suggestions';

export const main = serve(
  'congress',
  {
    draftSuggestion,
    actOnSuggestion,
    suggestion,
    suggestions,
    suggestionFigures,
    draftFromRequests,
    publicSuggestions,
  },
  admit,
);
