/** Stories in which an instance dies at one of its database calls: each of them must have seen somebody die. */
import type { FunctionName } from '../../miniprogram/contract/wire';
import type { Answer, TestCloud } from './cloud';
import { DIED } from './death-law';

export const DEATHS = ['killBeforeCall', 'killAfterCall'] as const;
export type Death = (typeof DEATHS)[number];

/**
 * Those of an act that does nothing outside the database: dying before a call is dying after the one before it, so that
 * `npm test` kills after each call only, and the proof on both sides.
 */
export const DEATHS_OF_ACTS: readonly Death[] = process.env['PROOF'] === '1' ? DEATHS : ['killAfterCall'];

/** Of the calls of something long every ninth is enough in between; each is tried in the proof. */
export const LONG_STEP = process.env['PROOF'] === '1' ? 1 : 9;

export interface Dying {
  readonly cloud: Pick<TestCloud, 'control'>;
  /** Whose calls are counted. */
  readonly fn: FunctionName;
  readonly death: Death;
  /** Only every so many calls; each unless given. */
  readonly step?: number;
  /** The story makes fewer calls than this. */
  readonly atMost: number;
}

/** Carries the act out with the death armed, and disarms it. */
export type Fatally = (act: () => Promise<Answer>) => Promise<Answer>;

/**
 * Lives a story again and again, the instance dying at its first database call, at its second …, until the story makes
 * no such call any more and nobody dies. Throws when nobody died at all, when the act failed of something else, and
 * when the deaths do not end. Returns at which calls somebody died.
 *
 * ```ts
 * await dieAtEachCall({ cloud, fn: 'reception', death: 'killBeforeCall', atMost: 8 }, async (fatally) => {
 *   const key = newKey();
 *   await fatally(() => cloud.invoke('reception', 'book', input, { openid, key }));
 *   expect(await cloud.invoke('reception', 'book', input, { openid, key })).toMatchObject({ ok: true });
 * });
 * ```
 */
export async function dieAtEachCall(
  { cloud, fn, death, step = 1, atMost }: Dying,
  live: (fatally: Fatally, call: number) => Promise<void>,
): Promise<number[]> {
  const deaths: number[] = [];
  for (let call = 1; call < atMost; call += step) {
    const heard: Answer[] = [];
    await live(async (act) => {
      await cloud.control({ faults: { [death]: call, function: fn } });
      const answer = await act();
      await cloud.control({ faults: {} });
      heard.push(answer);
      return answer;
    }, call);
    const [answer] = heard;
    if (answer === undefined) throw new Error('the story has no act that could die');
    if (answer.code !== DIED && !answer.ok)
      throw new Error(`call ${call}: not dead, but ${JSON.stringify(answer)}`);
    if (answer.ok) {
      if (deaths.length === 0) throw new Error(`nobody died: no ${death} at any call of ${fn}`);
      return deaths;
    }
    deaths.push(call);
  }
  throw new Error(`somebody still dies at call ${atMost} of ${fn}`);
}
