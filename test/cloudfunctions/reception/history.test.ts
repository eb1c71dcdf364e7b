/**
 * Random histories of book, wait, move, cancel, decline, check-in and the steps after it, walk-in, closing of places
 * and of booking, swaps of seats, repetitions, and the relay giving freed places, interleaved at every database call,
 * some of whose answers are lost: at each step the document is what a small model says, and each answer is the one
 * the model gives at that moment. PROOF=1 plays 10,000 of them.
 */
import fc from 'fast-check';
import { HISTORIES } from './support/histories';
import { HistoryPlayer, ON_THE_DAY } from './support/play-history';
import { SteppedCloud } from './support/stepped-cloud';

const RUNS = process.env['PROOF'] === '1' ? 10_000 : 200;

let cloud: SteppedCloud;
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(ON_THE_DAY);
  cloud = await SteppedCloud.open('reception', () => ON_THE_DAY);
});
afterAll(async () => {
  await cloud.close();
  jest.restoreAllMocks();
});

test(
  `${RUNS} histories stay equal to the model`,
  async () => {
    const play = fc.asyncProperty(HISTORIES, (each) => new HistoryPlayer(cloud, ON_THE_DAY).play(each));
    await fc.assert(play, { numRuns: RUNS, endOnFailure: false });
  },
  RUNS * 3_000,
);
