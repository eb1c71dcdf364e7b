/** The histories of history.test.ts whose seeds follow, from the source, on documents in memory: what they ask is a rule. */
import { testHistories } from './support/play-histories';
import { openMemory } from './support/stepped-memory';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/stepped-memory-database'),
);

testHistories(() => Promise.resolve(openMemory()), 11, process.env['PROOF'] === '1' ? 90 : 1);
