/**
 * memory-database.ts with each call held back until whoever steps it says what becomes of it, and sent again where no
 * answer comes, as by the real one. The test's file says
 * `jest.mock('<…>/cloudfunctions/shared/database', () => jest.requireActual('<…>/support/stepped-memory-database'))`.
 */
import { attempt } from '../../cloudfunctions/shared/attempt';
import * as memory from './memory-database';

export { inTownship, OUTBOX_INDEX } from './memory-database';

/** A call that waits; what the platform would call it, and what it asks. */
export interface MemoryCall {
  action: string;
  asked: readonly unknown[];
  carryOut(): Promise<unknown>;
}

/** Resolves when the call is over; rejects where nobody answers it. */
export const steps: { hold: (call: MemoryCall) => Promise<unknown> } = {
  hold: (call) => call.carryOut(),
};

function held<Asked extends unknown[], Answer>(action: string, call: (...asked: Asked) => Promise<Answer>) {
  return (...asked: Asked): Promise<Answer> =>
    attempt(() => steps.hold({ action, asked, carryOut: () => call(...asked) }) as Promise<Answer>);
}

export const changeOne = held('database.modifyDocument', memory.changeOne);
export const changeAndRead = held('database.modifyAndReturnDoc', memory.changeAndRead);
export const createOne = held('database.insertDocument', memory.createOne);
export const removeOne = held('database.deleteDocument', memory.removeOne);
export const readAcross = held('database.getDocument', memory.readAcross);
export const readPage = held('database.getDocument', memory.readPage);
export const readOne = held('database.getDocument', memory.readOne);
export const listValues = held('database.aggregate', memory.listValues);
export const countAlike = held('database.aggregate', memory.countAlike);
export const countBy = held('database.aggregate', memory.countBy);
