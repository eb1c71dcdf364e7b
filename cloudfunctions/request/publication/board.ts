import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { recallTownship } from '../../registry/store';
import { DAY_MS } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { from, readNewest, readRows } from '../lists/list-page';
import { joinToken, placeToken } from '../lists/tokens';
import { boardInput, publishedInput } from '../lists/schemas';
import { EVERY, placeOf } from '../lists/rules/facets';
import { readList } from '../store';
import { BOARD_FIELDS, toJoinedItems, toPublicItems } from './rules/board-items';

type Board = RequestListActions['board'];
type Published = RequestListActions['published'];

/** Published ones that are shown before sending. */
const SHOWN = 3;
/** Of these some ended without a result that is public. */
const LOOKED_AT = 10;
/** Fewer of a kind are not told: the number alone could point to somebody. */
const TOLD_FROM = 3;
const COUNTED_TO = 20;
const COUNTED_DAYS = 365;

/** What the account said «我也反映» to; newest first. */
async function readJoined({ township, account, now }: Call, after?: string) {
  const where = { tokens: joinToken(account) };
  const [known, found] = await Promise.all([
    recallTownship(township, now),
    readRows(township, { where, by: 'seq', newest: true, fields: [...BOARD_FIELDS, 'seq'], ...from(after) }),
  ]);
  return known ? ok({ ...found, directory: known.directory }) : refuse('not-found');
}

/** The office's words alone; nothing else of a request is read. */
export const board: Action<Board['input'], Board['output']> = {
  write: false,
  input: boardInput,
  async run(call, { after, mine }) {
    const found = mine
      ? await readJoined(call, after)
      : await readNewest(call, { where: { boardPlaces: EVERY }, by: 'board', fields: BOARD_FIELDS, after });
    if (!found.ok) return found;
    const { rows, directory, next } = found.data;
    const items = mine ? toJoinedItems(rows, directory) : toPublicItems(rows, directory);
    return ok({ items, ...(next !== undefined && { next }) });
  },
};

/** Two calls. */
export const published: Action<Published['input'], Published['output']> = {
  write: false,
  input: publishedInput,
  async run({ township, now }, asked) {
    const place = placeOf(asked);
    const since = String(now - COUNTED_DAYS * DAY_MS).padStart(13, '0');
    const [known, rows, year] = await Promise.all([
      recallTownship(township, now),
      readList(township, {
        where: { boardPlaces: place },
        by: 'board',
        newest: true,
        limit: LOOKED_AT,
        fields: BOARD_FIELDS,
      }),
      readList(township, {
        where: { tokens: placeToken(place) },
        by: 'seq',
        newest: true,
        limit: COUNTED_TO,
        floor: since,
        fields: ['seq'],
      }),
    ]);
    if (!known) return refuse('not-found');
    const count = year.length;
    const items = toPublicItems(rows, known.directory).slice(0, SHOWN);
    return ok({ items, ...(count >= TOLD_FROM && { count }) });
  },
};
