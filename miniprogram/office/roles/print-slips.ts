/** 邀请条 of the invitations that stand on the screen and wait. */
import { LIMITS } from '../../contract/limits';
import type { Failure } from '../../contract/result';
import { openDocument } from '../../platform/documents';
import { explain } from '../../view/feedback';
import { printChosenSlips } from '../services/imports';
import type { InvitationLine } from './view';

interface PrintingPage {
  data: { busy: boolean; lines: readonly InvitationLine[] };
  setData(data: { busy: boolean; problem: string; done?: string; retry?: boolean }): void;
}

/** not-found: none of them waits, or others issued them. */
function saySlips(failure: Failure): string {
  return failure.code === 'not-found'
    ? '没有能打印的：邀请条只有发邀请的人打得出；被认领、过期的不再打印。可以点「重新发」。'
    : explain(failure);
}

export async function printShown(page: PrintingPage): Promise<void> {
  const { lines, busy } = page.data;
  const waiting = lines.filter(({ waits }) => waits).slice(0, LIMITS.slipsAtOnce);
  if (busy) return;
  page.setData({ busy: true, problem: '', done: '' });
  const opened = await openDocument(await printChosenSlips(waiting.map(({ id }) => id)));
  page.setData({ busy: false, problem: opened.ok ? '' : saySlips(opened), retry: false });
}
