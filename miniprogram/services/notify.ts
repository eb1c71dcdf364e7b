import type { DeadLetterKind, NoticesView } from '../contract/notify';
import type { TemplateKey } from '../contract/templates';
import type { Input, Instant, Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import { askConsent } from '../platform/consents';
import type { Outcome } from '../platform/consents';
import { newKey } from '../platform/keys';
import type { Result } from '../contract/result';
import { keep, recall } from '../platform/storage';
import { township } from '../platform/whereabouts';

/** Template ids, permissions left, unread notices; the ids are kept, to be at hand inside the next tap. */
export async function getNotices(): Promise<Result<NoticesView>> {
  const result = await ask('notify', 'notices', { township: township() });
  if (result.ok) keep('templates', result.data.templates);
  return result;
}

/** For pages that only need the ids: no call where they are known. */
export async function learnTemplates(): Promise<void> {
  if (recall('templates') === undefined) await getNotices();
}

export interface Permitted {
  outcome: Outcome;
  /** Messages left by template, where the server could be told. */
  left?: NoticesView['left'];
}

/** Called first in a tap: WeChat's question comes before anything is awaited. */
export async function giveConsent(keys: readonly TemplateKey[]): Promise<Permitted> {
  const { outcome, answers } = await askConsent(keys);
  if (outcome !== 'given') return { outcome };
  const told = await write('notify', 'consent', { township: township(), answers }, newKey());
  return told.ok ? { outcome, left: told.data.left } : { outcome };
}

export function getInbox(after?: string): Promise<Result<Output<'notify', 'inbox'>>> {
  return ask('notify', 'inbox', { township: township(), ...(after !== undefined && { after }) });
}

export function markSeen(until: Instant): Promise<Result<Output<'notify', 'seen'>>> {
  return write('notify', 'seen', { township: township(), until }, newKey());
}

export function getCalls(after?: string): Promise<Result<Output<'notify', 'calls'>>> {
  return ask('notify', 'calls', { township: township(), ...(after !== undefined && { after }) });
}

export function revealCall(
  call: Omit<Input<'notify', 'revealCall'>, 'township'>,
  key: string,
): Promise<Result<Output<'notify', 'revealCall'>>> {
  return write('notify', 'revealCall', { township: township(), ...call }, key);
}

export function settleCall(
  call: Omit<Input<'notify', 'settleCall'>, 'township'>,
  key: string,
): Promise<Result<Output<'notify', 'settleCall'>>> {
  return write('notify', 'settleCall', { township: township(), ...call }, key);
}

export function getDeadLetters(
  kind: DeadLetterKind,
  after?: string,
): Promise<Result<Output<'notify', 'letters'>>> {
  return ask('notify', 'letters', { township: township(), kind, ...(after !== undefined && { after }) });
}

export function retryLetter(
  letter: string,
  kind: DeadLetterKind,
  key: string,
): Promise<Result<Output<'notify', 'retryLetter'>>> {
  return write('notify', 'retryLetter', { township: township(), letter, kind }, key);
}
