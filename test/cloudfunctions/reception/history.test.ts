/**
 * Random histories of book, wait, move, cancel, decline, on behalf (booked, cancelled, taken over), check-in and the
 * steps after it, walk-in, closing and adding of places, closing of booking, swaps of seats, repetitions, and the
 * relay giving freed places, interleaved at every database call, some of which are lost or not answered: at each step
 * the document is what a small model says, and each answer is the one the model gives at that moment. PROOF=1 plays
 * 10,000 of them: these here on the artefact, with the real SDK and engine, the others in process (in-process-history).
 */
import { testHistories } from './support/play-histories';
import { ON_THE_DAY } from './support/play-history';
import { openDoorHere, openStepped } from './support/stepped-cloud';

testHistories(
  () => openStepped('reception', () => ON_THE_DAY, openDoorHere),
  1,
  process.env['PROOF'] === '1' ? 10 : 1,
);
