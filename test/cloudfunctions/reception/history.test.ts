/**
 * Random histories of book, wait, move, cancel, decline, on behalf (booked, cancelled, taken over), check-in and the
 * steps after it, walk-in, closing and adding of places, closing of booking, swaps of seats, repetitions, and the
 * relay giving freed places, interleaved at every database call, some of which are lost or not answered: at each step
 * the document is what a small model says, and each answer is the one the model gives at that moment. PROOF=1 plays
 * 10,000 of them, in pieces of a hundred with a seed each; HISTORY_PIECES and HISTORY_SEED play others.
 */
import fc from 'fast-check';
import { HISTORIES } from './support/histories';
import { HistoryPlayer, ON_THE_DAY } from './support/play-history';
import { openDoorHere, SteppedCloud } from './support/stepped-cloud';

const { PROOF, HISTORY_PIECES, HISTORY_SEED } = process.env;
const EACH = 100;
const PIECES = Number(HISTORY_PIECES ?? (PROOF === '1' ? 100 : 2));
const FIRST = Number(HISTORY_SEED ?? 1);

let cloud: SteppedCloud;
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(ON_THE_DAY);
  const print = console.error;
  jest.spyOn(console, 'error').mockImplementation((line: unknown) => {
    if (!String(line).includes('DatabaseBusyError')) print(line);
  });
  cloud = await SteppedCloud.open('reception', () => ON_THE_DAY, undefined, openDoorHere);
});
afterAll(async () => {
  await cloud.close();
  jest.restoreAllMocks();
});

test('an act whose calls are never answered is told that the store is busy, and nothing else', async () => {
  const command = { do: 'book', who: 0, family: 0, phone: 0, place: 0, wish: 0 } as const;
  // 31: begun at first, then every call of it is lost on its way; 15: every answer is.
  for (const turn of [31, 15]) {
    const player = new HistoryPlayer(cloud, ON_THE_DAY);
    await player.play({ accounts: 1, commands: [command], turns: [turn] });
    expect(player.starved).toBe(1);
  }
});

test(
  `${PIECES * EACH} histories stay equal to the model`,
  async () => {
    const play = fc.asyncProperty(HISTORIES, (each) =>
      expect(new HistoryPlayer(cloud, ON_THE_DAY).play(each)).resolves.toBeUndefined(),
    );
    for (let piece = 0; piece < PIECES; piece++) {
      await fc.assert(play, { seed: FIRST + piece, numRuns: EACH, endOnFailure: false });
      if (PIECES > 2)
        process.stderr.write(`${(piece + 1) * EACH} equal, seeds ${FIRST} to ${FIRST + piece}\n`);
    }
  },
  PIECES * EACH * 3_000,
);
