import * as v from 'valibot';
import type { ErasedRequests } from '../../../miniprogram/contract/own-data';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { strangerOf } from '../../shared/stranger';
import { windowOf } from '../../shared/window';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readOwnWhole, readRequest } from '../store';
import { eraseRequest, leaveJoined } from './erase-store';
import { isOver } from './rules/bare-request';

/** A minute; each may touch a hundred requests. */
const TIMES = windowOf(5);
/** Requests of one page, and pages of one call: what is left is done when it is asked again. */
const PAGE = 50;
const PAGES = 4;
/** Somebody may act on it between the read and the write. */
const ROUNDS = 4;

/** erased, or later: while it is handled its words are needed; its end erases it (events/on-request-over.ts). */
async function eraseOne(call: Call, found: RequestDocument, stranger: string): Promise<keyof ErasedRequests> {
  let request: RequestDocument | undefined = found;
  for (let round = 0; round < ROUNDS && request; round++) {
    const { township: town, _id, rev } = request;
    const over = isOver(request);
    const done = over
      ? await eraseRequest(request, { stranger, now: call.now, act: 'erase' })
      : await adjustRequest(town, _id, { rev }, { eraseFor: put(stranger) });
    if (done) return over ? 'erased' : 'later';
    request = await readRequest(town, _id);
  }
  return 'later';
}

export const eraseOwn: Action<{ township: string }, ErasedRequests> = {
  write: true,
  input: v.strictObject({ township }),
  async run(call, asked) {
    const seconds = TIMES.admits(call.account, call.now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    const stranger = strangerOf(call);
    const sum = { erased: 0, later: 0 };
    let after: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const found = await readOwnWhole(asked.township, call.account, PAGE, after);
      for (const request of found) sum[await eraseOne(call, request, stranger)]++;
      after = found.at(-1)?.seq;
      if (found.length < PAGE) break;
    }
    await leaveJoined(asked.township, call.account, stranger);
    return ok(sum);
  },
};
