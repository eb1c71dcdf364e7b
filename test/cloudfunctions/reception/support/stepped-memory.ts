/** The reception's source, stepped, on documents in memory; the test's file mocks the database (stepped-memory-database.ts). */
import { main } from '../../../../cloudfunctions/reception/index';
import { lendPlatform } from '../../../support/in-process';
import { rowsOf } from '../../../support/memory-database';
import { steps } from '../../../support/stepped-memory-database';
import type { SteppedDay } from './play-history';
import { skipPauses, Stepping } from './stepping';

const database = {
  importDocuments(collection: string, documents: readonly object[]) {
    for (const document of documents as never[])
      rowsOf(collection).set(document['_id'], JSON.parse(JSON.stringify(document)) as never);
    return Promise.resolve();
  },
  exportDocuments: (collection: string) => rowsOf(collection).values(),
};

/** Whether a write met its document; what a read brings is nobody's business. */
const updatedBy = (found: unknown) => (found === undefined || found === false ? 0 : 1);

export function openMemory(): SteppedDay {
  lendPlatform();
  const stepping = new Stepping(database, main);
  steps.hold = ({ action, asked, carryOut }) =>
    new Promise((answer, breakOff) => {
      let found: unknown;
      stepping.arrive(stepping.whose(), {
        action,
        sent: asked,
        carryOut: async () => {
          found = await carryOut();
          return { updated: updatedBy(found) };
        },
        answer: () => {
          answer(found);
        },
        breakOff: () => {
          breakOff(new Error('socket hang up'));
        },
      });
    });
  const stopSkipping = skipPauses();
  return Object.assign(stepping, {
    close: () => {
      stopSkipping();
      return Promise.resolve();
    },
  });
}
