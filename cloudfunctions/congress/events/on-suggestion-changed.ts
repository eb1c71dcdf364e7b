/** A suggestion that was handed in or moved on: its facts follow it as it is now. */
import { keepInLine } from '../../duty/ledger/store';
import type { Consumer } from '../../shared/outbox';
import { factsOfSuggestion } from '../suggestion/rules/facts';
import { readSuggestion } from '../suggestion/store';

export const onSuggestionChanged: Consumer = async ({ township, document }) => {
  await keepInLine({ township, kind: 'suggestion', id: document }, async () => {
    const found = await readSuggestion(township, document);
    return found && { rev: found.rev, facts: factsOfSuggestion(found) };
  });
};
