import { LIMITS } from '../../../miniprogram/contract/limits';
import { readPhone, readTail } from '../../../miniprogram/contract/text';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { knownTo } from '../../shared/visibility';
import { readRequestNumber } from '../../shared/read-numbers';
import { findInput } from './schemas';
import { callerOf } from '../life/do-step';
import { MANY_FIELDS, toOfficeCard } from './rules/office-card';
import { wordTokens } from './rules/words';
import { CARD_FIELDS, readList, type PageRow } from '../store';
import { closeTokens, nameToken, numberToken, phoneTokens, tailToken } from './tokens';

type Find = RequestListActions['find'];

/** Rows of one word that are looked at for the other words. */
const LOOKED_AT = 20;
const FIELDS = [...CARD_FIELDS, ...MANY_FIELDS, 'tokens'] as const;

/** At most two searches: what the text may be, each with the further entries that must be there as well. */
function searchesOf(township: string, text: string): string[][] {
  const number = readRequestNumber(text);
  const digits = readPhone(text);
  const tail = readTail(text);
  if (tail !== undefined) return [[tailToken(township, tail)]];
  if (number !== undefined || digits !== undefined) {
    // Eight digits may be either.
    const [phone] = digits === undefined ? [] : phoneTokens(township, digits);
    return [number === undefined ? undefined : numberToken(number), phone].flatMap((token) =>
      token === undefined ? [] : [[token]],
    );
  }
  // The longest word is the rarest.
  const words = wordTokens(text).sort((one, other) => other.length - one.length);
  return [[nameToken(township, text)], ...(words.length > 0 ? [closeTokens(township, words)] : [])];
}

async function search(
  { township, admitted }: Call,
  [first = '', ...others]: readonly string[],
): Promise<PageRow[]> {
  const where = { tokens: first, ...knownTo(admitted?.person) };
  const rows = await readList(township, { where, by: 'seq', newest: true, limit: LOOKED_AT, fields: FIELDS });
  return rows.filter(({ tokens }) => others.every((token) => tokens.includes(token)));
}

/** One or two calls after admit; never an expression over everything. */
export const find: Action<Find['input'], Find['output']> = {
  write: false,
  input: findInput,
  async run(call, { text }) {
    const { township, now } = call;
    const searches = searchesOf(township, text);
    const [known, ...found] = await Promise.all([
      recallTownship(township, now),
      ...searches.map((tokens) => search(call, tokens)),
    ]);
    if (!known) return refuse('not-found');
    const today = toLocalDate(now);
    const rows = [...new Map(found.flat().map((row) => [row._id, row])).values()]
      .sort((one, other) => (one.seq < other.seq ? 1 : -1))
      .slice(0, LIMITS.foundRequests);
    const of = { today, yellow: today, queue: 'all', caller: callerOf(call, call.admitted) } as const;
    return ok({ requests: rows.map((row) => toOfficeCard(row, known.directory, 'office', of)) });
  },
};
