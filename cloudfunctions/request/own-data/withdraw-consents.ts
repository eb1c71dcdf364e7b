import * as v from 'valibot';
import { drop, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { adjustRequest, readOwnWhole } from '../store';

const TIMES = windowOf(5);
/** Requests of one page, and pages of one call: a thousand, which nobody has in many years. */
const PAGE = 50;
const PAGES = 20;

const NO_CONSENT = {
  'privacy.publishable': put(false),
  'privacy.joinable': put(false),
  'privacy.unitMayCall': put(false),
};
/** While it is handled its title leaves the board at once. */
const NOT_OFFERED = { ...NO_CONSENT, board: drop, boardPlaces: drop };

/**
 * One read for each page, one write for each request that had such a consent. What was published of one that is over
 * was agreed to, and stays.
 */
export const withdrawConsents: Action<{ township: string }, { withdrawn: number }> = {
  write: true,
  input: v.strictObject({ township }),
  async run({ account, now }, asked) {
    const seconds = TIMES.admits(account, now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    let withdrawn = 0;
    let after: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const own = await readOwnWhole(asked.township, account, PAGE, after);
      const given = own.filter(
        ({ privacy }) => privacy.publishable || privacy.joinable === true || privacy.unitMayCall === true,
      );
      for (const { _id, open, board } of given) {
        const changes = open && board !== undefined ? NOT_OFFERED : NO_CONSENT;
        await adjustRequest(asked.township, _id, { account }, changes);
      }
      withdrawn += given.length;
      after = own.at(-1)?.seq;
      if (own.length < PAGE) break;
    }
    return ok({ withdrawn });
  },
};
