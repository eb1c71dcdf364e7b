/**
 * `npm run recount -- [--township ID] [--data DIR]`: makes the ledger of facts anew from its sources, as they lie in
 * the data folder, and prints what differs from what stands there. It writes nothing.
 */
import { parseArgs } from 'node:util';
import { baseOn } from '../cloudfunctions/congress/session/rules/attendance';
import { factsOfSession } from '../cloudfunctions/congress/session/rules/facts';
import type {
  AttendanceRow,
  SessionDocument,
  SessionRow,
} from '../cloudfunctions/congress/session/rules/session-document';
import { factsOfSuggestion } from '../cloudfunctions/congress/suggestion/rules/facts';
import type { SuggestionDocument } from '../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { ActivityDocument } from '../cloudfunctions/duty/activities/rules/activity-document';
import { factsOfActivity } from '../cloudfunctions/duty/ledger/rules/facts-of-activity';
import type { Directory } from '../cloudfunctions/registry/directory/rules/directory';
import { compareLedger, type Mismatch } from '../cloudfunctions/duty/ledger/rules/compare-ledger';
import {
  daySource,
  factsOfStoredDay,
  factsOfStoredRequest,
  requestSource,
} from '../cloudfunctions/duty/ledger/sources-store';
import { toRows, type StoredFact } from '../cloudfunctions/duty/ledger/store';
import type { DayDocument } from '../cloudfunctions/reception/days/rules/day-document';
import type { RequestDocument } from '../cloudfunctions/request/rules/request-document';
import type { LocalDatabase } from './cloudbase/database/types';
import { runTool, withStoredData } from './stored-data';

/** Sources that this knows; rows of others are left to whoever writes them. */
const KNOWN = ['day~', 'request~', 'activity~', 'session~', 'suggestion~'];

/** Documents of one township, by collection, as they are stored. */
type Read = (collection: string) => readonly unknown[];

function recountDuty(read: Read, township: string): StoredFact[] {
  return [
    ...(read('days') as readonly DayDocument[]).flatMap((day) =>
      toRows(daySource(township, day.date), factsOfStoredDay(township, day)),
    ),
    ...(read('requests') as readonly RequestDocument[]).flatMap((request) =>
      toRows(requestSource(township, request._id), factsOfStoredRequest(township, request)),
    ),
    ...(read('activities') as readonly ActivityDocument[]).flatMap((activity) =>
      toRows({ township, kind: 'activity', id: activity._id }, factsOfActivity(activity)),
    ),
  ];
}

function recountCongress(read: Read, township: string): StoredFact[] {
  const directory = (read('townships') as readonly (Directory & { _id: string })[]).find(
    ({ _id }) => _id === township,
  );
  const attendance = read('attendance') as readonly AttendanceRow[];
  const rows = read('sessionrows') as readonly SessionRow[];
  const sessions = directory ? (read('sessions') as readonly SessionDocument[]) : [];
  return [
    ...sessions.flatMap((one) => {
      const base = directory ? baseOn(directory, one.from) : [];
      const came = attendance.filter(({ session }) => session === one.session);
      const said = rows.filter(({ session }) => session === one.session);
      return toRows({ township, kind: 'session', id: one._id }, factsOfSession(one, base, came, said));
    }),
    ...(read('suggestions') as readonly SuggestionDocument[]).flatMap((one) =>
      toRows({ township, kind: 'suggestion', id: one._id }, factsOfSuggestion(one)),
    ),
  ];
}

/** FIELD_KEYS must be in the environment: who is one person is told by keyed hashes. */
export function recountFrom(read: Read, township: string): Mismatch[] {
  const rebuilt = [...recountDuty(read, township), ...recountCongress(read, township)];
  const ours = (read('facts') as readonly StoredFact[]).filter(({ source }) =>
    KNOWN.some((kind) => source.startsWith(kind)),
  );
  return compareLedger(ours, rebuilt);
}

export function recount(database: LocalDatabase, township: string): Mismatch[] {
  const read: Read = (collection) => {
    const all = [...database.exportDocuments(collection)] as unknown as { township: string }[];
    return all.filter((each) => each.township === township);
  };
  return recountFrom(read, township);
}

function listTownships(database: LocalDatabase): string[] {
  const all = [...database.exportDocuments('townships')] as unknown as { _id: string; township: string }[];
  return all.filter(({ _id, township }) => _id === township && _id !== '~').map(({ _id }) => _id);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { township: { type: 'string' }, data: { type: 'string', default: '.local' } },
  });
  await withStoredData(values.data, (database) => {
    const townships = values.township === undefined ? listTownships(database) : [values.township];
    for (const township of townships) {
      const found = recount(database, township);
      for (const { what, kind, date, source } of found)
        console.log(`${township} ${what} ${kind} ${date} ${source}`);
      console.log(
        `${township}: ${found.length === 0 ? 'the ledger equals its rebuild' : `${String(found.length)} rows differ`}`,
      );
      if (found.length > 0) process.exitCode = 1;
    }
  });
}

if (require.main === module) runTool(main);
