/** A session that is over, and what was entered for it later: its facts follow it as it is now. */
import { keepInLine } from '../../duty/ledger/store';
import type { Consumer } from '../../shared/outbox';
import { recallTownship } from '../../registry/store';
import { baseOn } from '../session/rules/attendance';
import { factsOfSession } from '../session/rules/facts';
import { readAttendance, readRows, readSession } from '../session/store';

/** `about.session`: of what was entered in a session it is not the document that changed. */
export const onSessionChanged: Consumer = async ({ township, about }, now) => {
  const id = String(about['session']);
  const session = id.slice(id.indexOf('~') + 1);
  await keepInLine({ township, kind: 'session', id }, async () => {
    const [known, found, attendance, rows] = await Promise.all([
      recallTownship(township, now),
      readSession(township, session),
      readAttendance(township, session),
      readRows(township, session),
    ]);
    if (!known || !found) return undefined;
    const base = baseOn(known.directory, found.from);
    return { rev: found.edition, facts: factsOfSession(found, base, attendance, rows) };
  });
};
