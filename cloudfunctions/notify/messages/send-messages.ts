/**
 * Ships the messages that are due, twelve at once. A message is taken in hand by moving its due time a minute on:
 * who dies with it loses it to the next relay, two relays do not both take it. At least once: it may have gone out
 * when its answer, or the mark, was lost.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { readClock } from '../../shared/clock';
import { put } from '../../shared/conditions';
import { isConfigured } from '../../shared/wechat/accounts';
import { classOf, type WechatCode } from '../../shared/wechat/errors';
import { sendSubscribeMessage } from '../../shared/wechat/subscribe';
import { emptyConsent, leftOf, readConsentsOf, spendConsent, type Consents } from './consents-store';
import { changeMessage, putOff, readDueMessages, readThreads, type Message } from './store';
import { afterAnswer, listOf, SEND_LEASE_MS, type MessageState, type Verdict } from './rules/delivery';
import { sendSms } from './sms';
import { readTemplateIds, type TemplateIds } from './template-ids';
import { noteUnreached } from '../tell/unreached';

/** Messages that one look finds; the next look finds the rest. */
const MESSAGES_AT_ONCE = 96;
/** Sends at the same time: a phone's answer takes a fifth of a second, and WeChat takes far more. */
const SENDS_AT_ONCE = 12;
const LOOKS = 10;
/** No new sends of one turn are begun after this (ms): the relay has other things to do. */
const RUN_MS = 8_000;

const VERDICTS: Partial<Record<ReturnType<typeof classOf>, Verdict>> = {
  consent: 'refused',
  setup: 'off',
  pace: 'quota',
  quota: 'quota',
  argument: 'wrong',
  content: 'wrong',
  review: 'wrong',
};

function verdictOf(code: WechatCode): Verdict {
  return VERDICTS[classOf(code)] ?? 'passing';
}

interface Answered {
  verdict: Verdict;
  code: string;
}

interface Run {
  ids: TemplateIds;
  consents: ReadonlyMap<string, Consents>;
  /** Account and template → messages begun in this look: no more than there are consents. */
  begun: Map<string, number>;
}

/** What is known without asking WeChat. */
function foresee(message: Message, { ids, consents, begun }: Run): Answered | undefined {
  const { template, township, account } = message;
  if (template === '') return { verdict: 'none-left', code: 'no-template' };
  if (ids[template] === undefined || !isConfigured('mini')) return { verdict: 'off', code: 'not-configured' };
  const name = `${account} ${template}`;
  const before = begun.get(name) ?? 0;
  if (leftOf(consents.get(`${township}~${account}`))[template] <= before)
    return { verdict: 'none-left', code: 'none-left' };
  begun.set(name, before + 1);
  return undefined;
}

async function ask(message: Message, ids: TemplateIds): Promise<Answered> {
  const { openid, template, page, data } = message;
  const templateId = template === '' ? '' : (ids[template] ?? '');
  const answer = await sendSubscribeMessage({ openid, templateId, page, data });
  return answer.ok
    ? { verdict: 'sent', code: '0' }
    : { verdict: verdictOf(answer.code), code: String(answer.code) };
}

/** Consents are written before the message is marked: if it dies between, the message is looked at again. */
async function settle(
  message: Message,
  { verdict }: Answered,
  state: MessageState,
  now: Instant,
): Promise<void> {
  const { template } = message;
  if (template === '') return;
  if (verdict === 'sent') await spendConsent(message, template, message._id);
  if (verdict === 'refused') await emptyConsent(message, template);
  const missed = state === 'refused' || state === 'unreached' || state === 'dead';
  if (missed && verdict !== 'off') await noteUnreached(message, now);
}

/** Whoever must hear and has left a number, where this deployment has a gateway; then nobody need call. */
async function tellBySms({ phone, sms = '' }: Message): Promise<boolean> {
  return phone !== undefined && sms !== '' && (await sendSms(decryptField(phone), sms)) === 'sent';
}

/** Undefined: another relay has it. */
async function sendOne(message: Message, run: Run): Promise<Verdict | undefined> {
  const now = readClock();
  const { township, _id, until, call } = message;
  if (until > 0 && until <= now) {
    const expired = { state: put('expired'), nextAt: put(0) };
    await changeMessage(township, _id, { nextAt: message.nextAt }, expired);
    return undefined;
  }
  const lease = now + SEND_LEASE_MS;
  if (!(await putOff(message, lease))) return undefined;
  const answered = foresee(message, run) ?? (await ask(message, run.ids));
  const { attempts, state, nextAt } = afterAnswer(
    { id: _id, attempts: message.attempts },
    answered.verdict,
    now,
  );
  await settle(message, answered, state, now);
  const list = listOf(state, call);
  const told = list === 'call' && (await tellBySms(message));
  await changeMessage(
    township,
    _id,
    { nextAt: lease },
    {
      state: put(state),
      nextAt: put(nextAt),
      attempts: put(attempts),
      code: put(told ? 'sms' : answered.code),
      list: put(told ? '' : list),
    },
  );
  return answered.verdict;
}

/** The first of each thread; the others wait for it, and for as long as it does. */
async function pickFirst(due: readonly Message[], townships: readonly string[]): Promise<Message[]> {
  const waiting = await readThreads(townships, [...new Set(due.map(({ thread }) => thread))]);
  const first: Message[] = [];
  for (const message of due) {
    const earlier = waiting.filter(({ thread, seq }) => thread === message.thread && seq < message.seq);
    const latest = Math.max(0, ...earlier.map(({ nextAt }) => nextAt));
    if (earlier.length === 0) first.push(message);
    else if (latest > message.nextAt) await putOff(message, latest + 1);
  }
  return first;
}

/** False: WeChat cannot take more now, and the rest of the relay must not wait for it. */
async function sendBatch(first: readonly Message[], run: Run, endsAt: Instant): Promise<boolean> {
  for (let from = 0; from < first.length; from += SENDS_AT_ONCE) {
    if (readClock() > endsAt) return false;
    const verdicts = await Promise.all(
      first.slice(from, from + SENDS_AT_ONCE).map((message) => sendOne(message, run)),
    );
    if (verdicts.includes('quota')) return false;
    if (verdicts.filter((verdict) => verdict === 'passing').length > 2 && !verdicts.includes('sent'))
      return false;
  }
  return true;
}

/** One call where nothing is due. Answers how many messages were looked at. */
export async function sendMessages(
  townships: readonly string[],
  _now: Instant,
  endsAt: Instant,
): Promise<number> {
  const until = Math.min(endsAt, readClock() + RUN_MS);
  let seen = 0;
  for (let look = 0; look < LOOKS; look++) {
    const due = await readDueMessages(townships, readClock(), MESSAGES_AT_ONCE);
    if (due.length === 0) return seen;
    const first = await pickFirst(due, townships);
    const run: Run = {
      ids: readTemplateIds(),
      consents: await readConsentsOf(first),
      begun: new Map(),
    };
    seen += first.length;
    if (!(await sendBatch(first, run, until)) || first.length === 0) return seen;
  }
  return seen;
}
