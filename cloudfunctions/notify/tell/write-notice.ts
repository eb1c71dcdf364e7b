/** Stores one planned notice: a row of the inbox, and a message where its template is good for something. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { writeRow } from '../inbox/store';
import { writeMessage, type Born } from '../messages/store';
import type { Planned } from './rules/notice';

/** What a notice is about: with the event and the recipient it makes the ids, so that writing twice is writing once. */
export interface Subject {
  township: string;
  event: string;
  /** The document: its messages to one person go out in order. */
  document: string;
  /** What tells this occurrence of the event from another. */
  occurrence: string;
}

/** Letters of an id's hash: a hundred thousand notices a year share one in 10^15. */
const DEAD_LETTERS = 20;

function toMessage(subject: Subject, id: string, planned: Planned, now: Instant): Born {
  const { township, event, document } = subject;
  const { recipient, title, page, call = '', sms = '', until = 0, notBefore = now, message } = planned;
  const { account, openid, person, group, name, phone } = recipient;
  const sent = openid !== '' && message !== undefined;
  return {
    _id: id,
    township,
    account,
    openid,
    event,
    title,
    page,
    call,
    sms,
    until,
    at: now,
    ...(person !== undefined && { person }),
    ...(group !== undefined && { group }),
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    template: sent ? message.template : '',
    data: sent ? message.data : {},
    thread: hashParts(['thread', document, account]),
    nextAt: Math.max(now, notBefore),
    state: 'queued',
    list: '',
  };
}

/** At most two calls. */
export async function writeNotice(subject: Subject, planned: Planned, now: Instant): Promise<void> {
  const { event, document, occurrence } = subject;
  const { recipient, to, title, words, page, call, message } = planned;
  const { account, openid, township = subject.township } = recipient;
  const id = `${township}~${hashParts(['notice', document, event, occurrence, to, account], DEAD_LETTERS)}`;
  if (openid !== '') await writeRow({ _id: id, township, account, event, title, words, page, at: now });
  if ((openid !== '' && message) || (openid === '' && call !== undefined))
    await writeMessage(toMessage(Object.assign({}, subject, { township }), id, planned, now));
}

const AT_ONCE = 10;

export async function writeNotices(
  subject: Subject,
  planned: readonly Planned[],
  now: Instant,
): Promise<void> {
  for (let from = 0; from < planned.length; from += AT_ONCE) {
    await Promise.all(planned.slice(from, from + AT_ONCE).map((one) => writeNotice(subject, one, now)));
  }
}
