/** A meeting or a note that was recorded: its facts. */
import { keepInLine } from '../../duty/ledger/store';
import type { Consumer } from '../../shared/outbox';
import { factsOfPresidium } from '../presidium/rules/facts';
import { readRow } from '../presidium/store';

export const onPresidiumChanged: Consumer = async ({ township, document }) => {
  await keepInLine({ township, kind: 'presidium', id: document }, async () => {
    const found = await readRow(township, document);
    return found && { rev: found.rev, facts: factsOfPresidium(found) };
  });
};
