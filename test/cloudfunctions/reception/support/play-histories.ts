/** Random histories in pieces of a hundred, each piece from its own seed; and one whose calls are never answered. */
import fc from 'fast-check';
import { countCases } from '../../../support/cases';
import { HISTORIES } from './histories';
import { HistoryPlayer, ON_THE_DAY, type SteppedDay } from './play-history';

const EACH = 100;
/** A counter-example is made smaller for so many milliseconds; a piece that passes takes a tenth of it. */
const SHRINKS = { interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true };

/** Every piece from `first` on is played on the cloud that `open` opens; HISTORY_SEED and HISTORY_PIECES name others. */
export function testHistories(open: () => Promise<SteppedDay>, first: number, count: number): void {
  const { HISTORY_PIECES, HISTORY_SEED } = process.env;
  const pieces = Number(HISTORY_PIECES ?? count);
  const from = Number(HISTORY_SEED ?? first);
  let cloud: SteppedDay;
  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockReturnValue(ON_THE_DAY);
    const print = console.error;
    jest.spyOn(console, 'error').mockImplementation((line: unknown) => {
      if (!String(line).includes('DatabaseBusyError')) print(line);
    });
    cloud = await open();
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
    `${pieces * EACH} histories stay equal to the model`,
    async () => {
      const play = fc.asyncProperty(HISTORIES, async (each) => {
        await new HistoryPlayer(cloud, ON_THE_DAY).play(each);
        countCases();
      });
      for (let piece = 0; piece < pieces; piece++)
        await fc.assert(play, { seed: from + piece, numRuns: EACH, ...SHRINKS });
      expect(cloud.calls).toBeGreaterThan(pieces * EACH * 10);
    },
    pieces * EACH * 3_000,
  );
}
