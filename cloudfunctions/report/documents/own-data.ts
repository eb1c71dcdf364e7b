import * as v from 'valibot';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer } from '../../../miniprogram/contract/wire';
import { leftOf, readConsents } from '../../notify/messages/consents-store';
import { readRows } from '../../notify/inbox/store';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { readDaysBefore, readDaysFrom, slipFields, slipsOf } from '../../reception/days/store';
import { readOwnWhole } from '../../request/store';
import type { RequestDocument } from '../../request/rules/request-document';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { handOut } from './hand-out';
import { makeOwnData, type OwnBooking, type OwnRequest } from './rules/own-data';

const TIMES = windowOf(5);
const DAYS_BACK = 60;
const DAYS_AHEAD = 12;
const REQUESTS = 100;
const NOTICES = 100;

const STATES = { waiting: '在等', booked: '约好', cancelled: '已退' } as const;

const open = (stored: string | undefined): string => (stored === undefined ? '' : decryptField(stored));

function toRequest(directory: Directory, request: RequestDocument): OwnRequest {
  const { number, day, village, category, name, phone, text = '', photos, recordings } = request;
  const { steps, replies = [], account } = request;
  const said = steps.flatMap(({ by, words = '' }) =>
    by === account && words !== '' ? [`您说：${words}`] : [],
  );
  return {
    number,
    day,
    village: nameOf(directory.villages, village),
    category: nameOf(directory.categories, category),
    name: open(name),
    phone: open(phone),
    text,
    photos: photos.length,
    recordings: recordings.length,
    later: [...said, ...replies.map(({ words }) => `答复：${words}`)],
  };
}

/** Five reads at once, whatever there is; the newest hundred requests and notices, five years of reception days. */
async function run({ account, now }: Call, asked: { township: string }): Promise<Answer<PrintedFile>> {
  const seconds = TIMES.admits(account, now);
  if (seconds > 0) return refuse('rate-limited', { seconds });
  const known = await recallTownship(asked.township, now);
  if (!known) return refuse('not-found');
  const { directory } = known;
  const today = toLocalDate(now);
  const fields = slipFields(account);
  const [coming, past, requests, rows, consents] = await Promise.all([
    readDaysFrom(asked.township, today, DAYS_AHEAD, fields),
    readDaysBefore(asked.township, today, DAYS_BACK, fields),
    readOwnWhole(asked.township, account, REQUESTS),
    readRows(asked.township, account, NOTICES),
    readConsents(asked.township, account),
  ]);
  const slips = [...past, ...coming].flatMap((day) => slipsOf(day, account));
  const bookings = slips.map(({ date, time, home, name, phone = '', state }): OwnBooking => ({
    date,
    time,
    home: nameOf(directory.homes, home),
    name,
    phone,
    state: state !== 'cancelled' && date < today ? '已过' : STATES[state],
  }));
  const own = {
    bookings,
    requests: requests.map((request) => toRequest(directory, request)),
    notices: rows.map(({ title, words }) => ({ title, words })),
    messagesLeft: Object.values(leftOf(consents)).reduce((sum, each) => sum + each, 0),
  };
  return handOut(asked.township, makeOwnData(directory, own, today));
}

export const ownData: Action<{ township: string }, PrintedFile> = {
  write: false,
  input: v.strictObject({ township }),
  run,
};
