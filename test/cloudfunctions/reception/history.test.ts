/**
 * Random histories of book, move, cancel, repetition, close, reopen and waiting, interleaved at every database
 * call, some of whose answers are lost: at each step the document is what a small model says, and each answer
 * is the one the model gives at that moment. PROOF=1 plays 10,000 of them.
 */
import fc from 'fast-check';
import { MORNING_BEFORE } from './support/days';
import { HISTORIES } from './support/histories';
import { HistoryPlayer } from './support/play-history';
import { SteppedCloud } from './support/stepped-cloud';

const RUNS = process.env['PROOF'] === '1' ? 10_000 : 200;

let cloud: SteppedCloud;
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(MORNING_BEFORE);
  cloud = await SteppedCloud.open('reception', () => MORNING_BEFORE);
});
afterAll(async () => {
  await cloud.close();
  jest.restoreAllMocks();
});

test(
  `${RUNS} histories stay equal to the model`,
  async () => {
    const play = fc.asyncProperty(HISTORIES, (each) => new HistoryPlayer(cloud).play(each));
    await fc.assert(play, { numRuns: RUNS, endOnFailure: false });
  },
  RUNS * 1_000,
);
